import { Check, Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';
import { PartnershipEntity } from './partnership.entity';

/** One change of a convention, as it was before and after; rows are only ever added. */
@Entity({ name: 'partnership_change' })
@Check('ck_partnership_change_origin', ORIGIN_CHECK)
@Index('ix_partnership_change_partnership', ['partnership', 'id'])
export class PartnershipChangeEntity extends NationalEntity {
  @ManyToOne(() => PartnershipEntity, { nullable: false })
  @JoinColumn({ name: 'partnership_id', foreignKeyConstraintName: 'fk_partnership_change_partnership' })
  partnership!: Relation<PartnershipEntity>;

  /** Issuer and subject of the person's token. */
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  before!: object | null;

  @Column({ type: 'jsonb' })
  after!: object;
}
