import { parse } from 'graphql';
import { type Composer, runStaticChecks } from '../../../registry/checks';
import { checkInvariant, publicationsWith } from '../../../registry/checks/invariant.check';
import { templateOf } from '../../../registry/checks/regional-template';
import { nationalSchema, regionalSchema, registrySchema } from '../../../schema';
import { findRegion, type Region } from '../../../subgraphs/kit/regions';
import { checkInput, validPublication } from '../../support/check-bench';
import { foreignChanges } from './independent-checker';
import { generateSdl, type GeneratedSdl } from './generate';
import type { Scene } from './mutation';

/** What was run, and what came of it. */
export interface HostileRun {
  generated: number;
  /** Different SDLs among them. */
  distinct: number;
  /** Passed the checks that look at the SDL alone. */
  passedStatic: number;
  /** Of these, went through composition; and composed; and passed the invariant. */
  composedOf: number;
  composed: number;
  accepted: number;
  /** Accepted SDLs that add something, so that acceptance is not only of what changes nothing. */
  acceptedWithExtras: number;
  /** Refused by the checks of the SDL, and composed all the same to see what they would have done. */
  bypassed: number;
  bypassedComposed: number;
  /** Of these, change something foreign by the independent checker; and are refused by the invariant as well. */
  bypassedHarmful: number;
  /** How often each mutation was used, and how often each finding came. */
  readonly mutations: Map<string, number>;
  readonly codes: Map<string, number>;
  /** What must not be: changes that got through, and harm that the invariant did not see. */
  readonly violations: string[];
}

/** How much to run. */
export interface HostileRunOptions {
  readonly count: number;
  readonly seed: number;
  readonly composer: Composer;
  /** Codes of the regions that publish; all of the small network unless given. */
  readonly publishers?: readonly string[];
  /** Most SDLs to compose: of those that pass, and of those that are refused. */
  readonly most: { readonly passed: number; readonly bypassed: number };
  /** Compositions at a time. */
  readonly concurrency: number;
}

interface Stage {
  readonly publisher: Region;
  readonly version: string;
  readonly scene: Scene;
  readonly reference: string;
  readonly served: string;
}

const CODES = ['28', '53', '76'];

/** Generates SDLs and runs each through the checks; those that pass, and some that do not, through what comes after. */
export async function runHostileSdls(options: HostileRunOptions): Promise<HostileRun> {
  const { count, seed, composer, most, concurrency, publishers = CODES } = options;
  const stages = await prepareStages(composer, publishers);
  const run = emptyRun();
  const seen = new Set<string>();
  const passed: [GeneratedSdl, Stage][] = [];
  const refused: [GeneratedSdl, Stage][] = [];
  for (let index = 0; index < count; index += 1) {
    const stage = stages[index % stages.length]!;
    const generated = generateSdl(seed + index, regionalSchema(stage.publisher, stage.version), stage.scene);
    seen.add(generated.sdl);
    for (const name of generated.made) increment(run.mutations, name);
    const { results, sound } = runStaticChecks({
      region: stage.publisher,
      sdl: generated.sdl,
      schemaVersion: stage.version,
    });
    const codes = new Set(results.flatMap(({ findings }) => findings).map(({ code }) => code));
    for (const code of codes) increment(run.codes, code);
    if (sound !== null) passed.push([generated, stage]);
    else if (!/SDL_|NAME_NOT_ASCII/.test([...codes].join(' '))) refused.push([generated, stage]);
  }
  run.generated = count;
  run.distinct = seen.size;
  run.passedStatic = passed.length;
  // Each SDL once: one that was generated again tells nothing new.
  const distinct = [...new Map(passed.map((each) => [each[0].sdl, each])).values()];
  await inParallel(distinct.slice(0, most.passed), concurrency, (each) => composePassed(each, composer, run));
  await inParallel(refused.slice(0, most.bypassed), concurrency, (each) => composeRefused(each, composer, run));
  return run;
}

