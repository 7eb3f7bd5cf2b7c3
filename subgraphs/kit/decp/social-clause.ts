import { foldText } from '../text';

/**
 * What the source says of social considerations (considerationsSociales, DECP 2.0.3):
 * - SILENT: nothing was said, so nothing may be concluded;
 * - STATED: `type` is a code of the list CLAUSE_TYPE, or null for "Pas de considération sociale";
 * - CONTRADICTORY: a clause and "Pas de considération sociale" at once: never counted as a clause;
 * - UNREADABLE: none of the four values of the schema: never counted as a clause.
 */
export type ClauseReading =
  | { readonly kind: 'SILENT' }
  | { readonly kind: 'STATED'; readonly type: string | null }
  | { readonly kind: 'CONTRADICTORY' | 'UNREADABLE' };

/** A clause exists only by one of these exact statements, compared without case, accents or outer spaces. */
const STATEMENTS: ReadonlyMap<string, 'CONDITION' | 'CRITERION' | 'RESERVED' | 'NONE'> = new Map([
  ['clause sociale', 'CONDITION'],
  ['critere social', 'CRITERION'],
  ['marche reserve', 'RESERVED'],
  ['pas de consideration sociale', 'NONE'],
]);

/** Reads the social considerations of a contract. Null or an empty list is silence. */
export function readClause(considerations: readonly string[] | null): ClauseReading {
  const values = (considerations ?? []).map(foldText).filter((value) => value !== '');
  if (values.length === 0) return { kind: 'SILENT' };
  const said = new Set(values.flatMap((value) => STATEMENTS.get(value) ?? []));
  if (said.size === 0) return { kind: 'UNREADABLE' };
  if (said.has('NONE')) return said.size === 1 ? { kind: 'STATED', type: null } : { kind: 'CONTRADICTORY' };
  if (said.has('CONDITION') && said.has('CRITERION')) return { kind: 'STATED', type: 'CONDITION_AND_CRITERION' };
  if (said.has('CONDITION')) return { kind: 'STATED', type: 'EXECUTION_CONDITION' };
  if (said.has('CRITERION')) return { kind: 'STATED', type: 'AWARD_CRITERION' };
  // "Marché réservé" does not say under which article (L2113-12, -13 or -14).
  return { kind: 'STATED', type: 'UNKNOWN' };
}
