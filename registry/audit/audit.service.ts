import type { DataSource, EntityManager } from 'typeorm';
import { type Page, type PageRequest, readPage } from '../database';
import { AuditEntryEntity } from './audit-entry.entity';

/** A change to write down. */
export interface AuditRecord {
  /** Who: the subject of a token, or a credential. */
  readonly actor: string;
  readonly action: string;
  readonly region?: string;
  /** What it was about. Never a secret. */
  readonly details?: object;
}

/** Writes a change down, in the transaction that makes it. */
export async function writeAudit(
  manager: EntityManager,
  { actor, action, region, details = {} }: AuditRecord,
): Promise<void> {
  await manager.insert(AuditEntryEntity, { actor, action, regionCode: region ?? null, details });
}

/** One page of the log, newest first. */
export function readAuditLog(
  dataSource: DataSource,
  region: string | null | undefined,
  request: PageRequest,
): Promise<Page<AuditEntryEntity>> {
  const query = dataSource.getRepository(AuditEntryEntity).createQueryBuilder('entry');
  if (region != null) query.where('entry.regionCode = :region', { region });
  return readPage(query, 'entry.id', request, (row) => row.id);
}
