import { join } from 'node:path';
import { Client } from 'pg';
import { importDecp, type DecpReport } from '../../subgraphs/regional/decp-import';
import { createTestDatabase } from '../support/database';

const fixture = (name: string): string => join(__dirname, '../support/decp', name);
const REGIONS = ['04', '53', '84'] as const;
type RegionCode = (typeof REGIONS)[number];

/** Everything that a second import could disturb. */
const SNAPSHOT = `
  SELECT 'buyer' AS kind, id, siren AS key, name AS value, updated_at FROM buyer
  UNION ALL SELECT 'contractor', id, siret, name, updated_at FROM contractor
  UNION ALL SELECT 'contract', id, external_id, title, updated_at FROM contract
  UNION ALL SELECT 'lot', id, contract_id::text, title, updated_at FROM lot
  UNION ALL SELECT 'holder', id, lot_id::text, contractor_id::text, updated_at FROM lot_contractor
  ORDER BY 1, 2`;

describe('importing the DECP into the books of the regions', () => {
  const databases = new Map<string, { url: string; close(): Promise<void> }>();
  const clients = new Map<RegionCode, Client>();

  beforeAll(async () => {
    for (const region of REGIONS) {
      const database = await createTestDatabase('regional');
      databases.set(region, database);
      const client = new Client(database.url);
      await client.connect();
      clients.set(region, client);
    }
  });
  afterAll(async () => {
    for (const client of clients.values()) await client.end();
    for (const database of databases.values()) await database.close();
  });
  beforeEach(async () => {
    for (const client of clients.values())
      await client.query('TRUNCATE lot_contractor, hour_commitment, lot, contract, contractor, buyer, desk CASCADE');
  });

  const connect = async (region: string): Promise<Client> => {
    const client = new Client(databases.get(region)?.url);
    await client.connect();
    return client;
  };
  const importFixture = (name: string, regions: readonly string[] = REGIONS): Promise<DecpReport> =>
    importDecp({ path: fixture(name), regions, connect });
  const rowsOf = async (region: RegionCode, query: string): Promise<Record<string, unknown>[]> =>
    (await clients.get(region)?.query<Record<string, unknown>>(query))?.rows ?? [];

  it('puts each contract once in its region and accounts for every row', async () => {
    const report = await importFixture('contracts-with-defects.csv');
    expect(report).toMatchObject({
      file: 'contracts-with-defects.csv',
      format: 'CSV',
      lineUnit: 'LINE',
      rows: { read: 26, accepted: 10, rejected: 16 },
      contracts: { found: 20, imported: 8, rejected: 12 },
      rejectedByReason: { TEST_ROW: 1, REGION_OUTSIDE_SCOPE: 3, REGION_NOT_CONNECTED: 1, COLUMN_COUNT: 2 },
    });
    expect(report.regions.map(({ code, contracts, inserted }) => [code, contracts, inserted])).toEqual([
      ['04', 2, 2],
      ['53', 5, 5],
      ['84', 1, 1],
    ]);
    expect(report.rejected).toContainEqual({
      line: 24,
      uid: '000001065000102024-18',
      reason: 'REGION_NOT_CONNECTED',
      message: 'Region 94 has no books here.',
      value: '94',
    });
  });

  it('writes the contract with its buyer, one lot and its holders', async () => {
    await importFixture('contracts-with-defects.csv');
    expect(
      await rowsOf(
        '53',
        `SELECT c.title, c.origin, c.source, c.desk_id, c.clause_type, c.amount_cents, c.notified_on::text, c.sector, c.cpv,
           c.duration_months, c.place_kind, c.departement_code, b.name AS buyer, b.kind, b.siret, l.number,
           array_agg(k.name || ' ' || h.role ORDER BY k.siret) AS holders
         FROM contract c JOIN buyer b ON b.id = c.buyer_id JOIN lot l ON l.contract_id = c.id
         JOIN lot_contractor h ON h.lot_id = l.id JOIN contractor k ON k.id = h.contractor_id
         WHERE c.external_id = '000001016000132024-1' GROUP BY c.id, b.id, l.id`,
      ),
    ).toEqual([
      {
        title: 'Marché 2024-1',
        origin: 'DECP',
        source: 'DECP',
        desk_id: null,
        clause_type: null,
        amount_cents: '5000000',
        notified_on: '2024-09-02',
        sector: 'BTP',
        cpv: '45214200',
        duration_months: 12,
        place_kind: null,
        departement_code: '29',
        buyer: 'Commune de Kerbihan',
        kind: 'UNKNOWN',
        siret: '00000101600013',
        number: 1,
        holders: ['Entreprise Le Goff HOLDER', 'Bâtir, Couvrir & Cie HOLDER'],
      },
    ]);
  });

  it('marks no clause when the source has no such column', async () => {
    await importFixture('contracts-with-defects.csv');
    for (const region of REGIONS)
      expect(await rowsOf(region, 'SELECT 1 FROM contract WHERE clause_type IS NOT NULL')).toEqual([]);
  });

  it('marks the clauses that the source states, and no other', async () => {
    await importFixture('contracts-2.0.3.json');
    expect(
      await rowsOf('53', `SELECT right(external_id, -14) AS id, clause_type FROM contract ORDER BY external_id`),
    ).toEqual([
      { id: 'J-1', clause_type: 'CONDITION_AND_CRITERION' },
      { id: 'J-11', clause_type: null },
      { id: 'J-2', clause_type: null },
      { id: 'J-3', clause_type: null },
      { id: 'J-4', clause_type: 'EXECUTION_CONDITION' },
      { id: 'J-5', clause_type: 'AWARD_CRITERION' },
    ]);
  });

  it.each(['contracts-with-defects.csv', 'contracts-with-places.csv', 'contracts-2.0.3.json', 'contracts-flat.json'])(
    'changes nothing when %s is imported twice',
    async (name) => {
      const first = await importFixture(name);
      const before = await Promise.all(REGIONS.map((region) => rowsOf(region, SNAPSHOT)));
      const second = await importFixture(name);
      expect(await Promise.all(REGIONS.map((region) => rowsOf(region, SNAPSHOT)))).toEqual(before);
      expect(second.regions).toEqual(
        first.regions.map(({ code, contracts }) => ({
          code,
          contracts,
          inserted: 0,
          updated: 0,
          unchanged: contracts,
          rowsWritten: 0,
          movedAway: 0,
        })),
      );
      expect(second.rejected).toEqual(first.rejected);
    },
  );

  it('updates a contract that the source changed, and what the source leaves out stays', async () => {
    await importFixture('contracts-2.0.3.json');
    await clients
      .get('53')
      ?.query(`UPDATE contract SET amount_cents = 1, clause_type = 'ANRU_CHARTER' WHERE external_id LIKE '%J-2'`);
    const report = await importFixture('contracts-2.0.3.json');
    expect(report.regions.find(({ code }) => code === '53')).toMatchObject({ updated: 1, unchanged: 5, inserted: 0 });
    expect(await rowsOf('53', `SELECT amount_cents, clause_type FROM contract WHERE external_id LIKE '%J-2'`)).toEqual([
      { amount_cents: '9000050', clause_type: 'ANRU_CHARTER' },
    ]);
  });

  it('never changes a row of another origin', async () => {
    await clients.get('53')?.query(`
      INSERT INTO buyer (siren, name, kind, origin) VALUES ('000001016', 'SIREN 000001016', 'STATE', 'DEMONSTRATION');
      INSERT INTO contractor (siret, name, origin) VALUES ('00000901900019', 'SIRET 00000901900019', 'ENTERED')`);
    await importFixture('contracts-with-defects.csv');
    expect(await rowsOf('53', `SELECT name, kind, origin, siret FROM buyer WHERE siren = '000001016'`)).toEqual([
      { name: 'SIREN 000001016', kind: 'STATE', origin: 'DEMONSTRATION', siret: null },
    ]);
    expect(await rowsOf('53', `SELECT name, origin FROM contractor WHERE siret = '00000901900019'`)).toEqual([
      { name: 'SIRET 00000901900019', origin: 'ENTERED' },
    ]);
  });

  it('names a buyer known only by its number once a file gives its name', async () => {
    await importFixture('contracts-2.0.3.json');
    expect(await rowsOf('53', 'SELECT name FROM buyer')).toEqual([{ name: 'SIREN 000001024' }]);
    await clients.get('53')?.query(`UPDATE contractor SET name = 'SIRET ' || siret`);
    await importFixture('contracts-flat.json');
    expect(await rowsOf('53', `SELECT name FROM contractor WHERE siret = '00000907600019'`)).toEqual([
      { name: 'Net Ouest' },
    ]);
  });

  it('keeps what a desk entered on an imported contract', async () => {
    await importFixture('contracts-flat.json');
    await clients.get('53')?.query(`
      INSERT INTO desk (name, host_type, opened_on, origin) VALUES ('Guichet de Kerbihan', 'MDE', '2020-01-01', 'ENTERED');
      UPDATE contract SET desk_id = (SELECT id FROM desk);
      INSERT INTO hour_commitment (lot_id, month, hours, origin) SELECT id, '2024-09-01', 10, 'ENTERED' FROM lot`);
    const report = await importFixture('contracts-flat.json');
    expect(report.regions.find(({ code }) => code === '53')).toMatchObject({ rowsWritten: 0 });
    expect(await rowsOf('53', 'SELECT count(*)::int FROM contract WHERE desk_id IS NOT NULL')).toEqual([{ count: 3 }]);
    expect(await rowsOf('53', 'SELECT count(*)::int FROM hour_commitment')).toEqual([{ count: 3 }]);
  });

  describe('a contract that the books hold in another region', () => {
    // P-1 of the file is executed in region 84; here an earlier file had placed it with its Breton buyer.
    beforeEach(async () => {
      await clients.get('53')?.query(`
        INSERT INTO buyer (siren, name, kind, origin) VALUES ('000001016', 'Commune de Kerbihan', 'UNKNOWN', 'DECP');
        INSERT INTO contract (buyer_id, source, external_id, title, sector, origin)
          SELECT id, 'DECP', '00000101600013P-1', 'Marché P-1', 'BTP', 'DECP' FROM buyer;
        INSERT INTO lot (contract_id, title, origin) SELECT id, title, 'DECP' FROM contract`);
    });
    const holdersOf = (region: RegionCode) =>
      rowsOf(region, `SELECT 1 FROM contract WHERE external_id = '00000101600013P-1'`);

    it('moves to the place of execution when nobody worked on it', async () => {
      const report = await importFixture('contracts-with-places.csv');
      expect(report.regions.find(({ code }) => code === '53')).toMatchObject({ movedAway: 1 });
      expect(await holdersOf('53')).toHaveLength(0);
      expect(await holdersOf('84')).toHaveLength(1);
    });

    it('stays, with a warning, when hours were entered on it', async () => {
      await clients
        .get('53')
        ?.query(
          `INSERT INTO hour_commitment (lot_id, month, hours, origin) SELECT id, '2024-09-01', 10, 'ENTERED' FROM lot`,
        );
      const report = await importFixture('contracts-with-places.csv');
      expect(report.warnings).toContainEqual(
        expect.objectContaining({ code: 'REGION_KEPT', uid: '00000101600013P-1', value: '84' }),
      );
      expect(await holdersOf('53')).toHaveLength(1);
      expect(await holdersOf('84')).toHaveLength(0);
    });
  });

  it('reports the contracts of a region that cannot be written, and imports the others', async () => {
    const report = await importDecp({
      path: fixture('contracts-with-defects.csv'),
      regions: ['53', '84'],
      connect: (region) => (region === '84' ? Promise.reject(new Error('connection refused')) : connect(region)),
    });
    expect(report.regions.map(({ code, inserted }) => [code, inserted])).toEqual([['53', 5]]);
    expect(report.rejectedByReason).toMatchObject({ REGION_UNAVAILABLE: 1, REGION_NOT_CONNECTED: 3 });
  });

  it('leaves the books of a region as they were when one statement fails', async () => {
    await clients.get('53')?.query(`ALTER TABLE lot_contractor ADD CONSTRAINT ck_trial CHECK (lot_id < 0)`);
    try {
      const report = await importFixture('contracts-with-defects.csv');
      expect(report.rejectedByReason).toMatchObject({ REGION_UNAVAILABLE: 7 });
      expect(await rowsOf('53', SNAPSHOT)).toEqual([]);
      expect(await rowsOf('84', 'SELECT count(*)::int FROM contract')).toEqual([{ count: 1 }]);
    } finally {
      await clients.get('53')?.query('ALTER TABLE lot_contractor DROP CONSTRAINT ck_trial');
    }
  });

  it('writes nothing when the file is not one of the DECP', async () => {
    await expect(importFixture('absent.csv')).rejects.toMatchObject({ code: 'IMPORT_FILE_UNREADABLE' });
  });
});
