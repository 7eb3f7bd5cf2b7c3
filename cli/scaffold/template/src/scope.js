import { createHash } from 'node:crypto';
import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { refusal } from './errors.js';

/** Longest scope that is read, in characters. */
const MAX_LENGTH = 65_536;
const MAX_VALUES = 500;

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const code = z.string().regex(/^[A-Z0-9_]{1,40}$/);
const day = z.iso.date();
const siren = z.string().regex(/^\d{9}$/);
const regions = z.array(z.string().regex(/^[0-9A-Z]{2,4}$/)).max(200);
const listOf = (item) => z.array(item).min(1).max(MAX_VALUES).optional();
const departements = listOf(z.string().regex(/^(?:\d{2,3}|2[AB])$/));
const membership = z.strictObject({ version: z.number().int().min(1), expected: regions, asked: regions });

/** What figures can be broken down by. */
export const DIMENSIONS = [
  'REGION',
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
  // Since version 3 of the regional schema.
  'QPV',
  'AMOUNT_BAND',
];

const figuresScope = z.strictObject({
  kind: z.literal('FIGURES'),
  from: month,
  to: month,
  filter: z.strictObject({
    departements,
    sectors: listOf(code),
    clauseTypes: listOf(code),
    buyers: listOf(siren),
    buyerKinds: listOf(code),
  }),
  by: z.array(z.enum(DIMENSIONS)).max(3),
  membership,
});

const contractsScope = z.strictObject({
  kind: z.literal('CONTRACTS'),
  filter: z.strictObject({
    id: z.string().max(64).optional(),
    buyers: listOf(siren),
    departements,
    sectors: listOf(code),
    clauseTypes: listOf(code),
    origins: listOf(code),
    // Since version 3 of the regional schema.
    notifiedFrom: day.optional(),
    notifiedTo: day.optional(),
    endsFrom: day.optional(),
    endsTo: day.optional(),
    clauseMissing: z.boolean().optional(),
  }),
  first: z.number().int().min(1).max(101),
  after: z.strictObject({ sort: z.string().regex(/^\d{8}-\d{12,18}$/), id: z.string().max(64) }).nullable(),
  missedBefore: regions,
  membership,
});

const directoryScope = z.strictObject({
  kind: z.literal('DIRECTORY'),
  place: z
    .strictObject({
      commune: z.string().regex(/^(?:\d{5}|2[AB]\d{3})$/),
      epci: z
        .string()
        .regex(/^\d{9}$/)
        .nullable(),
      departement: z.string().regex(/^(?:\d{2,3}|2[AB])$/),
    })
    .nullable(),
  membership,
});

/** Read what is asked: base64url of JSON with sorted keys and no absent field. They throw SCOPE_INVALID. */
export const readFiguresScope = (text) => read(figuresScope, text);
export const readContractsScope = (text) => read(contractsScope, text);
export const readDirectoryScope = (text) => read(directoryScope, text);

/** Proof that this region answered this question: its code and a digest of the scope as it was received. */
export function answeredFor(region, scope) {
  return `${region.code}:${createHash('sha256').update(scope).digest('hex').slice(0, 32)}`;
}

/** Whatever is not understood to the last field is refused: another question is never answered instead. */
function read(schema, text) {
  if (text.length > MAX_LENGTH) throw invalid('it is too long');
  let json;
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw invalid('it is not encoded JSON');
  }
  const result = schema.safeParse(json);
  if (!result.success) throw invalid(z.prettifyError(result.error));
  if (Buffer.from(canonical(result.data), 'utf8').toString('base64url') !== text) {
    throw invalid('it is not in canonical form');
  }
  return result.data;
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

function invalid(reason) {
  return refusal('SCOPE_INVALID', `The scope cannot be answered: ${reason}.`);
}
