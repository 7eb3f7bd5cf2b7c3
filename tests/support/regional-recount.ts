import type { FiguresScope } from '../../subgraphs/kit/scope';
import type { Sample, SampleHours } from './regional-sample';

/** Indicators recounted from rows in memory, apart from any SQL. */
export type Recount = Readonly<Record<string, number>>;

/** Rows of the period that pass the filter. */
export function rowsOf(rows: readonly SampleHours[], { from, to, filter }: FiguresScope): SampleHours[] {
  const passes = (list: readonly string[] | undefined, value: string | null) =>
    list === undefined || list.includes(value ?? 'UNKNOWN');
  return rows.filter(
    ({ month, contract, buyer }) =>
      month.slice(0, 7) >= from &&
      month.slice(0, 7) <= to &&
      passes(filter.departements, contract.departementCode) &&
      passes(filter.sectors, contract.sector) &&
      passes(filter.clauseTypes, contract.clauseType) &&
      passes(filter.buyers, buyer.siren) &&
      passes(filter.buyerKinds, buyer.kind),
  );
}

/** Totals of a scope. */
export function recountTotals(sample: Sample, scope: FiguresScope): Recount {
  const done = rowsOf(sample.done, scope);
  const persons = personsOf(done);
  return {
    ...recountCell(done),
    hoursPlanned: sumOf(rowsOf(sample.planned, scope)),
    lots: distinct(done, (row) => row.done?.lotId),
    qpvParticipants: persons.filter((person) => person?.livesInQpv === true).length,
    participantsOfKnownResidence: persons.filter((person) => person?.livesInQpv !== null).length,
    buyerCount: distinct(done, (row) => row.buyer.siren),
    companyCount: distinct(done, (row) => row.done?.employer.siret),
  };
}

/** Cells of a breakdown, by their keys joined with "/". */
export function recountBreakdown(sample: Sample, scope: FiguresScope): Map<string, Recount> {
  const keyOf = (row: SampleHours) => scope.by.map((dimension) => codeOf(row, dimension, scope)).join('/');
  const done = groupBy(rowsOf(sample.done, scope), keyOf);
  const isPlanned = !scope.by.some((dimension) => PERSON.includes(dimension));
  const planned = isPlanned ? groupBy(rowsOf(sample.planned, scope), keyOf) : new Map<string, SampleHours[]>();
  const keys = [...new Set([...done.keys(), ...planned.keys()])].sort();
  return new Map(
    keys.map((key) => {
      const cell = recountCell(done.get(key) ?? []);
      return [key, isPlanned ? { ...cell, hoursPlanned: sumOf(planned.get(key) ?? []) } : cell];
    }),
  );
}

const PERSON = ['SEX', 'AGE_BAND', 'EDUCATION_LEVEL', 'CRITERION', 'WORK_CONTRACT_TYPE', 'EXECUTION_MODE', 'QPV'];

function groupBy(rows: readonly SampleHours[], keyOf: (row: SampleHours) => string): Map<string, SampleHours[]> {
  const groups = new Map<string, SampleHours[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function recountCell(done: readonly SampleHours[]): Recount {
  const persons = personsOf(done);
  return {
    hoursDone: sumOf(done),
    workContracts: distinct(done, (row) => row.done?.workContract.id),
    participants: persons.length,
    womenParticipants: persons.filter((person) => person?.sex === 'F').length,
    participantsOfKnownSex: persons.filter((person) => person?.sex !== 'UNKNOWN').length,
    contracts: distinct(done, (row) => row.contract.id),
    operations: distinct(done, (row) => row.contract.operationId),
  };
}

function personsOf(done: readonly SampleHours[]) {
  return [...new Map(done.map((row) => [row.done?.participant.id, row.done?.participant])).values()];
}

function distinct(rows: readonly SampleHours[], valueOf: (row: SampleHours) => string | null | undefined): number {
  return new Set(rows.map(valueOf).filter((value) => value != null)).size;
}

function sumOf(rows: readonly SampleHours[]): number {
  return rows.reduce((sum, row) => sum + row.hundredths, 0);
}

function codeOf({ month, contract, buyer, done }: SampleHours, dimension: string, scope: FiguresScope): string {
  const codes: Record<string, string | null | undefined> = {
    REGION: '53',
    DEPARTEMENT: contract.departementCode,
    MONTH: month.slice(0, 7),
    SEX: done?.participant.sex,
    AGE_BAND: ageBand(done?.participant.birthYear, Number(scope.from.slice(0, 4))),
    EDUCATION_LEVEL: done?.participant.educationLevel,
    CRITERION: done?.participant.criterion,
    WORK_CONTRACT_TYPE: done?.workContract.type,
    EXECUTION_MODE: done?.workContract.executionMode,
    SECTOR: contract.sector,
    CLAUSE_TYPE: contract.clauseType,
    BUYER_KIND: buyer.kind,
    QPV: ({ true: 'YES', false: 'NO' } as Record<string, string>)[String(done?.participant.livesInQpv)],
    AMOUNT_BAND: amountBand(contract.amountCents),
  };
  return codes[dimension] ?? 'UNKNOWN';
}

function amountBand(cents: string | null): string | null {
  if (cents === null) return null;
  const euros = Number(cents) / 100;
  const bands = [
    [100_000, 'UNDER_100K'],
    [500_000, 'FROM_100K_TO_500K'],
    [1_000_000, 'FROM_500K_TO_1M'],
    [5_000_000, 'FROM_1M_TO_5M'],
  ] as const;
  return bands.find(([most]) => euros < most)?.[1] ?? 'FROM_5M';
}

function ageBand(birthYear: number | null | undefined, year: number): string | null {
  if (birthYear == null) return null;
  if (year - birthYear <= 25) return 'UNDER_26';
  return year - birthYear <= 49 ? 'FROM_26_TO_49' : 'FROM_50';
}
