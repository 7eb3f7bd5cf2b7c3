import { Check, Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** A buyer's programme: operations that are collected first, and announced all at once or not at all. */
@Entity({ name: 'mobilisation_programme' })
@Check('ck_mobilisation_programme_origin', ORIGIN_CHECK)
@Check('ck_mobilisation_programme_siren', "siren ~ '^[0-9]{9}$'")
@Check('ck_mobilisation_programme_title', 'length(title) BETWEEN 1 AND 200')
@Unique('uq_mobilisation_programme_public_id', ['publicId'])
export class MobilisationProgrammeEntity extends NationalEntity {
  @Column({ name: 'public_id', type: 'uuid' })
  publicId!: string;

  @Column({ type: 'text' })
  siren!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'opened_by', type: 'text' })
  openedBy!: string;

  /** Null while lines are still collected. */
  @Column({ name: 'announced_at', type: 'timestamptz', nullable: true })
  announcedAt!: Date | null;
}

/** One valid line of a programme, as the request that it will be. Lines with problems are never kept. */
@Entity({ name: 'mobilisation_programme_line' })
@Check('ck_mobilisation_programme_line_origin', ORIGIN_CHECK)
@Check('ck_mobilisation_programme_line_number', 'line > 0')
@Unique('uq_mobilisation_programme_line', ['programme', 'line'])
export class MobilisationProgrammeLineEntity extends NationalEntity {
  @ManyToOne(() => MobilisationProgrammeEntity, { nullable: false })
  @JoinColumn({ name: 'programme_id', foreignKeyConstraintName: 'fk_mobilisation_programme_line_programme' })
  programme!: MobilisationProgrammeEntity;

  /** Line of the file, its head being line 1. */
  @Column({ type: 'integer' })
  line!: number;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ type: 'jsonb' })
  operation!: object;
}
