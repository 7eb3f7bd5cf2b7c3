import { GraphQLError } from 'graphql';
import { ERRORS, type ErrorCode, HubError, UnreachableCaseError } from '../../subgraphs/kit/errors';
import type { Region } from '../../subgraphs/kit/regions';
import type { ReceivedError } from './check-answer';
import type { FailureStatus } from './outcome';

/** The error a client sees when a region gave nothing. Names the region; holds no word of what it sent. */
export function regionFailure(region: Region, failure: FailureStatus): HubError {
  const where = `${region.name} (${region.code})`;
  const details = { region: region.code, regionName: region.name };
  const consequence = 'Its part is missing, and named in the coverage where there is one';
  switch (failure) {
    case 'TIMEOUT':
      return new HubError(
        'REGION_TIMEOUT',
        `${where} did not answer in time. ${consequence}; ask again later.`,
        details,
      );
    case 'UNREACHABLE':
      return new HubError(
        'REGION_UNREACHABLE',
        `${where} could not be reached. ${consequence}; ask again later.`,
        details,
      );
    case 'INVALID':
      return new HubError(
        'REGION_INVALID',
        `${where} answered something that is not a valid answer. ${consequence}; its operator has to correct it.`,
        details,
      );
    case 'REFUSED':
      return new HubError(
        'REGION_REFUSED',
        `${where} refused the hub. ${consequence}; its operator has to let the hub in again.`,
        details,
      );
    default:
      throw new UnreachableCaseError(failure);
  }
}

/**
 * Rewrites an error that a region answered for one field. The region's text never reaches a client: a code of
 * the table that blames the question keeps its code with our description, anything else becomes REGION_ERROR.
 */
export function regionFieldError(region: Region, received: ReceivedError): GraphQLError {
  const code = badInputCodeOf(received) ?? 'REGION_ERROR';
  const message =
    code === 'REGION_ERROR'
      ? `${region.name} (${region.code}) answered an error for this field, which is null; ask again later.`
      : `${region.name} (${region.code}): ${ERRORS[code].description}`;
  const error = new HubError(code, message, { region: region.code, regionName: region.name });
  return withPath(error, received.path);
}

/**
 * One error per entity that the region was asked for and answered as null without saying why: such a null
 * raises no error by itself, and a row that was listed and then not given would go unnoticed.
 */
export function ungivenEntities(
  region: Region,
  data: Readonly<Record<string, unknown>> | null,
  errors: readonly ReceivedError[],
): GraphQLError[] {
  const entities = data?.['_entities'];
  if (!Array.isArray(entities)) return [];
  const explained = new Set(errors.map(({ path }) => path?.[1]));
  return entities.flatMap((entity: unknown, index) => {
    if (entity !== null || explained.has(index)) return [];
    const message = `${region.name} (${region.code}) does not give something that was listed; it is null. Ask again.`;
    const error = new HubError('REGION_ROW_NOT_GIVEN', message, { region: region.code, regionName: region.name });
    return [withPath(error, ['_entities', index])];
  });
}

/** Carries a HubError at a place of the answer. */
export function withPath(error: HubError, path: ReceivedError['path']): GraphQLError {
  return new GraphQLError(error.message, { path, extensions: error.extensions, originalError: error });
}

function badInputCodeOf({ extensions }: ReceivedError): ErrorCode | undefined {
  const code = extensions['code'];
  return isErrorCode(code) && ERRORS[code].status === 400 ? code : undefined;
}

/** Whether something a subgraph sent is a code of the hub's table. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}
