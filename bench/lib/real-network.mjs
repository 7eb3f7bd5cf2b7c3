import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import postgres from '../../dist/subgraphs/kit/postgres/index.js';
import embedded from '../../dist/subgraphs/kit/postgres/embedded/index.js';
import regionTable from '../../dist/subgraphs/kit/regions/index.js';
import schema from '../../dist/schema/index.js';
import { HUB, routedSupergraph } from './network.mjs';
import { freePort, startProcess } from './processes.mjs';
import { makeKeys } from './tokens.mjs';

/** Members of the network, one of them a version of the regional schema behind. */
const MEMBERS = { 24: '2', 28: '1', 53: '2', 76: '2' };

const entryOf = (...parts) => join(HUB, 'subgraphs', ...parts);

/**
 * The real hub without its gateway: regions and national subgraph of the reference implementation, each on a database of
 * its own with the small demonstration, each asking for tokens.
 */
export async function startRealNetwork(folder, cleanups) {
  const start = async (options) => {
    const started = await startProcess({ folder, ...options });
    cleanups.add(started.stop);
    return started;
  };
  const server = await embedded.startEmbeddedPostgres({
    dataDirectory: join(folder, 'postgres'),
    durability: 'throwaway',
    searchPath: process.env.PATH,
  });
  cleanups.add(() => server.stop());
  const members = await Promise.all(
    Object.entries(MEMBERS).map(async ([code, schemaVersion]) => ({
      region: regionTable.findRegion(code),
      schemaVersion,
      port: await freePort(),
    })),
  );
  const [nationalDatabase, ...databases] = await embedded.ensureDatabases(
    server.adminUrl,
    ['national', ...members.map(({ region }) => `region_${region.code}`)].map((name) => ({
      database: name,
      role: name,
      password: randomBytes(16).toString('hex'),
      mayBecome: Object.values(postgres.READER_ROLES),
    })),
  );
  const files = await writeFiles(folder, members, databases);
  const shared = { NETWORK_FILE: files.networkFile, HUB_KEYS_FILE: files.keys.hubKeysFile, DEMONSTRATION: 'small' };
  const regional = { ...shared, REGIONS_FILE: files.regionsFile };
  await start({ name: 'prepare-regions', entry: entryOf('regional', 'prepare.js'), environment: regional });
  const regions = await start({ name: 'regions', entry: entryOf('regional', 'main-all.js'), environment: regional });
  const national = { ...shared, DATABASE_URL: nationalDatabase, PORT: String(files.nationalPort) };
  await start({ name: 'prepare-national', entry: entryOf('national', 'prepare.js'), environment: national });
  await start({ name: 'national', entry: entryOf('national', 'main.js'), environment: national });
  return { ...files, regions, audiences: ['national', ...members.map(({ region }) => region.subgraph)] };
}

async function writeFiles(folder, members, databases) {
  const nationalPort = await freePort();
  const urlOf = (port) => `http://127.0.0.1:${port}/graphql`;
  const write = async (name, text) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const regionsFile = await write(
    'regions.json',
    JSON.stringify(
      members.map(({ region, port }, index) => ({ code: region.code, databaseUrl: databases[index], port })),
    ),
  );
  const networkFile = await write(
    'network.json',
    JSON.stringify({
      version: 1,
      nationalUrl: urlOf(nationalPort),
      members: members.map(({ region, port, schemaVersion }) => ({
        code: region.code,
        url: urlOf(port),
        schemaVersion,
      })),
    }),
  );
  const supergraphFile = join(folder, 'supergraph.graphql');
  await schema.composeNetworkToFile({ networkFile, supergraphFile });
  const regions = members.map(({ region }) => region);
  const urls = Object.fromEntries(members.map(({ region, port }) => [region.code, urlOf(port)]));
  const routed = (sdl) => routedSupergraph(sdl, regions, urls, urlOf(nationalPort));
  return {
    nationalPort,
    regionsFile,
    networkFile,
    supergraphFile,
    routedFile: await write('routed.graphql', routed(await readFile(supergraphFile, 'utf8'))),
    routedByOtherFile: await write('routed-by-other.graphql', routed(composedByOtherLibrary(members))),
    keys: await makeKeys(folder),
  };
}

/** The same subgraphs, composed by the second library. Throws with its errors. */
function composedByOtherLibrary(members) {
  const publications = schema.publicationsOf(members);
  const { supergraphSdl, errors } = composeServices(
    [
      { name: schema.NATIONAL_SUBGRAPH, sdl: schema.nationalSchema(publications) },
      ...publications.map(({ region, sdl }) => ({ name: region.subgraph, sdl })),
    ].map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) })),
  );
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
