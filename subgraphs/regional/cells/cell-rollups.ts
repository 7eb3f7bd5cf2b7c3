import { type SqlParameters } from '../sql';
import { DIMENSION_SOURCES } from '../rollups';
import { CELL_DIMENSIONS, type CellDimension, CONTRACT_CELL_DIMENSIONS } from './cell-dimensions';

/** A rollup and the cells that its rows are folded into. */
export interface CellRollup {
  /** The rollup; what a folded row was before it changed is in `<table>_undone`. */
  readonly table: 'work_year' | 'planned_year';
  readonly cells: 'work_cell' | 'planned_cell';
  /** Column that identifies a row within its year. */
  readonly owner: 'work_contract_id' | 'lot_id';
  /** Dimensions that its rows have. */
  readonly dimensions: readonly CellDimension[];
}

export const WORK_CELLS: CellRollup = {
  table: 'work_year',
  cells: 'work_cell',
  owner: 'work_contract_id',
  dimensions: CELL_DIMENSIONS,
};

export const PLANNED_CELLS: CellRollup = {
  table: 'planned_year',
  cells: 'planned_cell',
  owner: 'lot_id',
  dimensions: CONTRACT_CELL_DIMENSIONS,
};

export const CELL_ROLLUPS: readonly CellRollup[] = [WORK_CELLS, PLANNED_CELLS];

/** Columns of months: m01 … m12 of a rollup and of a cell. */
export const MONTH_COLUMNS = columns('m');

/** Columns of a cell's numbers, in the order of `CellNumbers`. */
export const NUMBER_COLUMNS: readonly string[] = [...MONTH_COLUMNS, ...columns('c'), ...columns('f')];

/**
 * SQL of the code under which a row of a rollup goes into the cells of a year. A criterion is stored as it stands in the books, as
 * a token when it is a sensitive one: only whoever has the key reads it.
 */
export function cellCodeSql(dimension: CellDimension, year: number, parameters: SqlParameters): string {
  if (dimension === 'CRITERION') return `coalesce(criterion, 'UNKNOWN')`;
  return DIMENSION_SOURCES[dimension].expression({ region: '', year, criterionTokens: [] }, parameters);
}

function columns(letter: string): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
}
