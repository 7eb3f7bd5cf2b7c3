import type { Paint } from '../output';
import type { CheckReportView, FindingView } from './views';

/** Longest excerpt of a line that is shown. */
const EXCERPT = 100;
/** Users of one finding shown one by one. */
const SHOWN_USES = 5;

/**
 * The report of the checks for a person: what became of each check, then every finding with the line it stands on, what
 * it is about, who uses it and what to do.
 */
export function renderCheckReport(report: CheckReportView, sdl: string, paint: Paint): string {
  const { region, schemaVersion, comparedWith, checks, conclusion } = report;
  const against = comparedWith === null ? 'the first supergraph' : `compared with supergraph ${comparedWith}`;
  const lines = sdl.split(/\r?\n/);
  const findings = checks.flatMap((check) => check.findings);
  const sections = [
    `${paint.strong(`${region.name} (${region.code})`)}, regional/v${schemaVersion}, ${against}\n`,
    ...checks.map((check) => renderCheck(check, paint)),
    ...(findings.length === 0 ? [] : ['']),
    ...findings.map((finding) => renderFinding(finding, lines, paint)),
    conclusion === 'PASSED'
      ? paint.good('PASSED: this can be published.')
      : paint.bad('FAILED: this cannot be served.'),
  ];
  return `${sections.join('\n')}\n`;
}

function renderCheck({ name, status, reason, findings }: CheckReportView['checks'][number], paint: Paint): string {
  const title = name.padEnd(12);
  switch (status) {
    case 'COMPLETED':
      return `  ${paint.good('passed ')} ${title} ${countOf(findings)}`.trimEnd();
    case 'FAILED':
      return `  ${paint.bad('FAILED ')} ${title} ${countOf(findings)}${reason === null ? '' : ` ${reason}`}`.trimEnd();
    case 'SKIPPED':
      return `  ${paint.doubtful('not run')} ${title} ${reason ?? ''}`.trimEnd();
  }
}

function countOf(findings: readonly FindingView[]): string {
  if (findings.length === 0) return '';
  return findings.length === 1 ? '1 finding' : `${findings.length} findings`;
}

function renderFinding(finding: FindingView, lines: readonly string[], paint: Paint): string {
  const { severity, code, coordinate, line, message, advice, usedBy } = finding;
  const color = {
    ERROR: paint.bad,
    BREAKING: paint.bad,
    DANGEROUS: paint.doubtful,
    WARNING: paint.doubtful,
    SAFE: paint.minor,
  };
  const text = line === null ? undefined : lines[line - 1]?.trim();
  const excerpt = text === undefined || text === '' ? [] : [paint.minor(`    ${line} | ${text.slice(0, EXCERPT)}`)];
  const shown = usedBy.slice(0, SHOWN_USES).map((use) => `    used by ${describeUse(use)}`);
  const more = usedBy.length - shown.length;
  return [
    `${color[severity](severity)} ${code}${coordinate === null ? '' : `  ${coordinate}`}`,
    ...excerpt,
    `    ${message}`,
    ...shown,
    ...(more > 0 ? [`    … and ${more} more: --json gives them all.`] : []),
    `    → ${advice}`,
    '',
  ].join('\n');
}

function describeUse({ client, operation, requests, lastSeenOn }: FindingView['usedBy'][number]): string {
  const who = `${client ?? 'a client without a name'}, operation ${operation ?? 'without a name'}`;
  return requests === 0
    ? `${who}: registered`
    : `${who}: ${requests} requests in 30 days, last on ${lastSeenOn ?? 'an unknown day'}`;
}
