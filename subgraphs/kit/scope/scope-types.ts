import { z } from 'zod';
import { DIMENSIONS, MAX_DIMENSIONS } from '../catalogue';
import { isCommuneCode } from '../cog';
import { isSiren } from '../identifiers';
import { isMonth } from '../months';

/** Most values that one list of a filter may hold. */
export const MAX_FILTER_VALUES = 500;
/** Largest page of contracts. */
export const MAX_PAGE_SIZE = 100;

const month = z.string().refine(isMonth, 'not a month YYYY-MM');
const regionCode = z.string().regex(/^[0-9A-Z]{2,4}$/);
const regionCodes = z.array(regionCode).max(200);
const code = z.string().regex(/^[A-Z0-9_]{1,40}$/);
/** A list of a filter: sorted, without repetition, so that the same question has one encoding. */
const valuesOf = (item: z.ZodType<string>) => z.array(item).min(1).max(MAX_FILTER_VALUES).optional();
const departements = valuesOf(z.string().regex(/^(?:\d{2,3}|2[AB])$/));
const day = z.iso.date();
const siren = z.string().refine(isSiren, 'not a SIREN');

/**
 * Who was asked: the 18 regions of the law or the caller's choice (`expected`), and those of them that
 * were members (`asked`). It travels in the scope because the national subgraph is called twice, and
 * membership may change in between.
 */
const membership = z.strictObject({ version: z.number().int().min(1), expected: regionCodes, asked: regionCodes });

/** What figures are asked for. */
export const figuresScopeSchema = z.strictObject({
  kind: z.literal('FIGURES'),
  from: month,
  to: month,
  filter: z.strictObject({
    departements,
    sectors: valuesOf(code),
    clauseTypes: valuesOf(code),
    buyers: valuesOf(siren),
    buyerKinds: valuesOf(code),
  }),
  by: z.array(z.enum(DIMENSIONS)).max(MAX_DIMENSIONS),
  membership,
});

/** Which page of contracts is asked for. */
export const contractsScopeSchema = z.strictObject({
  kind: z.literal('CONTRACTS'),
  filter: z.strictObject({
    /** Global identifier of the one contract that is meant. */
    id: z.string().max(64).optional(),
    buyers: valuesOf(siren),
    departements,
    sectors: valuesOf(code),
    clauseTypes: valuesOf(code),
    origins: valuesOf(code),
    // Since version 3 of the regional schema; a region of an older one is not asked (versionOfContractFilter).
    notifiedFrom: day.optional(),
    notifiedTo: day.optional(),
    endsFrom: day.optional(),
    endsTo: day.optional(),
    clauseMissing: z.boolean().optional(),
  }),
  /** Rows wanted: the page and one more, which tells whether another page follows. */
  first: z
    .number()
    .int()
    .min(1)
    .max(MAX_PAGE_SIZE + 1),
  /** Last row of the previous page; null at the beginning. */
  after: z.strictObject({ sort: z.string().max(64), id: z.string().max(64) }).nullable(),
  /** Regions that were missing on an earlier page. */
  missedBefore: regionCodes,
  membership,
});

/** Which part of the directory is asked for: the desks of a place, or all of a region. */
export const directoryScopeSchema = z.strictObject({
  kind: z.literal('DIRECTORY'),
  /** The place with everything that may cover it; null for the whole region. */
  place: z
    .strictObject({
      commune: z.string().refine(isCommuneCode, 'not an INSEE commune code'),
      epci: z
        .string()
        .regex(/^\d{9}$/)
        .nullable(),
      departement: z.string().regex(/^(?:\d{2,3}|2[AB])$/),
    })
    .nullable(),
  membership,
});

/**
 * Whose distinct lists are asked for in a second round: the regions that the first round counted and
 * the scope it asked. Only the national subgraph reads it.
 */
export const totalScopeSchema = z.strictObject({ kind: z.literal('TOTAL'), counted: regionCodes, figures: z.string() });

/** Which area is asked about: its communes are asked one by one, as directory scopes. Only the national subgraph reads it. */
export const areaScopeSchema = z.strictObject({
  kind: z.literal('AREA'),
  /** INSEE code of a département, or SIREN of an EPCI. */
  code: z.string().regex(/^(?:\d{2,3}|2[AB]|\d{9})$/),
  membership,
});

export type TotalScope = z.infer<typeof totalScopeSchema>;
export type FiguresScope = z.infer<typeof figuresScopeSchema>;
export type ContractsScope = z.infer<typeof contractsScopeSchema>;
export type DirectoryScope = z.infer<typeof directoryScopeSchema>;
export type AreaScope = z.infer<typeof areaScopeSchema>;
export type AnyScope = FiguresScope | ContractsScope | DirectoryScope | TotalScope | AreaScope;
export type Membership = z.infer<typeof membership>;

/** Fields of a filter of contracts that version 3 of the regional schema brought. */
const SINCE_VERSION_3 = ['notifiedFrom', 'notifiedTo', 'endsFrom', 'endsTo', 'clauseMissing'] as const;

/** The oldest version of the regional schema that understands a filter of contracts. */
export function versionOfContractFilter(filter: ContractsScope['filter']): number {
  return SINCE_VERSION_3.some((name) => filter[name] !== undefined) ? 3 : 1;
}
