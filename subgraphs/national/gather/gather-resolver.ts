import type { Audience } from '../disclosure';
import type { AbsenceReasons } from './match-shards';

/** The part of a request's context that gather fields read. */
interface GatherContext {
  readonly reasons: AbsenceReasons;
  readonly audience: Audience;
}

/** A resolver that reads a gather field off what the router gave back of the regions' answers, for who asked. */
export function gather<Gathered, Result>(
  read: (gathered: Gathered, reasons: AbsenceReasons, audience: Audience) => Result,
): (parent: Gathered, given: unknown, context: GatherContext) => Result {
  return (parent, _, { reasons, audience }) => read(parent, reasons, audience);
}
