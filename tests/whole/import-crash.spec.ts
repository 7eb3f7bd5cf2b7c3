import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { REGIONAL_MIGRATIONS } from '../../migrations/regional';
import { migrateDatabase, REGIONAL_ROLES } from '../../subgraphs/kit/postgres';
import { ensureDatabases, type EmbeddedPostgres, startEmbeddedPostgres } from '../../subgraphs/kit/postgres/embedded';
import { createTemporaryFolder } from '../support/temporary-folder';

const MAIN = join(__dirname, '..', '..', 'dist', 'subgraphs', 'regional', 'import-main.js');
/** `npm test` kills a few times, `npm run faults:import` two hundred times. */
const KILLS = Number(process.env['MAILLAGE_IMPORT_KILLS'] ?? 3);
const WORK_CONTRACTS = 400;
const MONTHS = 12;
const ROWS = WORK_CONTRACTS * MONTHS;
const VICTIMS = ['the importer', 'a backend', 'the postmaster'] as const;

/** Books with parents for the hours of the file, and no hours. */
const PARENTS = `
  INSERT INTO desk (id, origin, reference, name, host_type, opened_on) VALUES (1, 'ENTERED', 'D', 'Guichet', 'MDE', '2015-01-01');
  INSERT INTO facilitator (origin, desk_id, name, started_on) VALUES ('ENTERED', 1, 'F', '2015-01-01');
  INSERT INTO buyer (id, origin, siren, name, kind) VALUES (1, 'ENTERED', '552081317', 'Acheteur', 'STATE');
  INSERT INTO contractor (id, origin, siret, name) VALUES (1, 'ENTERED', '40000000000010', 'Entreprise');
  INSERT INTO contract (id, origin, desk_id, reference, buyer_id, title, sector) VALUES (1, 'ENTERED', 1, 'M', 1, 'Marché', 'BTP');
  INSERT INTO lot (id, origin, contract_id, title) VALUES (1, 'ENTERED', 1, 'Lot');
  INSERT INTO participant (id, origin, desk_id, reference, pseudonym, sex, education_level, criterion)
    SELECT n, 'ENTERED', 1, 'P' || n, 'P' || n, 'F', 'LEVEL_3', 'RSA' FROM generate_series(1, ${WORK_CONTRACTS}) n;
  INSERT INTO work_contract (origin, desk_id, reference, participant_id, lot_id, employer_id, type, execution_mode, starts_on)
    SELECT 'ENTERED', 1, 'W' || id, id, 1, 1, 'CDDI', 'DIRECT_HIRE', '2024-01-01' FROM participant`;

/** Everything that an import of hours writes, as one text; identifiers and moments left out. */
const CHECKSUM = `SELECT md5(coalesce(string_agg(line, ';' ORDER BY line), '')) AS checksum, count(*)::int AS count FROM (
  SELECT concat_ws('/', 'h', w.reference, h.month, h.hours, h.state, h.validated_by, h.origin) AS line
    FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id
  UNION ALL SELECT concat_ws('/', 'y', year, work_contract_id, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12)
    FROM work_year
  UNION ALL SELECT concat_ws('/', 'r', kind, file_sha256, rows_read, rows_added) FROM import_run) lines`;

