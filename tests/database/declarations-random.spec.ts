import * as fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import type { FiguresScope } from '../../subgraphs/kit/scope';
import { type BookActor, withinBooks } from '../../subgraphs/regional/bookkeeping';
import {
  declareMonth,
  readDeclarationRates,
  readDeclarationsToAct,
} from '../../subgraphs/regional/modules/declaration';
import { totalsSql } from '../../subgraphs/regional/modules/figures/totals.sql';
import { createTestBooks, type TestBooks } from '../support/test-books';

const MONTHS = ['2026-02', '2026-03', '2026-04', '2026-05'];
const TODAY = '2026-05-20';
const DESKS = 2;

interface DeskPlan {
  readonly openedOn: string;
  readonly closedOn: string | null;
}
type Step =
  | {
      readonly kind: 'declare' | 'enter' | 'validate' | 'correct' | 'remove';
      readonly desk: number;
      readonly month: string;
    }
  | { readonly kind: 'close'; readonly desk: number; readonly day: string };
type State = 'DECLARED' | 'REOPENED';

const day = fc
  .date({ min: new Date('2025-11-01'), max: new Date('2026-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const movingDesk: fc.Arbitrary<DeskPlan> = fc.tuple(day, fc.option(day)).map(([first, second]) => {
  if (second === null) return { openedOn: first, closedOn: null };
  return first <= second ? { openedOn: first, closedOn: second } : { openedOn: second, closedOn: first };
});
const deskPlan = fc.oneof(fc.constant({ openedOn: '2020-01-01', closedOn: null }), movingDesk);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'declare',
        'declare',
        'declare',
        'enter',
        'validate',
        'validate',
        'correct',
        'correct',
        'remove',
      ),
      desk: fc.nat(DESKS - 1),
      month: fc.constantFrom(...MONTHS),
    }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), desk: fc.nat(DESKS - 1), day }) },
);

/** The rules, told once more without any SQL. */
class Oracle {
  private readonly states = new Map<string, State>();
  private readonly hours = new Map<string, 'ENTERED' | 'VALIDATED'>();
  constructor(private readonly desks: DeskPlan[]) {}

  isOpen(desk: number, month: string): boolean {
    const { openedOn, closedOn } = this.desks[desk] ?? { openedOn: '', closedOn: '' };
    return openedOn.slice(0, 7) <= month && (closedOn === null || closedOn.slice(0, 7) >= month);
  }

  /** What `declareMonth` is to answer. */
  declare(desk: number, month: string): string {
    const key = `${desk}/${month}`;
    if (month >= TODAY.slice(0, 7)) return 'DECLARATION_MONTH_NOT_OVER';
    if (!this.isOpen(desk, month)) return 'DECLARATION_DESK_CLOSED';
    if (this.hours.get(key) === 'ENTERED') return 'DECLARATION_HOURS_WAITING';
    this.states.set(key, 'DECLARED');
    return 'declared';
  }

  change({ kind, desk, month }: Exclude<Step, { kind: 'close' }>): void {
    const key = `${desk}/${month}`;
    const before = this.hours.get(key);
    if (kind === 'enter' && before === undefined) this.hours.set(key, 'ENTERED');
    if (kind === 'validate') this.hours.set(key, 'VALIDATED');
    if (kind === 'remove') this.hours.delete(key);
    const counts =
      (kind === 'validate' && before !== 'VALIDATED') ||
      (kind !== 'validate' && kind !== 'enter' && before === 'VALIDATED');
    if (counts && this.states.get(key) === 'DECLARED') this.states.set(key, 'REOPENED');
  }

  close(desk: number, day: string): void {
    const plan = this.desks[desk];
    if (plan !== undefined && plan.openedOn <= day) this.desks[desk] = { ...plan, closedOn: day };
  }

  rates() {
    const over = MONTHS.filter((month) => month < TODAY.slice(0, 7));
    const all = over.flatMap((month) =>
      this.desks.flatMap((_, desk) =>
        this.isOpen(desk, month) ? [{ desk, month, state: this.states.get(`${desk}/${month}`) }] : [],
      ),
    );
    return {
      expected: all.length,
      declared: all.filter(({ state }) => state === 'DECLARED').length,
      reopened: all.filter(({ state }) => state === 'REOPENED').length,
      toAct: all.filter(({ state }) => state !== 'DECLARED').map(({ desk, month }) => `${month}/${desk}`),
    };
  }

  /** Desks of a period as the federated figures count them. */
  figures(months: readonly string[]) {
    const desks = this.desks.map((_, desk) =>
      months.filter((month) => this.isOpen(desk, month)).map((month) => this.states.get(`${desk}/${month}`)),
    );
    const expected = desks.filter((states) => states.length > 0);
    const reporting = expected.filter((states) => states.every((state) => state === 'DECLARED'));
    return { expected: expected.length, reporting: reporting.length };
  }
}

