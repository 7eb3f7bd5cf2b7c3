import type { EntityManager } from 'typeorm';
import type { Region } from '../../../kit/regions';
import type { InputProblem } from '../rows/input-problem';

/** A row as an input would write it: the values of all its fields. */
export type WholeRow = Readonly<Record<string, unknown>>;

/** A rule looks at a row as it would be, in the transaction that writes it. */
export type Rule = (books: EntityManager, region: Region, row: WholeRow) => Promise<readonly InputProblem[]>;

/** What holds for one noun beyond its fields. */
export interface NounRules {
  /** Why the row cannot be taken. */
  readonly problems: Rule;
  /** What may be wrong with a row that was taken. */
  readonly warnings: Rule;
  /** Columns that the system fills when a row is made. */
  readonly fixedColumns: () => Readonly<Record<string, unknown>>;
}

const NOTHING: Rule = () => Promise.resolve([]);

/** Rules of which some are left out. */
export function nounRules(rules: Partial<NounRules>): NounRules {
  return { problems: NOTHING, warnings: NOTHING, fixedColumns: () => ({}), ...rules };
}

/** A rule that needs no database. */
export function plainRule(rule: (row: WholeRow, region: Region) => readonly InputProblem[]): Rule {
  return (_books, region, row) => Promise.resolve(rule(row, region));
}

/** Several rules as one. */
export function allOf(...rules: readonly Rule[]): Rule {
  return async (books, region, row) => {
    const problems: InputProblem[] = [];
    for (const rule of rules) problems.push(...(await rule(books, region, row)));
    return problems;
  };
}
