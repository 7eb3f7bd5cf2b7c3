const collator = new Intl.Collator('fr', { numeric: true });

/** Compares two rows by name as a French reader expects, then by identifier; the same on any server's locale. */
export function byFrenchName(
  left: { readonly name: string; readonly id: string },
  right: { readonly name: string; readonly id: string },
): number {
  return collator.compare(left.name, right.name) || Number(left.id) - Number(right.id);
}
