import { visit } from 'jsonc-parser';

/**
 * Whether an object of a JSON text names a property twice. Parsers disagree on which one counts, so a token that
 * says two things would be read in two ways.
 */
export function hasRepeatedNames(json: string): boolean {
  const open: Set<string>[] = [];
  let found = false;
  visit(json, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name) => {
      const names = open.at(-1);
      found ||= names?.has(name) ?? false;
      names?.add(name);
    },
  });
  return found;
}
