import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** What a resource is for. */
export type ResourceKind = 'MODEL_CLAUSE' | 'DOCTRINE' | 'GUIDE';

/** A text that the network shares; what it says stands in its versions. */
@Entity({ name: 'shared_resource' })
@Check('ck_shared_resource_origin', ORIGIN_CHECK)
@Check('ck_shared_resource_kind', "kind IN ('MODEL_CLAUSE', 'DOCTRINE', 'GUIDE')")
@Unique('uq_shared_resource_public_id', ['publicId'])
export class SharedResourceEntity extends NationalEntity {
  @Column({ name: 'public_id', type: 'uuid' })
  publicId!: string;

  @Column({ type: 'text' })
  kind!: ResourceKind;

  @Column({ type: 'text' })
  theme!: string;

  /** Null for one of the association. */
  @Column({ name: 'region_code', type: 'text', nullable: true })
  regionCode!: string | null;

  /** Number of its latest version. */
  @Column({ name: 'current_number', type: 'integer' })
  currentNumber!: number;
}

/** One version of a resource. Versions are only ever added: a desk can say which one it works with. */
@Entity({ name: 'resource_version' })
@Check('ck_resource_version_origin', ORIGIN_CHECK)
@Check('ck_resource_version_number', 'number > 0')
@Unique('uq_resource_version_number', ['resource', 'number'])
// Over an expression, which TypeORM does not know: the migration makes it.
@Index('ix_resource_version_search', { synchronize: false })
export class ResourceVersionEntity extends NationalEntity {
  @ManyToOne(() => SharedResourceEntity, { nullable: false })
  @JoinColumn({ name: 'resource_id', foreignKeyConstraintName: 'fk_resource_version_resource' })
  resource!: SharedResourceEntity;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  summary!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil!: string | null;

  @Column({ name: 'published_by', type: 'text' })
  publishedBy!: string;
}

/** The version of a resource that a desk works with. */
@Entity({ name: 'desk_resource' })
@Check('ck_desk_resource_origin', ORIGIN_CHECK)
@Unique('uq_desk_resource_desk', ['resource', 'desk'])
@Index('ix_desk_resource_desk', ['desk'])
export class DeskResourceEntity extends NationalEntity {
  @ManyToOne(() => SharedResourceEntity, { nullable: false })
  @JoinColumn({ name: 'resource_id', foreignKeyConstraintName: 'fk_desk_resource_resource' })
  resource!: SharedResourceEntity;

  @Column({ type: 'text' })
  desk!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'taken_at', type: 'timestamptz' })
  takenAt!: Date;
}
