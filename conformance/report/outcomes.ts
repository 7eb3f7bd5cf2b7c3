import type { ReasonCode } from './reasons';

/** Thrown by a check that found the endpoint to behave otherwise than the regional schema says. */
export class NotConformant extends Error {
  constructor(
    readonly reason: ReasonCode,
    message: string,
  ) {
    super(message);
    this.name = 'NotConformant';
  }
}

/** Thrown by a check that had nothing to look at. */
export class NotRun extends Error {
  constructor(
    readonly reason: 'PREREQUISITE_FAILED' | 'NO_DATA' | 'NOT_GIVEN' | 'OUT_OF_TIME',
    message: string,
  ) {
    super(message);
    this.name = 'NotRun';
  }
}

/** Fails the check unless the condition holds. */
export function expect(condition: boolean, reason: ReasonCode, message: string | (() => string)): asserts condition {
  if (!condition) throw new NotConformant(reason, typeof message === 'string' ? message : message());
}
