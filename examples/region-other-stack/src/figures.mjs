import { refusal } from './errors.mjs';

const MAX_CELLS = 5_000;
const OF_PERSONS = ['SEX', 'AGE_BAND', 'EDUCATION_LEVEL', 'CRITERION', 'WORK_CONTRACT_TYPE', 'EXECUTION_MODE'];

/** Code of a line of hours by each dimension; planned hours have no work contract and no person. */
const CODE_OF = {
  DEPARTEMENT: ({ contract }) => contract.departement,
  MONTH: ({ month }) => month,
  SECTOR: ({ contract }) => contract.sector,
  CLAUSE_TYPE: ({ contract }) => contract.clauseType,
  BUYER_KIND: ({ contract }) => contract.buyer.kind,
  SEX: ({ work }) => work.person.sex,
  AGE_BAND: ({ work }, { from }) => ageBand(work.person.birthYear, Number(from.slice(0, 4))),
  EDUCATION_LEVEL: ({ work }) => work.person.level,
  CRITERION: ({ work }) => work.person.criterion,
  WORK_CONTRACT_TYPE: ({ work }) => work.type,
  EXECUTION_MODE: ({ work }) => work.mode,
};

/** Figures of a scope, from the contracts that count for the caller. */
export function figuresOf(books, scope, counts) {
  const isMeant = ({ contract, month }) =>
    month >= scope.from && month <= scope.to && counts(contract) && passes(contract, scope.filter);
  const done = books.hours.map((line) => ({ ...line, contract: line.work.contract })).filter(isMeant);
  const planned = books.commitments.filter(isMeant);
  const works = distinct(done, ({ work }) => work);
  const persons = distinct(works, ({ person }) => person);
  const employers = distinct(works, ({ employer }) => employer.siret);
  const buyers = distinct(works, ({ contract }) => contract.buyer.siren);
  return {
    hoursPlanned: hoursOf(planned),
    ...measure(done),
    lots: distinct(works, ({ lot }) => lot).length,
    qpvParticipants: persons.filter(({ livesInQpv }) => livesInQpv === true).length,
    participantsOfKnownResidence: persons.filter(({ livesInQpv }) => livesInQpv !== null).length,
    buyerCount: buyers.length,
    companyCount: employers.length,
    buyerSirens: buyers.sort(),
    companySirets: employers.sort(),
    ...networkOf(books, scope),
    breakdown: () => (scope.by.length === 0 ? null : breakdownOf(scope, done, planned)),
  };
}

/** What can be said of any set of lines of hours done. */
function measure(done) {
  const works = distinct(done, ({ work }) => work);
  const persons = distinct(works, ({ person }) => person);
  const contracts = distinct(works, ({ contract }) => contract);
  return {
    hoursDone: hoursOf(done),
    workContracts: works.length,
    participants: persons.length,
    womenParticipants: persons.filter(({ sex }) => sex === 'F').length,
    participantsOfKnownSex: persons.filter(({ sex }) => sex !== 'UNKNOWN').length,
    contracts: contracts.length,
    operations: distinct(contracts, ({ operation }) => operation).filter((operation) => operation !== null).length,
  };
}

function breakdownOf(scope, done, planned) {
  // Nobody plans hours for persons: then they are not 0 but unknown.
  const isPlanned = !scope.by.some((dimension) => OF_PERSONS.includes(dimension));
  const cells = new Map();
  const put = (line, part) => {
    const keys = scope.by.map((dimension) => CODE_OF[dimension](line, scope) ?? 'UNKNOWN');
    const name = keys.join('\n');
    if (!cells.has(name)) cells.set(name, { keys, done: [], planned: [] });
    cells.get(name)[part].push(line);
  };
  for (const line of done) put(line, 'done');
  if (isPlanned) for (const line of planned) put(line, 'planned');
  if (cells.size > MAX_CELLS) throw refusal('TOO_MANY_CELLS', `The breakdown has more than ${MAX_CELLS} cells.`);
  return [...cells.values()].map((cell) => ({
    keys: cell.keys,
    hoursPlanned: isPlanned ? hoursOf(cell.planned) : null,
    ...measure(cell.done),
  }));
}

/** Desks and facilitators: a filter on contracts does not touch them. */
function networkOf({ desks, facilitators, declarations }, { from, to }) {
  const open = desks.filter(({ openedOn }) => openedOn.slice(0, 7) <= to);
  const declared = new Set(declarations.map(({ desk, month }) => `${desk.id} ${month}`));
  const reporting = open.filter(({ id, openedOn }) =>
    monthsBetween(from > openedOn.slice(0, 7) ? from : openedOn.slice(0, 7), to).every((month) =>
      declared.has(`${id} ${month}`),
    ),
  );
  return {
    desks: open.length,
    facilitators: facilitators.filter(({ desk }) => open.includes(desk)).length,
    desksExpected: open.length,
    desksReporting: reporting.length,
  };
}

/** Whether a contract passes every list of a filter. */
export function passes(contract, { departements, sectors, clauseTypes, buyers, buyerKinds }) {
  const isIn = (list, value) => list === undefined || list.includes(value ?? 'UNKNOWN');
  return (
    isIn(departements, contract.departement) &&
    isIn(sectors, contract.sector) &&
    isIn(clauseTypes, contract.clauseType) &&
    isIn(buyers, contract.buyer.siren) &&
    isIn(buyerKinds, contract.buyer.kind)
  );
}

/** Sum of lines of hours, in hundredths. */
export function hoursOf(lines) {
  return lines.reduce((sum, { hundredths }) => sum + hundredths, 0);
}

function distinct(rows, valueOf) {
  return [...new Set(rows.map(valueOf))];
}

function ageBand(birthYear, year) {
  if (birthYear === null) return 'UNKNOWN';
  const age = year - birthYear;
  if (age < 26) return 'UNDER_26';
  return age < 50 ? 'FROM_26_TO_49' : 'FROM_50';
}

function monthsBetween(from, to) {
  const ordinal = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: Math.max(0, ordinal(to) - ordinal(from) + 1) }, (_, index) => {
    const month = ordinal(from) + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
