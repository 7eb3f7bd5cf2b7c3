import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HubError } from '../../kit/errors';
import { fieldsOf, type ImportKind } from './import-kinds';

const column = z.union([
  z.string().min(1),
  z
    .strictObject({
      columns: z.array(z.string().min(1)).min(1).max(5),
      join: z.string().max(5).default('/'),
    })
    .describe('Several columns that make one value together, in this order.'),
]);

/**
 * Mapping file: how the columns of a region's own file become the fields of the books. Column names are compared
 * without case, accents and outer spaces; a number in brackets, "[3]", is the third column.
 */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  kind: z.string().optional().describe('Kind of file that this mapping is for; another one is refused.'),
  file: z
    .strictObject({
      format: z.enum(['csv', 'xlsx']).optional().describe('Told by the content unless said.'),
      encoding: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
      separator: z.enum([';', ',', '\t', '|']).default(';'),
      sheet: z.string().optional().describe('Name of the sheet of a workbook; the first unless said.'),
      headerRow: z.int().min(1).max(100).default(1).describe('Line of the column names; what is above is passed over.'),
    })
    .prefault({}),
  dates: z
    .array(z.string().min(6))
    .min(1)
    .default(['yyyy-MM-dd', 'd/M/yyyy'])
    .describe('Formats, as Luxon names them.'),
  months: z.array(z.string().min(4)).min(1).default(['yyyy-MM', 'M/yyyy', 'yyyy-MM-dd', 'd/M/yyyy']),
  decimal: z.enum([',', '.']).default(',').describe('Sign before the decimals of a number written as text.'),
  empty: z.array(z.string()).default([]).describe('Texts that mean that nothing is said, such as "NC".'),
  columns: z.record(z.string(), column).describe('Field → column of the file.'),
  constants: z.record(z.string(), z.string()).default({}).describe('Field → value of every line.'),
  codes: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default({})
    .describe('Field → what the file says → national code.'),
});

/** A mapping file as it is used, with its defaults. */
export type Mapping = z.infer<typeof mappingSchema>;

/** The JSON Schema of mapping files, for editors: printed to examples/imports/mapping.schema.json. */
export function mappingJsonSchema(): object {
  return {
    ...z.toJSONSchema(mappingSchema, { io: 'input' }),
    title: 'Maillage: mapping of an imported file',
  };
}

/** Reads a mapping file for a kind of file. Throws IMPORT_MAPPING_INVALID, with everything that is wrong. */
export async function readMapping(path: string, kind: ImportKind): Promise<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw refusal(path, ['it cannot be read or is not JSON'], cause);
  }
  return checkMapping(json, kind, path);
}

/** The mapping that `json` is. Throws IMPORT_MAPPING_INVALID, with everything that is wrong. */
export function checkMapping(json: unknown, kind: ImportKind, path = 'The mapping'): Mapping {
  const result = mappingSchema.safeParse(json);
  if (!result.success)
    throw refusal(
      path,
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  const mapping = result.data;
  const problems: string[] = [];
  if (mapping.kind !== undefined && mapping.kind !== kind.name)
    problems.push(`it is for files of kind "${mapping.kind}", not "${kind.name}"`);
  const names = new Set(fieldsOf(kind).map(({ name }) => name));
  const said = [...Object.keys(mapping.columns), ...Object.keys(mapping.constants)];
  for (const name of [...said, ...Object.keys(mapping.codes)])
    if (!names.has(name))
      problems.push(`"${name}" is no field of kind "${kind.name}": those are ${[...names].join(', ')}`);
  for (const name of new Set(said.filter((one, index) => said.indexOf(one) !== index)))
    problems.push(`"${name}" has a column and a constant`);
  for (const { name } of kind.required)
    if (!said.includes(name)) problems.push(`field "${name}" must have a column or a constant`);
  if (problems.length > 0) throw refusal(path, problems);
  return mapping;
}

function refusal(path: string, problems: readonly string[], cause?: unknown): HubError {
  return new HubError(
    'IMPORT_MAPPING_INVALID',
    `${path} is not a mapping that can be used: ${problems.join('; ')}. See examples/imports.`,
    { path, problems },
    { cause },
  );
}
