import {
  Check,
  Column,
  Entity,
  Exclusion,
  Generated,
  JoinColumn,
  ManyToOne,
  OneToMany,
  type Relation,
  Unique,
} from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';
import { NationalBuyerEntity } from '../national-buyer/national-buyer.entity';

/** A convention between a buyer and the association. Two of one buyer never hold at the same time. */
@Entity({ name: 'partnership' })
@Check('ck_partnership_origin', ORIGIN_CHECK)
@Check('ck_partnership_dates', 'ends_on IS NULL OR ends_on >= signed_on')
@Unique('uq_partnership_public_id', ['publicId'])
@Exclusion(
  'ex_partnership_period',
  `USING gist (int8range(national_buyer_id, national_buyer_id, '[]') WITH &&, daterange(signed_on, ends_on, '[]') WITH &&)`,
)
export class PartnershipEntity extends NationalEntity {
  @ManyToOne(() => NationalBuyerEntity, { nullable: false })
  @JoinColumn({ name: 'national_buyer_id', foreignKeyConstraintName: 'fk_partnership_buyer' })
  buyer!: Relation<NationalBuyerEntity>;

  @Column({ name: 'public_id', type: 'uuid' })
  @Generated('uuid')
  publicId!: string;

  /** One more with every change. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  /** What the convention covers, in a few sentences. */
  @Column({ type: 'text', nullable: true })
  scope!: string | null;

  /** Who accompanies the buyer at the association. */
  @Column({ name: 'contact_name', type: 'text', nullable: true })
  contactName!: string | null;

  @Column({ name: 'contact_email', type: 'text', nullable: true })
  contactEmail!: string | null;

  /** Days of every year on which a report is due, MM-DD. */
  @Column({ name: 'reports_due', type: 'text', array: true, default: '{}' })
  reportsDue!: string[];

  @Column({ name: 'signed_on', type: 'date' })
  signedOn!: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: string | null;

  @OneToMany(() => PartnershipObjectiveEntity, (objective) => objective.partnership, { cascade: ['insert'] })
  objectives!: Relation<PartnershipObjectiveEntity>[];

  @OneToMany(() => PartnershipMemberEntity, (member) => member.partnership, { cascade: ['insert'] })
  members!: Relation<PartnershipMemberEntity>[];

  @OneToMany(() => PartnershipDocumentEntity, (document) => document.partnership, { cascade: ['insert'] })
  documents!: Relation<PartnershipDocumentEntity>[];
}

/** Hours that a buyer committed to, by tranche and deadline, nationally or in some regions. */
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

  /** From when on hours count; null: from the signature. */
  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn!: string | null;

  /** Sectors whose hours count; all when empty. */
  @Column({ type: 'text', array: true, default: '{}' })
  sectors!: string[];

  /** INSEE codes of the regions whose hours count; all when empty. */
  @Column({ type: 'text', array: true, default: '{}' })
  regions!: string[];
}

/** Another legal unit under a convention: its contracts count, and it sees those of the convention. */
@Entity({ name: 'partnership_member' })
@Check('ck_partnership_member_origin', ORIGIN_CHECK)
@Check('ck_partnership_member_siren', "siren ~ '^[0-9]{9}$'")
@Unique('uq_partnership_member', ['partnership', 'siren'])
export class PartnershipMemberEntity extends NationalEntity {
  @ManyToOne(() => PartnershipEntity, (partnership) => partnership.members, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'partnership_id', foreignKeyConstraintName: 'fk_partnership_member_partnership' })
  partnership!: Relation<PartnershipEntity>;

  @Column({ type: 'text' })
  siren!: string;

  @Column({ type: 'text' })
  name!: string;
}

/** A document of a convention, where it is kept: the hub has no file store. */
@Entity({ name: 'partnership_document' })
@Check('ck_partnership_document_origin', ORIGIN_CHECK)
export class PartnershipDocumentEntity extends NationalEntity {
  @ManyToOne(() => PartnershipEntity, (partnership) => partnership.documents, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'partnership_id', foreignKeyConstraintName: 'fk_partnership_document_partnership' })
  partnership!: Relation<PartnershipEntity>;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  url!: string;
}
