import { MAX_CELLS } from '../../../kit/catalogue';
import { HubError } from '../../../kit/errors';
import {
  type BookReader,
  createSnapshotLoader,
  type Snapshot,
  type SnapshotLoader,
  type UnchangedAnswers,
} from '../../snapshot';
import type { SqlStatement } from '../../sql';
import { type BreakdownRow, breakdownSql } from './breakdown.sql';
import { buyerSirensSql, companySiretsSql } from './distinct.sql';
import { type FiguresQuestion, questionKey } from './figures-question';
import { type OutcomesRow, outcomesSql } from './outcomes.sql';
import { additiveSql, type TotalsRow, totalsSql } from './totals.sql';

/** Totals that add up over regions and cells. */
export type AdditiveRow = Pick<TotalsRow, 'hours_done' | 'hours_planned' | 'work_contracts' | 'is_demonstration'>;

/** What can be asked of the figures of a region, each read only when a field asks for it. */
export interface FiguresParts {
  readonly asOf: Date;
  readonly totals: TotalsRow;
  /** What of the totals adds up, when nothing else of them is asked. */
  readonly additive: AdditiveRow;
  readonly outcomes: OutcomesRow;
  readonly buyerSirens: readonly string[];
  readonly companySirets: readonly string[];
  /** Null when no breakdown was asked. */
  readonly breakdown: readonly BreakdownRow[] | null;
}

/** Loads figures within one request. */
export type FiguresLoader = SnapshotLoader<FiguresQuestion, FiguresParts>;

/**
 * Figures by SQL aggregates: no row of a person ever leaves the database. All parts that a request asks of
 * one scope come from one snapshot. A kept answer is given only to those who see the same rows.
 */
export function createFiguresLoader(reader: BookReader, unchanged: UnchangedAnswers): FiguresLoader {
  const rowsOf = <Row>(snapshot: Snapshot, question: FiguresQuestion, part: string, statement: () => SqlStatement) =>
    unchanged.read(snapshot, `${reader.sees} ${questionKey(part, question)}`, () => {
      const { sql, values } = statement();
      return snapshot.query<Row>(sql, values);
    });
  const identifiers = async (
    snapshot: Snapshot,
    question: FiguresQuestion,
    part: string,
    statement: (question: FiguresQuestion) => SqlStatement,
  ) => {
    const rows = await rowsOf<{ identifier: string }>(snapshot, question, part, () => statement(question));
    return rows.map((row) => row.identifier);
  };
  return createSnapshotLoader<FiguresQuestion, FiguresParts>(
    'figuresByScope',
    reader,
    {
      asOf: (snapshot) => Promise.resolve(snapshot.asOf),
      totals: async (snapshot, question) => {
        const [row] = await rowsOf<TotalsRow>(snapshot, question, 'totals', () => totalsSql(question));
        if (row === undefined) throw new Error('The totals of a region are one row');
        return row;
      },
      additive: async (snapshot, question) => {
        const [row] = await rowsOf<AdditiveRow>(snapshot, question, 'additive', () => additiveSql(question));
        if (row === undefined) throw new Error('The hours of a region are one row');
        return row;
      },
      outcomes: async (snapshot, question) => {
        const [row] = await rowsOf<OutcomesRow>(snapshot, question, 'outcomes', () => outcomesSql(question));
        if (row === undefined) throw new Error('The outcomes of a region are one row');
        return row;
      },
      buyerSirens: (snapshot, question) => identifiers(snapshot, question, 'buyers', buyerSirensSql),
      companySirets: (snapshot, question) => identifiers(snapshot, question, 'companies', companySiretsSql),
      breakdown: async (snapshot, question) => {
        if (question.scope.by.length === 0) return null;
        const rows = await rowsOf<BreakdownRow>(snapshot, question, 'breakdown', () => breakdownSql(question));
        if (rows.length > MAX_CELLS) throw tooManyCells(question);
        return rows;
      },
    },
    ({ encodedScope, isAdditive }) => `${encodedScope} ${isAdditive}`,
  );
}

function tooManyCells({ region, scope }: FiguresQuestion): HubError {
  return new HubError(
    'TOO_MANY_CELLS',
    `Region ${region} has more than ${MAX_CELLS} cells by ${scope.by.join(', ')} from ${scope.from} to ${scope.to}. ` +
      'Shorten the period, filter, or name fewer dimensions.',
    { region, limit: MAX_CELLS, by: scope.by },
  );
}
