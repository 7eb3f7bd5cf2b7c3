import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from './desk.entity';

/** A desk's statement that its hours of a month are entered. */
@Entity('declaration')
@Unique('uq_declaration', ['deskId', 'month'])
@Check('ck_declaration_origin', ORIGIN_CHECK)
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
}
