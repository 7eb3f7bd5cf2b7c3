import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { diagnosisSchema } from '../../cli/doctor';
import { writeRegistryAccess } from '../../cli/record';
import {
  auditPageSchema,
  checkReportSchema,
  credentialSchema,
  publishOutcomeSchema,
  statusSchema,
} from '../../cli/registry';
import { type RegistryStub, startRegistryStub, STUB_CREDENTIAL } from '../support/registry-stub';
import { runCli } from '../support/run-cli';
import { createTemporaryFolder } from '../support/temporary-folder';

const BRETAGNE = { code: '53', name: 'Bretagne' };
const MOMENT = '2026-11-24T10:00:00.000Z';
const SUPERGRAPH = { number: 7, checksum: 'ab12', composedAt: MOMENT, cause: 'PUBLISH', sdl: 'type Query { a: Int }' };
const MEMBER = {
  region: BRETAGNE,
  state: 'CONNECTED',
  status: 'LIVE',
  latencyMs: 12,
  schemaVersion: '2',
  lastPublishedAt: MOMENT,
  servedPublication: 3,
  allowedHosts: ['clauses.example.fr'],
};
const CREDENTIAL = {
  id: '0123456789abcdef',
  kind: 'REGION',
  region: BRETAGNE,
  label: 'CI',
  createdAt: MOMENT,
  createdBy: 'ann',
  expiresAt: '2099-02-22T10:00:00.000Z',
};
const PUBLICATION = {
  region: BRETAGNE,
  number: 3,
  schemaVersion: '2',
  url: 'https://clauses.example.fr/graphql',
  checksum: 'cd34',
  isServable: true,
  isServed: true,
  publishedAt: MOMENT,
  publishedBy: 'credential:0123 (CI)',
};

function reportOf(conclusion: 'PASSED' | 'FAILED') {
  const finding = {
    code: 'FIELD_REMOVED',
    severity: 'BREAKING',
    coordinate: 'BretagneDesk.email',
    line: 2,
    message: 'BretagneDesk.email would be gone.',
    advice: 'Keep the field, or ask its clients to leave it first.',
    usedBy: [
      { client: 'carte', operation: 'Desks', requests: 1200, lastSeenOn: '2026-11-23' },
      { client: null, operation: null, requests: 0 },
    ],
  };
  return {
    id: '1',
    region: BRETAGNE,
    conclusion,
    checkedAt: MOMENT,
    checkedBy: 'credential:0123 (CI)',
    checksum: 'cd34',
    schemaVersion: '2',
    url: PUBLICATION.url,
    comparedWith: 6,
    checks: [
      { name: 'SIZE', status: 'COMPLETED', findings: [] },
      ...(conclusion === 'PASSED'
        ? [{ name: 'DIFF', status: 'COMPLETED', findings: [] }]
        : [
            { name: 'DIFF', status: 'FAILED', findings: [finding] },
            { name: 'LINT', status: 'SKIPPED', reason: 'DIFF failed.', findings: [] },
          ]),
    ],
  };
}

let registry: RegistryStub;
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let schemaFile: string;

beforeAll(async () => {
  registry = await startRegistryStub();
  folder = await createTemporaryFolder();
  schemaFile = join(folder.path, 'schema.graphql');
  await writeFile(schemaFile, 'type BretagneDesk @key(fields: "id") {\n  id: ID!\n}\n');
});
afterAll(async () => {
  await registry.stop();
  await folder.remove();
});
beforeEach(() => registry.inputs.splice(0));

const run = (...parameters: string[]) =>
  runCli(parameters, { ...registry.environment, MAILLAGE_DATA_DIR: join(folder.path, 'data') });
const subgraph = () => ['--region', '53', '--schema', schemaFile, '--url', PUBLICATION.url];

/** What is printed is what the schema of the form says, and nothing else. */
function expectForm(schema: z.ZodType, text: string): void {
  const value: unknown = JSON.parse(text);
  expect(schema.parse(value)).toEqual(value);
}

