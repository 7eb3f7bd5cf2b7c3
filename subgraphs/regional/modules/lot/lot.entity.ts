import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { ContractEntity } from '../contract';

/** A lot of a contract; a contract without lots has one. */
@Entity('lot')
@Unique('uq_lot_number', ['contractId', 'number'])
@Check('ck_lot_origin', ORIGIN_CHECK)
@Check('ck_lot_amount', 'amount_cents >= 0')
@Check('ck_lot_committed_hours', 'committed_hours >= 0')
export class LotEntity extends BookEntity {
  @ForeignKey(() => ContractEntity, { name: 'fk_lot_contract' })
  @Column({ type: 'bigint', name: 'contract_id' })
  contractId!: string;

  @Column({ type: 'integer', default: 1 })
  number!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'bigint', name: 'amount_cents', nullable: true })
  amountCents!: string | null;

  /** Hours committed over the life of the contract, when they are not said month by month. */
  @Column({ type: 'numeric', name: 'committed_hours', precision: 10, scale: 2, nullable: true })
  committedHours!: string | null;
}
