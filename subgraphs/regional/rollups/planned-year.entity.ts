import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LotEntity } from '../modules/lot';
import { YearMonths } from './year-months';

/** Committed hours of one lot in one year; written by triggers only. */
@Entity('planned_year')
@Index('ix_planned_year_year', ['year'])
export class PlannedYearEntity extends YearMonths {
  @ForeignKey(() => LotEntity, { name: 'fk_planned_year_lot', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'bigint', name: 'lot_id', primaryKeyConstraintName: 'pk_planned_year' })
  lotId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_planned_year' })
  year!: number;
}
