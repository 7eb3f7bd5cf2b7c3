import { isThereOn } from './books.js';
import { refusal } from './errors.js';

/** Most cells of one breakdown; one more is refused, never cut. */
const MAX_CELLS = 5_000;
/** Dimensions of persons and work contracts: what is planned has none. */
const OF_PERSONS = new Set([
  'SEX',
  'AGE_BAND',
  'EDUCATION_LEVEL',
  'CRITERION',
  'WORK_CONTRACT_TYPE',
  'EXECUTION_MODE',
  'QPV',
]);

/** Code of a row of hours in each dimension. Of a commitment there is no work contract: such dimensions are not asked. */
const CODE_OF = {
  REGION: (_row, { region }) => region.code,
  DEPARTEMENT: ({ contract }) => contract.departement ?? 'UNKNOWN',
  MONTH: ({ month }) => month,
  SEX: ({ participant }) => participant.sex,
  AGE_BAND: ({ participant }, { scope }) => ageBand(participant, Number(scope.from.slice(0, 4))),
  EDUCATION_LEVEL: ({ participant }) => participant.educationLevel ?? 'UNKNOWN',
  CRITERION: ({ participant }) => participant.criterion ?? 'UNKNOWN',
  WORK_CONTRACT_TYPE: ({ work }) => work.type ?? 'UNKNOWN',
  EXECUTION_MODE: ({ work }) => work.executionMode ?? 'UNKNOWN',
  SECTOR: ({ contract }) => contract.sector,
  CLAUSE_TYPE: ({ contract }) => contract.clauseType ?? 'UNKNOWN',
  BUYER_KIND: ({ contract }) => contract.buyer.kind,
  QPV: ({ participant: { livesInQpv } }) => (livesInQpv === null ? 'UNKNOWN' : livesInQpv ? 'YES' : 'NO'),
  AMOUNT_BAND: ({ contract }) => amountBand(contract.amount),
};

/** Everything that is asked of one scope: totals, distinct identifiers and the breakdown. */
export function figuresOf(question) {
  const { books, scope, counts } = question;
  const done = hoursDone(question);
  const planned = books.commitments
    .filter(({ month, contract }) => isIn(scope, month) && passes(scope.filter, contract) && counts(contract))
    .map(({ month, contract, hours }) => ({ month, contract, hours }));
  return {
    hoursPlanned: sum(planned),
    ...counted(done),
    ...networkOf(question),
    buyerSirens: distinct(done.map(({ contract }) => contract.buyer.siren)).sort(),
    companySirets: distinct(done.map(({ work }) => work.company.siret).filter((siret) => siret !== null)).sort(),
    breakdown: () => breakdown(question, done, planned),
  };
}

/** Hours of the period, each with what it belongs to. A row without any hour is no work. */
function hoursDone({ books, scope, counts }) {
  return books.hourEntries
    .map(({ month, hours, workContract: work }) => ({
      month,
      hours,
      work,
      participant: work.participant,
      contract: work.contract,
    }))
    .filter(
      ({ month, hours, contract }) =>
        hours > 0 && isIn(scope, month) && passes(scope.filter, contract) && counts(contract),
    );
}

/** Sums and counts of rows of hours done. A person counts once, however many contracts it has. */
function counted(done) {
  const participants = distinct(done.map(({ participant }) => participant));
  const contracts = distinct(done.map(({ contract }) => contract));
  return {
    hoursDone: sum(done),
    workContracts: distinct(done.map(({ work }) => work.id)).length,
    participants: participants.length,
    womenParticipants: participants.filter(({ sex }) => sex === 'F').length,
    participantsOfKnownSex: participants.filter(({ sex }) => sex !== 'UNKNOWN').length,
    contracts: contracts.length,
    operations: distinct(contracts.map(({ operation }) => operation).filter((id) => id !== null)).length,
    buyerCount: distinct(contracts.map(({ buyer }) => buyer.id)).length,
    companyCount: distinct(done.map(({ work }) => work.company).filter(({ siret }) => siret !== null)).length,
    lots: distinct(done.map(({ work }) => work.lot)).length,
    qpvParticipants: participants.filter(({ livesInQpv }) => livesInQpv === true).length,
    participantsOfKnownResidence: participants.filter(({ livesInQpv }) => livesInQpv !== null).length,
  };
}

