import type { GraphQLDataSource } from '@apollo/gateway';
import type { HubTokenSigner } from '../../subgraphs/kit/identity';
import type { Logger } from '../../subgraphs/kit/log';
import { type GatewayContext, namesOf } from '../request-context';
import { askTraced } from './ask-traced';
import type { DataSourceAnswer, SupergraphQuestion } from './data-source-question';
import { questionOf } from './data-source-question';
import { nationalFailure, nationalFieldError } from './national-errors';
import { isMutation, type SubgraphClient } from './subgraph-client';

/** Name of the national subgraph in the supergraph. */
export const NATIONAL_SUBGRAPH = 'national';

/** Request header that tells the national subgraph why regions are absent: JSON, region code to RegionStatus. */
export const REGION_STATUS_HEADER = 'maillage-region-status';

/** What the data source of the national subgraph is made of. */
export interface NationalDataSourceDeps {
  readonly client: SubgraphClient;
  readonly signer: HubTokenSigner;
  readonly logger: Logger;
  /** Milliseconds after which the client gives up on the national level. Absent: unknown. */
  readonly deadlineMilliseconds?: number;
}

/**
 * Asks the national subgraph and tells it which regions failed so far in the same request, and how.
 * Throws NATIONAL_UNAVAILABLE when it gives nothing.
 */
export class NationalDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #deps: NationalDataSourceDeps;

  constructor(deps: NationalDataSourceDeps) {
    this.#deps = deps;
  }

  async process(options: SupergraphQuestion): Promise<DataSourceAnswer> {
    const { client, logger } = this.#deps;
    const context = options.context as GatewayContext;
    const { requestId, failures, caller } = context;
    // Who answers for a change is on record; queries leave it out, so that callers that are alike share a token.
    const subject = isMutation({ query: options.request.query ?? '' }) ? context.subject : undefined;
    const token = await this.#deps.signer.tokenFor({ audience: NATIONAL_SUBGRAPH, caller, subject });
    const headers = {
      'x-request-id': requestId,
      authorization: `Bearer ${token}`,
      [REGION_STATUS_HEADER]: JSON.stringify(Object.fromEntries(failures)),
    };
    const patience = {
      ownMilliseconds: this.#deps.deadlineMilliseconds ?? Infinity,
      leftMilliseconds: context.budget.remainingMilliseconds(),
    };
    const question = questionOf(options, headers, context.identityKey);
    const outcome = await askTraced(client, question, patience, context.trace?.startFetch(NATIONAL_SUBGRAPH));
    if (outcome.status === 'failure') {
      const { failure, reason } = outcome;
      logger.error({ ...namesOf(context), failure, reason }, 'the national level gave nothing');
      throw nationalFailure();
    }
    const { data, errors, isDemonstration } = outcome.value;
    if (isDemonstration) context.isNationalDemonstration = true;
    if (errors.length === 0) return { data };
    return { data, errors: errors.map((error) => nationalFieldError(error, requestId)) };
  }
}
