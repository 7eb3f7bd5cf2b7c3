/**
 * Shares an integer total by weight so that the parts sum to it exactly: largest remainder, after every
 * part has received `minimum`. Equal remainders go to the earlier part. Throws when the total cannot
 * give everyone the minimum: a table of targets that contradicts itself.
 */
export function apportion(total: number, weights: readonly number[], minimum = 0): number[] {
  const shared = total - minimum * weights.length;
  if (shared < 0) throw new Error(`${total} cannot give ${weights.length} parts at least ${minimum} each`);
  const sum = weights.reduce((left, right) => left + right, 0);
  // A part whose exact share is under the minimum gets it; the others share what is left in proportion.
  const exact = weights.map((weight) => (total * weight) / sum);
  const above = exact.map((share) => Math.max(0, share - minimum));
  const aboveSum = above.reduce((left, right) => left + right, 0);
  const ideal = above.map((share) => (aboveSum === 0 ? shared / weights.length : (shared * share) / aboveSum));
  const parts = ideal.map(Math.floor);
  const rest = shared - parts.reduce((left, right) => left + right, 0);
  const order = ideal
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  const lucky = new Set(order.slice(0, rest).map(({ index }) => index));
  return parts.map((part, index) => part + minimum + (lucky.has(index) ? 1 : 0));
}

/**
 * Shares an integer total over a stream of weights known to sum to `weightSum`, by rounding the running
 * total: each part lies within one unit of its exact share and the last one closes the sum exactly. The
 * weights must be added up in the same order for `weightSum`.
 */
export function runningApportionment(total: number, weightSum: number): (weight: number) => number {
  let weight = 0;
  let given = 0;
  return (next) => {
    weight += next;
    const upTo = Math.round(total * (weight / weightSum));
    const part = upTo - given;
    given = upTo;
    return part;
  };
}
