import type { CheckStatus, ConformanceCheck, ConformanceReport } from '../report';

const MARKS: Readonly<Record<CheckStatus, string>> = { PASSED: 'passed', FAILED: 'FAILED', NOT_RUN: 'not run' };
const MARK_WIDTH = 8;

/**
 * The report for people: one line per check, under those that did not pass what was found and what to do, and the
 * conclusion at the end. `paint` may colour a line by its status.
 */
export function renderText(
  report: ConformanceReport,
  paint: (text: string, status: CheckStatus) => string = (text) => text,
): string {
  const { region, url, schemaVersion, key } = report;
  const head = [
    `Conformance of ${region.name} (${region.code}), regional/v${schemaVersion}, at ${url}`,
    `Signed with ${key.kind === 'HUB' ? "the hub's key" : 'a test key'} ${key.kid}; the endpoint must trust ${key.publishedAt}`,
    '',
  ];
  const lines = report.checks.flatMap((check) => linesOf(check, paint));
  return `${[...head, ...lines, '', ...conclusionOf(report, paint)].join('\n')}\n`;
}

function linesOf(
  { id, title, status, reason, message, advice, isRequired }: ConformanceCheck,
  paint: (text: string, status: CheckStatus) => string,
): string[] {
  const mark = paint(MARKS[status].padEnd(MARK_WIDTH), status);
  const line = `${mark} ${id}: ${title}${isRequired ? '' : ' (where given)'}`;
  if (status === 'PASSED') return [line];
  // One failure keeps many from running: what there is to do is said once, where it failed.
  if (reason === 'PREREQUISITE_FAILED') return [`${line} (${message ?? reason})`];
  const indent = ' '.repeat(MARK_WIDTH + 1);
  return [line, `${indent}${reason ?? ''}: ${message ?? ''}`, `${indent}→ ${advice ?? ''}`];
}

function conclusionOf(
  { conclusion, counts, durationMs, answerTimes, key }: ConformanceReport,
  paint: (text: string, status: CheckStatus) => string,
): string[] {
  const verdict = paint(conclusion, conclusion);
  const summary = `${verdict}: ${counts.passed} passed, ${counts.failed} failed, ${counts.notRun} not run`;
  const times = `${answerTimes.questions} questions in ${(durationMs / 1_000).toFixed(1)} s; answers took ${answerTimes.p50Ms} ms (median), ${answerTimes.p95Ms} ms (95 %), ${answerTimes.maxMs} ms (longest)`;
  const notice =
    key.kind === 'HUB'
      ? []
      : ["A run with a test key proves nothing to others: the hub's own run counts for publishing."];
  return [summary, times, ...notice];
}
