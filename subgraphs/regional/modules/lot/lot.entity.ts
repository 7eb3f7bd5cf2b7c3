import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { ContractEntity } from '../contract';

/** A lot of a contract; a contract without lots has one. */
@Entity('lot')
@Unique('uq_lot_number', ['contractId', 'number'])
@Check('ck_lot_origin', ORIGIN_CHECK)
export class LotEntity extends BookEntity {
  @ForeignKey(() => ContractEntity, { name: 'fk_lot_contract' })
  @Column({ type: 'bigint', name: 'contract_id' })
  contractId!: string;

  @Column({ type: 'integer', default: 1 })
  number!: number;

  @Column({ type: 'text' })
  title!: string;
}
