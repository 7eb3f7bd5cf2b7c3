import { renderTable } from '../output';
import type { ApiKeyView } from './ask-keys';

/** Keys for a person: days rather than moments, and a dash for what is not. */
export function renderKeys(keys: readonly ApiKeyView[]): string {
  const header = ['ID', 'CLIENT', 'LABEL', 'ISSUED', 'EXPIRES', 'REVOKED', 'LAST USED', 'ISSUED BY'];
  return renderTable(
    header,
    keys.map((key) => [
      key.id,
      [key.role, key.desk ?? key.region, ...(key.sirens ?? [])].filter((part) => part !== null).join(' '),
      key.label,
      dayOf(key.createdAt),
      dayOf(key.expiresAt),
      dayOf(key.revokedAt),
      dayOf(key.lastUsedOn),
      key.createdBy,
    ]),
  );
}

function dayOf(moment: string | null): string {
  return moment?.slice(0, 10) ?? '-';
}
