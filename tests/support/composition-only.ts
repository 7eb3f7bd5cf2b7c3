import { CHECK_NAMES, type CheckInput, type CheckReport, type CheckResult, type Composer } from '../../registry/checks';

/** Judges a publication by its composition alone: for tests of what is done with the verdict, not of the verdict. */
export async function checkCompositionOnly(input: CheckInput, composer: Composer): Promise<CheckReport> {
  const others = input.current.publications.filter(({ region }) => region.code !== input.region.code);
  const all = [...others, input].sort((left, right) => (left.region.code < right.region.code ? -1 : 1));
  const outcome = await composer.compose(all);
  const isComposed = outcome.kind === 'COMPOSED';
  const problems = outcome.kind === 'REFUSED' ? outcome.problems.map(({ message }) => message) : [outcome.kind];
  const composition: CheckResult = {
    name: 'COMPOSITION',
    status: isComposed ? 'COMPLETED' : 'FAILED',
    findings: isComposed
      ? []
      : problems.map((message) => ({
          code: 'COMPOSITION_REFUSED',
          severity: 'ERROR' as const,
          region: input.region.code,
          coordinate: null,
          line: null,
          message,
          advice: 'Publish the regional schema as it is generated.',
        })),
  };
  const checks = CHECK_NAMES.map((name): CheckResult =>
    name === 'COMPOSITION' ? composition : { name, status: 'SKIPPED', findings: [], reason: 'not run' },
  );
  return {
    conclusion: isComposed ? 'PASSED' : 'FAILED',
    checks,
    supergraphSdl: isComposed ? outcome.supergraphSdl : null,
  };
}
