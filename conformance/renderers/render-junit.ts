import builder from 'junit-report-builder';
import type { ConformanceReport } from '../report';

/** The report as JUnit XML: one suite per group; what was not run is skipped, and a required one of them is an error. */
export function renderJunit(report: ConformanceReport): string {
  const junit = builder.newBuilder();
  const groups = [...new Set(report.checks.map(({ group }) => group))];
  for (const group of groups) {
    const suite = junit.testSuite().name(`conformance.${report.region.code}.${group}`).timestamp(report.startedAt);
    for (const check of report.checks.filter((candidate) => candidate.group === group)) {
      const test = suite
        .testCase()
        .className(`conformance.${report.region.code}.${group}`)
        .name(`${check.id}: ${check.title}`)
        .time(check.durationMs / 1_000);
      const message = `${check.reason}: ${check.message} ${check.advice}`;
      if (check.status === 'FAILED') test.failure(message, check.reason ?? undefined);
      // A CI that counts failures and errors must not take a check that nobody ran for one that passed.
      else if (check.status === 'NOT_RUN' && check.isRequired) test.error(message, check.reason ?? undefined);
      else if (check.status === 'NOT_RUN') test.skipped();
    }
  }
  return junit.build();
}