describe('maillage check', () => {
  it('passes with 0 and prints the report as JSON', async () => {
    registry.answer({ checkSubgraph: { __typename: 'CheckSubgraphSuccess', report: reportOf('PASSED') } });
    const { exitCode, stdout } = await run('check', ...subgraph(), '--json');
    expect(exitCode).toBe(0);
    expectForm(checkReportSchema, stdout);
    expect(registry.inputs).toEqual([
      { region: '53', url: PUBLICATION.url, schemaVersion: '2', sdl: await readFile(schemaFile, 'utf8') },
    ]);
  });

  it('fails with 1 and shows the line, who uses what, and what to do', async () => {
    registry.answer({ checkSubgraph: { __typename: 'CheckSubgraphSuccess', report: reportOf('FAILED') } });
    const { exitCode, stdout } = await run('check', ...subgraph());
    expect(exitCode).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
     "Bretagne (53), regional/v2, compared with supergraph 6

       passed  SIZE
       FAILED  DIFF         1 finding
       not run LINT         DIFF failed.

     BREAKING FIELD_REMOVED  BretagneDesk.email
         2 | id: ID!
         BretagneDesk.email would be gone.
         used by carte, operation Desks: 1200 requests in 30 days, last on 2026-11-23
         used by a client without a name, operation without a name: registered
         → Keep the field, or ask its clients to leave it first.

     FAILED: this cannot be served.
     "
    `);
  });

  it('says what the registry says of a region that is no member', async () => {
    registry.answer({ checkSubgraph: { __typename: 'MemberNotFoundError', message: 'Bretagne was not invited.' } });
    expect(await run('check', ...subgraph())).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'REGISTRY_REFUSED: Bretagne was not invited.\n',
    });
  });

  it('ends with 2 when the registry does not answer, 3 for a schema that is not there or no credential', async () => {
    const nobody = ['--registry', 'http://127.0.0.1:9/graphql'];
    expect(await run('check', ...subgraph(), ...nobody)).toMatchObject({ exitCode: 2 });
    expect(await run('check', '--region', '53', '--schema', 'absent', '--url', PUBLICATION.url)).toMatchObject({
      exitCode: 3,
    });
    const without = await runCli(['status', '--registry', registry.url], { MAILLAGE_DATA_DIR: folder.path });
    expect(without).toMatchObject({ exitCode: 3 });
    expect(without.stderr).toContain('MAILLAGE_REGISTRY_CREDENTIAL');
    expect(await runCli(['status'], { MAILLAGE_DATA_DIR: folder.path })).toMatchObject({ exitCode: 3 });
  });
});

describe('maillage publish', () => {
  it('tells what is served', async () => {
    const success = { __typename: 'PublishSubgraphSuccess', publication: PUBLICATION, supergraph: SUPERGRAPH };
    registry.answer({ publishSubgraph: { ...success, isUnchanged: false } });
    const people = await run('publish', ...subgraph());
    expect(people).toMatchObject({ exitCode: 0, stderr: '' });
    expect(people.stdout).toMatchInlineSnapshot(`
     "Published: Bretagne (53), publication 3, regional/v2, at https://clauses.example.fr/graphql
     Served in supergraph 7.
     "
    `);
    expectForm(publishOutcomeSchema, (await run('publish', ...subgraph(), '--json')).stdout);
    registry.answer({ publishSubgraph: { ...success, isUnchanged: true } });
    expect(JSON.parse((await run('publish', ...subgraph(), '--json')).stdout)).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it.each([
    [{ __typename: 'ChecksFailedError', message: 'DIFF failed.', report: reportOf('FAILED') }, 'CHECKS_FAILED'],
    [{ __typename: 'ConformanceRequiredError', message: 'Run it first.', lastRun: null }, 'CONFORMANCE_REQUIRED'],
  ])('ends with 1 when nothing was published (%#)', async (publishSubgraph, outcome) => {
    registry.answer({ publishSubgraph });
    const { exitCode, stdout } = await run('publish', ...subgraph(), '--json');
    expect(exitCode).toBe(1);
    expectForm(publishOutcomeSchema, stdout);
    expect(JSON.parse(stdout)).toMatchObject({ outcome });
    expect((await run('publish', ...subgraph())).stdout).toContain(publishSubgraph.message);
  });
});

describe('maillage status', () => {
  const federation = {
    supergraph: SUPERGRAPH,
    members: [MEMBER, { region: { code: '76', name: 'Occitanie' }, state: 'INVITED' }],
    schemaVersions: [
      { version: '1', publishedOn: '2026-11-01', deprecatedOn: '2027-06-01', retiredOn: '2027-12-01', members: [] },
      { version: '2', publishedOn: '2026-11-01', members: [BRETAGNE] },
    ],
  };

  it('shows members, versions and what is served', async () => {
    registry.answer({ federation });
    const { exitCode, stdout } = await run('status');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
     "Supergraph 7, composed 2026-11-24 10:00Z (PUBLISH), SHA-256 ab12

     CODE  REGION     STATE      STATUS  SCHEMA  LATENCY  PUBLISHED         MAINTENANCE
     53    Bretagne   CONNECTED  LIVE    v2      12 ms    2026-11-24 no. 3  -
     76    Occitanie  INVITED    -       -       -        -                 -

     regional/v1 (since 2026-11-01, deprecated from 2027-06-01, retired on 2027-12-01): nobody
     regional/v2 (since 2026-11-01): 53
     "
    `);
    expectForm(statusSchema, (await run('status', '--json')).stdout);
  });

  it('finds the registry of a running hub in the data directory, and sends its credential nowhere else', async () => {
    registry.answer({ federation });
    const dataDirectory = join(folder.path, 'running');
    await mkdir(dataDirectory);
    await writeRegistryAccess(dataDirectory, { url: registry.url, credential: STUB_CREDENTIAL });
    const environment = { MAILLAGE_DATA_DIR: dataDirectory };
    expect(await runCli(['status'], environment)).toMatchObject({ exitCode: 0 });
    const elsewhere = await runCli(['status', '--registry', 'http://127.0.0.1:9/graphql'], environment);
    expect(elsewhere).toMatchObject({ exitCode: 3 });
  });
});

