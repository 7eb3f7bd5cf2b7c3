import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { WorkContractEntity } from '../modules/work';
import { WorkMonths } from './work-months';

/** Validated hours of one work contract in one year; written by triggers only. */
@Entity('work_year')
@Index('ix_work_year_year', ['year'])
@Index('ix_work_year_open', ['year', 'workContractId'], { where: 'NOT is_folded' })
export class WorkYearEntity extends WorkMonths {
  @ForeignKey(() => WorkContractEntity, { name: 'fk_work_year_work_contract', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'bigint', name: 'work_contract_id', primaryKeyConstraintName: 'pk_work_year' })
  workContractId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_work_year' })
  year!: number;

  /** Whether the cells hold it: its months are sums of `work_cell`, and whoever changes the row opens it again. */
  @Column({ type: 'boolean', name: 'is_folded', default: false })
  isFolded!: boolean;
}

/** What a folded row of `work_year` was before it changed or went; taken out of the cells by whoever folds next. */
@Entity('work_year_undone')
@Index('ix_work_year_undone_year', ['year', 'id'])
export class WorkYearUndoneEntity extends WorkMonths {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'bigint', name: 'work_contract_id' })
  workContractId!: string;

  @Column({ type: 'integer' })
  year!: number;
}
