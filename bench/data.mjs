// How fast a region's books are read, written, imported and checked: `npm run bench:data`. Every figure stands beside its bar.
// Options: --only figures,import (scenarios of bench/data), --rows 1000000 (rows of the largest scale), --out FILE.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import regional from '../dist/migrations/regional/index.js';
import postgres from '../dist/subgraphs/kit/postgres/index.js';
import embedded from '../dist/subgraphs/kit/postgres/embedded/index.js';
import { createCleanups, createFolder } from './lib/stack.mjs';

const pg = createRequire(import.meta.url)('pg');
const SCENARIOS = join(import.meta.dirname, 'data');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    rows: { type: 'string', default: '10000000' },
    out: { type: 'string', default: join(import.meta.dirname, 'results', 'data.json') },
  },
});

const cleanups = createCleanups();
const figures = [];

/** Keeps and prints one figure. With `bar`, `isMet` says whether the figure meets it; without, nothing is judged. */
function report({ scenario, figure, value, unit, bar = null, isMet = null, note = null }) {
  figures.push({ scenario, figure, value, unit, bar, isMet, note });
  const verdict = isMet === null ? '' : isMet ? ` (bar ${bar}: met)` : ` (bar ${bar}: NOT MET)`;
  console.log(`${scenario}: ${figure}: ${value} ${unit}${verdict}${note === null ? '' : ` — ${note}`}`);
}

/** One PostgreSQL for the run, in a folder of its own; `durable` waits for the disk as an installation does. */
async function startServer(durability) {
  const folder = await createFolder(cleanups);
  const settings = { dataDirectory: join(folder, 'postgres'), durability, searchPath: process.env.PATH };
  const server = await embedded.startEmbeddedPostgres(settings);
  cleanups.add(() => server.stop());
  return server;
}

/** Empty books of a region, migrated, with a connection of their owner: `{ url, connect, drop }`. */
async function createBooks(server, name) {
  const database = `${name}_${randomBytes(3).toString('hex')}`;
  const grant = { database, role: database, password: randomBytes(16).toString('hex') };
  const [url] = await embedded.ensureDatabases(server.adminUrl, [{ ...grant, mayBecome: postgres.REGIONAL_ROLES }]);
  await postgres.migrateDatabase(url, regional.REGIONAL_MIGRATIONS);
  const connect = async () => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const drop = async () => {
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.end();
  };
  return { url, connect, drop };
}

async function main() {
  const names = (await readdir(SCENARIOS)).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -4));
  const chosen = options.only?.split(',') ?? names.sort();
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No scenario ${unknown.join(', ')}: there are ${names.join(', ')}`);
  const started = new Date();
  const server = await startServer('throwaway');
  let durable;
  for (const name of chosen) {
    const scenario = await import(join(SCENARIOS, `${name}.mjs`));
    await scenario.run({
      report: (figure) => report({ scenario: name, ...figure }),
      createBooks: (label) => createBooks(server, label),
      // Started for the scenarios that want it: it waits for the disk.
      createDurableBooks: async (label) => createBooks((durable ??= await startServer('durable')), label),
      server,
      rows: Number(options.rows),
    });
    const machine = { cores: cpus().length, load: loadavg()[0], node: process.version };
    await mkdir(dirname(options.out), { recursive: true });
    await writeFile(
      options.out,
      `${JSON.stringify({ started, rows: Number(options.rows), machine, figures }, null, 2)}\n`,
    );
  }
  if (figures.some(({ isMet }) => isMet === false)) process.exitCode = 1;
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void cleanups.run().finally(() => process.exit(1)));
await main()
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => cleanups.run());
