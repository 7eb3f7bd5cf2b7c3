import { type ContractsScope, decodeContractsScope, encodeScope, versionOfContractFilter } from '../../../kit/scope';
import {
  type AbsenceReasons,
  type Coverage,
  type Directory,
  type Gathered,
  type MissingRegion,
  countedOf,
  coverageOf,
  matchShards,
} from '../../gather';
import { encodeCursor } from './contract-cursor';
import { type PageEntry, mergePage, readPageEntries } from './merge-page';

/** The type ContractEdge of the schema; the node is a reference that the router reads in its region. */
export interface ContractEdge {
  readonly cursor: string;
  readonly region: { readonly code: string };
  readonly node: { readonly __typename: string; readonly id: string };
}

/** A reference to one region's page shard, for the router to follow. */
export type PageReference = { readonly __typename: string; readonly region: string; readonly scope: string };

/** Pages contracts over all regions: keys first, rows second (docs/adr/0001). */
export interface ContractService {
  scatter(scope: ContractsScope): { scope: string; shards: readonly PageReference[] };
  edges(gathered: Gathered, reasons: AbsenceReasons): readonly ContractEdge[] | null;
  pageInfo(gathered: Gathered, reasons: AbsenceReasons): { hasNextPage: boolean; endCursor: string | null } | null;
  coverage(gathered: Gathered, reasons: AbsenceReasons): Coverage;
  totalCount(gathered: Gathered, reasons: AbsenceReasons): number | null;
  skippedEarlier(gathered: Gathered, reasons: AbsenceReasons): readonly MissingRegion[];
}

/** Builds the service. Stateless: everything it works on comes with the call. */
export function createContractService(directory: Directory): ContractService {
  return {
    scatter: (scope) => {
      const encoded = encodeScope(scope);
      const prefixOf = (code: string) => directory.region(code).prefix;
      return { scope: encoded, shards: pageReferences(scope.membership.asked, encoded, prefixOf) };
    },
    edges: (gathered, reasons) => {
      const { scope, missed, page } = readPage(gathered, reasons);
      if (page === null) return null;
      return page.entries.map((entry) => ({
        cursor: encodeCursor(scope, { ...entry, missed }),
        region: { code: entry.region },
        node: { __typename: `${directory.region(entry.region).prefix}Contract`, id: entry.id },
      }));
    },
    pageInfo: (gathered, reasons) => {
      const { scope, missed, page } = readPage(gathered, reasons);
      if (page === null) return null;
      const last = page.entries.at(-1);
      const endCursor = last === undefined ? null : encodeCursor(scope, { ...last, missed });
      return { hasNextPage: page.hasNextPage, endCursor };
    },
    coverage: (gathered, reasons) => {
      const { scope, outcomes } = readPage(gathered, reasons);
      const version = versionOfContractFilter(scope.filter);
      const isOlder = (code: string) => directory.isOlderThan(code, version);
      return coverageOf(
        outcomes.map((outcome) =>
          outcome.status === 'NOT_CONNECTED' && isOlder(outcome.code)
            ? { ...outcome, status: 'OUTDATED_SCHEMA' as const }
            : outcome,
        ),
        directory,
      );
    },
    totalCount,
    skippedEarlier: (gathered, reasons) => {
      const { scope, counted } = readPage(gathered, reasons);
      return counted
        .filter(({ code }) => scope.missedBefore.includes(code))
        .map(({ code }) => ({ code, name: directory.nameOf(code), status: 'MISSING' }));
    },
  };
}

/** One reference per region asked. */
export function pageReferences(
  asked: readonly string[],
  encoded: string,
  prefixOf: (region: string) => string,
): readonly PageReference[] {
  return asked.map((code) => ({ __typename: `${prefixOf(code)}ContractPage`, region: code, scope: encoded }));
}

/** Matches and merges what the regions gave of one page. */
function readPage({ scope: encoded, shards }: Gathered, reasons: AbsenceReasons) {
  const scope = decodeContractsScope(encoded);
  const outcomes = matchShards<readonly PageEntry[]>({
    membership: scope.membership,
    scope: encoded,
    shards,
    reasons,
    read: (shard, code) => readPageEntries(shard, scope, code),
  });
  const missing = outcomes.filter((outcome) => outcome.kind === 'absent').map((outcome) => outcome.code);
  const missed = [...new Set([...scope.missedBefore, ...missing])].sort();
  const counted = countedOf(outcomes);
  return { scope, outcomes, counted, missed, page: counted.length === 0 ? null : mergePage(counted, scope) };
}

function totalCount({ scope: encoded, shards }: Gathered, reasons: AbsenceReasons): number | null {
  const { membership } = decodeContractsScope(encoded);
  const outcomes = matchShards({ membership, scope: encoded, shards, reasons, read: readCount });
  const counts = countedOf(outcomes).map((region) => region.values.count);
  return counts.length < membership.expected.length ? null : counts.reduce((sum, count) => sum + count, 0);
}

function readCount(shard: Readonly<Record<string, unknown>>): { count: number } | undefined {
  const count = shard['totalCount'];
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? { count } : undefined;
}
