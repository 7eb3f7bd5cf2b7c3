/** Why a subgraph gave nothing that can be used. The names are those of RegionStatus in the schema. */
export type FailureStatus = 'TIMEOUT' | 'UNREACHABLE' | 'INVALID' | 'REFUSED';

/** A question that a subgraph left without a usable answer. */
export interface Failure {
  readonly status: 'failure';
  readonly failure: FailureStatus;
  /** For the log: never holds text that the subgraph wrote. */
  readonly reason: string;
  /** Whether the subgraph had not begun to answer, so that asking once more may help. Absent: no. */
  readonly mayRepeat?: boolean;
  /** False when the subgraph was spared the question, for instance because it is known to be down. Absent: asked. */
  readonly wasAsked?: boolean;
}

/** What became of one question to a subgraph: expected failures are values, throws are bugs. */
export type Outcome<Value> = { readonly status: 'success'; readonly value: Value } | Failure;

/** An answer that breaks the contract of subgraphs; its message goes to the log and quotes nothing of the answer. */
export class AnswerViolation extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'AnswerViolation';
  }
}
