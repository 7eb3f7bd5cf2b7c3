import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** What brings a supergraph about. */
export type SupergraphCause =
  'PUBLISH' | 'ROLLBACK_SUBGRAPH' | 'ROLLBACK_SUPERGRAPH' | 'SUSPEND' | 'RESUME' | 'MAINTENANCE' | 'SETUP';

/** A version of the supergraph. */
@Entity({ name: 'supergraph' })
@Check('ck_supergraph_number', 'number > 0')
@Check(
  'ck_supergraph_cause',
  "cause IN ('PUBLISH', 'ROLLBACK_SUBGRAPH', 'ROLLBACK_SUPERGRAPH', 'SUSPEND', 'RESUME', 'MAINTENANCE', 'SETUP')",
)
@Check('ck_supergraph_checksum', "checksum ~ '^[0-9a-f]{64}$'")
@Index('ix_supergraph_composition_key', ['compositionKey', 'number'])
export class SupergraphEntity {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_supergraph' })
  number!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'text' })
  cause!: SupergraphCause;

  @Column({ name: 'restored_from', type: 'integer', nullable: true })
  restoredFrom!: number | null;

  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;

  /** Tells the schemas that it was composed of: equal keys compose to the same text. */
  @Column({ name: 'composition_key', type: 'text' })
  compositionKey!: string;

  /** What gateways are given, to the last character. Large: read by those who need it. */
  @Column({ type: 'text', select: false })
  payload!: string;

  /** SHA-256 of the payload. */
  @Column({ type: 'text' })
  checksum!: string;
}
