import { Check, Column, Entity, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';

/** A number of the law or of the network that holds for some time, such as a European threshold. */
@Entity('dated_parameter')
@Unique('uq_dated_parameter', ['code', 'validFrom'])
@Check('ck_dated_parameter_dates', 'valid_to IS NULL OR valid_to >= valid_from')
@Check('ck_dated_parameter_origin', ORIGIN_CHECK)
export class DatedParameterEntity extends BookEntity {
  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'numeric', precision: 16, scale: 2 })
  value!: string;

  @Column({ type: 'text' })
  unit!: string;

  /** Law, decree or page that says so. */
  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  /** Last day of validity; null while it has none. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
