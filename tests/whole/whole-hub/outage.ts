import { ask, consolidation, COVERAGE, hoursInBooks, hub, mapLayer, PUBLISHED } from './the-hub';

/** Two regions of eighteen down, and back. */
export function describeOutage(): void {
  describe('with two regions stopped', () => {
    beforeAll(async () => {
      for (const code of ['53', '93']) expect(await hub.run('region', 'stop', code)).toMatchObject({ exitCode: 0 });
    });

    it('sums exactly the 16 others and names the two', async () => {
      const books = await hoursInBooks();
      const others = [...books].filter(([code]) => !['53', '93'].includes(code));
      const { data } = await consolidation(
        `total { hoursDone buyers } ${COVERAGE} regions { region { code } status figures { hoursDone } }`,
      );
      const { total, coverage, regions } = data.consolidation;
      expect(total?.['hoursDone']).toBe(others.reduce((sum, [, hours]) => sum + hours, 0) / 100);
      expect(coverage).toEqual({
        expected: 18,
        answered: 16,
        isComplete: false,
        missing: [
          { code: '53', status: 'UNREACHABLE' },
          { code: '93', status: 'UNREACHABLE' },
        ],
      });
      expect(regions.filter((region) => region.figures === null).map((region) => region.region.code)).toEqual([
        '53',
        '93',
      ]);
      expect(total?.['buyers']).toBeLessThan(PUBLISHED.buyers);
    });

    it('says that the region is down, not that a place has no desk', async () => {
      const { data } = await ask(
        hub.url,
        '{ localContact(commune: "29232") { status isWhiteZone desk { name } coordinator { name } } }',
      );
      expect(data).toMatchObject({
        localContact: {
          status: 'UNREACHABLE',
          isWhiteZone: null,
          desk: null,
          coordinator: { name: expect.any(String) as string },
        },
      });
    });

    it('names the missing regions on the map, and has nothing of them there', async () => {
      const { coverage, features } = await mapLayer('white-zones');
      expect(coverage).toMatchObject({ expected: 18, live: 16, missing: [{ code: '53' }, { code: '93' }] });
      expect(features.filter(({ properties }) => ['53', '93'].includes(String(properties['region'])))).toEqual([]);
    });

    it('names the missing regions beside a page of contracts', async () => {
      const { data } = await ask(
        hub.url,
        '{ contracts(first: 5) { edges { node { id } } coverage { answered missing { code } } } }',
      );
      expect(data).toMatchObject({
        contracts: { coverage: { answered: 16, missing: [{ code: '53' }, { code: '93' }] } },
      });
    });

    it('has their figures back once they are started', async () => {
      for (const code of ['53', '93']) expect(await hub.run('region', 'start', code)).toMatchObject({ exitCode: 0 });
      const { data, errors } = await consolidation(`total { hoursDone } ${COVERAGE}`);
      expect(errors).toEqual([]);
      expect(data.consolidation).toMatchObject({
        total: { hoursDone: PUBLISHED.hoursDone },
        coverage: { answered: 18, missing: [] },
      });
    });
  });
}
