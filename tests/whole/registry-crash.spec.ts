import { type ChildProcess, execFile, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { regionalSchema } from '../../schema';
import { makeSigningKey } from '../../subgraphs/kit/identity';
import { ensureDatabases, type EmbeddedPostgres, startEmbeddedPostgres } from '../../subgraphs/kit/postgres/embedded';
import { verifySupergraph } from '../../subgraphs/kit/registry-client';
import { findRegion } from '../../subgraphs/kit/regions';
import { type Moment, type StatementProxy, startStatementProxy } from '../support/statement-proxy';
import { createTemporaryFolder } from '../support/temporary-folder';

const DIST = join(__dirname, '..', '..', 'dist', 'registry');
const GRANT = { database: 'registry', role: 'registry', password: 'registry-test-password' };

/** Every statement by which a publication writes, in their order, and the end of the transaction. */
const STEPS: readonly Moment[] = [
  ...[
    'pg_advisory_xact_lock',
    'INSERT INTO "check_run"',
    'INSERT INTO "publication"',
    'UPDATE "member"',
    'INSERT INTO "supergraph"(',
    'INSERT INTO "supergraph_member"',
    'INSERT INTO "audit_entry"',
    'COMMIT',
  ].map((statement) => ({ statement, when: 'before' as const })),
  { statement: 'COMMIT', when: 'after' },
];

/** Each step takes seconds: `npm test` takes those at which most could go wrong, `npm run faults:registry` all. */
const takesAll = process.env['MAILLAGE_ALL_STEPS'] !== undefined;
const MAIN_STEPS = STEPS.filter(({ statement }) => takesAll || statement === 'COMMIT');
const DATABASE_STEPS = STEPS.filter(({ statement, when }) =>
  takesAll ? /supergraph"\(|COMMIT/.test(statement) : statement === 'COMMIT' && when === 'before',
);

describe('a registry that is killed while a region publishes', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let postgres: EmbeddedPostgres;
  let proxy: StatementProxy;
  let child: ChildProcess;
  let origin: string;
  let environment: NodeJS.ProcessEnv;
  let version = '2';
  const file = (name: string) => join(folder.path, name);
  const startPostgres = () =>
    startEmbeddedPostgres({ dataDirectory: file('postgres'), durability: 'durable', searchPath: process.env['PATH'] });

  async function start(): Promise<void> {
    child = fork(join(DIST, 'main.js'), { env: environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    origin = await new Promise<string>((resolve, reject) => {
      child.on('message', (message: { kind: string; url?: string; message?: string }) => {
        if (message.kind === 'ready') resolve(new URL(message.url ?? '').origin);
        if (message.kind === 'failed') reject(new Error(message.message));
      });
    });
  }

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    const keys = await makeSigningKey();
    writeFileSync(file('key.json'), JSON.stringify(keys.privateKey));
    writeFileSync(file('keys.json'), JSON.stringify(keys.publicKeys));
    const members = [{ code: '11', url: 'http://127.0.0.1:9/graphql', schemaVersion: '2' }];
    members.push({ ...members[0], code: '53' } as (typeof members)[number]);
    const nationalUrl = 'http://127.0.0.1:9/graphql';
    writeFileSync(file('network.json'), JSON.stringify({ version: 1, nationalUrl, members }));
    postgres = await startPostgres();
    const [url = ''] = await ensureDatabases(postgres.adminUrl, [GRANT]);
    proxy = await startStatementProxy(postgres.port);
    const through = new URL(url);
    through.port = String(proxy.port);
    environment = {
      ...process.env,
      DATABASE_URL: through.toString(),
      PORT: '0',
      MAILLAGE_MODE: 'development',
      LOG_LEVEL: 'silent',
      REGISTRY_PROBE_MS: '3600000',
      HUB_KEYS_FILE: file('keys.json'),
      REGISTRY_SIGNING_KEY_FILE: file('key.json'),
      NATIONAL_URL: nationalUrl,
      REGISTRY_GRAPHQL_URL: nationalUrl,
      REGISTRY_SETUP_FILE: file('network.json'),
      REGISTRY_ADMINISTRATOR_FILE: file('administrator'),
    };
    await promisify(execFile)(process.execPath, [join(DIST, 'prepare.js')], { env: environment });
    await start();
  }, 120_000);
  afterAll(async () => {
    child.kill('SIGKILL');
    await proxy.close();
    await postgres.stop();
    await folder.remove();
  });

  const ask = async (query: string, variables: object = {}) => {
    const authorization = `Bearer ${readFileSync(file('administrator'), 'utf8').trim()}`;
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: { publishSubgraph?: { __typename: string }; federation: State } };
  };

  interface State {
    readonly supergraph: {
      readonly number: number;
      readonly members: { region: { code: string }; publication: number }[];
    };
    readonly publications: { readonly edges: { node: { number: number } }[] };
    readonly auditLog: { readonly edges: { node: { action: string } }[] };
  }
  const stateOf = async () =>
    (
      await ask(`{ federation { supergraph { number members { region { code } publication } }
        publications(region: "53") { edges { node { number } } } auditLog { edges { node { action } } } } }`)
    ).data.federation;

  /** A publication that differs from the one before. */
  const publish = () => {
    version = version === '2' ? '1' : '2';
    const region = findRegion('53');
    const sdl = region === undefined ? '' : regionalSchema(region, version);
    const input = { region: '53', sdl, schemaVersion: version, url: 'http://127.0.0.1:9/graphql' };
    return ask('mutation ($input: PublishSubgraphInput!) { publishSubgraph(input: $input) { __typename } }', { input });
  };

  /** What gateways are given: it must always verify. */
  const given = async () => {
    const authorization = `Bearer ${readFileSync(file('administrator'), 'utf8').trim()}`;
    const response = await fetch(`${origin}/supergraph`, { headers: { authorization } });
    const keys = createLocalJWKSet(JSON.parse(readFileSync(file('keys.json'), 'utf8')) as JSONWebKeySet);
    return verifySupergraph((await response.json()) as { manifest: string; payload: string }, keys);
  };

  async function expectWholeOrAbsent(before: State, isCommitted: boolean): Promise<void> {
    const after = await stateOf();
    const step = isCommitted ? 1 : 0;
    expect(after.supergraph.number).toBe(before.supergraph.number + step);
    expect(after.publications.edges).toHaveLength(before.publications.edges.length + step);
    expect(after.auditLog.edges).toHaveLength(before.auditLog.edges.length + step);
    const served = after.supergraph.members.find(({ region }) => region.code === '53')?.publication;
    expect(served).toBe(after.publications.edges[0]?.node.number);
    expect((await given()).number).toBe(after.supergraph.number);
    expect((await publish()).data.publishSubgraph?.__typename).toBe('PublishSubgraphSuccess');
    expect((await given()).number).toBe(after.supergraph.number + 1);
  }

  it.each(MAIN_STEPS)('leaves it whole or absent: killed $when $statement', async (moment) => {
    const before = await stateOf();
    const killed = proxy.at(moment, () => child.kill('SIGKILL'));
    await Promise.all([killed, publish().catch(() => undefined)]);
    if (moment.when === 'before') version = version === '2' ? '1' : '2';
    await start();
    await expectWholeOrAbsent(before, moment.when === 'after');
  });

  it.each(DATABASE_STEPS)('leaves it whole or absent: its PostgreSQL killed $when $statement', async (moment) => {
    const before = await stateOf();
    let ended: Promise<void> | undefined;
    const killed = proxy.at(moment, () => (ended = postgres.kill()));
    await Promise.all([killed, publish().catch(() => undefined)]);
    await ended;
    if (moment.when === 'before') version = version === '2' ? '1' : '2';
    postgres = await startPostgres();
    proxy.target = postgres.port;
    await expectWholeOrAbsent(before, moment.when === 'after');
  });
});
