import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One look at one person: who, when, why. Added by the transaction that looks, never changed. */
@Entity('access_record')
@Index('ix_access_record_participant', ['participantId', 'id'])
@Index('ix_access_record_accessed_at', ['accessedAt'])
export class AccessRecordEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'accessed_at' })
  accessedAt!: Date;

  /** Subject of the token of whoever looked. */
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'bigint', name: 'desk_id', nullable: true })
  deskId!: string | null;

  /** No foreign key: the record outlives the row. */
  @Column({ type: 'bigint', name: 'participant_id' })
  participantId!: string;

  /** Name of the operation. */
  @Column({ type: 'text' })
  operation!: string;
}
