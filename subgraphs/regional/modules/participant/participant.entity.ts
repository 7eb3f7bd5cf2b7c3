import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from '../desk';

/** A person who works under a clause, by pseudonym. Never leaves the region's database but in aggregates. */
@Entity('participant')
@Unique('uq_participant_pseudonym', ['pseudonym'])
@Unique('uq_participant_reference', ['deskId', 'reference'])
@Check('ck_participant_origin', ORIGIN_CHECK)
@Check(
  'ck_participant_open',
  `origin = 'DEMONSTRATION' OR criterion NOT IN ('DISABLED_WORKER', 'MINIMUM_BENEFITS', 'PRISON_LEAVER', 'REFUGEE')`,
)
@Check('ck_participant_erased', 'erased_on IS NULL OR (reference IS NULL AND residence_commune IS NULL)')
@Check('ck_participant_birth_year', 'birth_year BETWEEN 1920 AND 2099')
export class ParticipantEntity extends BookEntity {
  @Column({ type: 'text' })
  pseudonym!: string;

  @Column({ type: 'integer', name: 'birth_year', nullable: true })
  birthYear!: number | null;

  /** Code list SEX. */
  @Column({ type: 'text' })
  sex!: string;

  /** Code list EDUCATION_LEVEL. */
  @Column({ type: 'text', name: 'education_level' })
  educationLevel!: string;

  /** The main criterion, by which figures count: a code of CRITERION, or the token of a sensitive one. */
  @Column({ type: 'text' })
  criterion!: string;

  @Column({ type: 'text', name: 'residence_commune', nullable: true })
  residenceCommune!: string | null;

  /** Whether the person lives in a priority neighbourhood (QPV); null when not known. */
  @Column({ type: 'boolean', name: 'lives_in_qpv', nullable: true })
  livesInQpv!: boolean | null;

  /** The desk that follows the person. */
  @ForeignKey(() => DeskEntity, { name: 'fk_participant_desk' })
  @Column({ type: 'bigint', name: 'desk_id', nullable: true })
  deskId!: string | null;

  /** What the desk calls the person by, unique for the desk; never a name. */
  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  /** Day on which what identifies the person was erased; null while nothing was. */
  @Column({ type: 'date', name: 'erased_on', nullable: true })
  erasedOn!: string | null;
}
