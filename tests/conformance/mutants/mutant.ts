import type { ConformanceOptions, ReasonCode } from '../../../conformance';
import type { Mutation } from '../../support/mutant-region';

/** A region with one behaviour broken, and the one reason for which the kit has to refuse it. */
export interface Mutant {
  /** What the broken region does: "it …". */
  readonly does: string;
  readonly reason: ReasonCode;
  readonly mutation: Mutation;
  readonly options?: ConformanceOptions;
}
