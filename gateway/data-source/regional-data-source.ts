import type { GraphQLDataSource } from '@apollo/gateway';
import { callerForRegions, type HubTokenSigner } from '../../subgraphs/kit/identity';
import type { Logger } from '../../subgraphs/kit/log';
import type { Region } from '../../subgraphs/kit/regions';
import { type GatewayContext, namesOf } from '../request-context';
import { askTraced } from './ask-traced';
import type { DataSourceAnswer, SupergraphQuestion } from './data-source-question';
import { questionOf } from './data-source-question';
import type { FailureStatus } from './outcome';
import { regionFailure, regionFieldError, ungivenEntities } from './region-errors';
import type { SubgraphClient } from './subgraph-client';

/** What the data source of a region is made of. */
export interface RegionalDataSourceDeps {
  readonly region: Region;
  readonly client: SubgraphClient;
  readonly signer: HubTokenSigner;
  readonly logger: Logger;
  /** Milliseconds after which the client gives up on the region. Absent: unknown. */
  readonly deadlineMilliseconds?: number;
}

/** Milliseconds of a request that regions leave to the national level, which has to add up what came. */
export const NATIONAL_RESERVE_MILLISECONDS = 250;

/**
 * Milliseconds of a request that one round of questions leaves to each later one: without them a region that hangs in
 * the first round would take from all others the time to answer in the second.
 */
export const LATER_ROUND_MILLISECONDS = 450;

/**
 * Failures that are final for one request of a client: asking a second time would cost a second deadline,
 * and the answer as a whole must stay within two seconds.
 */
const FINAL: ReadonlySet<FailureStatus> = new Set(['TIMEOUT', 'UNREACHABLE', 'REFUSED']);

/**
 * Asks one region. Gives its checked data with rewritten errors, or throws the HubError that says why
 * the region gave nothing, after recording the failure for the national subgraph's gather.
 */
export class RegionalDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #deps: RegionalDataSourceDeps;

  constructor(deps: RegionalDataSourceDeps) {
    this.#deps = deps;
  }

  async process(options: SupergraphQuestion): Promise<DataSourceAnswer> {
    const { region, client, logger } = this.#deps;
    const context = options.context as GatewayContext;
    const earlier = context.failures.get(region.code);
    const trace = context.trace?.startFetch(region.subgraph, region.code);
    if (earlier !== undefined && FINAL.has(earlier)) {
      trace?.end({ status: 'failure', failure: earlier, reason: 'it failed in this request before', wasAsked: false });
      throw regionFailure(region, earlier);
    }

    const token = await this.#deps.signer.tokenFor({
      audience: region.subgraph,
      caller: callerForRegions(context.caller),
    });
    const headers = { 'x-request-id': context.requestId, authorization: `Bearer ${token}` };
    const question = questionOf(options, headers, context.identityKey);
    const patience = {
      ownMilliseconds: this.#deps.deadlineMilliseconds ?? Infinity,
      leftMilliseconds:
        context.budget.remainingMilliseconds() -
        NATIONAL_RESERVE_MILLISECONDS -
        (options.laterRounds ?? 0) * LATER_ROUND_MILLISECONDS,
    };
    const outcome = await askTraced(client, question, patience, trace);
    if (outcome.status === 'failure') {
      const { failure, reason, wasAsked } = outcome;
      context.failures.set(region.code, failure);
      // A region that is down is said once when it goes down, not again for every request it is spared.
      const level = wasAsked === false ? 'debug' : 'warn';
      logger[level]({ ...namesOf(context), region: region.code, failure, reason }, 'a region gave nothing');
      throw regionFailure(region, failure);
    }
    const { data, errors, isDemonstration } = outcome.value;
    if (isDemonstration) context.demonstrationRegions.add(region.code);
    const ungiven = ungivenEntities(region, data, errors);
    if (errors.length === 0 && ungiven.length === 0) return { data };
    // Codes and places only: the text may quote the region's books.
    const found = errors.map(({ path, extensions }) => ({ path: path?.join('.'), code: codeForLog(extensions) }));
    logger.warn({ ...namesOf(context), region: region.code, errors: found }, 'a region answered errors');
    return { data, errors: [...errors.map((error) => regionFieldError(region, error)), ...ungiven] };
  }
}

function codeForLog({ code }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : undefined;
}
