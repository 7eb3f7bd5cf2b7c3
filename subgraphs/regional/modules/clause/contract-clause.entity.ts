import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { ContractEntity } from '../contract';
import { LotEntity } from '../lot';

/** A social clause of a contract or of one of its lots, with its legal ground. TypeORM cannot say that uq_contract_clause takes nulls for equal. */
@Entity('contract_clause')
@Unique('uq_contract_clause', ['contractId', 'lotId', 'type'])
@Check('ck_contract_clause_hours', 'hours > 0')
@Check('ck_contract_clause_origin', ORIGIN_CHECK)
export class ContractClauseEntity extends BookEntity {
  @ForeignKey(() => ContractEntity, { name: 'fk_contract_clause_contract' })
  @Column({ type: 'bigint', name: 'contract_id' })
  contractId!: string;

  /** The lot that the clause is of; null when it is of the whole contract. */
  @ForeignKey(() => LotEntity, { name: 'fk_contract_clause_lot' })
  @Column({ type: 'bigint', name: 'lot_id', nullable: true })
  lotId!: string | null;

  /** Code list CLAUSE_TYPE. */
  @Column({ type: 'text' })
  type!: string;

  /** Article of the Code de la commande publique, such as L2112-2. */
  @Column({ type: 'text', name: 'legal_article' })
  legalArticle!: string;

  @Column({ type: 'numeric', precision: 10, scale: 2, nullable: true })
  hours!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