describe('commands that administer', () => {
  const memberOnly = { member: MEMBER };

  it.each([
    [
      ['rollback', '53', '--to', '3'],
      { rollbackSubgraph: { __typename: 'RollbackSubgraphSuccess', publication: PUBLICATION, supergraph: SUPERGRAPH } },
      { region: '53', to: 3 },
      'Bretagne (53): publication 3 is served, in supergraph 7.',
    ],
    [
      ['rollback', 'supergraph'],
      {
        rollbackSupergraph: { __typename: 'RollbackSupergraphSuccess', supergraph: { ...SUPERGRAPH, restoredFrom: 5 } },
      },
      { to: null },
      'Supergraph 7 is served, with the content of 5.',
    ],
    [
      ['suspend', '53', '--reason', 'double compte'],
      { suspendMember: { __typename: 'SuspendMemberSuccess', ...memberOnly, supergraph: SUPERGRAPH } },
      { region: '53', reason: 'double compte' },
      'Bretagne (53) is suspended; supergraph 7 is served without it.',
    ],
    [
      ['resume', '53'],
      { resumeMember: { __typename: 'ResumeMemberSuccess', ...memberOnly, supergraph: SUPERGRAPH } },
      { region: '53' },
      'Bretagne (53) is CONNECTED; supergraph 7 is served with it.',
    ],
    [
      ['maintenance', '53', '--from', '2026-12-01T20:00', '--to', '2026-12-01T23:00'],
      {
        declareMaintenance: {
          __typename: 'DeclareMaintenanceSuccess',
          member: { ...MEMBER, maintenance: { from: '2026-12-01T19:00:00Z', to: '2026-12-01T22:00:00Z' } },
        },
      },
      { region: '53', from: '2026-12-01T19:00:00Z', to: '2026-12-01T22:00:00Z', reason: null },
      'Bretagne (53) may not answer from 2026-12-01T19:00:00Z to 2026-12-01T22:00:00Z.',
    ],
    [
      ['maintenance', '53', '--cancel'],
      { declareMaintenance: { __typename: 'DeclareMaintenanceSuccess', ...memberOnly } },
      { region: '53', from: null, to: null, reason: null },
      'Bretagne (53) has no maintenance window.',
    ],
    [
      ['invite', '53', '--host', 'clauses.example.fr'],
      { inviteMember: { __typename: 'InviteMemberSuccess', ...memberOnly } },
      { region: '53', hosts: ['clauses.example.fr'] },
      'Bretagne (53) is CONNECTED.',
    ],
    [
      ['host', 'allow', '53', 'clauses.example.fr'],
      { allowHost: { __typename: 'AllowHostSuccess', ...memberOnly } },
      { region: '53', host: 'clauses.example.fr' },
      'Bretagne (53) may serve from clauses.example.fr.',
    ],
    [
      ['host', 'remove', '53', 'ancien.example.fr'],
      { removeHost: { __typename: 'RemoveHostSuccess', ...memberOnly } },
      { region: '53', host: 'ancien.example.fr' },
      'Bretagne (53) may serve from clauses.example.fr.',
    ],
    [
      ['credential', 'revoke', '0123456789abcdef'],
      { revokeCredential: { __typename: 'RevokeCredentialSuccess', credential: CREDENTIAL } },
      { id: '0123456789abcdef' },
      '0123456789abcdef (CI) is revoked.',
    ],
  ])('%j', async (parameters, answer, input, text) => {
    registry.answer(answer);
    const { exitCode, stdout, stderr } = await run(...parameters);
    expect({ exitCode, stderr, input: registry.inputs[0] }).toEqual({ exitCode: 0, stderr: '', input });
    expect(stdout).toBe(`${text}\n`);
    expect(JSON.parse((await run(...parameters, '--json')).stdout)).toBeInstanceOf(Object);
  });

  it('issues and lists credentials', async () => {
    const issued = { __typename: 'IssueCredentialSuccess', credential: CREDENTIAL, secret: STUB_CREDENTIAL };
    registry.answer({ issueCredential: issued });
    const parameters = ['credential', 'issue', '--kind', 'region', '--region', '53', '--label', 'CI'];
    const people = await run(...parameters);
    expect(people.stdout).toMatchInlineSnapshot(`
     "ID                KIND    REGION  LABEL  ISSUED      EXPIRES     REVOKED  LAST USED  ISSUED BY
     0123456789abcdef  REGION  53      CI     2026-11-24  2099-02-22  -        -          ann

     The credential, shown this once:
     mlr_0123456789abcdef_secret
     "
    `);
    expect(registry.inputs).toEqual([{ kind: 'REGION', region: '53', label: 'CI', days: 90 }]);
    expectForm(
      z.object({ credential: credentialSchema, secret: z.string() }),
      (await run(...parameters, '--json')).stdout,
    );
    registry.answer({ federation: { credentials: [CREDENTIAL] } });
    expectForm(z.array(credentialSchema), (await run('credential', 'list', '--json')).stdout);
  });

  it('shows the audit log page by page', async () => {
    const node = { id: '9', at: MOMENT, actor: 'ann', action: 'SUSPEND', region: BRETAGNE, details: '{"reason":"x"}' };
    const auditLog = { edges: [{ node }], pageInfo: { hasNextPage: true, endCursor: 'c9' } };
    registry.answer({ federation: { auditLog } });
    expectForm(auditPageSchema, (await run('audit', '--json')).stdout);
    expect((await run('audit')).stdout).toMatchInlineSnapshot(`
     "AT                        BY   ACTION   REGION  DETAILS
     2026-11-24T10:00:00.000Z  ann  SUSPEND  53      {"reason":"x"}

     More: maillage audit --after c9
     "
    `);
  });

  it.each([
    [['maintenance', '53', '--from', '2026-12-01T20:00']],
    [['maintenance', '53', '--from', 'demain', '--to', 'plus tard']],
    [['rollback', '99']],
    [['rollback', '53', '--to', 'zero']],
    [['suspend', '53']],
    [['credential', 'issue', '--kind', 'king', '--label', 'x']],
    [['compose']],
    [['compose', '--network', 'n.json', '--from-registry']],
  ])('refuses %j as bad usage, and asks nothing', async (parameters) => {
    expect(await run(...parameters)).toMatchObject({ exitCode: 3, stdout: '' });
    expect(registry.inputs).toEqual([]);
  });
});

