import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { writeRegistryAccess } from '../../cli/record';
import { auditPageSchema, credentialSchema, statusSchema } from '../../cli/registry';
import { CANNED_CREDENTIAL } from '../support/canned-registry';
import {
  BRETAGNE,
  CREDENTIAL,
  MEMBER,
  MOMENT,
  PUBLICATION,
  SUPERGRAPH,
  expectForm,
  useRegistryCommands,
} from '../support/registry-commands';
import { runCli } from '../support/run-cli';

const { registry, path, run } = useRegistryCommands();

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
    registry().answer({ federation });
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
    registry().answer({ federation });
    const dataDirectory = path('running');
    await mkdir(dataDirectory);
    await writeRegistryAccess(dataDirectory, { url: registry().url, credential: CANNED_CREDENTIAL });
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
    registry().answer(answer);
    const { exitCode, stdout, stderr } = await run(...parameters);
    expect({ exitCode, stderr, input: registry().inputs[0] }).toEqual({ exitCode: 0, stderr: '', input });
    expect(stdout).toBe(`${text}\n`);
    expect(JSON.parse((await run(...parameters, '--json')).stdout)).toBeInstanceOf(Object);
  });

  it('issues and lists credentials', async () => {
    const issued = { __typename: 'IssueCredentialSuccess', credential: CREDENTIAL, secret: CANNED_CREDENTIAL };
    registry().answer({ issueCredential: issued });
    const parameters = ['credential', 'issue', '--kind', 'region', '--region', '53', '--label', 'CI'];
    const people = await run(...parameters);
    expect(people.stdout).toMatchInlineSnapshot(`
     "ID                KIND    REGION  LABEL  ISSUED      EXPIRES     REVOKED  LAST USED  ISSUED BY
     0123456789abcdef  REGION  53      CI     2026-11-24  2099-02-22  -        -          ann

     The credential, shown this once:
     mlr_0123456789abcdef_secret
     "
    `);
    expect(registry().inputs).toEqual([{ kind: 'REGION', region: '53', label: 'CI', days: 90 }]);
    expectForm(
      z.object({ credential: credentialSchema, secret: z.string() }),
      (await run(...parameters, '--json')).stdout,
    );
    registry().answer({ federation: { credentials: [CREDENTIAL] } });
    expectForm(z.array(credentialSchema), (await run('credential', 'list', '--json')).stdout);
  });

  it('shows the audit log page by page', async () => {
    const node = { id: '9', at: MOMENT, actor: 'ann', action: 'SUSPEND', region: BRETAGNE, details: '{"reason":"x"}' };
    const auditLog = { edges: [{ node }], pageInfo: { hasNextPage: true, endCursor: 'c9' } };
    registry().answer({ federation: { auditLog } });
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
    expect(registry().inputs).toEqual([]);
  });
});
