import { runConformance } from '../../conformance';
import type { Mutant } from '../conformance/mutants/mutant';
import { type ConformanceRegion, startConformanceRegion, TEST_OPTIONS } from './conformance-region';
import { startMutant } from './mutant-region';

/** One mutant in so many is tried by `npm test`, all of them by `npm run conformance:mutants`. */
const ONE_IN = process.env['MAILLAGE_MUTANTS'] === 'all' ? 1 : 8;

/** One test per mutant: the kit refuses it for its one reason. The real region behind them is started once. */
export function describeMutants(title: string, all: readonly Mutant[]): void {
  const mutants = all.filter((_, index) => index % ONE_IN === 0);
  describe(title, () => {
    let unbroken: ConformanceRegion;

    beforeAll(async () => {
      unbroken = await startConformanceRegion();
    });
    afterAll(() => unbroken.close());

    it.each(mutants.map((mutant) => [mutant.does, mutant.reason, mutant] as const))(
      'is caught when it %s: %s',
      async (_, reason, { mutation, options }) => {
        const mutant = await startMutant(unbroken.target, mutation);
        const report = await runConformance(mutant.target, { ...TEST_OPTIONS, ...options }).finally(() =>
          mutant.close(),
        );
        const found = report.checks.flatMap((check) =>
          check.status === 'FAILED' ? [[check.reason, check.message]] : [],
        );
        expect({ conclusion: report.conclusion, reasons: report.reasons, found }).toEqual({
          conclusion: 'FAILED',
          reasons: [reason],
          found: expect.anything(),
        });
      },
    );

    it('passes when it is unbroken, behind the same layer', async () => {
      const mutant = await startMutant(unbroken.target, (_, { passOn }) => passOn());
      const report = await runConformance(mutant.target, TEST_OPTIONS).finally(() => mutant.close());
      expect(report).toMatchObject({ conclusion: 'PASSED', reasons: [] });
    });
  });
}
