import { Client } from 'pg';
import { REGIONAL_MIGRATIONS } from '../../migrations/regional';
import { HubError } from '../kit/errors';
import { migrateDatabase, MIGRATIONS_TABLE } from '../kit/postgres';
import { findRegion } from '../kit/regions';
import type { PrepareConfig } from './config';
import { loadDemonstration } from './demonstration';
import { readRegionsFile, type RegionSetting } from './regions-file';

/** How far the preparation is: regions done, of all. */
export interface PrepareProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What a preparation did. */
export interface PrepareSummary {
  readonly regions: number;
  /** Migrations that ran, over all regions. */
  readonly migrations: number;
  /** Regions whose demonstration was loaded now, not before. */
  readonly demonstrations: number;
  /** Demonstration rows that the regions hold. */
  readonly demonstrationRows: number;
}

type RegionOutcome = Omit<PrepareSummary, 'regions'>;

/** Regions prepared at a time: the embedded server and the generator share the machine with everything else. */
const AT_ONCE = 2;

/**
 * Brings the database of every region of the file to the newest schema and, when asked, fills it with its
 * demonstration. A database that is up to date costs one connection and three short statements. Throws
 * DATABASE_UNAVAILABLE, DATABASE_MIGRATION_FAILED, DEMONSTRATION_CONFLICT.
 */
export async function prepareRegions(
  config: PrepareConfig,
  onProgress: (progress: PrepareProgress) => void,
): Promise<PrepareSummary> {
  const settings = await readRegionsFile(config.regionsFile);
  const waiting = [...settings];
  const outcomes: RegionOutcome[] = [];
  const tell = (step: string) => onProgress({ step, done: outcomes.length, total: settings.length });
  const work = async (): Promise<void> => {
    for (let setting = waiting.shift(); setting !== undefined; setting = waiting.shift()) {
      outcomes.push(await prepareRegion(setting, config, tell));
      tell(nameOf(setting.code));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const sum = (field: keyof RegionOutcome) => outcomes.reduce((total, outcome) => total + outcome[field], 0);
  return {
    regions: settings.length,
    migrations: sum('migrations'),
    demonstrations: sum('demonstrations'),
    demonstrationRows: sum('demonstrationRows'),
  };
}

async function prepareRegion(
  { code, databaseUrl }: RegionSetting,
  { demonstration, seed }: PrepareConfig,
  tell: (step: string) => void,
): Promise<RegionOutcome> {
  const client = await connect(code, databaseUrl);
  try {
    const migrations = (await isUpToDate(client)) ? [] : await migrateDatabase(databaseUrl, REGIONAL_MIGRATIONS);
    if (demonstration === 'none') return { migrations: migrations.length, demonstrations: 0, demonstrationRows: 0 };
    const outcome = await loadDemonstration(client, code, {
      scale: demonstration,
      seed,
      onProgress: ({ table, done, total }) => tell(`${nameOf(code)}: ${table} (${done}/${total})`),
    });
    const demonstrations = outcome.status === 'loaded' ? 1 : 0;
    return { migrations: migrations.length, demonstrations, demonstrationRows: outcome.rows };
  } finally {
    await client.end();
  }
}

/** Asked by hand, because a data source of TypeORM costs more to build than all the rest of a warm start. */
async function isUpToDate(client: Client): Promise<boolean> {
  const { rows: found } = await client.query('SELECT to_regclass($1) IS NOT NULL AS exists', [MIGRATIONS_TABLE]);
  if (found[0]?.exists !== true) return false;
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE}`);
  const executed = new Set(rows.map(({ name }) => name));
  return REGIONAL_MIGRATIONS.every(({ name }) => executed.has(name));
}

async function connect(code: string, databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'maillage-prepare' });
  // A connection lost between two statements must not end the process: the next statement says so.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new HubError(
      'DATABASE_UNAVAILABLE',
      `The database of ${nameOf(code)} cannot be reached.`,
      { region: code },
      { cause },
    );
  }
}

function nameOf(code: string): string {
  return findRegion(code)?.name ?? code;
}
