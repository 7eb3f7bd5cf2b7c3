import { DateTime } from 'luxon';
import { type DataSource, IsNull, MoreThan } from 'typeorm';
import { type Caller, makeApiKey, MAX_API_KEY_DAYS } from '../../../kit/identity';
import { ApiKeyEntity } from './api-key.entity';
import { callerOfInput, type KeyRequest } from './key-request';

/** Longest label of a key, in characters. */
const MAX_LABEL = 100;

/** What became of a request for a key. Expected failures are values. */
export type Issued =
  | { readonly status: 'issued'; readonly row: ApiKeyEntity; readonly text: string }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** The keys of machine clients. */
export interface ApiKeyService {
  /** Makes a key. Its text is in the answer and nowhere else, ever. */
  issue(request: KeyRequest, issuedBy: string): Promise<Issued>;
  /** Ends a key; one that is revoked already stays as it is. Null when there is no such key. */
  revoke(publicId: string, revokedBy: string): Promise<ApiKeyEntity | null>;
  /** Newest first; those that still open something, or all. */
  list(includesEnded: boolean): Promise<readonly ApiKeyEntity[]>;
}

/** Builds the service. */
export function createApiKeyService(dataSource: DataSource, now: Date): ApiKeyService {
  const keys = () => dataSource.getRepository(ApiKeyEntity);
  return {
    async issue(request, issuedBy) {
      const label = request.label.trim();
      if (label === '' || label.length > MAX_LABEL || hasControlCharacter(label)) {
        return invalid('label', `A label is a line of 1 to ${MAX_LABEL} characters that says what the key is for.`);
      }
      if (request.days < 1 || request.days > MAX_API_KEY_DAYS) {
        return invalid('days', `A key lives from 1 to ${MAX_API_KEY_DAYS} days.`);
      }
      const caller = callerOfInput(request);
      if ('field' in caller) return { status: 'invalid', ...caller };
      return save(dataSource, { label, caller: caller.caller, days: request.days, issuedBy, now });
    },
    async revoke(publicId, revokedBy) {
      if (!/^[0-9a-f]{16}$/.test(publicId)) return null;
      await keys().update({ publicId, revokedAt: IsNull() }, { revokedAt: now, revokedBy });
      return keys().findOneBy({ publicId });
    },
    list: (includesEnded) =>
      keys().find({
        where: includesEnded ? {} : { revokedAt: IsNull(), expiresAt: MoreThan(now) },
        order: { createdAt: 'DESC', id: 'DESC' },
      }),
  };
}

interface NewRow {
  readonly label: string;
  readonly caller: Caller;
  readonly days: number;
  readonly issuedBy: string;
  readonly now: Date;
}

async function save(dataSource: DataSource, { label, caller, days, issuedBy, now }: NewRow): Promise<Issued> {
  const { publicId, secretHash, text } = makeApiKey();
  const row = await dataSource.getRepository(ApiKeyEntity).save({
    origin: 'ENTERED' as const,
    publicId,
    secretHash,
    label,
    caller,
    createdAt: now,
    createdBy: issuedBy,
    expiresAt: DateTime.fromJSDate(now)
      .plus({ hours: 24 * days })
      .toJSDate(),
    revokedAt: null,
    revokedBy: null,
    lastUsedOn: null,
  });
  return { status: 'issued', row, text };
}

function invalid(field: string, message: string): Issued {
  return { status: 'invalid', field, message };
}

/** A label is printed on terminals. */
function hasControlCharacter(text: string): boolean {
  return /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u.test(text);
}
