import { Entity } from 'typeorm';
import { YearCell } from './year-cell';

/** Committed hours and lots of one cell and year. */
@Entity('planned_cell')
export class PlannedCellEntity extends YearCell {}