describe('maillage operations push', () => {
  const push = (...files: string[]) =>
    run('operations', 'push', '--client', 'carte', '--client-version', '2', ...files);
  const write = async (name: string, text: string) => {
    await writeFile(join(folder.path, name), text);
    return join(folder.path, name);
  };

  it('sends each operation with the fragments that it uses, found over all files', async () => {
    registry.answer({
      pushOperations: {
        __typename: 'PushOperationsSuccess',
        operationSet: { client: 'carte', version: '2', operations: 2, pushedAt: MOMENT, pushedBy: 'ann' },
      },
    });
    const queries = await write('queries.graphql', 'query A { regions { ...R } } query B { regions { code } }');
    const fragments = await write('fragments.graphql', 'fragment R on Region { code name }');
    expect(await push(queries, fragments)).toEqual({
      exitCode: 0,
      stdout: 'carte 2: 2 operations registered.\n',
      stderr: '',
    });
    const [input] = registry.inputs as { operations: { name: string; document: string }[] }[];
    expect(input?.operations.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(input?.operations.map(({ document }) => document.includes('fragment R'))).toEqual([true, false]);
  });

  it('refuses documents without a name, twice the same name, and what is no GraphQL, before anything is sent', async () => {
    expect(await push(await write('anonymous.graphql', '{ regions { code } }'))).toMatchObject({ exitCode: 3 });
    expect(await push(await write('twice.graphql', 'query A { a } query A { b }'))).toMatchObject({ exitCode: 3 });
    const broken = await push(await write('broken.graphql', 'query A { regions {'));
    expect(broken).toMatchObject({ exitCode: 3 });
    expect(broken.stderr).toContain('line 1');
    expect(registry.inputs).toEqual([]);
  });

  it('lists the operations that are not valid', async () => {
    const problems = ['A: Cannot query field "regons" on type "Query".'];
    registry.answer({ pushOperations: { __typename: 'InvalidOperationsError', message: '1 of 1.', problems } });
    const { exitCode, stderr } = await push(await write('invalid.graphql', 'query A { regons { code } }'));
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`REGISTRY_REFUSED: 1 of 1.\n  ${problems[0] ?? ''}\n`);
  });
});

