import type { BookActor } from '../../subgraphs/regional/bookkeeping';

/** How rows of a table belong to desks, said again from the roles of a region's own API and not from its migration. */
export type Belonging =
  /** To the desk that the row names. Others do not see it; the coordination reads it. */
  | { readonly is: 'own' }
  /** To the desk of a row of another table. */
  | { readonly is: 'below'; readonly parent: string; readonly column: string }
  /** To nobody: everybody reads it, and the desk that it names and the coordination write it. */
  | { readonly is: 'network' }
  /** To nobody: everybody reads it and adds to it, the coordination corrects it. */
  | { readonly is: 'directory' }
  /** To nobody: everybody reads it, the coordination writes it. */
  | { readonly is: 'list' };

/** A table as the oracle knows it. */
export interface OracleTable {
  readonly name: string;
  readonly belonging: Belonging;
  /** Columns and values of a new row, by its desk or parent and a number that was not used before. */
  readonly row: (count: number, given: Given) => Readonly<Record<string, unknown>>;
  /** Whether rows can be deleted: nothing refers to them. */
  readonly isLeaf: boolean;
}

/** What a new row refers to. */
export interface Given {
  /** The desk, or the row of the parent. */
  readonly owner: string;
  readonly buyer: string;
  readonly contractor: string;
  /** A lot and a participant of that desk. */
  readonly lot: string;
  readonly participant: string;
}

/** A row as it should be. */
export interface OracleRow {
  readonly id: string;
  desk: string | null;
  mark: number | null;
}

/** What should become of a statement. */
export type Expected = 'denied' | 'taken' | 'nothing';

interface Change {
  readonly table: string;
  readonly desk: string | null;
}

const below = (parent: string, column: string): Belonging => ({ is: 'below', parent, column });
const day = (count: number) => new Date(Date.UTC(1990, 0, 1 + count)).toISOString().slice(0, 10);
const month = (count: number) =>
  new Date(Date.UTC(1000 + Math.floor(count / 12), count % 12, 1)).toISOString().slice(0, 10);
const digits = (count: number, length: number) => String(count).padStart(length, '0');

/** Every table that people of a region work in. */
export const ORACLE_TABLES: readonly OracleTable[] = [
  table('operation', { is: 'own' }, (_, { owner, buyer }) => ({ desk_id: owner, buyer_id: buyer, title: 'x' })),
  table('contract', { is: 'own' }, (_, { owner, buyer }) => ({
    desk_id: owner,
    buyer_id: buyer,
    title: 'x',
    sector: 'BTP',
  })),
  table('lot', below('contract', 'contract_id'), (number, { owner }) => ({ contract_id: owner, number, title: 'x' })),
  leaf('contract_clause', below('contract', 'contract_id'), (count, { owner }) => ({
    contract_id: owner,
    type: `T${count}`,
    legal_article: 'L2112-2',
  })),
  leaf('hour_commitment', below('lot', 'lot_id'), (count, { owner }) => ({
    lot_id: owner,
    month: month(count),
    hours: 1,
  })),
  table('participant', { is: 'own' }, (count, { owner }) => ({
    desk_id: owner,
    pseudonym: `oracle-${count}`,
    sex: 'F',
    education_level: 'LEVEL_3',
    criterion: 'OTHER',
  })),
  leaf('participant_criterion', below('participant', 'participant_id'), (count, { owner }) => ({
    participant_id: owner,
    criterion: 'RSA',
    valid_from: day(count),
  })),
  table('work_contract', { is: 'own' }, (_, { owner, lot, participant, contractor }) => ({
    desk_id: owner,
    lot_id: lot,
    participant_id: participant,
    employer_id: contractor,
    type: 'CDDI',
    execution_mode: 'DIRECT_HIRE',
    starts_on: '1990-01-01',
  })),
  leaf('hour_entry', below('work_contract', 'work_contract_id'), (count, { owner }) => ({
    work_contract_id: owner,
    month: month(count),
    hours: 1,
    state: 'ENTERED',
  })),
  leaf('qualitative_record', { is: 'own' }, (_, { owner }) => ({
    desk_id: owner,
    kind: 'TESTIMONY',
    theme: 'OTHER',
    author: 'x',
    title: 'x',
    body: 'x',
    occurred_on: '2026-01-01',
  })),
  leaf('territory_strategy', { is: 'network' }, (count, { owner }) => ({
    desk_id: owner,
    title: 'x',
    decided_by: 'x',
    decided_on: '2026-01-01',
    valid_from: day(count),
  })),
  leaf('desk_host', { is: 'network' }, (count, { owner }) => ({
    desk_id: owner,
    host_type: 'MDE',
    organisation: 'x',
    since: day(count),
  })),
  table('facilitator', { is: 'network' }, (_, { owner }) => ({
    desk_id: owner,
    name: 'x',
    full_time_share: 1,
    started_on: '2020-01-01',
  })),
  table('buyer', { is: 'directory' }, (count) => ({
    siren: digits(count, 9),
    name: 'x',
    kind: 'LOCAL_AUTHORITY',
  })),
  table('contractor', { is: 'directory' }, (count) => ({ siret: digits(count, 14), name: 'x', kind: 'COMPANY' })),
  leaf('local_code', { is: 'list' }, (count) => ({
    list: 'CRITERION',
    code: `c${count}`,
    label: 'x',
    national_code: 'RSA',
    valid_from: '2020-01-01',
  })),
  leaf('dated_parameter', { is: 'list' }, (count) => ({
    code: `P${count}`,
    value: 1,
    unit: 'x',
    source: 'x',
    valid_from: '2020-01-01',
  })),
];

