import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { FacilitatorEntity } from '../facilitator';
import { WorkContractEntity } from './work-contract.entity';

/** Hours done under a work contract in a month. TypeORM cannot describe the columns that ix_hour_entry_month includes. */
@Entity('hour_entry')
@Unique('uq_hour_entry', ['workContractId', 'month'])
@Index('ix_hour_entry_month', { synchronize: false })
@Index('ix_hour_entry_demonstration', ['month'], { where: `origin = 'DEMONSTRATION'` })
@Check('ck_hour_entry_origin', ORIGIN_CHECK)
@Check('ck_hour_entry_month', 'extract(day FROM month) = 1')
@Check(
  'ck_hour_entry_hours',
  `hours > 0 AND hours <= 24 * extract(day FROM (month + interval '1 month' - interval '1 day'))`,
)
@Check('ck_hour_entry_state', `state IN ('ENTERED', 'VALIDATED')`)
@Check('ck_hour_entry_validated', `state <> 'VALIDATED' OR validated_by IS NOT NULL OR origin = 'DEMONSTRATION'`)
export class HourEntryEntity extends BookEntity {
  @ForeignKey(() => WorkContractEntity, { name: 'fk_hour_entry_work_contract' })
  @Column({ type: 'bigint', name: 'work_contract_id' })
  workContractId!: string;

  /** First day of the month. */
  @Column({ type: 'date' })
  month!: string;

  @Column({ type: 'numeric', precision: 7, scale: 2 })
  hours!: string;

  @Column({ type: 'text' })
  state!: 'ENTERED' | 'VALIDATED';

  /** The facilitator who checked the hours; every validated row has one, demonstration rows apart. */
  @ForeignKey(() => FacilitatorEntity, { name: 'fk_hour_entry_validated_by' })
  @Column({ type: 'bigint', name: 'validated_by', nullable: true })
  validatedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'validated_at', nullable: true })
  validatedAt!: Date | null;
}
