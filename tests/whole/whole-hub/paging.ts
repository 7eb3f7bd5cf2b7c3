import type { Answer } from '../../support/ask';
import { ask, hub } from './the-hub';

/** The contracts of the whole network, page by page. */
export function describePaging(): void {
  describe('paging the contracts of the whole network', () => {
    interface Page {
      readonly contracts: {
        readonly edges: readonly { readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly coverage: { readonly answered: number };
      };
    }

    /** Contracts of one sector, in every region: all 58,454 take a minute more, and are asked for by MAILLAGE_WALK=all. */
    const walked = process.env['MAILLAGE_WALK'] === 'all' ? undefined : ['CLEANING'];

    it('gives every contract of every region once, in one global order', async () => {
      const expected = [
        ...(await hub.inEveryRegion<{ id: string; day: string }>(
          `SELECT id, coalesce(to_char(notified_on, 'YYYYMMDD'), '00000000') AS day FROM contract
          WHERE $1::text[] IS NULL OR sector = ANY ($1)`,
          [walked ?? null],
        )),
      ]
        .flatMap(([region, rows]) => rows.map(({ id, day }) => ({ region, id: Number(id), day })))
        .sort((left, right) =>
          left.day === right.day
            ? left.id - right.id || (left.region < right.region ? -1 : 1)
            : left.day < right.day
              ? 1
              : -1,
        )
        .map(({ region, id }) => `${region}-${id}`);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const answer: Answer<Page> = await ask<Page>(
          hub.url,
          'query ($after: String, $sectors: [Code!]) { contracts(filter: { sectors: $sectors }, first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } coverage { answered } } }',
          { after, sectors: walked },
        );
        expect(answer.errors).toEqual([]);
        const { edges, pageInfo, coverage } = answer.data.contracts;
        expect(coverage.answered).toBe(18);
        for (const { node } of edges) seen.push(node.id);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen.length).toBe(expected.length);
      expect(seen.length).toBeGreaterThan(1_000);
      expect(seen.findIndex((id, index) => id !== expected[index])).toBe(-1);
    }, 400_000);

    it('reads the rows of a page with everything that clients ask of them', async () => {
      const { data, errors } = await ask<{
        contracts: { edges: { node: Record<string, unknown> }[]; coverage: unknown };
      }>(
        hub.url,
        `{ contracts(filter: { buyer: "552081317" }, first: 50, after: null) {
           edges { cursor node { id title buyer { siren name } hoursPlanned hoursDone region { code } } }
           pageInfo { hasNextPage endCursor } coverage { answered expected } } }`,
      );
      expect(errors).toEqual([]);
      expect(data.contracts.coverage).toEqual({ answered: 18, expected: 18 });
      expect(data.contracts.edges).toHaveLength(50);
      for (const { node } of data.contracts.edges) {
        expect(node).toMatchObject({
          buyer: { siren: '552081317' },
          title: expect.any(String) as string,
          hoursDone: expect.any(Number) as number,
        });
      }
    });
  });
}
