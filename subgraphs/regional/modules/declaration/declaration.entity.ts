import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from '../desk';

/** A desk's statement that its hours of a month are entered. */
@Entity('declaration')
@Unique('uq_declaration', ['deskId', 'month'])
@Check('ck_declaration_origin', ORIGIN_CHECK)
@Check('ck_declaration_state', `state IN ('DECLARED', 'REOPENED')`)
@Check('ck_declaration_month', 'extract(day FROM month) = 1')
export class DeclarationEntity extends BookEntity {
  @ForeignKey(() => DeskEntity, { name: 'fk_declaration_desk' })
  @Column({ type: 'bigint', name: 'desk_id' })
  deskId!: string;

  /** First day of the month. */
  @Column({ type: 'date' })
  month!: string;

  @Column({ type: 'timestamptz', name: 'declared_at' })
  declaredAt!: Date;

  /** A month that was corrected after its declaration is REOPENED until it is declared again. */
  @Column({ type: 'text', default: 'DECLARED' })
  state!: 'DECLARED' | 'REOPENED';

  @Column({ type: 'text', name: 'declared_by', nullable: true })
  declaredBy!: string | null;

  /** The first time that the month was declared: what on-time rates are made of. */
  @Column({ type: 'timestamptz', name: 'first_declared_at', nullable: true })
  firstDeclaredAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'reopened_at', nullable: true })
  reopenedAt!: Date | null;

  @Column({ type: 'text', name: 'reopened_by', nullable: true })
  reopenedBy!: string | null;

  @Column({ type: 'text', name: 'reopening_reason', nullable: true })
  reopeningReason!: string | null;
}
