import type { Caller } from '../../subgraphs/kit/identity';
import { withClient } from '../support/test-federation';
import { createTestFederation, type TestFederation } from '../support/test-federation';

const YEAR = 'period: { from: "2021-01", to: "2021-12" }';
const COVERAGE = '{ expected answered missing { code status } }';
const REGIONS = 'regions: ["53", "94"]';
const BUYER: Caller = { role: 'buyer', sirens: ['552081317'] };
/** What a year says of exits: one person twice, the last time dynamic; another one not; one who is still there. */
const OUTCOMES = `
  INSERT INTO outcome (origin, work_contract_id, stage, situation, observed_on)
  SELECT 'DEMONSTRATION', w.id, 'EXIT', CASE w.place WHEN 1 THEN 'OTHER_EXIT' WHEN 2 THEN 'OTHER_EXIT' WHEN 3 THEN 'STILL_EMPLOYED' ELSE 'DURABLE_EMPLOYMENT' END,
    date '2021-06-01' + w.place::integer
  FROM (SELECT DISTINCT ON (participant_id) id, dense_rank() OVER (ORDER BY participant_id) AS place FROM work_contract ORDER BY participant_id, id) w
  WHERE w.place <= 40`;

describe('version 3 of the regional schema, beside a region of version 2', () => {
  let hub: TestFederation;

  beforeAll(async () => {
    hub = await createTestFederation({ '53': { schemaVersion: '3' }, '94': { schemaVersion: '2' } });
    await inBretagne(`
      DELETE FROM outcome; ${OUTCOMES};
      INSERT INTO territory_strategy (origin, desk_id, title, decided_by, decided_on, valid_from, valid_to, hours_per_year, priority_sectors)
      SELECT 'ENTERED', id, title, 'Conseil communautaire', '2020-01-01', '2020-01-01', valid_to, 12000.5, '{BTP}'
      FROM (SELECT min(id) AS id FROM desk) d, (VALUES ('Stratégie', NULL::date)) s (title, valid_to);
      UPDATE contract SET notified_on = '2026-09-01', ends_on = '2028-01-31', kind = 'WORKS', amount_cents = 900000000, clause_type = NULL
        WHERE id = (SELECT min(id) FROM contract);
      UPDATE contract SET notified_on = '2026-09-02', cpv = '45210000', kind = NULL, amount_cents = 900000000, clause_type = NULL,
        obligation = 'EXEMPT', exemption_reason = 'OTHER' WHERE id = (SELECT min(id) + 1 FROM contract)`);
  }, 120_000);
  afterAll(() => hub.close());

  const inBretagne = (sql: string) => withClient(hub.member('53').databaseUrl, (client) => client.query(sql));
  const first = async <Row>(sql: string) => ((await inBretagne(sql)) as { rows: Row[] }).rows[0];

  it('breaks figures down by neighbourhood and amount, and says that the other region is outdated', async () => {
    for (const dimension of ['QPV', 'AMOUNT_BAND']) {
      const { data, errors } = await hub.ask<{
        consolidation: {
          total: { hoursDone: number };
          breakdown: { hoursDone: number }[];
          breakdownCoverage: object;
          coverage: object;
        };
      }>(
        `{ consolidation(${YEAR}, filter: { ${REGIONS} }, by: [${dimension}]) {
        total { hoursDone } coverage ${COVERAGE} breakdown { figures { hoursDone } } breakdownCoverage ${COVERAGE} } }`.replace(
          'figures { hoursDone }',
          'hoursDone: figures { hoursDone }',
        ),
      );
      expect(errors).toEqual([]);
      const outdated = { expected: 2, answered: 1, missing: [{ code: '94', status: 'OUTDATED_SCHEMA' }] };
      expect(data.consolidation).toMatchObject({ coverage: outdated, breakdownCoverage: outdated });
      const cells = data.consolidation.breakdown as unknown as { hoursDone: { hoursDone: number } }[];
      expect(cells.length).toBeGreaterThan(1);
      const sum = cells.reduce((all, cell) => all + Math.round(cell.hoursDone.hoursDone * 100), 0);
      expect(sum).toBe(Math.round(data.consolidation.total.hoursDone * 100));
    }
  });

  it('counts outcomes once for each person, and only of the region that says them', async () => {
    const question = `{ consolidation(${YEAR}, filter: { ${REGIONS} }) {
      total { hoursDone } coverage { answered } outcomes { stage known dynamicShare masked } outcomesCoverage ${COVERAGE} } }`;
    const wanted = await first<{ known: number; dynamic: number }>(`
      SELECT count(DISTINCT w.participant_id)::integer AS known,
        (count(DISTINCT w.participant_id) FILTER (WHERE x.situation = 'DURABLE_EMPLOYMENT'))::integer AS dynamic
      FROM outcome x JOIN work_contract w ON w.id = x.work_contract_id WHERE x.situation <> 'STILL_EMPLOYED'`);
    expect(wanted?.known).toBeGreaterThan(10);
    const { data, errors } = await hub.ask<{ consolidation: object }>(question);
    expect(errors).toEqual([]);
    expect(data.consolidation).toMatchObject({
      coverage: { answered: 2 },
      outcomesCoverage: { expected: 2, answered: 1, missing: [{ code: '94', status: 'OUTDATED_SCHEMA' }] },
      outcomes: [
        {
          stage: 'EXIT',
          known: wanted?.known,
          dynamicShare: (wanted?.dynamic ?? 0) / (wanted?.known ?? 1),
          masked: null,
        },
        { stage: 'SIX_MONTHS', known: 0, dynamicShare: null },
        { stage: 'TWELVE_MONTHS', known: 0, dynamicShare: null },
      ],
    });
    const seen = await hub.askAs<{ consolidation: { outcomes: { known: number | null; masked: string | null }[] } }>(
      { role: 'desk', region: '94', desk: '94-1' },
      question,
    );
    const [exit, later] = seen.data.consolidation.outcomes;
    // Two persons had another exit: the share would give them away.
    expect(exit).toMatchObject({
      known: Math.floor((wanted?.known ?? 0) / 5) * 5,
      dynamicShare: null,
      masked: 'BELOW_THRESHOLD',
    });
    expect(later).toMatchObject({ known: null, masked: 'BELOW_THRESHOLD' });
  });

  it('lists contracts by their days, and those that lack a clause or a reason for none', async () => {
    const list = (filter: string) =>
      hub.ask<{
        contracts: { edges: { node: { id: string; endsOn: string } }[]; totalCount: number | null; coverage: object };
      }>(
        `{ contracts(filter: { ${REGIONS}, ${filter} }) { edges { node { id endsOn kind obligation exemptionReason decp } } totalCount coverage ${COVERAGE} } }`,
      );
    const lowest = await first<{ id: string }>('SELECT min(id)::text AS id FROM contract');
    for (const filter of [
      'clauseMissing: true',
      'endsFrom: "2028-01-31", endsTo: "2028-01-31"',
      'notifiedFrom: "2026-09-01", notifiedTo: "2026-09-01"',
    ]) {
      const { data, errors } = await list(filter);
      expect(errors).toEqual([]);
      expect(data.contracts.edges.map(({ node }) => node.id)).toEqual([`53-${lowest?.id}`]);
      expect(data.contracts.coverage).toMatchObject({
        answered: 1,
        missing: [{ code: '94', status: 'OUTDATED_SCHEMA' }],
      });
      // Nobody knows how many there are while a region cannot be asked.
      expect(data.contracts.totalCount).toBeNull();
    }
    const { errors } = await list('endsFrom: "2028-01-31", endsTo: "2027-01-31"');
    expect(errors[0]?.extensions?.['code']).toBe('PERIOD_OUT_OF_ORDER');
    const { data } = await list('sectors: ["BTP"]');
    expect(data.contracts.coverage).toMatchObject({ answered: 2 });
  });

  it('shows the strategies of territories to whoever is signed in, and nothing where the version lacks them', async () => {
    const question =
      '{ regions(codes: ["53", "94"]) { code network { coordinationName strategies { title decidedBy hoursPerYear prioritySectors desk { id } } records { title } } } }';
    const { data, errors } = await hub.askAs<{
      regions: { network: { strategies: object[] | null; records: object[] | null } }[];
    }>(BUYER, question);
    expect(errors).toEqual([]);
    const [bretagne, corse] = data.regions;
    expect(bretagne?.network.strategies).toEqual([
      {
        title: 'Stratégie',
        decidedBy: 'Conseil communautaire',
        hoursPerYear: 12000.5,
        prioritySectors: ['BTP'],
        desk: { id: expect.stringMatching(/^53-/) },
      },
    ]);
    expect(bretagne?.network.records).toEqual([]);
    expect(corse?.network).toMatchObject({ strategies: null, records: null });
    const unsigned = await hub.askAs({ role: 'public' }, question);
    expect(unsigned.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
