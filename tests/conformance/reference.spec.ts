import { conformanceReportSchema, renderJson, runConformance } from '../../conformance';
import { type ConformanceRegion, startConformanceRegion, TEST_OPTIONS } from '../support/conformance-region';

describe.each([
  ['1', 'any question with a token', false],
  ['2', 'any question with a token', false],
  ['3', 'signed questions only', true],
])('the reference implementation, publishing version %s and taking %s', (version, _taken, requiresSignedBodies) => {
  let reference: ConformanceRegion;

  beforeAll(async () => {
    reference = await startConformanceRegion(version === '1' ? '28' : '53', version, { requiresSignedBodies });
  });
  afterAll(() => reference.close());

  it('passes every check', async () => {
    const report = await runConformance(reference.target, TEST_OPTIONS);
    const notPassed = report.checks.filter(({ status }) => status !== 'PASSED').map(({ id, reason }) => [id, reason]);
    expect(notPassed).toEqual(requiresSignedBodies ? [] : [['identity.signed-body', 'NOT_GIVEN']]);
    expect(report).toMatchObject({ conclusion: 'PASSED', reasons: [] });
    expect(conformanceReportSchema.parse(JSON.parse(renderJson(report)))).toEqual(report);
  });

  it('passes every check when it has more contracts than are read', async () => {
    const report = await runConformance(reference.target, { ...TEST_OPTIONS, maxContracts: 10 });
    expect(report).toMatchObject({ conclusion: 'PASSED', reasons: [] });
  });
});
