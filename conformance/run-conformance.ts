import { type Check, CHECK_GROUPS, type CheckGroup } from './checks';
import type { ConformanceOptions, ConformanceTarget } from './conformance-target';
import {
  type AnswerTimes,
  type ConformanceCheck,
  type ConformanceReport,
  NotConformant,
  NotRun,
  REASONS,
  type ReasonCode,
} from './report';
import { openSession, type Session } from './session';

const DEFAULTS = {
  maxAnswerMilliseconds: 1_500,
  requestTimeoutMilliseconds: 10_000,
  maxRunMilliseconds: 300_000,
  maxContracts: 5_000,
  bodyLimitBytes: 8 * 1024 * 1024,
  now: () => new Date(),
};

/**
 * Looks at a live endpoint over HTTP, with tokens that it signs itself, and tells for every behaviour of the regional
 * schema whether the endpoint has it. It only reads. Nothing is thrown for what the endpoint does; a check that could
 * not be run is reported as such, and a report with a required one among them has not passed.
 */
export async function runConformance(
  target: ConformanceTarget,
  { onCheck = () => undefined, ...options }: ConformanceOptions = {},
): Promise<ConformanceReport> {
  const session = openSession(target, { ...DEFAULTS, ...options });
  const startedAt = new Date();
  const started = performance.now();
  const checks = new Map<string, ConformanceCheck>();
  try {
    for (const group of CHECK_GROUPS) {
      for (const check of group.checks) {
        const result = await runCheck(session, group, check, checks);
        checks.set(result.id, result);
        onCheck(result);
      }
    }
  } finally {
    await session.endpoint.close();
  }
  const results = [...checks.values()];
  return {
    format: 1,
    conclusion: results.every(({ isRequired, status }) => status === 'PASSED' || (status === 'NOT_RUN' && !isRequired))
      ? 'PASSED'
      : 'FAILED',
    region: { code: target.region.code, name: target.region.name },
    url: target.url,
    schemaVersion: target.schemaVersion,
    key: { kind: target.key.kind, kid: target.key.signing.kid, publishedAt: target.key.publishedAt },
    startedAt: startedAt.toISOString(),
    durationMs: since(started),
    counts: {
      passed: results.filter(({ status }) => status === 'PASSED').length,
      failed: results.filter(({ status }) => status === 'FAILED').length,
      notRun: results.filter(({ status }) => status === 'NOT_RUN').length,
    },
    reasons: reasonsOf(results),
    answerTimes: timesOf(session.endpoint.durations),
    checks: results,
  };
}

type Outcome = Pick<ConformanceCheck, 'status' | 'reason' | 'message'>;

async function runCheck(
  session: Session,
  group: CheckGroup,
  check: Check,
  before: ReadonlyMap<string, ConformanceCheck>,
): Promise<ConformanceCheck> {
  const started = performance.now();
  const missing = [...group.needs, ...(check.needs ?? [])].find((id) => before.get(id)?.status !== 'PASSED');
  const outcome = await (missing === undefined ? outcomeOf(session, check) : prerequisite(missing));
  return {
    id: `${group.name}.${check.name}`,
    group: group.name,
    title: check.title,
    isRequired: check.isRequired ?? true,
    ...outcome,
    advice: outcome.reason === null ? null : REASONS[outcome.reason],
    durationMs: since(started),
  };
}

/**
 * A live region goes on working: rows may change between two questions that are compared. So what failed is looked at
 * once more, with nothing remembered, and counts when it fails again.
 */
async function outcomeOf(session: Session, check: Check): Promise<Outcome> {
  if (session.isOutOfTime()) return outOfTime(session);
  const first = await attempt(session, check);
  if (first.status !== 'FAILED') return first;
  session.forget();
  return attempt(session, check);
}

async function attempt(session: Session, check: Check): Promise<Outcome> {
  try {
    await check.run(session);
    return { status: 'PASSED', reason: null, message: null };
  } catch (error) {
    if (error instanceof NotConformant) return { status: 'FAILED', reason: error.reason, message: error.message };
    if (error instanceof NotRun) return { status: 'NOT_RUN', reason: error.reason, message: error.message };
    // Nothing of ours recurses without end, so what was answered does: lists in lists, a thousand deep.
    const isTooDeep = error instanceof RangeError && /call stack/i.test(error.message);
    if (!isTooDeep) throw error;
    return { status: 'FAILED', reason: 'ANSWER_MALFORMED', message: 'An answer is nested too deep to be read.' };
  }
}

function outOfTime({ options }: Session): Outcome {
  const message = `The run took longer than ${options.maxRunMilliseconds} ms.`;
  return { status: 'NOT_RUN', reason: 'OUT_OF_TIME', message };
}

function prerequisite(id: string): Outcome {
  return { status: 'NOT_RUN', reason: 'PREREQUISITE_FAILED', message: `${id} did not pass.` };
}

function reasonsOf(checks: readonly ConformanceCheck[]): ReasonCode[] {
  const failed = checks.flatMap(({ status, reason }) => (status === 'FAILED' && reason !== null ? [reason] : []));
  return [...new Set(failed)];
}

function timesOf(durations: readonly number[]): AnswerTimes {
  const sorted = [...durations].sort((left, right) => left - right);
  const at = (share: number) => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { questions: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

function since(started: number): number {
  return rounded(performance.now() - started);
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
