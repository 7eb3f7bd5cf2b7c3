import { mkdir, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { diagnosisSchema } from '../../cli/doctor';
import { CREDENTIAL, MEMBER, MOMENT, SUPERGRAPH, expectForm, useRegistryCommands } from '../support/registry-commands';
import { runCli } from '../support/run-cli';

const { registry, path, run } = useRegistryCommands();

describe('maillage doctor', () => {
  it('finds a registry that answers, a credential that lives and a region that does not answer', async () => {
    registry().answer({
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
    registry().answer({ federation });
    expect((await run('doctor')).stdout).toMatch(/WARNING +CREDENTIAL/);
    const refused = await runCli(['doctor', '--registry', registry().url], {
      MAILLAGE_REGISTRY_CREDENTIAL: 'mlr_wrong',
      MAILLAGE_DATA_DIR: path('data'),
    });
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toMatch(/FAILED +REGISTRY/);
  });

  it('ends with 2 when the registry only does not answer, and with 1 when files are open to others', async () => {
    const environment = { MAILLAGE_REGISTRY_CREDENTIAL: 'x', MAILLAGE_DATA_DIR: path('open') };
    const nobody = ['doctor', '--registry', 'http://127.0.0.1:9/'];
    expect(await runCli(nobody, environment)).toMatchObject({ exitCode: 2 });
    await mkdir(path('open'), { mode: 0o755 });
    await writeFile(path('open', 'hub-signing-key.json'), '{}', { mode: 0o644 });
    const { exitCode, stdout } = await runCli(nobody, environment);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/FAILED +DATA_DIRECTORY/);
    expect(stdout).toMatch(/FAILED +PRIVATE_FILES/);
    expect(await runCli(['doctor'], { PORT: 'four' })).toMatchObject({ exitCode: 1 });
    expect((await runCli(['doctor'], {}, { nodeVersion: 'v18.1.0' })).stdout).toMatch(/FAILED +NODE/);
  });
});