describe('maillage compose --from-registry', () => {
  it('prints or writes the supergraph that is served', async () => {
    registry.answer({ federation: { supergraph: SUPERGRAPH } });
    expect((await run('compose', '--from-registry')).stdout).toBe(SUPERGRAPH.sdl);
    const out = join(folder.path, 'supergraph.graphql');
    expect((await run('compose', '--from-registry', '--out', out)).stdout).toBe(`Supergraph 7: ${out}\n`);
    expect(await readFile(out, 'utf8')).toBe(SUPERGRAPH.sdl);
  });
});

describe('maillage doctor', () => {
  it('finds a registry that answers, a credential that lives and a region that does not answer', async () => {
    registry.answer({
      federation: {
        supergraph: SUPERGRAPH,
        members: [
          MEMBER,
          { ...MEMBER, region: { code: '76', name: 'Occitanie' }, status: 'TIMEOUT', probedAt: MOMENT },
        ],
        schemaVersions: [],
        credentials: [CREDENTIAL],
      },
    });
    const { exitCode, stdout } = await run('doctor', '--json');
    expectForm(z.array(diagnosisSchema), stdout);
    const found = z.array(diagnosisSchema).parse(JSON.parse(stdout));
    const registryPart = found.slice(found.findIndex(({ check }) => check === 'REGISTRY'));
    expect({ exitCode, checks: registryPart.map(({ check, status }) => [check, status]) }).toEqual({
      exitCode: 0,
      checks: [
        ['REGISTRY', 'OK'],
        ['CLOCK', 'OK'],
        ['CREDENTIAL', 'OK'],
        ['MEMBERS', 'WARNING'],
      ],
    });
  });

  it('warns of a credential that ends soon, and fails for one that opens nothing', async () => {
    const expiresAt = new Date(Date.now() + 3 * 24 * 60 * 60 * 1_000).toISOString();
    const federation = { members: [], schemaVersions: [], credentials: [{ ...CREDENTIAL, expiresAt }] };
    registry.answer({ federation });
    expect((await run('doctor')).stdout).toMatch(/WARNING +CREDENTIAL/);
    const refused = await runCli(['doctor', '--registry', registry.url], {
      MAILLAGE_REGISTRY_CREDENTIAL: 'mlr_wrong',
      MAILLAGE_DATA_DIR: join(folder.path, 'data'),
    });
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toMatch(/FAILED +REGISTRY/);
  });

  it('ends with 2 when the registry only does not answer, and with 1 when files are open to others', async () => {
    const environment = { MAILLAGE_REGISTRY_CREDENTIAL: 'x', MAILLAGE_DATA_DIR: join(folder.path, 'open') };
    const nobody = ['doctor', '--registry', 'http://127.0.0.1:9/'];
    expect(await runCli(nobody, environment)).toMatchObject({ exitCode: 2 });
    await mkdir(join(folder.path, 'open'), { mode: 0o755 });
    await writeFile(join(folder.path, 'open', 'hub-signing-key.json'), '{}', { mode: 0o644 });
    const { exitCode, stdout } = await runCli(nobody, environment);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/FAILED +DATA_DIRECTORY/);
    expect(stdout).toMatch(/FAILED +PRIVATE_FILES/);
    expect(await runCli(['doctor'], { PORT: 'four' })).toMatchObject({ exitCode: 1 });
    expect((await runCli(['doctor'], {}, { nodeVersion: 'v18.1.0' })).stdout).toMatch(/FAILED +NODE/);
  });
});

describe('every command', () => {
  it('has help with examples, and is complete for the shell', async () => {
    const { stdout } = await run('--help');
    const listed = stdout.slice(stdout.indexOf('Commands:'));
    const names = [...listed.matchAll(/^\s{2}([a-z]\S+)/gm)].map(([, name]) => name ?? '');
    expect(names).toContain('publish');
    for (const name of names.filter((each) => each !== 'help')) {
      const help = await run(name, '--help');
      const [only] = /^\s{2}(push|decp) /m.exec(help.stdout)?.slice(1) ?? [];
      const { stdout: text } = only === undefined ? help : await run(name, only, '--help');
      expect([name, text]).toEqual([name, expect.stringMatching(/Examples?:\n/)]);
    }
  });

  it('is coloured on a terminal only', async () => {
    registry.answer({ checkSubgraph: { __typename: 'CheckSubgraphSuccess', report: reportOf('PASSED') } });
    expect((await run('check', ...subgraph())).stdout).not.toContain('\u001b');
    let text = '';
    const output = { write: (part: string) => void (text += part), warn: () => undefined, columns: undefined };
    await runCli(['check', ...subgraph()], registry.environment, { output: { ...output, isColored: true } });
    expect(text).toContain('\u001b[32m');
  });
});
