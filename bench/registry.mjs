// How long a check, a publication and a rollback take at 18 regions, by the whole hub's own command.
// `npm run bench:registry`: prints figures, judges nothing. Needs the compiled project.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { regionalSchema } from '../dist/schema/index.js';
import { findRegion } from '../dist/subgraphs/kit/regions/index.js';

const ROUNDS = Number(process.env.ROUNDS ?? 10);
const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
const port = await freePort();
const environment = {
  ...process.env,
  PORT: String(port),
  MAILLAGE_DATA_DIR: folder,
  MAILLAGE_DEMONSTRATION: 'none',
  REGISTRY_COMPOSITION_MS: '60000',
};
const hub = spawn(process.execPath, ['cli/maillage.js', 'start'], {
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => hub.once('exit', resolve));
try {
  await new Promise((resolve, reject) => {
    hub.stdout.on('data', (chunk) => String(chunk).includes('Maillage est prêt') && resolve());
    void ended.then(() => reject(new Error('The hub did not start')));
  });
  await measure(JSON.parse(await readFile(join(folder, 'registry.json'), 'utf8')));
} finally {
  hub.kill('SIGINT');
  await ended;
  await rm(folder, { recursive: true, force: true });
}

async function measure({ url, credential }) {
  const ask = async (query, variables = {}) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${credential}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = await response.json();
    if (errors !== undefined) throw new Error(errors[0].message);
    return data;
  };
  const region = findRegion('53');
  const { federation } = await ask('{ federation { supergraph { number } members(regions: ["53"]) { url } } }');
  const input = (version) => ({
    region: '53',
    sdl: regionalSchema(region, version),
    schemaVersion: version,
    url: federation.members[0].url,
  });
  let number = federation.supergraph.number;
  const figures = {
    check: [],
    publish: [],
    'publish to served': [],
    rollback: [],
    'rollback to served': [],
    suspend: [],
    resume: [],
  };
  const timed = async (name, work) => {
    const start = performance.now();
    const result = await work();
    figures[name].push(performance.now() - start);
    return { start, result };
  };
  const servedAfter = async (name, start) => {
    number += 1;
    while (!(await servedNumbers()).includes(number)) await sleep(10);
    figures[name].push(performance.now() - start);
  };
  const CHECK = `mutation ($input: CheckSubgraphInput!) { checkSubgraph(input: $input) { ... on CheckSubgraphSuccess { report { conclusion checks { name status findings { severity message } } } } } }`;
  const PUBLISH = `mutation ($input: PublishSubgraphInput!) { publishSubgraph(input: $input) { __typename } }`;
  // The registry composes once by itself some time after its start; what is measured is what comes later.
  await sleep(25_000);
  for (let round = 0; round < ROUNDS; round += 1) {
    // A comment makes every publication another one, so that nothing was composed before.
    const submission = input(round % 2 === 0 ? '1' : '2');
    const plain = { ...submission, sdl: `${submission.sdl}\n# round ${round}\n` };
    const checked = await timed('check', () => ask(CHECK, { input: plain }));
    if (checked.result.checkSubgraph.report?.conclusion !== 'PASSED') throw new Error(JSON.stringify(checked.result));
    const published = await timed('publish', () => ask(PUBLISH, { input: plain }));
    if (published.result.publishSubgraph.__typename !== 'PublishSubgraphSuccess') throw new Error('Not published');
    await servedAfter('publish to served', published.start);
    const back = await timed('rollback', () =>
      ask('mutation { rollbackSubgraph(input: {region: "53"}) { __typename } }'),
    );
    if (back.result.rollbackSubgraph.__typename !== 'RollbackSubgraphSuccess') throw new Error('Not rolled back');
    await servedAfter('rollback to served', back.start);
    await timed('suspend', () =>
      ask('mutation { suspendMember(input: {region: "11", reason: "bench"}) { __typename } }'),
    );
    await timed('resume', () => ask('mutation { resumeMember(input: {region: "11"}) { __typename } }'));
    number += 2;
    while (!(await servedNumbers()).includes(number)) await sleep(50);
  }
  const load = loadavg()[0]?.toFixed(1);
  process.stdout.write(`18 regions, ${ROUNDS} rounds, load of the machine ${load}; milliseconds\n`);
  for (const [name, values] of Object.entries(figures)) {
    const sorted = values.toSorted((left, right) => left - right);
    const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
    process.stdout.write(
      `${name.padEnd(20)} median ${String(at(0.5)).padStart(6)}   largest ${String(at(1)).padStart(6)}\n`,
    );
  }
}

/** Numbers of the supergraphs that the gateway says it serves. */
async function servedNumbers() {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return [...text.matchAll(/digest="(\d+)-[0-9a-f]+"[^\n]*\} 1$/gm)].map(([, number]) => Number(number));
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
