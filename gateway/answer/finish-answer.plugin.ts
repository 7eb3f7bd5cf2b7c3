import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../subgraphs/kit/log';
import { maskedError } from '../data-source';
import { type GatewayContext, namesOf } from '../request-context';
import { promoteValueCompletion, settleErrors } from './answer-errors';
import { isUnforeseen } from './format-error';

/** What a client reads when any part of its answer comes from demonstration rows. */
export const DEMONSTRATION_NOTICE = 'Données de démonstration';

/**
 * The last hand on every answer: logs what was masked, settles errors and their paths, and says when
 * figures come from demonstration rows. `knowsPlaces` says that the engine numbers entities rightly in the paths
 * of errors.
 */
export function finishAnswerPlugin(
  logger: Logger,
  { knowsPlaces }: { readonly knowsPlaces: boolean },
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors.filter(isUnforeseen)) {
            logger.error({ ...namesOf(contextValue), err: error }, 'masked an error');
          }
        },
        async willSendResponse({ response: { body }, contextValue }) {
          if (body.kind === 'single') body.singleResult = finish(body.singleResult, contextValue, knowsPlaces);
        },
      };
    },
  };
}

function finish(
  result: FormattedExecutionResult,
  context: GatewayContext,
  knowsPlaces: boolean,
): FormattedExecutionResult {
  const received = [
    ...(result.errors ?? []).map((error) => quoteRequest(error, context.requestId)),
    ...promoteValueCompletion(result.extensions?.['valueCompletion']),
  ];
  const errors = settleErrors(received, result.data, knowsPlaces);
  const extensions = demonstrationOf(context);
  return {
    ...('data' in result ? { data: result.data } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

function quoteRequest(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  if (error.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return error;
  const { message, extensions } = maskedError(requestId);
  return { ...error, message, extensions: { ...extensions } };
}

function demonstrationOf({ demonstrationRegions, isNationalDemonstration }: GatewayContext) {
  if (demonstrationRegions.size === 0 && !isNationalDemonstration) return undefined;
  return { demonstration: { regions: [...demonstrationRegions].sort(), notice: DEMONSTRATION_NOTICE } };
}
