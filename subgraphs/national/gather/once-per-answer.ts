import type { AbsenceReasons, ReceivedShard } from './match-shards';

/** What the router gives back of a type that gathers once the regions have answered. */
export interface Gathered {
  readonly scope: string;
  readonly shards: readonly ReceivedShard[];
}

/** All fields of one list read the same answer: it is checked once, and forgotten with the request. */
export function oncePerAnswer<Outcomes>(
  read: (gathered: Gathered, reasons: AbsenceReasons) => Outcomes,
): (gathered: Gathered, reasons: AbsenceReasons) => Outcomes {
  const known = new WeakMap<Gathered, Outcomes>();
  return (gathered, reasons) => {
    const found = known.get(gathered);
    if (found !== undefined) return found;
    const outcomes = read(gathered, reasons);
    known.set(gathered, outcomes);
    return outcomes;
  };
}
