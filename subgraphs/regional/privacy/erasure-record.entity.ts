import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** That persons were forgotten, by whom and why; never which. */
@Entity('erasure_record')
@Check('ck_erasure_record_reason', `reason IN ('REQUEST', 'RETENTION')`)
@Check('ck_erasure_record_persons', 'persons > 0')
export class ErasureRecordEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'erased_at' })
  erasedAt!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text' })
  reason!: 'REQUEST' | 'RETENTION';

  @Column({ type: 'integer' })
  persons!: number;
}
