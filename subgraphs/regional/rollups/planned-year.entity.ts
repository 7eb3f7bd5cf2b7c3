import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { LotEntity } from '../modules/lot';
import { YearMonths } from './year-months';

/** Committed hours of one lot in one year; written by triggers only. */
@Entity('planned_year')
@Index('ix_planned_year_year', ['year'])
@Index('ix_planned_year_open', ['year', 'lotId'], { where: 'NOT is_folded' })
export class PlannedYearEntity extends YearMonths {
  @ForeignKey(() => LotEntity, { name: 'fk_planned_year_lot', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'bigint', name: 'lot_id', primaryKeyConstraintName: 'pk_planned_year' })
  lotId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_planned_year' })
  year!: number;

  /** Whether the cells hold it; see `WorkYearEntity`. */
  @Column({ type: 'boolean', name: 'is_folded', default: false })
  isFolded!: boolean;
}

/** What a folded row of `planned_year` was before it changed or went. */
@Entity('planned_year_undone')
@Index('ix_planned_year_undone_year', ['year', 'id'])
export class PlannedYearUndoneEntity extends YearMonths {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'bigint', name: 'lot_id' })
  lotId!: string;

  @Column({ type: 'integer' })
  year!: number;
}