const CHANGES = {
  enter: `INSERT INTO hour_entry (origin, work_contract_id, month, hours, state) VALUES ('ENTERED', $1, $2, 10, 'ENTERED')
    ON CONFLICT (work_contract_id, month) DO NOTHING`,
  validate: `INSERT INTO hour_entry (origin, work_contract_id, month, hours, state, validated_by)
    VALUES ('ENTERED', $1, $2, 10, 'VALIDATED', (SELECT max(id) FROM facilitator))
    ON CONFLICT (work_contract_id, month)
    DO UPDATE SET state = excluded.state, validated_by = excluded.validated_by WHERE hour_entry.state = 'ENTERED'`,
  correct: 'UPDATE hour_entry SET hours = hours + 1 WHERE work_contract_id = $1 AND month = $2',
  remove: 'DELETE FROM hour_entry WHERE work_contract_id = $1 AND month = $2',
} as const;

describe('declarations, whatever happens in whatever order', () => {
  let books: TestBooks;

  beforeAll(async () => {
    books = await createTestBooks();
    await books.buildFacilitator();
  });
  afterAll(() => books.close());

  const set = async (plans: readonly DeskPlan[]) => {
    await books.dataSource.query(
      'TRUNCATE declaration, hour_entry, work_contract, contract, lot, participant, desk CASCADE',
    );
    const lot = await books.buildLot();
    const participant = await books.buildParticipant();
    const rows = [];
    for (const plan of plans) {
      const desk = await books.buildDesk(plan);
      const work = await books.buildWorkContract({ deskId: desk.id, lotId: lot.id, participantId: participant.id });
      rows.push({ desk: desk.id, work: work.id });
    }
    const control = await books.buildDesk({ openedOn: '2099-01-01' });
    await books.buildFacilitator({ deskId: control.id, startedOn: '2099-01-01' });
    return rows;
  };
  const as = <Result>(desk: string | null, action: (manager: EntityManager) => Promise<Result>) => {
    const actor: BookActor =
      desk === null ? { subject: 'c', role: 'coordination', desk } : { subject: 'd', role: 'desk', desk };
    return withinBooks(books.dataSource, actor, action);
  };
  const declare = (deskId: string, month: string) =>
    as(deskId, async (manager) => {
      const [seen]: { version: number }[] = await manager.query(
        'SELECT version FROM declaration WHERE desk_id = $1 AND month = $2',
        [deskId, `${month}-01`],
      );
      const outcome = await declareMonth(manager, { deskId, month, version: seen?.version ?? null, today: TODAY });
      return outcome.kind === 'refused' ? outcome.code : outcome.kind;
    });
  const figures = async (from: string, to: string) => {
    const scope = { from, to, filter: {}, by: [] } as unknown as FiguresScope;
    const { sql, values } = totalsSql({ region: '53', scope, encodedScope: '', reads: 'rollups', isAdditive: false });
    const [row]: { desks_expected: string; desks_reporting: string }[] = await books.dataSource.query(sql, [...values]);
    return { expected: Number(row?.desks_expected), reporting: Number(row?.desks_reporting) };
  };

  it('agree with the rules: completeness, who has to act, and the figures of the network', async () => {
    const plans = fc.tuple(
      fc.array(deskPlan, { minLength: DESKS, maxLength: DESKS }),
      fc.array(step, { minLength: 10, maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(plans, async ([desks, steps]) => {
        const rows = await set(desks);
        const oracle = new Oracle([...desks]);
        for (const one of steps) {
          const row = rows[one.desk];
          if (row === undefined) throw new Error('no such desk');
          if (one.kind === 'close') {
            oracle.close(one.desk, one.day);
            await books.dataSource.query('UPDATE desk SET closed_on = $2 WHERE id = $1 AND opened_on <= $2', [
              row.desk,
              one.day,
            ]);
          } else if (one.kind === 'declare') {
            expect(await declare(row.desk, one.month)).toBe(oracle.declare(one.desk, one.month));
          } else {
            oracle.change(one);
            await as(row.desk, (manager) =>
              manager.query(CHANGES[one.kind as keyof typeof CHANGES], [row.work, `${one.month}-01`]),
            );
          }
        }
        const { toAct, ...expected } = oracle.rates();
        const period = { from: MONTHS[0] ?? '', to: MONTHS.at(-1) ?? '', today: TODAY };
        const rates = await as(null, (manager) => readDeclarationRates(manager, period));
        expect(rates).toMatchObject(expected);
        expect(rates.completeness ?? 0).toBeLessThanOrEqual(1);
        const { rows: waiting } = await as(null, (manager) => readDeclarationsToAct(manager, period, { first: 200 }));
        const numberOf = new Map(rows.map(({ desk }, index) => [desk, index]));
        expect(waiting.map(({ month, deskId }) => `${month}/${numberOf.get(deskId)}`)).toEqual(toAct);
        for (const [from, to] of [
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 2],
        ] as const)
          expect(await figures(MONTHS[from] ?? '', MONTHS[to] ?? '')).toEqual(
            oracle.figures(MONTHS.slice(from, to + 1)),
          );
      }),
      { numRuns: 30 },
    );
  });
});
