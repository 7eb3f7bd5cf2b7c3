import { Entity } from 'typeorm';
import { YearCell } from './year-cell';

/** Validated hours and work contracts of one cell and year. */
@Entity('work_cell')
export class WorkCellEntity extends YearCell {}
