import type { Region } from '../../../kit/regions';
import type { ContractsScope } from '../../../kit/scope';
import { globalId, localIdOf } from '../../books';
import { CLAUSE_MISSING_SQL } from '../dated-parameter';
import { type BookReader, createSnapshotLoader, type SnapshotLoader } from '../../snapshot';
import { contractFilterSql, SqlParameters, type SqlStatement } from '../../sql';
import { NO_DAY, positionAfter, sortKey } from './page-position';

/** Which page of a region's contracts is asked for. */
export interface PageQuestion {
  readonly scope: ContractsScope;
  /** The scope as it came: names the question. */
  readonly encodedScope: string;
}

/** Identifier of a contract and its place in the global order. */
export interface PageEntry {
  readonly id: string;
  readonly sort: string;
}

/** What can be asked of a page. */
export interface PageParts {
  readonly asOf: Date;
  /** Contracts that match the filter, on all pages. */
  readonly totalCount: number;
  readonly entries: readonly PageEntry[];
}

/** Loads pages within one request. */
export type ContractPageLoader = SnapshotLoader<PageQuestion, PageParts>;

interface EntryRow {
  readonly id: string;
  readonly notified_on: string | null;
}

/** Makes the page loader of one request: keyset pages on ix_contract_page, whatever the page's depth. */
export function createContractPageLoader(reader: BookReader, region: Region): ContractPageLoader {
  return createSnapshotLoader<PageQuestion, PageParts>(
    'contractPageByScope',
    reader,
    {
      asOf: (snapshot) => Promise.resolve(snapshot.asOf),
      totalCount: async (snapshot, { scope }) => {
        const { sql, values } = countSql(region, scope);
        const [row] = await snapshot.query<{ total: string }>(sql, values);
        return Number(row?.total);
      },
      entries: async (snapshot, { scope }) => {
        const { sql, values } = entriesSql(region, scope);
        const rows = await snapshot.query<EntryRow>(sql, values);
        return rows.map((row) => ({ id: globalId(region, row.id), sort: sortKey(row.notified_on, row.id) }));
      },
    },
    ({ encodedScope }) => encodedScope,
  );
}

function countSql(region: Region, scope: ContractsScope): SqlStatement {
  const parameters = new SqlParameters();
  const from = fromMatching(region, scope, parameters);
  return { sql: `SELECT count(*) AS total ${from}`, values: parameters.values };
}

function entriesSql(region: Region, scope: ContractsScope): SqlStatement {
  const parameters = new SqlParameters();
  const from = fromMatching(region, scope, parameters);
  const day = `coalesce(c.notified_on, DATE '${NO_DAY}')`;
  let after = '';
  if (scope.after !== null) {
    const position = positionAfter(region, scope.after);
    const lastDay = `${parameters.add(position.day)}::date`;
    const lastId = `${parameters.add(position.localId)}::bigint`;
    after = `AND ${day} <= ${lastDay} AND (${day} < ${lastDay} OR c.id ${position.isIncluded ? '>=' : '>'} ${lastId})`;
  }
  const sql = `
    SELECT c.id::text AS id, c.notified_on::text AS notified_on ${from} ${after}
    ORDER BY ${day} DESC, c.id LIMIT ${parameters.add(scope.first)}::integer`;
  return { sql, values: parameters.values };
}

function fromMatching(region: Region, { filter }: ContractsScope, parameters: SqlParameters): string {
  const { id, notifiedFrom, notifiedTo, endsFrom, endsTo, clauseMissing, ...lists } = filter;
  const { condition, readsBuyer } = contractFilterSql(lists, parameters);
  // An identifier that is none of this region's is nobody's: null equals nothing.
  const isIt = id === undefined ? '' : `AND c.id = ${parameters.add(localIdOf(region, id))}::bigint`;
  const days = [
    ['c.notified_on >=', notifiedFrom],
    ['c.notified_on <=', notifiedTo],
    ['c.ends_on >=', endsFrom],
    ['c.ends_on <=', endsTo],
  ] as const;
  const within = days.flatMap(([compared, day]) =>
    day === undefined ? [] : [`AND ${compared} ${parameters.add(day)}::date`],
  );
  const missing = clauseMissing === undefined ? '' : `AND ${CLAUSE_MISSING_SQL} IS ${clauseMissing ? '' : 'NOT '}TRUE`;
  return `FROM contract c ${readsBuyer ? 'JOIN buyer b ON b.id = c.buyer_id' : ''} WHERE ${condition} ${isIt}
    ${within.join(' ')} ${missing}`;
}
