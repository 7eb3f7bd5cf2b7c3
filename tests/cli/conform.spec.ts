import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conformanceReportSchema } from '../../conformance';
import { runCli } from '../support/run-cli';
import { type ScaffoldedSubgraph, scaffoldInto, startScaffolded } from '../support/scaffolded-subgraph';
import { createTemporaryFolder } from '../support/temporary-folder';

describe('maillage conform', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let subgraph: ScaffoldedSubgraph;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    const target = join(folder.path, 'sg');
    await scaffoldInto(target, '76');
    subgraph = await startScaffolded(target, { TEST_KEYS_FILE: 'conformance-hub-keys.json' });
  });
  afterAll(async () => {
    await subgraph.stop();
    await folder.remove();
  });

  const conform = (...parameters: string[]) =>
    runCli(['conform', '--region', '76', '--url', subgraph.url, '--keys', subgraph.folder, ...parameters]);

  it('passes the subgraph of maillage init, and says so to people and to tools', async () => {
    const people = await conform();
    expect(people).toMatchObject({ exitCode: 0, stderr: '' });
    expect(people.stdout).toMatch(/^PASSED: \d+ passed, 0 failed/m);
    const junit = join(folder.path, 'report.xml');
    const { stdout } = await conform('--json', '--junit', junit);
    const report = conformanceReportSchema.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ conclusion: 'PASSED', region: { code: '76' }, key: { kind: 'TEST' } });
    const xml = await readFile(junit, 'utf8');
    expect(xml.match(/<testcase /g)).toHaveLength(report.checks.length);
    expect(xml).not.toContain('<failure');
  });

  it('fails the same subgraph for another region or without trust in the key, with exit code 1', async () => {
    const asAnother = await runCli(['conform', '--region', '53', '--url', subgraph.url, '--keys', subgraph.folder], {});
    expect(asAnother.exitCode).toBe(1);
    expect(asAnother.stdout).toMatch(/^FAILED: /m);
    const untrusted = await runCli(
      ['conform', '--region', '76', '--url', subgraph.url, '--keys', join(folder.path, 'other')],
      {},
    );
    expect(untrusted.exitCode).toBe(1);
    expect(untrusted.stdout).toContain('TOKEN_NOT_ACCEPTED');
  });

  it('ends with 2 when nobody answers, and with 3 when no endpoint is named', async () => {
    const nobody = await runCli(['conform', '--region', '76', '--url', 'http://127.0.0.1:9/', '--keys', folder.path]);
    expect(nobody.exitCode).toBe(2);
    expect((await runCli(['conform', '--keys', folder.path])).exitCode).toBe(3);
  });

  it('prepares the key that an endpoint is told to trust', async () => {
    const keys = join(folder.path, 'prepared');
    const { exitCode, stdout } = await runCli(['conform', '--prepare', '--keys', keys]);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`The endpoint must trust ${join(keys, 'conformance-hub-keys.json')}\n`);
    expect(JSON.parse(await readFile(join(keys, 'conformance-hub-keys.json'), 'utf8'))).toHaveProperty('keys');
  });
});
