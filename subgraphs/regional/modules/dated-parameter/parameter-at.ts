import type { EntityManager } from 'typeorm';
import type { SqlParameters } from '../../sql';
import { PARAMETER_DEFAULTS, type ParameterCode } from './parameter-defaults';

/** A parameter as it holds on a day, and who says so. */
export interface Parameter {
  readonly code: ParameterCode;
  readonly value: number;
  readonly source: string;
}

/** SQL of a parameter's value on a day, which is SQL too; the proposal where nothing is set. */
export function parameterSql(code: ParameterCode, day: string, parameters: SqlParameters): string {
  return `coalesce((SELECT p.value FROM dated_parameter p
    WHERE p.code = ${parameters.add(code)} AND p.valid_from <= ${day} AND (p.valid_to IS NULL OR p.valid_to >= ${day})
    ORDER BY p.valid_from DESC LIMIT 1), ${parameters.add(PARAMETER_DEFAULTS[code].value)})`;
}

/** The parameter on a day, YYYY-MM-DD. */
export async function parameterAt(books: EntityManager, code: ParameterCode, day: string): Promise<Parameter> {
  const [row]: { value: string; source: string }[] = await books.query(
    `SELECT value, source FROM dated_parameter
     WHERE code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY valid_from DESC LIMIT 1`,
    [code, day],
  );
  const { value, source } = row ?? PARAMETER_DEFAULTS[code];
  return { code, value: Number(value), source };
}
