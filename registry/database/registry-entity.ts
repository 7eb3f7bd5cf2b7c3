import { CreateDateColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What every table of the registry has. Rows of most of them never change: the database refuses it. */
export abstract class RegistryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
