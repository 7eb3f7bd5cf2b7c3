import { Check, Column, Entity, JoinColumn, ManyToOne, OneToMany, OneToOne, type Relation, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** A buyer that the national association supports (fiche E4). */
@Entity({ name: 'national_buyer' })
@Check('ck_national_buyer_origin', ORIGIN_CHECK)
@Check('ck_national_buyer_siren', "siren ~ '^[0-9]{9}$'")
@Unique('uq_national_buyer_siren', ['siren'])
export class NationalBuyerEntity extends NationalEntity {
  @Column({ type: 'text' })
  siren!: string;

  @Column({ type: 'text' })
  name!: string;

  @OneToOne(() => PartnershipEntity, (partnership) => partnership.buyer)
  partnership!: Relation<PartnershipEntity> | null;
}

/** A convention between a buyer and the association. */
@Entity({ name: 'partnership' })
@Check('ck_partnership_origin', ORIGIN_CHECK)
export class PartnershipEntity extends NationalEntity {
  @OneToOne(() => NationalBuyerEntity, (buyer) => buyer.partnership, { nullable: false })
  @JoinColumn({ name: 'national_buyer_id', foreignKeyConstraintName: 'fk_partnership_buyer' })
  buyer!: Relation<NationalBuyerEntity>;

  @Column({ name: 'signed_on', type: 'date' })
  signedOn!: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: string | null;

  @OneToMany(() => PartnershipObjectiveEntity, (objective) => objective.partnership)
  objectives!: Relation<PartnershipObjectiveEntity>[];
}

/** Hours that a buyer committed to, by tranche and deadline. */
@Entity({ name: 'partnership_objective' })
@Check('ck_partnership_objective_origin', ORIGIN_CHECK)
@Check('ck_partnership_objective_hours', 'hours > 0')
@Unique('uq_partnership_objective', ['partnership', 'label'])
export class PartnershipObjectiveEntity extends NationalEntity {
  @ManyToOne(() => PartnershipEntity, (partnership) => partnership.objectives, { nullable: false })
  @JoinColumn({ name: 'partnership_id', foreignKeyConstraintName: 'fk_partnership_objective_partnership' })
  partnership!: Relation<PartnershipEntity>;

  @Column({ type: 'text' })
  label!: string;

  /** Hours, as PostgreSQL writes a numeric. */
  @Column({ type: 'numeric', precision: 12, scale: 2 })
  hours!: string;

  @Column({ type: 'date' })
  deadline!: string;
}
