import { Check, Column, Entity, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';

/** A company or structure that holds lots or employs participants. */
@Entity('contractor')
@Unique('uq_contractor_siret', ['siret'])
@Check('ck_contractor_origin', ORIGIN_CHECK)
@Check('ck_contractor_siret', `siret ~ '^[0-9]{14}$'`)
export class ContractorEntity extends BookEntity {
  @Column({ type: 'text', nullable: true })
  siret!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: 'COMPANY' })
  kind!: string;
}
