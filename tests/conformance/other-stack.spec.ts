import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import type { Gateway } from '../../gateway';
import { runChecks } from '../../registry/checks';
import { type ConformanceKey, type ConformanceTarget, runConformance } from '../../conformance';
import { regionalSchema } from '../../schema';
import { createHubTokenSigner, createHubTokenVerifier } from '../../subgraphs/kit/identity';
import type { Network } from '../../subgraphs/kit/network';
import { type SignedSupergraph, SUPERGRAPH_PATH, verifySupergraph } from '../../subgraphs/kit/registry-client';
import { ask } from '../support/ask';
import { identityOf } from '../support/callers';
import { type ConformanceRegion, startConformanceRegion } from '../support/conformance-region';
import { createTestDatabase } from '../support/database';
import { region, startGateway } from '../support/gateway-servers';
import { fillNational, startNational } from '../support/national-server';
import { OTHER_STACK, type OtherStack, startOtherStack } from '../support/other-stack';
import { LOCAL_COMPOSER, startRegistry, type TestRegistry } from '../support/registry-server';

const CORSE = region('94');
const PUBLISHED = 'PublishSubgraphSuccess';
const PUBLISH = `mutation ($input: PublishSubgraphInput!) { publishSubgraph(input: $input) { __typename
  ... on PublishSubgraphSuccess { publication { number isServed } supergraph { number } }
  ... on ChecksFailedError { message report { checks { name status findings { code message } } } } } }`;
const CONFORM = `mutation ($input: RunConformanceInput!) { runConformance(input: $input) {
  ... on RunConformanceSuccess { run { region { code } isPassed } } } }`;

/** On a busy machine, time proves nothing. */
const TIMELESS = { maxAnswerMilliseconds: 10_000 };
const YEAR = { from: '2022-01', to: '2022-12' };

interface Consolidated {
  readonly consolidation: {
    readonly total: { readonly hoursDone: number; readonly contracts: number; readonly participants: number };
    readonly coverage: { readonly answered: number; readonly missing: readonly { readonly code: string }[] };
    readonly regions: readonly { readonly region: { readonly code: string }; readonly status: string }[];
  };
}

