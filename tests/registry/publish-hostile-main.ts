import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parse } from 'graphql';
import { runStaticChecks } from '../../registry/checks';
import { nationalSchema, publicationsOf, regionalSchema, registrySchema } from '../../schema';
import { REGIONS } from '../../subgraphs/kit/regions';
import { startLoad } from '../faults/support/steady-load';
import { startWholeHub, type WholeHub } from '../support/whole-hub';
import { generateSdl, type GeneratedSdl } from './hostile-sdl/generate';
import { foreignChanges } from './hostile-sdl/independent-checker';

const { values } = parseArgs({
  options: {
    publications: { type: 'string', default: '500' },
    refused: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    'per-second': { type: 'string', default: '20' },
  },
});

const PUBLISHER = REGIONS.find(({ code }) => code === '53')!;
const VERSION = '2';
const SERVED_WITHIN_MILLISECONDS = 30_000;

const PUBLISH = `mutation ($input: PublishSubgraphInput!) { publishSubgraph(input: $input) {
  __typename ... on PublishSubgraphSuccess { supergraph { number } } } }`;
const STATE = '{ federation { supergraph { number } members(regions: ["53"]) { url } } }';

/** What the run counts. */
interface Tally {
  accepted: number;
  refusedLate: number;
  refusedEarly: number;
  readonly violations: string[];
  readonly milliseconds: number[];
}

/** Asks the registry's own door. */
type Ask = (query: string, variables?: object) => Promise<Answer>;

/** What is read of the registry's answers. */
interface Answer {
  readonly federation: {
    readonly supergraph: { readonly number: number };
    readonly members: readonly { readonly url: string }[];
  };
  readonly publishSubgraph: { readonly __typename: string; readonly supergraph?: { readonly number: number } };
}

/**
 * Publishes generated SDLs of one region to a whole hub while clients consolidate: what the gateway serves afterwards
 * must be what it was but for the publisher's own, by a checker that shares nothing with the registry's.
 */
async function main(): Promise<void> {
  const hub = await startWholeHub('small');
  try {
    const access = JSON.parse(await readFile(join(hub.dataDirectory, 'registry.json'), 'utf8')) as {
      readonly url: string;
      readonly credential: string;
    };
    const load = startLoad({
      url: hub.url,
      perSecond: Number(values['per-second']),
      connections: 4,
      token: await hub.token('--role', 'consolidator'),
      hoursDone: await hoursDone(hub),
    });
    const started = performance.now();
    const tally = await publishAll(askerOf(access), hub);
    await load.stop();
    const { violations, milliseconds, ...counts } = tally;
    milliseconds.sort((left, right) => left - right);
    const at = (share: number) => Math.round(milliseconds[Math.floor(share * (milliseconds.length - 1))] ?? 0);
    const report = {
      seed: Number(values.seed),
      seconds: Math.round((performance.now() - started) / 1000),
      ...counts,
      violations,
      publishToServedMs: { median: at(0.5), p95: at(0.95), largest: at(1) },
      load: { asked: load.asked, failures: load.failures.slice(0, 5), failed: load.failures.length },
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    const isEnough = tally.accepted >= Number(values.publications);
    if (violations.length > 0 || load.failures.length > 0 || !isEnough) process.exitCode = 1;
  } finally {
    await hub.discard();
  }
}

async function publishAll(ask: Ask, hub: WholeHub): Promise<Tally> {
  const tally: Tally = { accepted: 0, refusedLate: 0, refusedEarly: 0, violations: [], milliseconds: [] };
  const { federation } = await ask(STATE);
  const url = federation.members[0]?.url;
  let { number } = federation.supergraph;
  const reference = await servedSdl(hub, number);
  for (const { generated, isSound } of generatedSdls()) {
    if (tally.accepted >= Number(values.publications)) break;
    if (!isSound && tally.refusedEarly >= Number(values.refused)) continue;
    const startedAt = performance.now();
    const input = { region: PUBLISHER.code, sdl: generated.sdl, schemaVersion: VERSION, url };
    const { publishSubgraph: outcome } = await ask(PUBLISH, { input });
    const name = `seed ${generated.seed} (${generated.made.join(', ')})`;
    if (outcome.supergraph === undefined) {
      if (isSound) tally.refusedLate += 1;
      else tally.refusedEarly += 1;
      const now = (await ask(STATE)).federation.supergraph.number;
      if (now !== number) tally.violations.push(`${name} was refused, and ${now} is served`);
      continue;
    }
    if (!isSound) tally.violations.push(`${name} fails the checks of the SDL, and was published`);
    ({ number } = outcome.supergraph);
    const served = await servedSdl(hub, number);
    tally.milliseconds.push(performance.now() - startedAt);
    const [change] = foreignChanges(reference, served, PUBLISHER.prefix, PUBLISHER.subgraph);
    if (change !== undefined) tally.violations.push(`${name} got through: ${change}`);
    tally.accepted += 1;
    if (tally.accepted % 25 === 0) process.stderr.write(`${tally.accepted} published\n`);
  }
  return tally;
}

/** Generated SDLs, each once, with whether the checks that look at the SDL alone let them pass. */
function* generatedSdls(): Generator<{ readonly generated: GeneratedSdl; readonly isSound: boolean }> {
  const valid = regionalSchema(PUBLISHER, VERSION);
  const others = REGIONS.filter(({ code }) => ['28', '76'].includes(code));
  const present = publicationsOf(REGIONS.map((region) => ({ region, schemaVersion: VERSION })));
  const sdls = [nationalSchema(present), registrySchema(), ...others.map((region) => regionalSchema(region, VERSION))];
  const scene = { publisher: PUBLISHER, others, foreignSdls: sdls.map((sdl) => parse(sdl, { noLocation: true })) };
  const seen = new Set([valid]);
  for (let seed = Number(values.seed); ; seed += 1) {
    const generated = generateSdl(seed, valid, scene);
    if (seen.has(generated.sdl)) continue;
    seen.add(generated.sdl);
    const { sound } = runStaticChecks({ region: PUBLISHER, sdl: generated.sdl, schemaVersion: VERSION });
    yield { generated, isSound: sound !== null };
  }
}

/** The supergraph of that number as the gateway keeps it, once it does. */
async function servedSdl({ dataDirectory }: WholeHub, number: number): Promise<string> {
  const deadline = performance.now() + SERVED_WITHIN_MILLISECONDS;
  for (;;) {
    const text = await readFile(join(dataDirectory, 'supergraph-gateway.json'), 'utf8').catch(() => '{}');
    const { payload = '{}' } = JSON.parse(text) as { readonly payload?: string };
    const found = JSON.parse(payload) as { readonly number?: number; readonly supergraphSdl?: string };
    if (found.number === number && found.supergraphSdl !== undefined) return found.supergraphSdl;
    if (performance.now() > deadline) throw new Error(`The gateway does not have supergraph ${number}`);
    await sleep(20);
  }
}

async function hoursDone(hub: WholeHub): Promise<number> {
  const query = `{ consolidation(period: { from: "2021-01", to: "2021-12" }) { total { hoursDone } } }`;
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await hub.token('--role', 'consolidator')}`,
    },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    readonly data: { readonly consolidation: { total: { hoursDone: number } } };
  };
  return data.consolidation.total.hoursDone;
}

function askerOf({ url, credential }: { readonly url: string; readonly credential: string }): Ask {
  return async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      readonly data: Answer;
      readonly errors?: { message: string }[];
    };
    if (errors?.[0] !== undefined) throw new Error(errors[0].message);
    return data;
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
