import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { REGIONAL_ROLES } from '../../subgraphs/kit/postgres';
import {
  closeMaintenanceDatabases,
  ensureDatabases,
  startEmbeddedPostgres,
  type DatabaseGrant,
  type EmbeddedPostgres,
} from '../../subgraphs/kit/postgres/embedded';
import type { HubSettings } from './hub-settings';
import { readPrivateJson, writePrivateJson } from '../record';

/** Databases of the hub beside those of the regions. */
const CENTRAL = ['national', 'registry'] as const;

/** URLs of the databases of one hub, each with its own role. */
export interface HubDatabases {
  /** By region code. */
  readonly regional: ReadonlyMap<string, string>;
  readonly national: string;
  readonly registry: string;
}

/** How far the databases are: for the display. */
export type DatabaseProgress = (done: number, total: number) => void;

const secretsSchema = z.record(z.string(), z.string().min(16));

/** Starts the hub's own PostgreSQL; undefined when the settings name a real server. */
export async function startHubPostgres(settings: HubSettings): Promise<EmbeddedPostgres | undefined> {
  if (settings.postgresUrl !== undefined) return undefined;
  const postgres = await startEmbeddedPostgres({
    dataDirectory: settings.dataDirectory,
    durability: 'durable',
    binaryFolder: settings.postgresBinaryFolder,
    searchPath: settings.searchPath,
  });
  await closeMaintenanceDatabases(postgres.adminUrl);
  return postgres;
}

/** Makes one database and one role exist per region, for the national level and for the registry. */
export async function ensureHubDatabases(
  dataDirectory: string,
  adminUrl: string,
  regionCodes: readonly string[],
  onProgress: DatabaseProgress,
): Promise<HubDatabases> {
  const names = [...regionCodes.map((code) => `region_${code}`), ...CENTRAL];
  const passwords = await ensureSecrets(join(dataDirectory, 'secrets.json'), names);
  const grants = names.map((name): DatabaseGrant => {
    const grant = { database: `maillage_${name}`, role: `maillage_${name}`, password: passwords[name] ?? '' };
    return name.startsWith('region_') ? { ...grant, mayBecome: REGIONAL_ROLES } : grant;
  });
  const urls = await ensureDatabases(adminUrl, grants, { onProgress });
  const urlOf = new Map(names.map((name, index) => [name, urls[index] ?? '']));
  return {
    regional: new Map(regionCodes.map((code) => [code, urlOf.get(`region_${code}`) ?? ''])),
    national: urlOf.get('national') ?? '',
    registry: urlOf.get('registry') ?? '',
  };
}

/** Passwords of the roles, made once per data directory and kept where only this user can read them. */
async function ensureSecrets(path: string, names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const existing = (await readPrivateJson(path, secretsSchema)) ?? {};
  const missing = names.filter((name) => existing[name] === undefined);
  if (missing.length === 0) return existing;
  const fresh = Object.fromEntries(missing.map((name) => [name, randomBytes(24).toString('base64url')]));
  const secrets = { ...existing, ...fresh };
  await writePrivateJson(path, secrets);
  return secrets;
}
