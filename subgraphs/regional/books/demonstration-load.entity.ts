import { Check, Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Which demonstration the database holds: at most one row. */
@Entity('demonstration_load')
@Check('ck_demonstration_load_single', 'id = 1')
@Check('ck_demonstration_load_scale', `scale IN ('full', 'small')`)
@Check('ck_demonstration_load_checksum', `checksum ~ '^[0-9a-f]{64}$'`)
export class DemonstrationLoadEntity {
  @PrimaryColumn({ type: 'integer', default: 1 })
  id!: number;

  @Column({ type: 'text', name: 'region_code' })
  regionCode!: string;

  @Column({ type: 'integer' })
  edition!: number;

  @Column({ type: 'text' })
  scale!: string;

  @Column({ type: 'bigint' })
  seed!: string;

  @Column({ type: 'text' })
  checksum!: string;

  @Column({ type: 'bigint', name: 'row_count' })
  rowCount!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'loaded_at' })
  loadedAt!: Date;
}
