import { codeListOf } from '../../kit/catalogue';
import { geography } from '../../kit/cog';
import { HubError } from '../../kit/errors';
import { isSiren } from '../../kit/identifiers';
import { MAX_FILTER_VALUES } from '../../kit/scope';

type Values = readonly string[] | null | undefined;

/** Checks the values of a filter against a code list. Throws FILTER_VALUE_UNKNOWN, FILTER_EMPTY or FILTER_TOO_LARGE. */
export function codesOf(argument: string, codeList: string, values: Values): string[] | undefined {
  const known = new Set(codeListOf(codeList).entries.map((entry) => entry.code));
  return checked(argument, values, (value) => known.has(value), `the code list ${codeList} (see \`codeLists\`)`);
}

/** Checks INSEE codes of départements of the 18 regions. */
export function departementsOf(argument: string, values: Values): string[] | undefined {
  const isKnown = (value: string) => geography().departement(value) !== undefined;
  return checked(
    argument,
    values,
    isKnown,
    'the départements of the 18 regions (INSEE codes, such as "29", "2A" or "971")',
  );
}

/** Checks SIRENs. Throws SIREN_MALFORMED. */
export function sirensOf(argument: string, values: Values): string[] | undefined {
  for (const value of values ?? []) checkSiren(argument, value);
  return checked(argument, values, () => true, '');
}

/** Throws SIREN_MALFORMED unless the value is nine digits with a valid key. */
export function checkSiren(argument: string, value: string): void {
  if (isSiren(value)) return;
  const message = `${argument} holds a value that is not a SIREN: nine digits with a valid Luhn key.`;
  throw new HubError('SIREN_MALFORMED', message, { argument });
}

/** Sorted and without repetition, so that the same question has one encoding. */
function checked(
  argument: string,
  values: Values,
  isKnown: (value: string) => boolean,
  source: string,
): string[] | undefined {
  if (values == null) return undefined;
  if (values.length === 0) {
    throw new HubError('FILTER_EMPTY', `${argument} is an empty list. Leave it out to ask for all.`, { argument });
  }
  if (values.length > MAX_FILTER_VALUES) {
    const message = `${argument} holds ${values.length} values, more than ${MAX_FILTER_VALUES}. Split the question.`;
    throw new HubError('FILTER_TOO_LARGE', message, { argument, limit: MAX_FILTER_VALUES });
  }
  const unknown = values.find((value) => !isKnown(value));
  if (unknown !== undefined) {
    const message = `${argument} holds "${unknown.slice(0, 40)}", which is not one of ${source}.`;
    throw new HubError('FILTER_VALUE_UNKNOWN', message, { argument, value: unknown.slice(0, 40) });
  }
  return [...new Set(values)].sort();
}
