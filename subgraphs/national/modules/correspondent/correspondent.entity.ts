import { Check, Column, Entity, Index } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** A post of the map of correspondents: at the head of a region, or of some of its départements. */
@Entity({ name: 'correspondent' })
@Check('ck_correspondent_origin', ORIGIN_CHECK)
@Check('ck_correspondent_dates', 'valid_to IS NULL OR valid_to >= valid_from')
@Index('ix_correspondent_region', ['regionCode'])
export class CorrespondentEntity extends NationalEntity {
  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

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

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;
}
