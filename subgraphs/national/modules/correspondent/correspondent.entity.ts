import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** A post of the directory of correspondents: of the association, at the head of a region, or of some of its départements. */
@Entity({ name: 'correspondent' })
@Check('ck_correspondent_origin', ORIGIN_CHECK)
@Check('ck_correspondent_dates', 'valid_to IS NULL OR valid_to >= valid_from')
@Check('ck_correspondent_level', 'region_code IS NOT NULL OR cardinality(departements) = 0')
@Check('ck_correspondent_publication', 'NOT is_published OR name IS NOT NULL')
@Unique('uq_correspondent_public_id', ['publicId'])
@Index('ix_correspondent_region', ['regionCode'])
export class CorrespondentEntity extends NationalEntity {
  @Column({ name: 'public_id', type: 'uuid' })
  publicId!: string;

  /** Counts changes, so that of two who change at once the second is told. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** Null for a post of the association itself. */
  @Column({ name: 'region_code', type: 'text', nullable: true })
  regionCode!: string | null;

  /** Empty for a post that covers the whole region. */
  @Column({ type: 'text', array: true, default: '{}' })
  departements!: string[];

  /** Null while the post is vacant. */
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text' })
  function!: string;

  @Column({ type: 'text' })
  organisation!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  /** Whether the person agreed to be shown to everybody. Another person in the post has to agree anew. */
  @Column({ name: 'is_published', type: 'boolean', default: false })
  isPublished!: boolean;

  /** Day in Paris on which somebody who answers for the post last said that it is right. */
  @Column({ name: 'confirmed_on', type: 'date', nullable: true })
  confirmedOn!: string | null;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;
}
