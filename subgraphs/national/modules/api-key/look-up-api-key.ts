import { timingSafeEqual } from 'node:crypto';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { HubError } from '../../../kit/errors';
import { API_KEY_PATH, type HubTokenVerifier } from '../../../kit/identity';
import type { InternalRoute } from '../../../kit/server';
import { ApiKeyEntity } from './api-key.entity';

const questionSchema = z.strictObject({
  publicId: z.string().regex(/^[0-9a-f]{16}$/),
  secretHash: z.string().regex(/^[0-9a-f]{64}$/),
});

const UNKNOWN = { status: 'unknown' } as const;

/**
 * Answers the gateway's question whose key that is: its caller and end, or `unknown` for one that does not exist, has
 * another secret, has expired or was revoked, without saying which. Notes the day of use. Throws REQUEST_MALFORMED.
 */
function lookUpApiKey(dataSource: DataSource, now: () => Date): (question: unknown) => Promise<object> {
  return async (body) => {
    const question = questionSchema.safeParse(body);
    if (!question.success) throw new HubError('REQUEST_MALFORMED', 'The question names no key by its hash.');
    const { publicId, secretHash } = question.data;
    const keys = dataSource.getRepository(ApiKeyEntity);
    const row = await keys.findOneBy({ publicId });
    if (row === null || !isSame(row.secretHash, secretHash)) return UNKNOWN;
    const at = now();
    if (row.revokedAt !== null || row.expiresAt <= at) return UNKNOWN;
    const lastUsedOn = DateTime.fromJSDate(at, { zone: 'Europe/Paris' }).toISODate();
    if (row.lastUsedOn !== lastUsedOn) await keys.update({ publicId }, { lastUsedOn });
    return { status: 'valid', caller: row.caller, expiresAt: row.expiresAt.toISOString() };
  };
}

/** The address of that question, for who holds the gateway's token for it. */
export function apiKeyRoute(tokens: HubTokenVerifier, dataSource: DataSource, now: () => Date): InternalRoute {
  return { path: API_KEY_PATH, tokens, answer: lookUpApiKey(dataSource, now) };
}

/** In the same time wherever they differ. */
function isSame(kept: string, shown: string): boolean {
  return timingSafeEqual(Buffer.from(kept, 'hex'), Buffer.from(shown, 'hex'));
}
