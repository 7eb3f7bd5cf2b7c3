import type { GraphQLDataSource } from '@apollo/gateway';
import type { HubTokenSigner } from '../../subgraphs/kit/identity';
import type { Logger } from '../../subgraphs/kit/log';
import { NETWORK_HEADER } from '../../subgraphs/kit/network';
import { type GatewayContext, namesOf } from '../request-context';
import { askTraced } from './ask-traced';
import type { DataSourceAnswer, SupergraphQuestion } from './data-source-question';
import { questionOf } from './data-source-question';
import { centralFailure, nationalFieldError } from './national-errors';
import { isMutation, type SubgraphClient } from './subgraph-client';

/** Name of the national subgraph in the supergraph. */
export const NATIONAL_SUBGRAPH = 'national';

/** Name of the registry in the supergraph. */
export const REGISTRY_SUBGRAPH = 'registry';

/** Whether a subgraph is one of the hub's own, and not a region's. */
export function isCentral(subgraph: string): boolean {
  return subgraph === NATIONAL_SUBGRAPH || subgraph === REGISTRY_SUBGRAPH;
}

/** Request header that tells the national subgraph why regions are absent: JSON, region code to RegionStatus. */
export const REGION_STATUS_HEADER = 'maillage-region-status';

/** What the data source of a subgraph of the hub's own is made of. */
export interface NationalDataSourceDeps {
  /** Which of them is asked; the national subgraph unless said. */
  readonly subgraph?: typeof NATIONAL_SUBGRAPH | typeof REGISTRY_SUBGRAPH;
  readonly client: SubgraphClient;
  readonly signer: HubTokenSigner;
  readonly logger: Logger;
  /** Milliseconds after which the client gives up on the national level. Absent: unknown. */
  readonly deadlineMilliseconds?: number;
}

/**
 * Asks a subgraph of the hub's own. The national one is told which regions failed so far in the same request, and how,
 * and which members the question was planned on. Throws NATIONAL_UNAVAILABLE or REGISTRY_UNAVAILABLE when it gives
 * nothing.
 */
export class NationalDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #deps: NationalDataSourceDeps;

  constructor(deps: NationalDataSourceDeps) {
    this.#deps = deps;
  }

  async process(options: SupergraphQuestion): Promise<DataSourceAnswer> {
    const { client, logger, subgraph = NATIONAL_SUBGRAPH } = this.#deps;
    const context = options.context as GatewayContext;
    const { requestId, failures, caller } = context;
    // Who answers for a change is on record; queries leave it out, so that callers that are alike share a token.
    const subject = isMutation({ query: options.request.query ?? '' }) ? context.subject : undefined;
    const token = await this.#deps.signer.tokenFor({ audience: subgraph, caller, subject });
    const headers = {
      'x-request-id': requestId,
      authorization: `Bearer ${token}`,
      ...(subgraph === NATIONAL_SUBGRAPH
        ? { [REGION_STATUS_HEADER]: JSON.stringify(Object.fromEntries(failures)) }
        : {}),
      ...(subgraph === NATIONAL_SUBGRAPH && options.members !== undefined ? { [NETWORK_HEADER]: options.members } : {}),
    };
    const patience = {
      ownMilliseconds: this.#deps.deadlineMilliseconds ?? Infinity,
      leftMilliseconds: context.budget.remainingMilliseconds(),
    };
    const question = questionOf(options, headers, context.identityKey);
    const outcome = await askTraced(client, question, patience, context.trace?.startFetch(subgraph));
    if (outcome.status === 'failure') {
      const { failure, reason } = outcome;
      logger.error({ ...namesOf(context), subgraph, failure, reason }, "a subgraph of the hub's own gave nothing");
      throw centralFailure(subgraph);
    }
    const { data, errors, isDemonstration } = outcome.value;
    if (isDemonstration) context.isNationalDemonstration = true;
    if (errors.length === 0) return { data };
    return { data, errors: errors.map((error) => nationalFieldError(error, requestId)) };
  }
}