function table(name: string, belonging: Belonging, row: OracleTable['row']): OracleTable {
  return { name, belonging, row, isLeaf: false };
}

function leaf(name: string, belonging: Belonging, row: OracleTable['row']): OracleTable {
  return { name, belonging, row, isLeaf: true };
}

/** The books of a region in memory, with who may read and write what. */
export class BooksOracle {
  readonly rows = new Map(ORACLE_TABLES.map(({ name }) => [name, new Map<string, OracleRow>()]));
  readonly changes: Change[] = [];

  /** Whether the role may read the table at all. */
  mayRead({ role }: BookActor, { name }: OracleTable): boolean {
    return role === 'desk' || (role === 'coordination' && name !== 'participant_criterion');
  }

  /** Rows of a table that somebody sees. */
  visible(actor: BookActor, table: OracleTable): OracleRow[] {
    if (!this.mayRead(actor, table)) return [];
    const isShared = table.belonging.is !== 'own' && table.belonging.is !== 'below';
    return this.all(table).filter(({ desk }) => isShared || actor.role === 'coordination' || desk === actor.desk);
  }

  /** What becomes of a new row for that desk. */
  adding(actor: BookActor, { belonging }: OracleTable, desk: string | null): Expected {
    const isShared = belonging.is === 'network' || belonging.is === 'list' || belonging.is === 'directory';
    if (actor.role === 'auditor') return 'denied';
    if (actor.role === 'coordination') return isShared ? 'taken' : 'denied';
    if (belonging.is === 'directory') return 'taken';
    return belonging.is !== 'list' && desk === actor.desk ? 'taken' : 'denied';
  }

  /** What becomes of a change or a deletion of one row. */
  changing(actor: BookActor, { belonging }: OracleTable, row: OracleRow): Expected {
    const isShared = belonging.is === 'network' || belonging.is === 'list' || belonging.is === 'directory';
    if (actor.role === 'auditor') return 'denied';
    if (actor.role === 'coordination') return isShared ? 'taken' : 'denied';
    if (belonging.is === 'directory' || belonging.is === 'list') return 'denied';
    return row.desk === actor.desk ? 'taken' : 'nothing';
  }

  /** Records of the history that somebody sees. */
  history({ role, desk }: BookActor): number {
    return this.changes.filter((change) => {
      if (role === 'auditor') return true;
      if (role === 'desk') return change.desk === desk;
      return change.table !== 'participant' && change.table !== 'participant_criterion';
    }).length;
  }

  /** Every row of a table. */
  all({ name }: OracleTable): OracleRow[] {
    return [...(this.rows.get(name)?.values() ?? [])];
  }

  /** Notes a row that was added. */
  add({ name }: OracleTable, row: OracleRow): void {
    this.rows.get(name)?.set(row.id, row);
  }

  /** Notes a change that the history has to hold. */
  note({ desk }: BookActor, { name }: OracleTable): void {
    this.changes.push({ table: name, desk });
  }
}
