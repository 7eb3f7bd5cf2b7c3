import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import embedded from '../../dist/subgraphs/kit/postgres/embedded/index.js';
import schema from '../../dist/schema/index.js';
import { HUB, networkFileOf, regionsOf, routedSupergraph } from './network.mjs';
import { freePort, startProcess } from './processes.mjs';
import { makeKeys } from './tokens.mjs';

/** The hub's own driver. */
const pg = createRequire(join(HUB, 'index.js'))('pg');

const BENCH = join(import.meta.dirname, '..');

function handWritten(file) {
  const environment = ({ networkFile, keys }) => ({
    NETWORK_FILE: networkFile,
    HUB_SIGNING_KEY_FILE: keys.signingKeyFile,
  });
  return { entry: join(BENCH, 'engines', file), environment };
}

/** Every engine, in the order of the table: its process, and what of the network it reads. */
const ENGINES = {
  fanout: handWritten('fanout.mjs'),
  fanoutHub: handWritten('fanout-hub.mjs'),
  stock: {
    entry: join(BENCH, 'engines', 'stock.mjs'),
    environment: ({ routedFile, keys }) => ({ SUPERGRAPH_FILE: routedFile, HUB_SIGNING_KEY_FILE: keys.signingKeyFile }),
  },
  hiveRust: {
    entry: join(BENCH, 'engines', 'hive-rust.mjs'),
    environment: ({ routedFile, keys }) => ({ SUPERGRAPH_FILE: routedFile, HUB_SIGNING_KEY_FILE: keys.signingKeyFile }),
  },
  maillage: {
    entry: join(HUB, 'gateway', 'main.js'),
    environment: ({ networkFile, supergraphFile, keys, settings }) => ({
      NETWORK_FILE: networkFile,
      SUPERGRAPH_FILE: supergraphFile,
      PORT: '0',
      HOST: '127.0.0.1',
      MAILLAGE_MODE: 'development',
      // The load is one client: it is counted as any other, and its bound is raised.
      RATE_LIMIT_PER_MINUTE: '100000000',
      HUB_SIGNING_KEY_FILE: keys.signingKeyFile,
      DEVELOPMENT_ISSUER_KEYS_FILE: keys.issuerKeysFile,
      // One process each.
      GATEWAY_WORKERS: '1',
      ...settings,
    }),
  },
};

export const ENGINE_NAMES = Object.keys(ENGINES);

/** What has to be undone, last first. A failure to undo one thing does not keep the others. */
export function createCleanups() {
  const steps = [];
  return {
    add: (step) => steps.push(step),
    run: async () => {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        await step().catch((error) => console.error(error.message));
      }
    },
  };
}

/** A database server for the whole run: the one named by MAILLAGE_POSTGRES_URL, or a throwaway one. */
export async function startDatabase(folder, cleanups) {
  const name = `maillage_bench_${randomBytes(4).toString('hex')}`;
  const grant = { database: name, role: name, password: randomBytes(16).toString('hex') };
  if (process.env.MAILLAGE_POSTGRES_URL) {
    const adminUrl = process.env.MAILLAGE_POSTGRES_URL;
    cleanups.add(() => dropDatabase(adminUrl, name));
    return embedded.ensureDatabase(adminUrl, grant);
  }
  const options = { dataDirectory: join(folder, 'postgres'), durability: 'throwaway', searchPath: process.env.PATH };
  const server = await embedded.startEmbeddedPostgres(options);
  cleanups.add(() => server.stop());
  return embedded.ensureDatabase(server.adminUrl, grant);
}

/** Removes the database of a run and its role, which have one name, from a server that is not the run's own. */
async function dropDatabase(adminUrl, name) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${name}`);
  } finally {
    await client.end();
  }
}

/** A folder for one run, removed at its end. */
export async function createFolder(cleanups) {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
  cleanups.add(() => rm(folder, { recursive: true, force: true }));
  // PostgreSQL's own user passes through: the cluster lives in here and goes with it.
  await chmod(folder, 0o711);
  return folder;
}

/** Starts regions, the real national subgraph and the engines for a network of that size. */
export async function startStack({ size, engines, databaseUrl, folder, settings, execArgv }, cleanups) {
  const start = async (options) => {
    const started = await startProcess({ folder, ...options });
    cleanups.add(started.stop);
    return started;
  };
  const regions = regionsOf(size);
  const regional = await start({
    name: `regions-${size}`,
    entry: join(BENCH, 'regions', 'main.mjs'),
    environment: { REGIONS: String(size) },
  });
  const { urls } = regional.message;
  const nationalPort = await freePort();
  const nationalUrl = `http://127.0.0.1:${nationalPort}/graphql`;
  const keys = await makeKeys(folder);
  const files = { keys, ...(await writeFiles({ folder, size, regions, urls, nationalUrl })) };
  const national = await startNational(start, {
    size,
    databaseUrl,
    port: nationalPort,
    networkFile: files.networkFile,
    keys,
    execArgv,
  });
  const started = {};
  for (const name of engines) {
    const { entry, environment } = ENGINES[name];
    const isOurs = name === 'maillage';
    const process = await start({
      name: `${name}-${size}`,
      entry,
      environment: environment({ ...files, settings }),
      execArgv: isOurs ? execArgv : [],
    });
    started[name] = { ...process, url: process.message.url };
  }
  const setLate = (milliseconds) => regional.ask({ late: { code: regions.at(-1).code, milliseconds } });
  const token = `Bearer ${keys.clientToken}`;
  return { token, codes: regions.map(({ code }) => code), regional, national, engines: started, setLate };
}

async function writeFiles({ folder, size, regions, urls, nationalUrl }) {
  const networkFile = join(folder, `network-${size}.json`);
  const supergraphFile = join(folder, `supergraph-${size}.graphql`);
  const routedFile = join(folder, `routed-${size}.graphql`);
  await writeFile(networkFile, JSON.stringify(networkFileOf(regions, urls, nationalUrl)));
  await schema.composeNetworkToFile({ networkFile, supergraphFile });
  const sdl = await readFile(supergraphFile, 'utf8');
  await writeFile(routedFile, routedSupergraph(sdl, regions, urls, nationalUrl));
  return { networkFile, supergraphFile, routedFile };
}

async function startNational(start, { size, databaseUrl, port, networkFile, keys, execArgv }) {
  const environment = {
    DATABASE_URL: databaseUrl,
    NETWORK_FILE: networkFile,
    HUB_KEYS_FILE: keys.hubKeysFile,
    PORT: String(port),
    HOST: '127.0.0.1',
  };
  const entryOf = (file) => join(HUB, 'subgraphs', 'national', file);
  const prepared = await start({ name: `prepare-${size}`, entry: entryOf('prepare.js'), environment });
  await prepared.exited;
  return start({ name: `national-${size}`, entry: entryOf('main.js'), environment, execArgv });
}
