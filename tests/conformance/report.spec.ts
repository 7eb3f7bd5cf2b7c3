import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { renderJunit, renderText, runConformance, testKeyOf } from '../../conformance';
import { makeTestKey, startConformanceRegion, TEST_OPTIONS } from '../support/conformance-region';
import { region, unusedUrl } from '../support/gateway-servers';
import { onEntity, startMutant } from '../support/mutant-region';
import { createTemporaryFolder } from '../support/temporary-folder';

const target = async (url: string) => ({ url, region: region('53'), schemaVersion: '2', key: await makeTestKey() });

describe('a report', () => {
  it('of an endpoint that is not there has one failure, and nothing else counts as passed', async () => {
    const report = await runConformance(await target(await unusedUrl()));
    expect(report).toMatchObject({
      conclusion: 'FAILED',
      reasons: ['UNREACHABLE'],
      counts: { passed: 0, failed: 1, notRun: report.checks.length - 1 },
    });
    expect(new Set(report.checks.slice(1).map(({ reason }) => reason))).toEqual(new Set(['PREREQUISITE_FAILED']));
  });

  it('of a region without any row has not passed, though nothing failed', async () => {
    const empty = await startConformanceRegion('53', '2', { hasRows: false });
    const report = await runConformance(empty.target, TEST_OPTIONS);
    await empty.close();
    expect(report).toMatchObject({ conclusion: 'FAILED', reasons: [], counts: { failed: 0 } });
    const byId = new Map(report.checks.map((check) => [check.id, check]));
    expect(byId.get('figures.answered')).toMatchObject({ status: 'NOT_RUN', reason: 'NO_DATA' });
    expect(byId.get('pages.once')).toMatchObject({ status: 'NOT_RUN', reason: 'NO_DATA' });
    expect(byId.get('breakdown.adds-up')).toMatchObject({ status: 'NOT_RUN', reason: 'PREREQUISITE_FAILED' });
  });

  it('of a region that has no distinct lists has passed, and says what it did not look at', async () => {
    const region = await startConformanceRegion();
    const withoutLists = await startMutant(
      region.target,
      onEntity('Figures', (figures) => {
        for (const list of ['buyerSirens', 'companySirets']) if (list in figures) figures[list] = null;
      }),
    );
    const report = await runConformance(withoutLists.target, TEST_OPTIONS).finally(() => withoutLists.close());
    await region.close();
    expect(report).toMatchObject({ conclusion: 'PASSED', reasons: [] });
    const notRun = report.checks.filter(({ status }) => status === 'NOT_RUN');
    expect(notRun.map(({ id, reason }) => [id, reason])).toEqual([
      ['identity.signed-body', 'NOT_GIVEN'],
      ['lists.form', 'NOT_GIVEN'],
      ['lists.once', 'PREREQUISITE_FAILED'],
      ['lists.counted', 'PREREQUISITE_FAILED'],
    ]);
  });

  it('of a run that takes too long has not passed', async () => {
    const empty = await startConformanceRegion('53', '2', { hasRows: false });
    const report = await runConformance(empty.target, { ...TEST_OPTIONS, maxRunMilliseconds: 0 });
    await empty.close();
    expect(report).toMatchObject({ conclusion: 'FAILED', counts: { passed: 0, failed: 0 } });
    expect(report.checks[0]).toMatchObject({ status: 'NOT_RUN', reason: 'OUT_OF_TIME' });
  });

  it('is told check by check while it is made', async () => {
    const told: string[] = [];
    const report = await runConformance(await target(await unusedUrl()), { onCheck: ({ id }) => told.push(id) });
    expect(told).toEqual(report.checks.map(({ id }) => id));
  });

  it('names for people what failed, why and what to do, and which keys the endpoint has to trust', async () => {
    const report = await runConformance(await target(await unusedUrl()));
    const lines = renderText(report).split('\n');
    expect(lines[1]).toContain('the endpoint must trust hub-keys.json');
    const at = lines.findIndex((line) => line.startsWith('FAILED'));
    expect(lines[at]).toContain('endpoint.answers');
    expect(lines[at + 1]).toContain('UNREACHABLE');
    expect(lines[at + 2]).toContain('→ Start the endpoint');
    expect(lines.at(-4)).toBe(`FAILED: 0 passed, 1 failed, ${report.counts.notRun} not run`);
    expect(lines.at(-2)).toContain('proves nothing to others');
  });

  it('as JUnit XML counts what was not run as an error', async () => {
    const report = await runConformance(await target(await unusedUrl()));
    const [head = ''] = /<testsuites [^>]*>/.exec(renderJunit(report)) ?? [];
    const optional = report.checks.filter(({ isRequired }) => !isRequired).length;
    expect(head).toContain(`tests="${report.checks.length}" failures="1"`);
    expect(head).toContain(`errors="${report.counts.notRun - optional}" skipped="${optional}"`);
  });
});

describe('a test key', () => {
  it('is made once, its private half readable by its owner alone', async () => {
    const folder = await createTemporaryFolder();
    const made = await testKeyOf(join(folder.path, 'new'));
    const again = await testKeyOf(join(folder.path, 'new'));
    const { mode } = await stat(join(folder.path, 'new', 'conformance-key.json'));
    const published = await readFile(made.publishedAt, 'utf8');
    await folder.remove();
    expect(again.signing).toEqual(made.signing);
    expect(mode & 0o777).toBe(0o600);
    expect(JSON.parse(published)).toEqual({
      keys: [expect.objectContaining({ kid: made.signing.kid, crv: 'Ed25519' })],
    });
    expect(published).not.toContain('"d"');
  });
});