describe('an import that is killed', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let postgres: EmbeddedPostgres;
  const file = (name: string) => join(folder.path, name);
  const startPostgres = () =>
    startEmbeddedPostgres({ dataDirectory: file('postgres'), durability: 'durable', searchPath: process.env['PATH'] });

  /** The books as their owner, at the address of the server that runs now. */
  const GRANT = { database: 'books', role: 'books', password: 'books-test-password', mayBecome: REGIONAL_ROLES };
  const urlOf = () => `postgres://${GRANT.role}:${GRANT.password}@127.0.0.1:${postgres.port}/${GRANT.database}`;
  const ask = async <Row extends object>(sql: string): Promise<Row[]> => {
    for (let tries = 0; ; tries += 1) {
      const client = new Client({ connectionString: urlOf() });
      client.on('error', () => undefined);
      try {
        await client.connect();
        const { rows } = await client.query<Row>(sql);
        return rows;
      } catch (error) {
        // The server recovers after a backend was killed.
        if (tries >= 100) throw error;
        await sleep(50);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  };
  const stateOf = async () => (await ask<{ checksum: string; count: number }>(CHECKSUM))[0];

  const startImport = () => {
    writeFileSync(file('regions.json'), JSON.stringify([{ code: '53', databaseUrl: urlOf(), port: 0 }]));
    const env = {
      ...process.env,
      REGIONS_FILE: file('regions.json'),
      REGION: '53',
      MAPPING_FILE: file('mapping.json'),
      REPORT_FILE: file('report.json'),
    };
    return fork(MAIN, ['hours', file('heures.csv')], { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  };

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    const columns = { workContract: 'Contrat', month: 'Mois', hours: 'Heures', state: 'Validé', validatedBy: 'Par' };
    const mapping = { constants: { desk: 'D' }, columns, codes: { state: { oui: 'VALIDATED' } }, months: ['M/yyyy'] };
    writeFileSync(file('mapping.json'), JSON.stringify(mapping));
    const lines = Array.from(
      { length: ROWS },
      (_, index) => `W${Math.floor(index / MONTHS) + 1};${(index % MONTHS) + 1}/2024;${20 + (index % 100)},25;oui;F`,
    );
    writeFileSync(file('heures.csv'), ['Contrat;Mois;Heures;Validé;Par', ...lines, ''].join('\n'));
    postgres = await startPostgres();
    await ensureDatabases(postgres.adminUrl, [GRANT]);
    await migrateDatabase(urlOf(), REGIONAL_MIGRATIONS);
    await ask(PARENTS);
  }, 120_000);
  afterAll(async () => {
    await postgres.stop();
    await folder.remove();
  });

  it(`leaves the books as before or as after, at ${KILLS} random points, and ends in the same state when it runs again`, async () => {
    const before = await stateOf();
    const startedAt = performance.now();
    expect(await once(startImport(), 'exit')).toEqual([0, null]);
    const whole = performance.now() - startedAt;
    const after = await stateOf();
    expect(after?.count).toBe(ROWS + WORK_CONTRACTS + 1);
    const outcomes = { before: 0, after: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      await ask('TRUNCATE hour_entry, work_year, import_run, change_record');
      expect(await stateOf()).toEqual(before);
      const child = startImport();
      const ended = once(child, 'exit');
      await sleep(Math.random() * whole);
      await killOne(VICTIMS[kill % VICTIMS.length] ?? 'the importer', child.pid);
      await ended;
      const found = await stateOf();
      const known = [before, after].find((state) => state?.checksum === found?.checksum);
      expect({ kill, victim: VICTIMS[kill % VICTIMS.length], found: known ?? found }).toEqual({
        kill,
        victim: VICTIMS[kill % VICTIMS.length],
        found: known === undefined ? 'the books as before or as after' : known,
      });
      outcomes[known === after ? 'after' : 'before'] += 1;
      expect(await once(startImport(), 'exit')).toEqual([0, null]);
      // What was taken before it was killed is taken again as a file without changes: one run more.
      expect((await stateOf())?.count).toBe((after?.count ?? 0) + (known === after ? 1 : 0));
    }
    if (KILLS > 10)
      process.stderr.write(`${KILLS} kills: ${outcomes.before} left nothing, ${outcomes.after} all of it\n`);
  }, 3_600_000);

  async function killOne(victim: (typeof VICTIMS)[number], importer: number | undefined): Promise<void> {
    switch (victim) {
      case 'the importer':
        if (importer !== undefined) killProcess(importer);
        return;
      case 'a backend': {
        const [row] = await ask<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE application_name = 'maillage-import'`,
        );
        if (row !== undefined) killProcess(row.pid);
        return;
      }
      case 'the postmaster':
        await postgres.kill();
        postgres = await startPostgres();
    }
  }
});

/** Nothing, where the process has ended by itself. */
function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ESRCH') throw error;
  }
}
