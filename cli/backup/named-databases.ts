import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import { connectToHub } from '../client';
import { dataDirectoryOf, hubFilesOf } from '../embedded';
import type { CommandContext } from '../command-context';
import { readPrivateJson } from '../record';

/** A database of a hub, by the name that its backup has: region_53, national, registry. */
export interface NamedDatabase {
  readonly name: string;
  /** Holds a password: never shown. */
  readonly url: string;
}

/** Which databases are meant. */
export interface DatabaseOptions {
  readonly regionsFile?: string;
}

const regionsSchema = z.array(z.object({ code: z.string(), databaseUrl: z.string() }));
const secretsSchema = z.record(z.string(), z.string());

/** Databases that the running hub has beside those of its regions. */
const CENTRAL = ['national', 'registry'] as const;

/**
 * The databases that a command may reach: the one of DATABASE_URL, those of a regions file, or all of the hub that runs
 * from the data directory. Throws CONFIG_INVALID and HUB_NOT_RUNNING.
 */
export async function namedDatabases(
  context: CommandContext,
  { regionsFile }: DatabaseOptions,
): Promise<readonly NamedDatabase[]> {
  const only = context.environment['DATABASE_URL'];
  if (regionsFile === undefined && only !== undefined && only !== '') return [{ name: nameOf(only), url: only }];
  if (regionsFile !== undefined) return regionsOf(regionsFile);
  const dataDirectory = dataDirectoryOf(context.environment);
  await (await connectToHub(dataDirectory)).regions();
  const regions = await regionsOf(hubFilesOf(dataDirectory).regions);
  const secrets = (await readPrivateJson(join(dataDirectory, 'secrets.json'), secretsSchema)) ?? {};
  const central = CENTRAL.flatMap((name) => {
    const [region, password] = [regions[0], secrets[name]];
    if (region === undefined || password === undefined) return [];
    const url = new URL(region.url);
    url.username = `maillage_${name}`;
    url.password = password;
    url.pathname = `/maillage_${name}`;
    return [{ name, url: url.toString() }];
  });
  return [...regions, ...central];
}

async function regionsOf(path: string): Promise<readonly NamedDatabase[]> {
  try {
    const regions = regionsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    return regions.map(({ code, databaseUrl }) => ({ name: `region_${code}`, url: databaseUrl }));
  } catch {
    // The cause is not kept: it may quote a password.
    throw new HubError('CONFIG_INVALID', `The regions file ${path} cannot be read, or is none.`, { path });
  }
}

/** maillage_region_53 becomes region_53, as it is named in a hub. */
function nameOf(url: string): string {
  try {
    return new URL(url).pathname.slice(1).replace(/^maillage_/, '') || 'database';
  } catch {
    throw new HubError('CONFIG_INVALID', 'DATABASE_URL is no address of a PostgreSQL database: postgres://….');
  }
}