describe('the second implementation, without Apollo, TypeORM and database', () => {
  let reference: ConformanceRegion;
  let other: OtherStack;
  let target: ConformanceTarget;
  let registry: TestRegistry;
  let gateway: Gateway;
  const cleanups: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    reference = await startConformanceRegion();
    const { key } = reference.target;
    other = await startOtherStack(reference.publicKeys);
    target = { url: other.url, region: CORSE, schemaVersion: '2', key };
    const members: Network['members'] = [
      { region: region('53'), url: reference.target.url, schemaVersion: '3' },
      { region: CORSE, url: other.url, schemaVersion: '2' },
    ];
    const network: Network = { version: 1, nationalUrl: 'http://national.invalid/graphql', members };
    const database = await createTestDatabase('national');
    cleanups.push(() => database.close());
    await fillNational(database.url, network);
    const keys = createLocalJWKSet(reference.publicKeys);
    const national = await startNational(database.url, network, createHubTokenVerifier('national', keys));
    cleanups.push(() => national.stop());
    registry = await startRegistryFor(key, national.url);
    await registry.services.members.invite('53', [], 'test');
    await registry.services.members.invite(CORSE.code, [], 'test');
    const own = { region: '53', sdl: regionalSchema(region('53'), '3'), schemaVersion: '3', url: reference.target.url };
    expect((await registry.ask(PUBLISH, { input: own })).data?.['publishSubgraph']?.['__typename']).toBe(PUBLISHED);
  });
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
    await other.close();
    await reference.close();
  });

  /** A registry that judges as a real one does, with the hub's key. */
  const startRegistryFor = async (key: ConformanceKey, nationalUrl: string): Promise<TestRegistry> => {
    const database = await createTestDatabase('registry');
    cleanups.push(() => database.close());
    const started = await startRegistry(
      database.url,
      { nationalUrl },
      {
        runChecks: (input) =>
          runChecks(input, { composer: LOCAL_COMPOSER, resolveHost: () => Promise.resolve(['127.0.0.1']) }),
        runConformance: (tried) => runConformance({ ...tried, key: { ...key, kind: 'HUB' } }, TIMELESS),
      },
    );
    cleanups.push(() => started.stop());
    return started;
  };

  /** The gateway, on what the registry gives out. */
  const startOnPublished = async (): Promise<Gateway> => {
    const headers = { authorization: `Bearer ${await registry.credential('READER')}` };
    const document = (await (
      await fetch(`${registry.origin}${SUPERGRAPH_PATH}`, { headers })
    ).json()) as SignedSupergraph;
    const { supergraphSdl, network } = await verifySupergraph(document, createLocalJWKSet(registry.publicKeys));
    const started = await startGateway(
      supergraphSdl,
      network,
      { regionDeadlineMilliseconds: 10_000, nationalDeadlineMilliseconds: 20_000 },
      {
        ...identityOf(),
        signer: createHubTokenSigner(reference.target.key.signing),
        publicKeys: reference.publicKeys,
      },
    );
    cleanups.push(() => started.stop());
    return started;
  };

  const publishedSdl = async (): Promise<string> => {
    const audience = CORSE.subgraph;
    const token = await createHubTokenSigner(reference.target.key.signing).tokenFor({
      audience,
      caller: { role: 'consolidator' },
    });
    const answer = await ask<{ _service: { sdl: string } }>(
      other.url,
      '{ _service { sdl } }',
      {},
      { authorization: `Bearer ${token}` },
    );
    return answer.data._service.sdl;
  };
  const askHub = <Data>(query: string, variables: object = {}) =>
    ask<Data>(`${gateway.url}/graphql`, query, { ...variables });
  const consolidate = (regions?: readonly string[]) =>
    askHub<Consolidated>(
      `query ($period: PeriodInput!, $filter: FigureFilter) { consolidation(period: $period, filter: $filter) {
        total { hoursDone contracts participants } coverage { answered missing { code } }
        regions { region { code } status } } }`,
      { period: YEAR, filter: regions === undefined ? null : { regions } },
    );

  it('uses no package of Apollo, no TypeORM and no database', async () => {
    const manifest = JSON.parse(await readFile(join(OTHER_STACK, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const ours = JSON.parse(await readFile(join(OTHER_STACK, '..', '..', 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    expect(Object.keys(manifest.dependencies)).toEqual(['graphql', 'graphql-yoga', 'jose', 'zod']);
    expect({ ...ours.devDependencies, ...ours.dependencies }).toMatchObject(manifest.dependencies);
  });

  it('passes the conformance kit', async () => {
    const report = await runConformance(target, TIMELESS);
    const notPassed = report.checks.filter(({ status }) => status !== 'PASSED').map(({ id }) => id);
    // It asks for no signatures, as regions may.
    expect(notPassed).toEqual(['identity.signed-body']);
    expect(report).toMatchObject({ conclusion: 'PASSED', reasons: [] });
  });

  it("passes the registry's own run, every check of a publication, and is published", async () => {
    const credential = await registry.credential('REGION', CORSE.code);
    const run = await registry.ask(
      CONFORM,
      { input: { region: CORSE.code, url: other.url, schemaVersion: '2' } },
      credential,
    );
    expect(run.data?.['runConformance']).toEqual({ run: { region: { code: '94' }, isPassed: true } });
    const input = { region: CORSE.code, sdl: await publishedSdl(), schemaVersion: '2', url: other.url };
    const answer = await registry.ask(PUBLISH, { input }, credential);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['publishSubgraph']).toEqual({
      __typename: PUBLISHED,
      publication: { number: 1, isServed: true },
      supergraph: { number: 2 },
    });
    gateway = await startOnPublished();
  });

  it('is counted by the hub, beside the reference implementation', async () => {
    const { data, errors } = await consolidate();
    expect(errors).toEqual([]);
    expect(data.consolidation.coverage.answered).toBe(2);
    expect(data.consolidation.coverage.missing).toHaveLength(16);
    const live = data.consolidation.regions.filter(({ status }) => status === 'LIVE');
    expect(live.map((one) => one.region.code)).toEqual(['53', '94']);
  });

  it('adds its figures to the sum', async () => {
    const [both, bretagne, corse] = await Promise.all([consolidate(), consolidate(['53']), consolidate(['94'])]);
    const totals = [bretagne, corse].map(({ data }) => data.consolidation.total);
    for (const field of ['hoursDone', 'contracts', 'participants'] as const) {
      expect(totals.every((total) => total[field] > 0)).toBe(true);
      expect(both.data.consolidation.total[field]).toBeCloseTo(
        totals.reduce((sum, total) => sum + total[field], 0),
        2,
      );
    }
  });

  it('answers its own field to clients of the hub', async () => {
    const { data, errors } = await askHub<{ regions: unknown }>(
      `{ regions(codes: ["94", "53"]) { code network { coordinationName ... on CorseNetwork { jobFairs { day place } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.regions).toEqual([
      { code: '53', network: { coordinationName: expect.any(String) } },
      {
        code: '94',
        network: {
          coordinationName: 'Coordination de Corse (démonstration)',
          jobFairs: [
            { day: '2026-03-19', place: 'Ajaccio' },
            { day: '2026-10-08', place: 'Corte' },
          ],
        },
      },
    ]);
  });

  it('shares pages of contracts with the others, and leads to its desks', async () => {
    const { data, errors } = await askHub<{
      contracts: { edges: { region: { code: string }; node: { title: string; hoursDone: number | null } }[] };
      localContact: unknown;
      areaContact: {
        coverage: unknown;
        desks: { desk: { name: string }; communeCount: number }[];
        whiteZones: unknown[];
        communeCount: number;
      };
    }>(
      `{ contracts(filter: { regions: ["94", "53"] }, first: 100) { edges { region { code } node { title hoursDone } } }
        localContact(commune: "2A004") { status desk { name } }
        areaContact(code: "2A") { communeCount coverage { isComplete } desks { desk { name } communeCount } whiteZones { name } } }`,
    );
    expect(errors).toEqual([]);
    expect(new Set(data.contracts.edges.map((edge) => edge.region.code))).toEqual(new Set(['53', '94']));
    expect(data.localContact).toEqual({
      status: 'LIVE',
      desk: { name: 'Guichet du Pays ajaccien (démonstration)' },
    });
    // It has no question for areas: it is asked commune by commune.
    const { coverage, desks, whiteZones, communeCount } = data.areaContact;
    expect(coverage).toEqual({ isComplete: true });
    expect(desks.map(({ desk }) => desk.name)).toContain('Guichet du Pays ajaccien (démonstration)');
    expect(Math.max(...desks.map((desk) => desk.communeCount)) + whiteZones.length).toBeLessThanOrEqual(communeCount);
  });
});
