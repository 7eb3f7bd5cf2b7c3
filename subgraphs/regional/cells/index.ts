export { CELL_DIMENSIONS, type CellSet, cellSetFor } from './cell-dimensions';
export { type CellRollup, PLANNED_CELLS, WORK_CELLS } from './cell-rollups';
export { type CellDifference, checkCells } from './check-cells';
export { foldAllCells, foldCells, type Folded } from './fold-cells';
export { keepFolding } from './keep-folding';
export { PlannedCellEntity } from './planned-cell.entity';
export { WorkCellEntity } from './work-cell.entity';
