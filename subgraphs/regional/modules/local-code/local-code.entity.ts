import { Check, Column, Entity, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';

/** An entry of a list as the region or a desk uses it, and the code of the national list that it stands for. */
@Entity('local_code')
@Unique('uq_local_code', ['list', 'code', 'validFrom'])
@Check('ck_local_code_dates', 'valid_to IS NULL OR valid_to >= valid_from')
@Check('ck_local_code_origin', ORIGIN_CHECK)
export class LocalCodeEntity extends BookEntity {
  /** Name of the national list. */
  @Column({ type: 'text' })
  list!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text', name: 'national_code' })
  nationalCode!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  /** Last day of validity; null while it has none. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
