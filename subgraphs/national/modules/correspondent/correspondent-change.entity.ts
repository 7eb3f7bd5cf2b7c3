import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';
import { CorrespondentEntity } from './correspondent.entity';

/** What happened to a post. */
export type CorrespondentChangeKind = 'CREATED' | 'CHANGED' | 'CONFIRMED' | 'PUBLISHED' | 'WITHDRAWN';

/** What a post says, as its history keeps it. */
export type PostValues = Pick<
  CorrespondentEntity,
  | 'regionCode'
  | 'departements'
  | 'name'
  | 'function'
  | 'organisation'
  | 'email'
  | 'phone'
  | 'isPublished'
  | 'confirmedOn'
  | 'validFrom'
  | 'validTo'
>;

/** One change of a post: who, when, before, after. Rows are only ever added. */
@Entity({ name: 'correspondent_change' })
@Check('ck_correspondent_change_origin', ORIGIN_CHECK)
@Check('ck_correspondent_change_kind', "kind IN ('CREATED', 'CHANGED', 'CONFIRMED', 'PUBLISHED', 'WITHDRAWN')")
@Check('ck_correspondent_change_role', "role IN ('coordination', 'consolidator')")
@Index('ix_correspondent_change_correspondent', ['correspondent'])
export class CorrespondentChangeEntity extends NationalEntity {
  @ManyToOne(() => CorrespondentEntity, { nullable: false })
  @JoinColumn({ name: 'correspondent_id', foreignKeyConstraintName: 'fk_correspondent_change_correspondent' })
  correspondent!: CorrespondentEntity;

  @Column({ type: 'text' })
  kind!: CorrespondentChangeKind;

  /** Issuer and subject of the person's token. */
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  role!: 'coordination' | 'consolidator';

  /** Null for a post that was made. */
  @Column({ type: 'jsonb', nullable: true })
  before!: PostValues | null;

  @Column({ type: 'jsonb' })
  after!: PostValues;
}
