import { Column } from 'typeorm';

/** A year of months in hundredths of an hour, and what the contract behind it is grouped and filtered by. */
export abstract class YearMonths {
  @Column({ type: 'bigint', name: 'contract_id' })
  contractId!: string;

  @Column({ type: 'bigint', name: 'operation_id', nullable: true })
  operationId!: string | null;

  @Column({ type: 'text', name: 'departement_code', collation: 'C', nullable: true })
  departementCode!: string | null;

  @Column({ type: 'text', collation: 'C' })
  sector!: string;

  @Column({ type: 'text', name: 'clause_type', collation: 'C', nullable: true })
  clauseType!: string | null;

  @Column({ type: 'text', name: 'contract_origin', collation: 'C' })
  contractOrigin!: string;

  @Column({ type: 'bigint', name: 'buyer_id' })
  buyerId!: string;

  @Column({ type: 'text', name: 'buyer_kind', collation: 'C' })
  buyerKind!: string;

  @Column({ type: 'bigint', nullable: true })
  m01!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m02!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m03!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m04!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m05!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m06!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m07!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m08!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m09!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m10!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m11!: string | null;

  @Column({ type: 'bigint', nullable: true })
  m12!: string | null;

  /** Months that the last statement wrote, one bit each: what it set and what it left alone. */
  @Column({ type: 'integer' })
  touched!: number;
}
