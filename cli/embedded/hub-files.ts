import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import { findFreePorts } from '../../subgraphs/kit/postgres/embedded';
import { bookKeyFileOf, readPrivateJson, writePrivateJson } from '../record';

/** Files of a data directory that the processes of a hub read. */
export interface HubFiles {
  readonly network: string;
  readonly regions: string;
  /** Credentials of the registry, for commands and for those who follow it. */
  readonly administrator: string;
  readonly reader: string;
  /** Copies of the last supergraph, to start from while the registry is down. */
  readonly gatewayCopy: string;
  readonly nationalCopy: string;
  readonly ports: string;
  readonly logFolder: string;
}

/** Ports of a hub's subgraphs. */
export interface HubPorts {
  readonly national: number;
  readonly registry: number;
  /** Of the own API of a region, whether it runs or not. */
  readonly books: number;
  /** By region code. */
  readonly regional: ReadonlyMap<string, number>;
}

const portsSchema = z.object({
  national: z.number(),
  registry: z.number().optional(),
  books: z.number().optional(),
  regional: z.record(z.string(), z.number()),
});

/** Names of the files of a data directory. */
export function hubFilesOf(dataDirectory: string): HubFiles {
  return {
    network: join(dataDirectory, 'network.json'),
    regions: join(dataDirectory, 'regions.json'),
    administrator: join(dataDirectory, 'registry-administrator'),
    reader: join(dataDirectory, 'registry-reader'),
    gatewayCopy: join(dataDirectory, 'supergraph-gateway.json'),
    nationalCopy: join(dataDirectory, 'supergraph-national.json'),
    ports: join(dataDirectory, 'ports.json'),
    logFolder: join(dataDirectory, 'logs'),
  };
}

/** Creates the data directory, closed to other users. Throws CONFIG_INVALID when it cannot be used. */
export async function openDataDirectory(dataDirectory: string): Promise<HubFiles> {
  const files = hubFilesOf(dataDirectory);
  try {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    await access(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
    // Root's PostgreSQL user is let through (0710) when its cluster is prepared; nobody else ever is.
    if (((await stat(dataDirectory)).mode & 0o067) !== 0) await chmod(dataDirectory, 0o700);
    await mkdir(files.logFolder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new HubError(
      'CONFIG_INVALID',
      `The data directory ${dataDirectory} is not usable by this user. Was it made by another one? Remove it, or set MAILLAGE_DATA_DIR.`,
      { dataDirectory },
      { cause },
    );
  }
  return files;
}

/** Free ports for the subgraphs, the same as last time where they are still free. */
export async function chooseHubPorts(files: HubFiles, regionCodes: readonly string[]): Promise<HubPorts> {
  const last = await readPrivateJson(files.ports, portsSchema);
  const [national = 0, registry = 0, books = 0, ...others] = await findFreePorts(regionCodes.length + 3, [
    last?.national,
    last?.registry,
    last?.books,
    ...regionCodes.map((code) => last?.regional[code]),
  ]);
  const regional = new Map(regionCodes.map((code, index) => [code, others[index] ?? 0]));
  await writePrivateJson(files.ports, { national, registry, books, regional: Object.fromEntries(regional) });
  return { national, registry, books, regional };
}

/** Writes the network file, which says who takes part in the hub and where. */
export async function writeNetworkFile(files: HubFiles, ports: HubPorts, schemaVersion: string): Promise<void> {
  await writePrivateJson(files.network, {
    version: 1,
    nationalUrl: `http://127.0.0.1:${ports.national}/graphql`,
    members: [...ports.regional].map(([code, port]) => ({
      code,
      url: `http://127.0.0.1:${port}/graphql`,
      schemaVersion,
    })),
  });
}

/** Writes the regions file: where each region's books are and where its subgraph listens. Holds passwords. */
export async function writeRegionsFile(
  files: HubFiles,
  ports: HubPorts,
  databaseUrls: ReadonlyMap<string, string>,
): Promise<void> {
  await writePrivateJson(
    files.regions,
    [...ports.regional].map(([code, port]) => ({
      code,
      databaseUrl: databaseUrls.get(code) ?? '',
      port,
      booksKeyFile: bookKeyFileOf(dirname(files.regions), code),
    })),
  );
}
