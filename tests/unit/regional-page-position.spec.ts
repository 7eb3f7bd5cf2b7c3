import fc from 'fast-check';
import { positionAfter, sortKey } from '../../subgraphs/regional/modules/contract/page-position';

const dayOf = (epochDay: number): string => new Date(epochDay * 86_400_000).toISOString().slice(0, 10);
const rows = fc.record({
  day: fc.option(fc.integer({ min: -10_000, max: 40_000 }).map(dayOf), { nil: null }),
  id: fc.integer({ min: 1, max: 2_000_000 }).map(String),
});

describe('the position of a contract in the network', () => {
  it('is written as the graph promises', () => {
    expect(sortKey('2021-09-30', '1234')).toBe('79789069-000000001234');
    expect(sortKey(null, '7')).toBe('99999999-000000000007');
  });

  it('orders the latest day first, then the lowest identifier, undated last', () => {
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const isBefore =
          left.day === right.day
            ? Number(left.id) < Number(right.id)
            : left.day !== null && (right.day === null || left.day > right.day);
        expect(sortKey(left.day, left.id) < sortKey(right.day, right.id)).toBe(isBefore);
      }),
    );
  });

  it('is found again from its text', () => {
    fc.assert(
      fc.property(rows, ({ day, id }) => {
        const position = positionAfter({ code: '53' }, { sort: sortKey(day, id), id: `53-${id}` });
        expect(position).toEqual({ day: day ?? '0001-01-01', localId: id, isIncluded: false });
      }),
    );
  });
});
