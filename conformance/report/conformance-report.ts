import type { ReasonCode } from './reasons';

/** What became of a check. One that was not run is never one that passed. */
export type CheckStatus = 'PASSED' | 'FAILED' | 'NOT_RUN';

/** One behaviour that was looked at. */
export interface ConformanceCheck {
  /** Stable name: "figures.months-add-up". */
  readonly id: string;
  /** First part of the name: "figures". */
  readonly group: string;
  /** The behaviour, as a sentence. */
  readonly title: string;
  /** Whether the report can only pass when this check does. The others are about what a region may lack. */
  readonly isRequired: boolean;
  readonly status: CheckStatus;
  /** Why it failed, or was not run; null when it passed. */
  readonly reason: ReasonCode | null;
  /** What was found, and where; null when it passed. */
  readonly message: string | null;
  /** What to do about it; null when it passed. */
  readonly advice: string | null;
  readonly durationMs: number;
}

/** How long the endpoint took to answer, over all questions of the run. */
export interface AnswerTimes {
  readonly questions: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** With which key the kit signed: only a run with the hub's own key counts for publishing. */
export interface ReportedKey {
  readonly kind: 'TEST' | 'HUB';
  readonly kid: string;
  /** File or address of the public keys that the endpoint has to trust. */
  readonly publishedAt: string;
}

/** Everything that one run found. `format` changes when a field changes its meaning or goes. */
export interface ConformanceReport {
  readonly format: 1;
  /** PASSED only when every required check passed. */
  readonly conclusion: 'PASSED' | 'FAILED';
  readonly region: { readonly code: string; readonly name: string };
  readonly url: string;
  readonly schemaVersion: string;
  readonly key: ReportedKey;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly counts: { readonly passed: number; readonly failed: number; readonly notRun: number };
  /** The distinct reasons of the checks that failed, in order of appearance. */
  readonly reasons: readonly ReasonCode[];
  readonly answerTimes: AnswerTimes;
  readonly checks: readonly ConformanceCheck[];
}
