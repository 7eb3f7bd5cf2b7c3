import fc from 'fast-check';
import type { Dimension } from '../../subgraphs/kit/catalogue';
import { answeredFor, encodeScope } from '../../subgraphs/kit/scope';
import type { Audience } from '../../subgraphs/national/disclosure';
import { solvable } from '../support/disclosure-attacker';
import { consolidationService, figuresScope } from '../support/national-shards';

const NONE = new Map();
const DESK: Audience = { kind: 'ROUNDED', threshold: 5, ownRegion: null };
const service = consolidationService();

type Row = readonly [keys: readonly string[], participants: number];

/** The cells that an audience is shown of a breakdown, from the rows of each region. */
function cellsOf(by: readonly Dimension[], rows: Readonly<Record<string, readonly Row[]>>, audience: Audience = DESK) {
  const asked = Object.keys(rows).sort();
  const scope = figuresScope({ by: [...by], membership: { version: 1, expected: asked, asked } });
  const text = encodeScope(scope);
  const shards = asked.map((code) => ({
    answeredFor: answeredFor(code, text),
    breakdown: (rows[code] ?? []).map(([keys, participants]) => ({
      keys,
      hoursPlanned: null,
      hoursDone: 1000 * participants,
      workContracts: participants,
      participants,
      womenParticipants: 0,
      participantsOfKnownSex: participants,
      contracts: Math.min(1, participants),
      operations: Math.min(1, participants),
    })),
  }));
  const cells = service.breakdown({ scope: text, shards }, NONE, audience) ?? [];
  return cells.map(({ keys, figures }) => ({
    keys: keys.map(({ value }) => value),
    hours: figures.measures['hoursDone'] ?? null,
    participants: figures.measures['participants'] ?? null,
    reason: figures.masked.find(({ indicator }) => indicator === 'HOURS_DONE')?.reason,
  }));
}

const shown = (cells: ReturnType<typeof cellsOf>) =>
  cells.map(({ keys, hours, participants, reason }) => [keys.join(' '), participants, reason ?? hours]);

describe('the cells of a breakdown', () => {
  it('are masked and rounded one by one, and a second cell hides the hours of the only masked one', () => {
    const rows: Row[] = [
      [['BTP'], 30],
      [['CLEANING'], 3],
      [['GREEN'], 12],
    ];
    expect(shown(cellsOf(['SECTOR'], { '53': rows }))).toEqual([
      ['BTP', 30, 30_000],
      ['CLEANING', null, 'BELOW_THRESHOLD'],
      ['GREEN', 10, 'COMPLEMENTARY'],
    ]);
  });

  it('hide no further hours when two are masked', () => {
    const cells = cellsOf(['SECTOR'], {
      '53': [
        [['A'], 30],
        [['B'], 3],
        [['C'], 2],
      ],
    });
    expect(cells.map(({ reason }) => reason)).toEqual([undefined, 'BELOW_THRESHOLD', 'BELOW_THRESHOLD']);
  });

  it('hide hours that one region put in for few persons, though the cell counts many', () => {
    const cells = cellsOf(['SECTOR'], {
      '11': [
        [['A'], 30],
        [['B'], 20],
      ],
      '53': [
        [['A'], 2],
        [['B'], 9],
      ],
    });
    expect(shown(cells)).toEqual([
      ['A', 30, 'PART_BELOW_THRESHOLD'],
      ['B', 25, 'COMPLEMENTARY'],
    ]);
  });

  it('complete rectangles over two dimensions', () => {
    const rows: Row[] = ['A', 'B', 'C'].flatMap((sector): Row[] => [
      [[sector, 'F'], sector === 'A' ? 2 : 20],
      [[sector, 'M'], sector === 'C' ? 50 : 30],
    ]);
    const hidden = cellsOf(['SECTOR', 'SEX'], { '53': rows }).filter(({ hours }) => hours === null);
    expect(hidden.map(({ keys }) => keys.join(' '))).toEqual(['A F', 'A M', 'B F', 'B M']);
  });

  it('are given exactly to the region that they are of, and add nothing there to what is hidden', () => {
    const rows: Row[] = [
      [['A'], 30],
      [['B'], 3],
    ];
    const own: Audience = { kind: 'ROUNDED', threshold: 5, ownRegion: '53' };
    expect(shown(cellsOf(['SECTOR'], { '53': rows }, own))).toEqual([
      ['A', 30, 30_000],
      ['B', 3, 3000],
    ]);
  });

  it('leave the hours of the regions to the rule on sums over regions', () => {
    const cells = cellsOf(['REGION'], { '11': [[['11'], 30]], '53': [[['53'], 3]], '75': [[['75'], 12]] });
    expect(shown(cells)).toEqual([
      ['11', 30, 30_000],
      ['53', null, 'BELOW_THRESHOLD'],
      ['75', 10, 12_000],
    ]);
  });
});

describe('an attacker who subtracts cells from sums over cells', () => {
  const counts = (length: number) =>
    fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 90 })), {
      minLength: length,
      maxLength: length,
    });

  it('never gets the hours of a cell with 1 to 4 persons from a breakdown and its total', () => {
    fc.assert(
      fc.property(counts(6), (persons) => {
        const keys = persons.map((_, index) => `K${index}`);
        const rows = persons.map((count, index): Row => [[keys[index] ?? ''], count]);
        const cells = cellsOf(['SECTOR'], { '53': rows });
        const everything = new Set(persons.keys());
        const sum = persons.reduce((total, count) => total + count, 0);
        // Cells of nobody are known to hold no hours; the total is shown unless it is small itself.
        const known = cells.flatMap(({ hours }, index) =>
          hours !== null || persons[index] === 0 ? [new Set([index])] : [],
        );
        const solved = solvable(sum >= 5 ? [...known, everything] : known, persons.length);
        expect(solved.filter((index) => (persons[index] ?? 0) > 0 && (persons[index] ?? 0) < 5)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { by: ['SECTOR', 'SEX'] as const, sizes: [4, 2] },
    { by: ['SECTOR', 'SEX', 'CLAUSE_TYPE'] as const, sizes: [3, 2, 2] },
  ])('finds no line of $by in which one hidden cell is what remains', ({ by, sizes }) => {
    const all = sizes.reduce<string[][]>(
      (keys, size, position) =>
        keys.flatMap((key) => Array.from({ length: size }, (_, value) => [...key, `D${position}V${value}`])),
      [[]],
    );
    fc.assert(
      fc.property(counts(all.length), (persons) => {
        const rows = persons.flatMap((count, index): Row[] => (count === 0 ? [] : [[all[index] ?? [], count]]));
        const cells = cellsOf(by, { '53': rows });
        for (const kept of subsets(by.length)) {
          const lines = groupBy(cells, ({ keys }) => keys.filter((_, index) => kept.includes(index)).join(' '));
          const exposed = lines.filter(
            (line) => line.length > 1 && line.filter(({ hours }) => hours === null).length === 1,
          );
          expect(exposed).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Every choice of positions but all of them. */
function subsets(length: number): number[][] {
  const positions = Array.from({ length }, (_, index) => index);
  return Array.from({ length: 2 ** length - 1 }, (_, choice) =>
    positions.filter((index) => (choice >> index) % 2 === 1),
  );
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
