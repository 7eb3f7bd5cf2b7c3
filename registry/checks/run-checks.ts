import type { DocumentNode } from 'graphql';
import { checkAllowList } from './allow-list';
import type {
  CheckDependencies,
  CheckInput,
  CheckName,
  CheckReport,
  CheckResult,
  CompositionOutcome,
  Finding,
} from './check-types';
import { checkComposition, composeBaseline } from './composition';
import { checkConformity, unknownVersion } from './conformity.check';
import { checkDiff } from './diff.check';
import { resultOf, skipped } from './finding';
import { checkInvariant, publicationsWith } from './invariant.check';
import { checkLint } from './lint.check';
import { checkParse } from './parse.check';
import { type RegionalTemplate, templateOf } from './regional-template';
import { checkSize } from './size.check';
import { checkUrlPolicy } from './url-policy.check';

/** What the checks that read the SDL alone came to. */
export interface StaticChecks {
  /** SIZE, PARSE, ALLOW_LIST and CONFORMITY. */
  readonly results: readonly CheckResult[];
  /** What later checks work on; null when one of these failed. */
  readonly sound: { readonly document: DocumentNode; readonly template: RegionalTemplate } | null;
}

/**
 * Runs every check of a publication, in the order of CHECK_NAMES. One that cannot be run, or must not be since an
 * earlier one failed, is skipped and says why. Never rejects because of what was handed in.
 */
export async function runChecks(input: CheckInput, dependencies: CheckDependencies): Promise<CheckReport> {
  const { results, sound } = runStaticChecks(input);
  const url = checkUrlPolicy(input, dependencies.resolveHost);
  const composed = sound === null ? null : await composeBoth(input, sound.template, dependencies);
  const composition = sound === null || composed === null ? null : resultOf('COMPOSITION', composed.findings);
  const checks = [
    ...results,
    composition ?? notSound('COMPOSITION'),
    sound === null || composed === null ? notSound('INVARIANT') : invariantOf(input, sound.template, composed),
    sound === null ? notSound('DIFF') : await diffOf(input, sound.document, sound.template),
    sound === null ? notSound('LINT') : resultOf('LINT', checkLint(sound.document, sound.template)),
    resultOf('URL_POLICY', await url),
  ];
  const hasPassed = composed?.incoming.kind === 'COMPOSED' && checks.every(({ status }) => status !== 'FAILED');
  return {
    conclusion: hasPassed ? 'PASSED' : 'FAILED',
    checks,
    supergraphSdl: hasPassed && composed.incoming.kind === 'COMPOSED' ? composed.incoming.supergraphSdl : null,
  };
}

/** The checks that look at nothing but the SDL. */
export function runStaticChecks({
  region,
  sdl,
  schemaVersion,
}: Pick<CheckInput, 'region' | 'sdl' | 'schemaVersion'>): StaticChecks {
  const size = resultOf('SIZE', checkSize(region, sdl));
  if (size.status === 'FAILED') {
    return { results: [size, ...skipAll(['PARSE', 'ALLOW_LIST', 'CONFORMITY'], 'SIZE failed')], sound: null };
  }
  const { document, findings } = checkParse(region, sdl);
  const parsed = resultOf('PARSE', findings);
  if (document === null || parsed.status === 'FAILED') {
    return { results: [size, parsed, ...skipAll(['ALLOW_LIST', 'CONFORMITY'], 'PARSE failed')], sound: null };
  }
  const template = templateOf(region, schemaVersion);
  if (template === undefined) {
    const reason = 'the version of the regional schema is not known';
    const conformity = resultOf('CONFORMITY', [unknownVersion(region, schemaVersion)]);
    return { results: [size, parsed, skipped('ALLOW_LIST', reason), conformity], sound: null };
  }
  const allowList = resultOf('ALLOW_LIST', checkAllowList(document, template));
  const conformity = resultOf('CONFORMITY', checkConformity(document, template));
  const isSound = allowList.status === 'COMPLETED' && conformity.status === 'COMPLETED';
  return { results: [size, parsed, allowList, conformity], sound: isSound ? { document, template } : null };
}

interface BothCompositions {
  readonly incoming: CompositionOutcome;
  readonly baseline: CompositionOutcome;
  readonly findings: readonly Finding[];
}

async function composeBoth(
  input: CheckInput,
  template: RegionalTemplate,
  { composer }: CheckDependencies,
): Promise<BothCompositions> {
  const { region, sdl } = input;
  const present = input.current.publications;
  const [incoming, baseline] = await Promise.all([
    composer.compose(publicationsWith(present, { ...input, sdl })),
    composeBaseline(composer, publicationsWith(present, { ...input, sdl: template.sdl })),
  ]);
  return { incoming, baseline, findings: checkComposition(region, incoming, baseline) };
}

function invariantOf(input: CheckInput, template: RegionalTemplate, composed: BothCompositions): CheckResult {
  const { incoming, baseline } = composed;
  if (incoming.kind !== 'COMPOSED') return skipped('INVARIANT', 'COMPOSITION failed');
  return resultOf('INVARIANT', checkInvariant(input, template, { incoming, baseline }));
}

async function diffOf(input: CheckInput, document: DocumentNode, template: RegionalTemplate): Promise<CheckResult> {
  const present = input.current.publications.find(({ region }) => region.code === input.region.code);
  if (present === undefined) return skipped('DIFF', 'the region has published nothing yet');
  return resultOf('DIFF', await checkDiff(document, present.sdl, input, template));
}

function notSound(name: CheckName): CheckResult {
  return skipped(name, 'an earlier check failed');
}

function skipAll(names: readonly CheckName[], reason: string): readonly CheckResult[] {
  return names.map((name) => skipped(name, reason));
}
