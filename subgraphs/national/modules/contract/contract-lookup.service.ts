import { type ContractsScope, decodeContractsScope, encodeScope } from '../../../kit/scope';
import { type AbsenceReasons, type Gathered, matchShards, type RegionStatus } from '../../gather';
import { type Asking, buyersFor, seesContractsOf } from '../caller-scope';
import { type PageReference, pageReferences } from './contract.service';
import { isIdOf, readPageEntries } from './merge-page';

/**
 * Finds one contract: its region is asked whether it lists the identifier among what the caller may see, and only
 * then for the row. So a contract of somebody else is not listed, as one that does not exist.
 */
export interface ContractLookupService {
  scatter(id: string, asking: Asking): { scope: string; shards: readonly PageReference[] };
  status(gathered: Gathered, reasons: AbsenceReasons): RegionStatus | null;
  contract(gathered: Gathered, reasons: AbsenceReasons): { readonly __typename: string; readonly id: string } | null;
}

/** Builds the service. Stateless: everything it works on comes with the call. */
export function createContractLookupService(prefixOf: (region: string) => string): ContractLookupService {
  return {
    scatter: (id, asking) => {
      const scope = lookupScope(id, asking);
      const encoded = encodeScope(scope);
      return { scope: encoded, shards: pageReferences(scope.membership.asked, encoded, prefixOf) };
    },
    status: (gathered, reasons) => find(gathered, reasons)?.status ?? null,
    contract: (gathered, reasons) => {
      const found = find(gathered, reasons);
      const id = found?.kind === 'counted' ? found.values[0]?.id : undefined;
      return found === undefined || id === undefined ? null : { __typename: `${prefixOf(found.code)}Contract`, id };
    },
  };
}

function lookupScope(id: string, { caller, directory }: Asking): ContractsScope {
  const code = id.split('-')[0] ?? '';
  const isKnown = directory.regions.some((region) => region.code === code) && isIdOf(code, id);
  // An identifier that the caller may ask of no region is asked of none, and kept out of the scope.
  const isAsked = isKnown && seesContractsOf(caller, code);
  return {
    kind: 'CONTRACTS',
    filter: { id: isAsked ? id : undefined, buyers: buyersFor(caller, undefined) },
    first: 1,
    after: null,
    missedBefore: [],
    membership: directory.membershipOf(isAsked ? [code] : []),
  };
}

/** What became of the one region that was asked. */
function find({ scope: encoded, shards }: Gathered, reasons: AbsenceReasons) {
  const scope = decodeContractsScope(encoded);
  const [outcome] = matchShards({
    membership: scope.membership,
    scope: encoded,
    shards,
    reasons,
    read: (shard, code) => {
      const entries = readPageEntries(shard, scope, code);
      return entries?.every(({ id }) => id === scope.filter.id) === true ? entries : undefined;
    },
  });
  return outcome;
}
