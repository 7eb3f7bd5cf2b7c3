import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { LotEntity } from './lot.entity';

/** Hours that a lot commits to for a month. TypeORM cannot describe the columns that ix_hour_commitment_month includes. */
@Entity('hour_commitment')
@Unique('uq_hour_commitment', ['lotId', 'month'])
@Index('ix_hour_commitment_month', { synchronize: false })
@Index('ix_hour_commitment_demonstration', ['month'], { where: `origin = 'DEMONSTRATION'` })
@Check('ck_hour_commitment_origin', ORIGIN_CHECK)
@Check('ck_hour_commitment_month', 'extract(day FROM month) = 1')
@Check('ck_hour_commitment_hours', 'hours > 0')
export class HourCommitmentEntity extends BookEntity {
  @ForeignKey(() => LotEntity, { name: 'fk_hour_commitment_lot' })
  @Column({ type: 'bigint', name: 'lot_id' })
  lotId!: string;

  /** First day of the month. */
  @Column({ type: 'date' })
  month!: string;

  @Column({ type: 'numeric', precision: 10, scale: 2 })
  hours!: string;
}
