import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from '../desk';

/** A file that was taken into the books, whole: one row for each, never changed. */
@Entity('import_run')
@Check('ck_import_run_sha256', `file_sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_import_run_origin', ORIGIN_CHECK)
export class ImportRunEntity extends BookEntity {
  /** Subject of the token, or the account of the system, that imported. */
  @Column({ type: 'text' })
  actor!: string;

  @ForeignKey(() => DeskEntity, { name: 'fk_import_run_desk' })
  @Column({ type: 'bigint', name: 'desk_id', nullable: true })
  deskId!: string | null;

  /** What the rows of the file are. */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text', name: 'file_sha256' })
  fileSha256!: string;

  @Column({ type: 'jsonb' })
  mapping!: object;

  @Column({ type: 'bigint', name: 'rows_read' })
  rowsRead!: string;

  @Column({ type: 'bigint', name: 'rows_added' })
  rowsAdded!: string;

  @Column({ type: 'bigint', name: 'rows_changed' })
  rowsChanged!: string;

  @Column({ type: 'bigint', name: 'rows_unchanged' })
  rowsUnchanged!: string;
}
