import { Column, CreateDateColumn, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';

/** Where a row of the national level comes from. */
export type NationalOrigin = 'ENTERED' | 'IMPORTED' | 'DEMONSTRATION';

/** Check of the column `origin`, as the migrations write it. */
export const ORIGIN_CHECK = "origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION')";

/** What every table of the national database has. */
export abstract class NationalEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ type: 'text' })
  origin!: NationalOrigin;
}