/** Desks and facilitators describe the network: a filter on contracts does not touch them. */
function networkOf({ books, scope }) {
  const firstDay = `${scope.from}-01`;
  const lastDay = lastDayOf(scope.to);
  const expected = books.desks.filter(
    ({ openedOn, closedOn }) => openedOn <= lastDay && (closedOn === null || closedOn >= firstDay),
  );
  return {
    desks: expected.filter(({ openedOn, closedOn }) => isThereOn(lastDay, openedOn, closedOn)).length,
    facilitators: books.facilitators.filter(({ startedOn, endedOn }) => isThereOn(lastDay, startedOn, endedOn)).length,
    desksExpected: expected.length,
    desksReporting: expected.filter((desk) => hasDeclared(desk, scope)).length,
  };
}

/** Whether a desk declared every month of the period in which it was open. */
function hasDeclared({ openedOn, closedOn, declaredMonths }, { from, to }) {
  const first = openedOn.slice(0, 7) > from ? openedOn.slice(0, 7) : from;
  const last = closedOn !== null && closedOn.slice(0, 7) < to ? closedOn.slice(0, 7) : to;
  const declared = new Set(declaredMonths);
  for (let month = first; month <= last; month = nextMonth(month)) if (!declared.has(month)) return false;
  return true;
}

/** One row per combination of codes that has any figure, in the order of the codes; null when none was asked. */
function breakdown(question, done, planned) {
  const { by, from, to } = question.scope;
  if (by.length === 0) return null;
  const isPlanned = !by.some((dimension) => OF_PERSONS.has(dimension));
  const cells = new Map();
  const cellOf = (row) => {
    const keys = by.map((dimension) => CODE_OF[dimension](row, question));
    const name = JSON.stringify(keys);
    if (!cells.has(name)) cells.set(name, { keys, done: [], planned: [] });
    return cells.get(name);
  };
  for (const row of done) cellOf(row).done.push(row);
  if (isPlanned) for (const row of planned) cellOf(row).planned.push(row);
  if (cells.size > MAX_CELLS) {
    throw refusal(
      'TOO_MANY_CELLS',
      `There are more than ${MAX_CELLS} cells by ${by.join(', ')} from ${from} to ${to}.`,
    );
  }
  return [...cells.values()]
    .sort((left, right) => compareKeys(left.keys, right.keys))
    .map((cell) => ({
      keys: cell.keys,
      hoursPlanned: isPlanned ? sum(cell.planned) : null,
      ...counted(cell.done),
    }));
}

/** Whether a contract passes a filter; a list left out excludes nothing. */
export function passes(filter, contract) {
  const allows = (list, value) => list === undefined || list.includes(value);
  return (
    allows(filter.departements, contract.departement ?? 'UNKNOWN') &&
    allows(filter.sectors, contract.sector) &&
    allows(filter.clauseTypes, contract.clauseType ?? 'UNKNOWN') &&
    allows(filter.origins, contract.origin) &&
    allows(filter.buyers, contract.buyer.siren) &&
    allows(filter.buyerKinds, contract.buyer.kind) &&
    isWithin(filter.notifiedFrom, filter.notifiedTo, contract.notifiedOn) &&
    isWithin(filter.endsFrom, filter.endsTo, contract.endsOn) &&
    (filter.clauseMissing === undefined || filter.clauseMissing === lacksClause(contract))
  );
}

/** Whether a day lies within a filter's days; a contract without one passes none that asks for any. */
function isWithin(from, to, day) {
  if (from === undefined && to === undefined) return true;
  return day != null && (from === undefined || day >= from) && (to === undefined || day <= to);
}

/**
 * Whether a contract is above the European threshold of its day and kind without a clause or a reason for none (article L2112-2-1 of
 * the Code de la commande publique). These books hold neither kind nor reason, so it can be told of none: change it with them.
 */
function lacksClause() {
  return false;
}

/** Band of an amount in euros, excluding tax (code list AMOUNT_BAND). */
function amountBand(amount) {
  if (amount == null) return 'UNKNOWN';
  if (amount < 100_000) return 'UNDER_100K';
  if (amount < 500_000) return 'FROM_100K_TO_500K';
  if (amount < 1_000_000) return 'FROM_500K_TO_1M';
  return amount < 5_000_000 ? 'FROM_1M_TO_5M' : 'FROM_5M';
}

function ageBand({ birthYear }, year) {
  if (birthYear === null) return 'UNKNOWN';
  const age = year - birthYear;
  if (age < 26) return 'UNDER_26';
  return age < 50 ? 'FROM_26_TO_49' : 'FROM_50';
}

function compareKeys(left, right) {
  const index = left.findIndex((key, place) => key !== right[place]);
  if (index === -1) return 0;
  return left[index] < right[index] ? -1 : 1;
}

function lastDayOf(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function nextMonth(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

function isIn({ from, to }, month) {
  return from <= month && month <= to;
}

function sum(rows) {
  return rows.reduce((total, { hours }) => total + hours, 0);
}

function distinct(values) {
  return [...new Set(values)];
}
