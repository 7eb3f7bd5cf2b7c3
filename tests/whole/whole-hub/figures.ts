import { codesOf } from '../../support/ask';
import { ask, consolidation, COVERAGE, hub, PERIOD, PUBLISHED } from './the-hub';

/** What the hub says of 2021, beside what was published and what the books hold. */
export function describeFigures(): void {
  describe('the whole hub, started by its own command, at full scale', () => {
    it('consolidates 2021 to the published national figures, 18 regions of 18', async () => {
      const fields = Object.keys(PUBLISHED).join(' ');
      const { data, errors, extensions } = await consolidation(`total { ${fields} } ${COVERAGE} isDemonstration`);
      expect(errors).toEqual([]);
      expect(data.consolidation).toEqual({
        total: PUBLISHED,
        coverage: { expected: 18, answered: 18, isComplete: true, missing: [] },
        isDemonstration: true,
      });
      expect(extensions['demonstration']).toMatchObject({ notice: expect.stringContaining('démonstration') as string });
    });

    it('gives Île-de-France its published part, and its desks and facilitators at the end of 2022', async () => {
      const only = await consolidation(
        'total { hoursDone participants womenShare }',
        `${PERIOD}, filter: { regions: ["11"] }`,
      );
      expect(only.data.consolidation.total).toMatchObject({ hoursDone: 6_300_000, participants: 12_364 });
      expect(only.data.consolidation.total?.['womenShare']).toBeCloseTo(0.151, 4);
      const end = await consolidation(
        'total { desks facilitators } regions { region { code } figures { desks } }',
        'period: { from: "2022-01", to: "2022-12" }',
      );
      expect(end.data.consolidation.total).toEqual({ desks: 369, facilitators: 583 });
      const ofParis = end.data.consolidation.regions.find(({ region }) => region.code === '11');
      expect(ofParis?.figures).toEqual({ desks: 73 });
    });

    it('breaks down to the same total, region by region and woman by man', async () => {
      const { data } = await ask<{
        consolidation: {
          breakdown: { keys: { value: string }[]; figures: { hoursDone: number; participants: number } }[];
        };
      }>(
        hub.url,
        `{ consolidation(${PERIOD}, by: [REGION, SEX]) { breakdown { keys { value } figures { hoursDone participants } } } }`,
      );
      const cells = data.consolidation.breakdown;
      const sum = (read: (cell: (typeof cells)[number]) => number) =>
        cells.reduce((total, cell) => total + read(cell), 0);
      expect(new Set(cells.map((cell) => cell.keys[0]?.value)).size).toBe(18);
      expect(Math.round(sum((cell) => cell.figures.hoursDone * 100))).toBe(PUBLISHED.hoursDone * 100);
      expect(sum((cell) => cell.figures.participants)).toBe(PUBLISHED.participants);
    });

    it('asks several periods at once, each with its own figures', async () => {
      const { data } = await ask<{ consolidations: { period: { from: string }; total: { hoursDone: number } }[] }>(
        hub.url,
        `{ consolidations(periods: [{ from: "2020-01", to: "2020-12" }, { from: "2021-01", to: "2021-12" }]) {
           period { from } total { hoursDone } } }`,
      );
      expect(data.consolidations).toEqual([
        { period: { from: '2020-01' }, total: { hoursDone: 20_099_747 } },
        { period: { from: '2021-01' }, total: { hoursDone: PUBLISHED.hoursDone } },
      ]);
    });

    it.each([
      ['REGION_UNKNOWN', `{ consolidation(${PERIOD}, filter: { regions: ["99"] }) { total { hoursDone } } }`],
      ['PERIOD_OUT_OF_ORDER', '{ consolidation(period: { from: "2021-12", to: "2021-01" }) { total { hoursDone } } }'],
      ['COMMUNE_MALFORMED', '{ localContact(commune: "Quimper") { status } }'],
      ['PAGE_SIZE_OUT_OF_RANGE', '{ contracts(first: 1000) { edges { cursor } } }'],
      ['CURSOR_MALFORMED', '{ contracts(after: "xyz") { edges { cursor } } }'],
      ['ALIAS_RESERVED', `{ consolidation(${PERIOD}) { constructor: total { hoursDone } } }`],
    ])('refuses bad input as %s through the gateway', async (code, query) => {
      expect(codesOf(await ask(hub.url, query))).toEqual([code]);
    });
  });
}
