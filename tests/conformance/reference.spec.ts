import { conformanceReportSchema, renderJson, runConformance } from '../../conformance';
import { type ConformanceRegion, startConformanceRegion } from '../support/conformance-region';

describe('the reference implementation', () => {
  let reference: ConformanceRegion;

  beforeAll(async () => {
    reference = await startConformanceRegion();
  });
  afterAll(() => reference.close());

  it('passes every check', async () => {
    const report = await runConformance(reference.target);
    expect(report.checks.filter(({ status }) => status !== 'PASSED')).toEqual([]);
    expect(report).toMatchObject({ conclusion: 'PASSED', reasons: [] });
    expect(conformanceReportSchema.parse(JSON.parse(renderJson(report)))).toEqual(report);
  });
});
