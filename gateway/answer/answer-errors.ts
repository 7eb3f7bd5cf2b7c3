import type { GraphQLFormattedError } from 'graphql';
import { ERRORS } from '../../subgraphs/kit/errors';

type Path = NonNullable<GraphQLFormattedError['path']>;

/**
 * Makes the errors of an answer fit for its client: paths that exist in the answer, one error per region
 * and cause where there is no path to tell them apart. Errors are never dropped otherwise.
 */
export function settleErrors(
  errors: readonly GraphQLFormattedError[],
  data: unknown,
  knowsPlaces: boolean,
): GraphQLFormattedError[] {
  const seen = new Set<string>();
  return errors
    .map((error) => withVisiblePath(error, data, knowsPlaces))
    .filter((error) => {
      const region = error.extensions?.['region'];
      if (region === undefined) return true;
      const key = JSON.stringify([error.extensions?.['code'], region, error.path ?? []]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/**
 * Turns the null violations that the stock executor only whispers in `extensions.valueCompletion` into
 * errors: a client that reads `errors` must learn that a value is missing.
 */
export function promoteValueCompletion(valueCompletion: unknown): GraphQLFormattedError[] {
  if (!Array.isArray(valueCompletion)) return [];
  return valueCompletion.map((found: { readonly path?: Path }) => ({
    message: ERRORS.VALUE_INVALID.description,
    path: found.path,
    extensions: { code: 'VALUE_INVALID' },
  }));
}

/**
 * Cuts a path where it leaves the answer (the fields behind a gather are hidden from clients), and
 * for an error of a region at the first list unless the engine knows places: the stock executor numbers the entities of a list wrongly once
 * they are split over regions, and would blame another one. Which region it was stands in the extensions.
 */
function withVisiblePath(error: GraphQLFormattedError, data: unknown, knowsPlaces: boolean): GraphQLFormattedError {
  if (error.path === undefined) return error;
  const isCutAtLists = !knowsPlaces && error.extensions?.['region'] !== undefined;
  const path: (string | number)[] = [];
  let place: unknown = data;
  for (const step of error.path) {
    if (typeof step === 'number' && isCutAtLists) break;
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) break;
    path.push(step);
    place = (place as Readonly<Record<string | number, unknown>>)[step];
  }
  return { ...error, path: path.length === 0 ? undefined : path };
}
