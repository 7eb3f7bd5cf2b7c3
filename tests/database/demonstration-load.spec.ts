import { Client } from 'pg';
import {
  demonstrationTargets,
  generateRegion,
  loadDemonstration,
  type DemonstrationProgress,
} from '../../subgraphs/regional/demonstration';
import { createTestDatabase, type TestDatabase } from '../support/database';

const CHOICE = { scale: 'small', seed: 7 } as const;

describe('loading the demonstration', () => {
  let database: TestDatabase;
  let client: Client;

  beforeEach(async () => {
    database = await createTestDatabase('regional');
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.close();
  });

  const countOf = async (table: string): Promise<number> => {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    return Number(rows[0]?.count);
  };
  const foreignKeys = async (): Promise<unknown[]> => {
    const { rows } = await client.query(
      `SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated
         FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2`,
    );
    return rows as unknown[];
  };

  it('fills every table with the generated rows and keeps the constraints', async () => {
    const keys = await foreignKeys();
    const steps: DemonstrationProgress[] = [];

    const outcome = await loadDemonstration(client, '53', { ...CHOICE, onProgress: (step) => steps.push(step) });

    const { tables } = generateRegion('53', CHOICE);
    for (const table of tables)
      expect([table.name, await countOf(table.name)]).toEqual([table.name, [...table.rows()].length]);
    expect(outcome).toMatchObject({ status: 'loaded', rows: steps.at(-1)?.rows });
    expect(steps.map(({ table }) => table)).toEqual(tables.map(({ name }) => name));
    expect(await foreignKeys()).toEqual(keys);
  });

  it('gives SQL the exact figures of the year', async () => {
    await loadDemonstration(client, '53', CHOICE);
    const { rows } = await client.query(
      `SELECT (sum(h.hours) * 100)::integer AS "hoursDone",
              count(DISTINCT w.id)::integer AS "workContracts",
              count(DISTINCT w.participant_id)::integer AS participants,
              count(DISTINCT w.participant_id) FILTER (WHERE p.sex = 'F')::integer AS women,
              count(DISTINCT c.id)::integer AS contracts,
              count(DISTINCT c.operation_id)::integer AS operations,
              count(DISTINCT b.siren)::integer AS buyers
         FROM hour_entry h
         JOIN work_contract w ON w.id = h.work_contract_id
         JOIN participant p ON p.id = w.participant_id
         JOIN lot l ON l.id = w.lot_id
         JOIN contract c ON c.id = l.contract_id
         JOIN buyer b ON b.id = c.buyer_id
        WHERE h.month BETWEEN '2021-01-01' AND '2021-12-01'`,
    );
    expect(demonstrationTargets('small').regions.get('53')?.years.get(2021)).toMatchObject(rows[0] as object);
  });

  it('leaves the next identifier free for what a desk enters', async () => {
    await loadDemonstration(client, '53', CHOICE);
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO desk (origin, name, host_type, opened_on) VALUES ('ENTERED', 'Un guichet', 'MDE', '2023-01-01') RETURNING id`,
    );
    expect(Number(rows[0]?.id)).toBe(await countOf('desk'));
  });

  it('does nothing the second time, even after a desk has entered something', async () => {
    const first = await loadDemonstration(client, '53', CHOICE);
    await client.query(
      `INSERT INTO desk (origin, name, host_type, opened_on) VALUES ('ENTERED', 'Un guichet', 'MDE', '2023-01-01')`,
    );
    expect(await loadDemonstration(client, '53', CHOICE)).toEqual({ ...first, status: 'already-loaded' });
  });

  it.each([
    ['another seed', '53', { scale: 'small', seed: 8 }],
    ['another scale', '53', { scale: 'full', seed: 7 }],
    ['another region', '94', CHOICE],
  ] as const)('refuses %s over the one that is there', async (_, region, choice) => {
    await loadDemonstration(client, '53', CHOICE);
    const before = await countOf('hour_entry');
    await expect(loadDemonstration(client, region, choice)).rejects.toMatchObject({ code: 'DEMONSTRATION_CONFLICT' });
    expect(await countOf('hour_entry')).toBe(before);
  });

  it('refuses a database that holds rows of its own, and changes nothing', async () => {
    await client.query(
      `INSERT INTO buyer (origin, siren, name, kind) VALUES ('DECP', '552081317', 'Un acheteur', 'UNKNOWN')`,
    );
    const keys = await foreignKeys();
    await expect(loadDemonstration(client, '53', CHOICE)).rejects.toMatchObject({
      code: 'DEMONSTRATION_CONFLICT',
      message: expect.stringContaining('has rows in buyer') as string,
    });
    expect(await countOf('desk')).toBe(0);
    expect(await countOf('demonstration_load')).toBe(0);
    expect(await foreignKeys()).toEqual(keys);
  });

  it('leaves an empty database when it fails half-way', async () => {
    const failing = loadDemonstration(client, '53', {
      ...CHOICE,
      onProgress: ({ table }) => {
        if (table === 'contract') throw new Error('stopped');
      },
    });
    await expect(failing).rejects.toThrow('stopped');
    expect(await countOf('desk')).toBe(0);
    expect(await loadDemonstration(client, '53', CHOICE)).toMatchObject({ status: 'loaded' });
  });

  it('lets two loaders take turns', async () => {
    const other = new Client({ connectionString: database.url });
    await other.connect();
    try {
      const outcomes = await Promise.all([client, other].map((each) => loadDemonstration(each, '94', CHOICE)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['already-loaded', 'loaded']);
    } finally {
      await other.end();
    }
  });
});
