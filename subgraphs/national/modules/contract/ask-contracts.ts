import { HubError } from '../../../kit/errors';
import { type ContractsScope, MAX_PAGE_SIZE, versionOfContractFilter } from '../../../kit/scope';
import { type Asking, buyersFor, contractRegionsFor } from '../caller-scope';
import { checkSiren, codesOf, departementsOf } from '../filters';
import { decodeCursor } from './contract-cursor';
import { contractDays, type ContractState } from './contract-state';

/** The input ContractFilter of the schema. */
export interface ContractFilterInput {
  readonly regions?: readonly string[] | null;
  readonly buyer?: string | null;
  readonly departements?: readonly string[] | null;
  readonly sectors?: readonly string[] | null;
  readonly clauseTypes?: readonly string[] | null;
  readonly origins?: readonly string[] | null;
  readonly notifiedFrom?: string | null;
  readonly notifiedTo?: string | null;
  readonly endsFrom?: string | null;
  readonly endsTo?: string | null;
  readonly clauseMissing?: boolean | null;
  readonly state?: ContractState | null;
}

/** On whose behalf a question is asked, and on which day: today's in Paris, looked at only when a state is asked for. */
export interface AskingOn extends Asking {
  readonly today: () => string;
}

/** Arguments of `contracts`. */
export interface ContractArguments {
  readonly filter?: ContractFilterInput | null;
  readonly first: number;
  readonly after?: string | null;
}

/**
 * Checks a question about contracts and turns it into a scope that holds no more than the caller may see. Throws the
 * coded errors of bad input, and FORBIDDEN.
 */
export function contractsScopeOf(
  { filter, first, after }: ContractArguments,
  { caller, directory, today }: AskingOn,
): ContractsScope {
  if (first < 1 || first > MAX_PAGE_SIZE) {
    const message = `\`first\` is ${first}; a page holds from 1 to ${MAX_PAGE_SIZE} contracts. Follow \`endCursor\` for more.`;
    throw new HubError('PAGE_SIZE_OUT_OF_RANGE', message, { argument: 'first', limit: MAX_PAGE_SIZE });
  }
  if (filter?.buyer != null) checkSiren('filter.buyer', filter.buyer);
  const asked = {
    buyers: buyersFor(caller, filter?.buyer == null ? undefined : [filter.buyer]),
    departements: departementsOf('filter.departements', filter?.departements),
    sectors: codesOf('filter.sectors', 'SECTOR', filter?.sectors),
    clauseTypes: codesOf('filter.clauseTypes', 'CLAUSE_TYPE', filter?.clauseTypes),
    origins: codesOf('filter.origins', 'ORIGIN', filter?.origins),
    ...contractDays(filter ?? {}, filter?.state, today),
    clauseMissing: filter?.clauseMissing ?? undefined,
  };
  const regions = contractRegionsFor(caller, filter?.regions);
  const question = { filter: asked, membership: directory.membershipOf(regions, versionOfContractFilter(asked)) };
  const position = after == null ? undefined : decodeCursor(question, after);
  return {
    kind: 'CONTRACTS',
    ...question,
    first: first + 1,
    after: position === undefined ? null : { sort: position.sort, id: position.id },
    missedBefore: [...(position?.missed ?? [])],
  };
}
