import { Column, CreateDateColumn, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';

/** Where a row comes from; a demonstration row says that it is one. */
export type Origin = 'ENTERED' | 'IMPORTED' | 'DECP' | 'DEMONSTRATION';

/** The check that every table has on its `origin`. */
export const ORIGIN_CHECK = `origin IN ('ENTERED', 'IMPORTED', 'DECP', 'DEMONSTRATION')`;

/** What every row of the books has. Days are texts YYYY-MM-DD; bigint and numeric are texts, as pg gives them. */
export abstract class BookEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;

  /** One more with every change of the row: who changes it says which version was read. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** The import that wrote the row last; null when none did. */
  @Column({ type: 'bigint', name: 'import_run_id', nullable: true })
  importRunId!: string | null;

  @Column({ type: 'text' })
  origin!: Origin;
}