async function composePassed(
  [generated, stage]: [GeneratedSdl, Stage],
  composer: Composer,
  run: HostileRun,
): Promise<void> {
  run.composedOf += 1;
  const outcome = await judge(generated, stage, composer);
  if (outcome === undefined) return;
  run.composed += 1;
  if (outcome.invariant.length > 0) return;
  run.accepted += 1;
  if (outcome.supergraph !== stage.reference) run.acceptedWithExtras += 1;
  if (outcome.changes.length > 0) {
    run.violations.push(`seed ${generated.seed} (${generated.made.join(', ')}) got through: ${outcome.changes[0]}`);
  }
}

/** The invariant is the second line: what the first refuses must not pass it either when it does harm. */
async function composeRefused(
  [generated, stage]: [GeneratedSdl, Stage],
  composer: Composer,
  run: HostileRun,
): Promise<void> {
  run.bypassed += 1;
  const outcome = await judge(generated, stage, composer).catch(() => undefined);
  if (outcome === undefined) return;
  run.bypassedComposed += 1;
  if (outcome.changes.length === 0) return;
  run.bypassedHarmful += 1;
  if (outcome.invariant.length === 0) {
    run.violations.push(
      `seed ${generated.seed} (${generated.made.join(', ')}) passes the invariant: ${outcome.changes[0]}`,
    );
  }
}

async function judge({ sdl }: GeneratedSdl, stage: Stage, composer: Composer) {
  const { publisher, version, reference, served } = stage;
  const present = CODES.map((code) => validPublication(findRegion(code)!));
  const incoming = { ...validPublication(publisher, version), sdl };
  const outcome = await composer.compose(publicationsWith(present, incoming));
  if (outcome.kind !== 'COMPOSED') return undefined;
  const input = checkInput(incoming, present, { current: { publications: present, supergraphSdl: served } });
  const baseline = {
    kind: 'COMPOSED',
    supergraphSdl: reference,
    nationalSdl: nationalSchema(publicationsWith(present, { ...incoming, sdl: regionalSchema(publisher, version) })),
  } as const;
  const invariant = checkInvariant(input, templateOf(publisher, version)!, { incoming: outcome, baseline });
  const changes = foreignChanges(reference, outcome.supergraphSdl, publisher.prefix, publisher.subgraph);
  return { supergraph: outcome.supergraphSdl, invariant, changes };
}

/** Every region of a small network as publisher, on each version, with what it may reach for. */
async function prepareStages(composer: Composer, publishers: readonly string[]): Promise<readonly Stage[]> {
  const regions = CODES.map((code) => findRegion(code)!);
  const present = regions.map((region) => validPublication(region));
  const served = await mustCompose(composer, present);
  const publishing = regions.filter(({ code }) => publishers.includes(code));
  const stages = publishing.flatMap((publisher) =>
    ['1', '2'].map(async (version): Promise<Stage> => {
      const others = regions.filter((region) => region !== publisher);
      const sdls = [nationalSchema(present), registrySchema(), ...others.map((region) => regionalSchema(region, '2'))];
      const foreignSdls = sdls.map((sdl) => parse(sdl, { noLocation: true }));
      const publications = publicationsWith(present, validPublication(publisher, version));
      const reference = await mustCompose(composer, publications);
      return { publisher, version, scene: { publisher, others, foreignSdls }, reference, served };
    }),
  );
  return Promise.all(stages);
}

async function mustCompose(composer: Composer, publications: Parameters<Composer['compose']>[0]): Promise<string> {
  const outcome = await composer.compose(publications);
  if (outcome.kind !== 'COMPOSED') throw new Error(`The valid network does not compose: ${JSON.stringify(outcome)}`);
  return outcome.supergraphSdl;
}

async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function emptyRun(): HostileRun {
  return {
    generated: 0,
    distinct: 0,
    passedStatic: 0,
    composedOf: 0,
    composed: 0,
    accepted: 0,
    acceptedWithExtras: 0,
    bypassed: 0,
    bypassedComposed: 0,
    bypassedHarmful: 0,
    mutations: new Map(),
    codes: new Map(),
    violations: [],
  };
}
