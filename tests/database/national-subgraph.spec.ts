import type { Caller } from '../../subgraphs/kit/identity';
import { encodeScope } from '../../subgraphs/kit/scope';
import { ask, codesOf } from '../support/ask';
import { speakingAs, spokenTokens } from '../support/callers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { driftAfterRound } from '../support/migration-round';
import {
  fillNational,
  NATIONAL_ENTITIES,
  NATIONAL_MIGRATIONS,
  startNational,
  unreachableNetwork,
} from '../support/national-server';

describe('the migrations of the national level', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('empty');
  });
  afterAll(() => database.close());

  it('go up, down and up again, and agree with the entities', async () => {
    const given = { url: database.url, entities: NATIONAL_ENTITIES, migrations: NATIONAL_MIGRATIONS };
    expect(await driftAfterRound(given)).toEqual([]);
  });
});

describe('the national subgraph', () => {
  const network = unreachableNetwork(['11', '53']);
  let database: TestDatabase;
  let subgraph: Awaited<ReturnType<typeof startNational>>;
  beforeAll(async () => {
    database = await createTestDatabase('national');
    await fillNational(database.url, network);
    subgraph = await startNational(database.url, network);
  });
  afterAll(async () => {
    await subgraph.stop();
    await database.close();
  });

  it('loads its demonstration rows once', async () => {
    expect(await fillNational(database.url, network)).toBe(0);
  });

  it('says over HTTP that it holds demonstration rows', async () => {
    const answer = await ask(subgraph.url, '{ nationalBuyers { isDemonstration } }');
    expect(answer.data).toEqual({ nationalBuyers: [{ isDemonstration: true }] });
    expect(answer.headers.get('maillage-demonstration')).toBe('true');
  });

  it('gives a national buyer with its partnership, and null for a buyer without one', async () => {
    const query = `query ($siren: Siren!) {
      nationalBuyer(siren: $siren) { siren partnership { signedOn objectives { hours deadline } } } }`;
    const known = await ask(subgraph.url, query, { siren: '552081317' });
    expect(known.data).toEqual({
      nationalBuyer: {
        siren: '552081317',
        partnership: {
          signedOn: '2020-01-15',
          objectives: [
            { hours: 400000, deadline: '2029-12-31' },
            { hours: 150000, deadline: '2029-12-31' },
          ],
        },
      },
    });
    expect((await ask(subgraph.url, query, { siren: '732829320' })).data).toEqual({ nationalBuyer: null });
  });

  it('names the departmental correspondent of a commune where there is one, else the regional one', async () => {
    const query = `{
      nanterre: localContact(commune: "92050") { region { name } coordinator { organisation } }
      quimper: localContact(commune: "29232") { coordinator { organisation } }
      ajaccio: localContact(commune: "2A004") { coordinator { organisation } } }`;
    expect((await ask(subgraph.url, query)).data).toEqual({
      nanterre: {
        region: { name: 'Île-de-France' },
        coordinator: { organisation: 'Coordination départementale Hauts-de-Seine (démonstration)' },
      },
      quimper: { coordinator: { organisation: 'Coordination régionale Bretagne (démonstration)' } },
      ajaccio: { coordinator: null },
    });
  });

  it('lists the 18 regions of the law, with a network for members only', async () => {
    const answer = await ask<{ regions: { code: string; network: object | null }[] }>(
      subgraph.url,
      '{ regions { code network { __typename } } }',
    );
    expect(answer.data.regions).toHaveLength(18);
    expect(answer.data.regions.filter((region) => region.network !== null)).toEqual([
      { code: '11', network: { __typename: 'IleDeFranceNetwork' } },
      { code: '53', network: { __typename: 'BretagneNetwork' } },
    ]);
  });

  it('gives the code lists with French labels', async () => {
    const answer = await ask<{ codeLists: { entries: unknown[] }[] }>(
      subgraph.url,
      '{ codeLists(codes: ["HOST_TYPE"]) { code entries { code label } } }',
    );
    expect(answer.data.codeLists[0]?.entries).toContainEqual({ code: 'MDE', label: "Maison de l'emploi" });
  });

  const period = 'period: { from: "2021-01", to: "2021-12" }';
  it.each([
    ['REGION_UNKNOWN', `{ consolidation(${period}, filter: { regions: ["99"] }) { period { from } } }`],
    ['PERIOD_OUT_OF_ORDER', '{ consolidation(period: { from: "2021-12", to: "2021-01" }) { period { from } } }'],
    ['PERIOD_MALFORMED', '{ consolidation(period: { from: "2021-13", to: "2021-12" }) { period { from } } }'],
    ['PERIOD_TOO_LONG', '{ consolidation(period: { from: "2001-01", to: "2021-12" }) { period { from } } }'],
    ['TOO_MANY_PERIODS', '{ consolidations(periods: []) { period { from } } }'],
    ['DIMENSION_REPEATED', `{ consolidation(${period}, by: [SEX, SEX]) { period { from } } }`],
    ['TOO_MANY_DIMENSIONS', `{ consolidation(${period}, by: [SEX, MONTH, SECTOR, REGION]) { period { from } } }`],
    ['FILTER_VALUE_UNKNOWN', `{ consolidation(${period}, filter: { departements: ["99"] }) { period { from } } }`],
    ['COMMUNE_MALFORMED', '{ localContact(commune: "Quimper") { communeCode } }'],
    ['COMMUNE_UNKNOWN', '{ localContact(commune: "29999") { communeCode } }'],
    ['AREA_UNKNOWN', '{ areaContact(code: "29232") { name } }'],
    ['TOO_MANY_PLACES', `{ places(texts: [${'"Brest" '.repeat(51)}]) { __typename } }`],
    ['SIREN_MALFORMED', '{ nationalBuyer(siren: "552081318") { name } }'],
    ['PAGE_SIZE_OUT_OF_RANGE', '{ contracts(first: 1000) { __typename } }'],
    ['CURSOR_MALFORMED', '{ contracts(after: "xyz") { __typename } }'],
  ])('refuses bad input as %s', async (code, query) => {
    const answer = await ask(subgraph.url, query);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.errors[0]?.message).not.toMatch(/at \/|node_modules|stack/);
  });
});

