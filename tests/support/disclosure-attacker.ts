/**
 * Attackers on what is shown, for tests of disclosure control. They know the rule, as anybody may who reads the code,
 * but only as a black box: they share no code with it.
 */

/** What an attacker finds when it groups all worlds that look alike. */
export interface Finding<World> {
  readonly world: World;
  /** Values of the secret in the worlds that look like this one. */
  readonly candidates: readonly number[];
}

/**
 * Tries every world and keeps those whose secret is a count of persons under the threshold (1 to k - 1) although the
 * worlds that look alike leave fewer than `least` values for it.
 */
export function findNarrow<World>(
  worlds: Iterable<World>,
  look: (world: World) => string,
  secretOf: (world: World) => number,
  { threshold, least }: { readonly threshold: number; readonly least: number },
): Finding<World>[] {
  const alike = new Map<string, { readonly values: Set<number>; readonly worlds: World[] }>();
  for (const world of worlds) {
    const seen = look(world);
    const group = alike.get(seen) ?? { values: new Set<number>(), worlds: [] };
    alike.set(seen, group);
    group.values.add(secretOf(world));
    group.worlds.push(world);
  }
  return [...alike.values()]
    .filter(({ values }) => values.size < least)
    .flatMap(({ values, worlds: group }) => {
      const world = group.find((one) => secretOf(one) > 0 && secretOf(one) < threshold);
      return world === undefined ? [] : [{ world, candidates: [...values] }];
    });
}

/** Every combination of whole numbers from 0 to `most`, `length` of them. */
export function* combinations(length: number, most: number): Generator<readonly number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const rest of combinations(length - 1, most)) {
    for (let value = 0; value <= most; value += 1) yield [...rest, value];
  }
}

/** A prime that is large beside all coefficients, so that dependence modulo it is dependence. */
const PRIME = 2_147_483_647n;

/**
 * The unknowns that sums of unknowns give away: those which some combination of the sums leaves alone. Each sum is
 * the set of its unknowns. By elimination modulo a prime.
 */
export function solvable(sums: readonly ReadonlySet<number>[], unknowns: number): number[] {
  const rows: bigint[][] = sums.map((sum) =>
    Array.from({ length: unknowns }, (_, index) => (sum.has(index) ? 1n : 0n)),
  );
  let rank = 0;
  for (let column = 0; column < unknowns && rank < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const found = rows[pivot];
    if (found === undefined) continue;
    rows[pivot] = rows[rank] ?? [];
    const scale = inverse(found[column] ?? 1n);
    const reduced = found.map((value) => modulo(value * scale));
    rows[rank] = reduced;
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0n;
      if (index === rank || factor === 0n) continue;
      rows[index] = row.map((value, position) => modulo(value - factor * (reduced[position] ?? 0n)));
    }
    rank += 1;
  }
  return rows.flatMap((row) => {
    const columns = row.flatMap((value, index) => (value === 0n ? [] : [index]));
    return columns.length === 1 ? columns : [];
  });
}

const modulo = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

/** By Fermat: a^(p-2). */
function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, modulo(value), PRIME - 2n];
  while (exponent > 0n) {
    if (exponent % 2n === 1n) result = modulo(result * base);
    base = modulo(base * base);
    exponent /= 2n;
  }
  return result;
}
