import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { BuyerEntity } from '../buyer';
import { DeskEntity } from '../desk';
import { OperationEntity } from '../operation';

/** A public contract (marché). TypeORM cannot describe ix_contract_page, an index on an expression. */
@Entity('contract')
@Unique('uq_contract_external', ['source', 'externalId'])
@Unique('uq_contract_reference', ['deskId', 'reference'])
@Index('ix_contract_operation', ['operationId'])
@Index('ix_contract_buyer', ['buyerId'])
@Index('ix_contract_ends_on', ['endsOn'])
@Index('ix_contract_page', { synchronize: false })
@Check('ck_contract_origin', ORIGIN_CHECK)
@Check('ck_contract_amount', 'amount_cents >= 0')
@Check('ck_contract_kind', `kind IN ('WORKS', 'SUPPLIES', 'SERVICES')`)
@Check('ck_contract_obligation', `obligation IN ('SUBJECT', 'EXEMPT', 'NOT_SUBJECT')`)
@Check('ck_contract_exemption', `exemption_reason IS NULL OR obligation = 'EXEMPT'`)
@Check('ck_contract_duration', 'duration_months >= 0')
@Check('ck_contract_place', `place_kind IN ('COMMUNE', 'DEPARTEMENT', 'REGION')`)
export class ContractEntity extends BookEntity {
  @ForeignKey(() => OperationEntity, { name: 'fk_contract_operation' })
  @Column({ type: 'bigint', name: 'operation_id', nullable: true })
  operationId!: string | null;

  @ForeignKey(() => DeskEntity, { name: 'fk_contract_desk' })
  @Column({ type: 'bigint', name: 'desk_id', nullable: true })
  deskId!: string | null;

  @ForeignKey(() => BuyerEntity, { name: 'fk_contract_buyer' })
  @Column({ type: 'bigint', name: 'buyer_id' })
  buyerId!: string;

  /** Identifier of the contract in its source, unique there. */
  @Column({ type: 'text', name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column({ type: 'text', nullable: true })
  source!: string | null;

  @Column({ type: 'text' })
  title!: string;

  /** Code list SECTOR. */
  @Column({ type: 'text' })
  sector!: string;

  @Column({ type: 'text', nullable: true })
  cpv!: string | null;

  /** Code list CLAUSE_TYPE; null when the source does not say that there is a clause. */
  @Column({ type: 'text', name: 'clause_type', nullable: true })
  clauseType!: string | null;

  @Column({ type: 'bigint', name: 'amount_cents', nullable: true })
  amountCents!: string | null;

  @Column({ type: 'date', name: 'notified_on', nullable: true })
  notifiedOn!: string | null;

  @Column({ type: 'integer', name: 'duration_months', nullable: true })
  durationMonths!: number | null;

  @Column({ type: 'text', name: 'place_kind', nullable: true })
  placeKind!: string | null;

  @Column({ type: 'text', name: 'place_code', nullable: true })
  placeCode!: string | null;

  @Column({ type: 'text', name: 'departement_code', nullable: true })
  departementCode!: string | null;

  /** What the desk calls the contract by, unique for the desk. */
  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  /** Which threshold of the European procedures applies. */
  @Column({ type: 'text', nullable: true })
  kind!: 'WORKS' | 'SUPPLIES' | 'SERVICES' | null;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: string | null;

  /** Whether article L2112-2-1 of the Code de la commande publique asks for social considerations. */
  @Column({ type: 'text', nullable: true })
  obligation!: 'SUBJECT' | 'EXEMPT' | 'NOT_SUBJECT' | null;

  /** Code list EXEMPTION_REASON; only of a contract that is EXEMPT. */
  @Column({ type: 'text', name: 'exemption_reason', nullable: true })
  exemptionReason!: string | null;
}