describe('the national subgraph asked on behalf of somebody', () => {
  const network = unreachableNetwork(['53']);
  const membership = { version: 1, expected: ['53'], asked: ['53'] };
  const figures = encodeScope({ kind: 'FIGURES', from: '2021-01', to: '2021-01', filter: {}, by: [], membership });
  const references = [
    { __typename: 'Consolidation', scope: figures },
    { __typename: 'Figures', scope: encodeScope({ kind: 'TOTAL', counted: [], figures }) },
    { __typename: 'ContractConnection', scope: 'unreadable' },
    { __typename: 'ContractLookup', scope: 'unreadable' },
    { __typename: 'Region', code: '53' },
  ];
  const ENTITIES = `query ($references: [_Any!]!) { _entities(representations: $references) {
    ... on Consolidation { restrictedTo } ... on Figures { __typename } ... on ContractConnection { restrictedTo }
    ... on ContractLookup { __typename } ... on Region { name } } }`;
  const ROOTS = `{ consolidation(period: { from: "2021-01", to: "2021-01" }) { restrictedTo } contracts { restrictedTo }
    contract(id: "53-1") { __typename } nationalBuyers { siren } regions(codes: ["53"]) { name } }`;
  let database: TestDatabase;
  let subgraph: Awaited<ReturnType<typeof startNational>>;
  beforeAll(async () => {
    database = await createTestDatabase('national');
    await fillNational(database.url, network);
    subgraph = await startNational(database.url, network, spokenTokens);
  });
  afterAll(async () => {
    await subgraph.stop();
    await database.close();
  });

  /** Where an answer refuses: the places of references, or the fields at the root. */
  async function refusals(caller: Caller, query: string): Promise<unknown[]> {
    const answer = await ask<unknown>(subgraph.url, query, { references }, { authorization: speakingAs(caller) });
    expect(new Set(codesOf(answer))).toEqual(new Set(answer.errors.length === 0 ? [] : ['FORBIDDEN']));
    return [...new Set(answer.errors.map(({ path }) => (path?.[0] === '_entities' ? path[1] : path?.[0])))].sort();
  }

  it.each<[Caller, unknown[], unknown[]]>([
    [{ role: 'consolidator' }, [], []],
    [{ role: 'coordination', region: '53' }, [], ['nationalBuyers']],
    [{ role: 'approver' }, [2, 3], ['contract', 'contracts', 'nationalBuyers']],
    [{ role: 'auditor' }, [0, 1, 2, 3], ['consolidation', 'contract', 'contracts', 'nationalBuyers']],
    [{ role: 'public' }, [0, 1, 2, 3], ['consolidation', 'contract', 'contracts', 'nationalBuyers']],
  ])('refuses %j what its role does not allow, whatever the gateway let through', async (caller, entities, roots) => {
    expect(await refusals(caller, ENTITIES)).toEqual(entities);
    const answers = await Promise.all(
      ROOTS.slice(1, -1)
        .split(/\s(?=contracts|contract\(|nationalBuyers|regions)/)
        .map((field) => refusals(caller, `{ ${field} }`)),
    );
    expect(answers.flat().sort()).toEqual(roots);
  });
});
