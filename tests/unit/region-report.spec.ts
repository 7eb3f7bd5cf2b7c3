import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import type { GatewayClient } from '../../cli/client';
import { readRegionReport, regionDocument } from '../../cli/reports';
import { nationalTypesSchema } from '../../schema/generator/print-codegen-schemas';

const asked: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }[] = [];
const missing = [{ code: '53', name: 'Bretagne', status: 'TIMEOUT' }];
const coverage = { expected: 1, answered: 0, missing, desksExpected: null, desksReporting: null, isComplete: false };
const ABSENT = {
  regions: [{ code: '53', name: 'Bretagne', status: 'TIMEOUT', network: null, correspondents: [] }],
  consolidation: {
    total: null,
    regions: null,
    coverage,
    breakdown: null,
    breakdownCoverage: null,
    outcomes: null,
    outcomesCoverage: null,
  },
  contracts: { edges: null, pageInfo: null, coverage: null, totalCount: null },
  mobilisationRequests: {
    edges: [
      {
        node: {
          siren: '552081317',
          title: '=1+1',
          departement: '29',
          state: 'ANNOUNCED',
          nextActor: 'COORDINATION',
          isLate: true,
          announcedAt: '2026-11-01T08:00:00.000Z',
          dueAt: null,
          proposedSizing: { hours: 833 },
          agreedSizing: null,
        },
      },
    ],
    pageInfo: { hasNextPage: false, endCursor: null },
  },
};

const gateway: GatewayClient = {
  url: 'http://127.0.0.1/graphql',
  ask: (query, variables, schema) => {
    asked.push({ query, variables });
    return Promise.resolve(schema.parse(ABSENT) as never);
  },
};

describe('the extract of a region that does not answer', () => {
  const document = readRegionReport(gateway, { region: '53', year: 2026, siren: '552081317' }).then(regionDocument);
  const rowsOf = async (title: string) => (await document).chapters.find((chapter) => chapter.title === title)?.rows;

  it('asks what the national schema has, of that region and buyer alone', async () => {
    await document;
    const schema = buildSubgraphSchema([{ typeDefs: parse(nationalTypesSchema()) }]);
    expect(asked.flatMap(({ query }) => validate(schema, parse(query)).map(({ message }) => message))).toEqual([]);
    const filters = asked.map(({ variables }) => variables['filter']).filter((filter) => filter !== undefined);
    expect(filters).toHaveLength(8);
    expect(JSON.stringify(filters)).not.toContain('null');
    expect(filters.every((filter) => JSON.stringify(filter).includes('["53"]'))).toBe(true);
    expect(filters.every((filter) => JSON.stringify(filter).includes('552081317'))).toBe(true);
  });

  it('says so first, and shows nothing of it as 0 or as complete', async () => {
    const { notices, isPartial, chapters } = await document;
    expect([isPartial, notices]).toEqual([
      true,
      ['Chiffres partiels : 1 région(s) absente(s), Bretagne (n’a pas répondu à temps).'],
    ]);
    expect(await rowsOf('Synthèse')).toContainEqual(['Heures réalisées en 2026', 'non connu']);
    expect(await rowsOf('Synthèse')).toContainEqual(['Communes sans guichet', 'non connu']);
    expect(await rowsOf('Zones blanches')).toEqual([['non connu']]);
    expect(await rowsOf('Mois')).toEqual([[null, 'non connu']]);
    expect(chapters.flatMap(({ rows }) => rows.flat())).not.toContain(0);
    expect(await rowsOf('Méthode et couverture')).toContainEqual([
      'Couverture des marchés',
      'aucune région n’a répondu',
    ]);
  });

  it('lists the requests that wait there all the same: the national level keeps them', async () => {
    expect(await rowsOf('Demandes de mobilisation')).toEqual([
      ['552081317', '=1+1', '29', 'annoncée', 'coordination', 'oui', '2026-11-01T08:00:00.000Z', 833, null],
    ]);
  });
});
