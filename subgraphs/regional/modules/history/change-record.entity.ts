import { Check, Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One change of one row of the books, written by the database itself; never changed. */
@Entity('change_record')
@Index('ix_change_record_row', ['tableName', 'rowId', 'id'])
@Index('ix_change_record_desk', ['deskId', 'id'])
@Check('ck_change_record_action', `action IN ('INSERT', 'UPDATE', 'DELETE')`)
export class ChangeRecordEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;

  /** Subject of the token of whoever changed it, or the account of the system. */
  @Column({ type: 'text' })
  actor!: string;

  /** desk, coordination or owner. */
  @Column({ type: 'text' })
  role!: string;

  /** Desk on whose behalf it was changed. */
  @Column({ type: 'bigint', name: 'desk_id', nullable: true })
  deskId!: string | null;

  @Column({ type: 'bigint', name: 'import_run_id', nullable: true })
  importRunId!: string | null;

  @Column({ type: 'text' })
  action!: 'INSERT' | 'UPDATE' | 'DELETE';

  @Column({ type: 'text', name: 'table_name' })
  tableName!: string;

  @Column({ type: 'bigint', name: 'row_id' })
  rowId!: string;

  /** The row before, as columns by name; null when it was added. */
  @Column({ type: 'jsonb', nullable: true })
  before!: Readonly<Record<string, unknown>> | null;

  /** The row after; null when it was deleted. */
  @Column({ type: 'jsonb', nullable: true })
  after!: Readonly<Record<string, unknown>> | null;
}
