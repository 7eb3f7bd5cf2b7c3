import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { HubError } from '../../../kit/errors';
import { CONVENTION_PATH, type HubTokenVerifier, MAX_CALLER_SIRENS } from '../../../kit/identity';
import type { InternalRoute } from '../../../kit/server';

const questionSchema = z.strictObject({
  sirens: z
    .array(z.string().regex(/^[0-9]{9}$/))
    .min(1)
    .max(MAX_CALLER_SIRENS),
});

/** Every party of a convention that holds on a day and of which one of these SIRENs is a party. */
const PARTIES = `
  WITH party AS (
    SELECT p.id, b.siren FROM partnership p JOIN national_buyer b ON b.id = p.national_buyer_id
     WHERE p.signed_on <= $2 AND (p.ends_on IS NULL OR p.ends_on >= $2)
    UNION ALL
    SELECT m.partnership_id, m.siren FROM partnership_member m JOIN partnership p ON p.id = m.partnership_id
     WHERE p.signed_on <= $2 AND (p.ends_on IS NULL OR p.ends_on >= $2))
  SELECT DISTINCT siren FROM party WHERE id IN (SELECT id FROM party WHERE siren = ANY($1)) AND NOT siren = ANY($1)
   ORDER BY siren`;

/**
 * Answers the gateway's question who else is under the conventions of a buyer today: the contracts of a convention are seen by all its
 * parties. Throws REQUEST_MALFORMED.
 */
function lookUpConvention(dataSource: DataSource, now: () => Date): (question: unknown) => Promise<object> {
  return async (body) => {
    const question = questionSchema.safeParse(body);
    if (!question.success) throw new HubError('REQUEST_MALFORMED', 'The question names no buyer by its SIRENs.');
    const today = DateTime.fromJSDate(now(), { zone: 'Europe/Paris' }).toISODate();
    const rows: { siren: string }[] = await dataSource.query(PARTIES, [question.data.sirens, today]);
    return { sirens: rows.map(({ siren }) => siren) };
  };
}

/** The address of that question, for who holds the gateway's token for it. */
export function conventionRoute(tokens: HubTokenVerifier, dataSource: DataSource, now: () => Date): InternalRoute {
  return { path: CONVENTION_PATH, tokens, answer: lookUpConvention(dataSource, now) };
}
