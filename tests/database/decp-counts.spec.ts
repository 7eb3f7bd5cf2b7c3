import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { REGIONS } from '../../subgraphs/kit/regions';
import { importDecp, type DecpReport } from '../../subgraphs/regional/decp-import';
import { createTestDatabase } from '../support/database';

const OURS = join(__dirname, '../support/decp/contracts-with-defects.csv');
/** An extract of real contracts, not part of the project: used where it lies beside it. */
const REAL = join(__dirname, '../../../shared/data/decp/decp_2024H2_travaux_cpv4521.csv');

/** What a file is known to hold. */
interface Facts {
  /** Regions to import into: every one that the file has contracts for. */
  readonly regions: readonly string[];
  readonly rows: number;
  readonly contracts: number;
  readonly rejectedByReason: Readonly<Record<string, number>>;
}
const OF_OURS: Facts = {
  regions: ['04', '53', '84', '94'],
  rows: 26,
  contracts: 20,
  rejectedByReason: {
    AMOUNT_INVALID: 4,
    BUYER_SIRET_INVALID: 1,
    COLUMN_COUNT: 2,
    CONTRACT_ID_MISSING: 1,
    DATE_INVALID: 2,
    REGION_MISSING: 1,
    REGION_OUTSIDE_SCOPE: 3,
    TEST_ROW: 1,
  },
};
const OF_REAL: Facts = {
  regions: REGIONS.map(({ code }) => code),
  rows: 8957,
  contracts: 5180,
  rejectedByReason: { BUYER_SIRET_INVALID: 12, REGION_MISSING: 9, REGION_OUTSIDE_SCOPE: 14, TEST_ROW: 6 },
};

/** Distinct contracts by region of the buyer, counted without any of the import's code. */
function countIndependently(path: string): Map<string, number> {
  const rows = parse(readFileSync(path), { bom: true, relax_column_count: true, skip_empty_lines: true });
  const uids = new Map<string, Set<string>>();
  for (const row of rows) {
    const [uid = '', , , , buyer, name, , , amount, date = '', , , , , , region = ''] = row;
    const isSound =
      row.length === 17 && uid.trim() !== '' && name !== 'ATEXO' && buyer !== '00000103200011' && Number(amount) >= 0;
    const isDate = new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false;
    if (!isSound || !isDate || Number(amount) > 1e10) continue;
    const code = region.padStart(2, '0');
    uids.set(code, (uids.get(code) ?? new Set<string>()).add(uid));
  }
  return new Map([...uids].map(([region, contracts]) => [region, contracts.size]));
}

const FILES: [string, string, Facts][] = [['our file of defects', OURS, OF_OURS]];
if (existsSync(REAL)) FILES.push(['an extract of real contracts', REAL, OF_REAL]);

describe.each(FILES)('counting %s by region', (_, path, facts) => {
  const databases = new Map<string, { url: string; close(): Promise<void> }>();
  let first: DecpReport;
  let second: DecpReport;

  const connect = async (region: string): Promise<Client> => {
    const client = new Client(databases.get(region)?.url);
    await client.connect();
    return client;
  };

  beforeAll(async () => {
    for (const code of facts.regions) databases.set(code, await createTestDatabase('regional'));
    const settings = { path, regions: facts.regions, connect };
    first = await importDecp(settings);
    second = await importDecp(settings);
  }, 300_000);
  afterAll(async () => {
    for (const database of databases.values()) await database.close();
  }, 60_000);

  it('gives the counts by region that the file has, and no clause that it does not state', async () => {
    const expected = countIndependently(path);
    for (const code of facts.regions) {
      const client = await connect(code);
      const { rows } = await client.query<{ contracts: number; clauses: number; lots: number }>(
        `SELECT count(*)::int AS contracts, count(clause_type)::int AS clauses,
           (SELECT count(*)::int FROM lot) AS lots FROM contract`,
      );
      await client.end();
      const contracts = expected.get(code) ?? 0;
      expect({ code, ...rows[0] }).toEqual({ code, contracts, clauses: 0, lots: contracts });
      expect(first.regions.find((region) => region.code === code)).toMatchObject({ contracts, inserted: contracts });
    }
  });

  it('accounts for every row and every contract', () => {
    const { rows, contracts, rejected } = first;
    expect(rows).toEqual({ read: facts.rows, accepted: facts.rows - rejected.length, rejected: rejected.length });
    expect(contracts.found).toBe(facts.contracts);
    expect(contracts.imported + contracts.rejected).toBe(contracts.found);
    expect(first.rejectedByReason).toEqual(facts.rejectedByReason);
    expect(rejected.every(({ line, message }) => line > 1 && message !== '')).toBe(true);
  });

  it('writes nothing the second time', () => {
    expect(second.regions.map(({ rowsWritten }) => rowsWritten)).toEqual(facts.regions.map(() => 0));
    expect(second.rejected).toEqual(first.rejected);
    expect(second.warnings).toEqual(first.warnings);
  });
});
