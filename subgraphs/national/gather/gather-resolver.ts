import type { AbsenceReasons } from './match-shards';

/** The part of a request's context that gather fields read. */
interface GatherContext {
  readonly reasons: AbsenceReasons;
}

/** A resolver that reads a gather field off what the router gave back of the regions' answers. */
export function gather<Gathered, Result>(
  read: (gathered: Gathered, reasons: AbsenceReasons) => Result,
): (parent: Gathered, given: unknown, context: GatherContext) => Result {
  return (parent, _, { reasons }) => read(parent, reasons);
}
