import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refusal } from './errors.mjs';
import { REGION } from './region.mjs';

const month = z.string().regex(/^(?:199\d|20\d\d)-(?:0[1-9]|1[0-2])$/);
const code = z.string().regex(/^[A-Z0-9_]{1,40}$/);
const siren = z.string().regex(/^\d{9}$/);
const listOf = (item) => z.array(item).min(1).max(500).optional();
const codes = z.array(z.string()).max(200);
const membership = z.strictObject({ version: z.number().int(), expected: codes, asked: codes });

/** What cells can be made of; the hub adds the region itself. */
export const DIMENSIONS = [
  'DEPARTEMENT',
  'MONTH',
  'SEX',
  'AGE_BAND',
  'EDUCATION_LEVEL',
  'CRITERION',
  'WORK_CONTRACT_TYPE',
  'EXECUTION_MODE',
  'SECTOR',
  'CLAUSE_TYPE',
  'BUYER_KIND',
];

const contractFilter = { departements: listOf(z.string()), sectors: listOf(code), clauseTypes: listOf(code) };

/** Strict: a part that is not understood may not be left out, or another question would be answered. */
const FORMS = {
  FIGURES: z.strictObject({
    kind: z.literal('FIGURES'),
    from: month,
    to: month,
    filter: z.strictObject({ ...contractFilter, buyers: listOf(siren), buyerKinds: listOf(code) }),
    by: z.array(z.enum(DIMENSIONS)).max(3),
    membership,
  }),
  CONTRACTS: z.strictObject({
    kind: z.literal('CONTRACTS'),
    filter: z.strictObject({
      ...contractFilter,
      id: z.string().max(64).optional(),
      buyers: listOf(siren),
      origins: listOf(code),
    }),
    first: z.number().int().min(1).max(101),
    after: z.strictObject({ sort: z.string().max(64), id: z.string().max(64) }).nullable(),
    missedBefore: codes,
    membership,
  }),
  DIRECTORY: z.strictObject({
    kind: z.literal('DIRECTORY'),
    place: z.strictObject({ commune: z.string(), epci: z.string().nullable(), departement: z.string() }).nullable(),
    membership,
  }),
};

/** Reads a scope of that kind. Throws SCOPE_INVALID. */
export function readScope(kind, text) {
  try {
    return FORMS[kind].parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw refusal('SCOPE_INVALID', `The scope is not one of the kind ${kind} that this region understands.`);
  }
}

/** The proof that this region answered this question. */
export function answeredFor(text) {
  return `${REGION.code}:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}
