import { type CodeListEntry, codeListOf } from '../../subgraphs/kit/catalogue';
import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import { addMonths, type Month, monthsOf } from '../../subgraphs/kit/months';
import { type Region, REGIONS } from '../../subgraphs/kit/regions';
import { demonstrationDesks } from './demonstration-desks';

const FIRST_MONTH: Month = '2021-01';
const CONTRACTS_PER_YEAR = 8;
const PERSONS_PER_YEAR = 24;
const BUYERS = 5;
const COMPANIES = 6;
/** Serial numbers of invented organisations: none of the reference's demonstration, none that Insee has given. */
const SERIALS = { first: 700_000, perRegion: 1_000, companies: 500 } as const;

/**
 * Demonstration books of a region, up to a month: fictitious, small, the same every time, and rich enough to try
 * everything (several desks, lots and years, unknown values, counts of few persons). The form is that of the scaffold's
 * `src/books.js`.
 */
export function demonstrationBooks(region: Region, lastMonth: Month) {
  const years = Number(lastMonth.slice(0, 4)) - Number(FIRST_MONTH.slice(0, 4)) + 1;
  const months = monthsOf(FIRST_MONTH, lastMonth);
  const { departements, ...network } = demonstrationDesks(region, months);
  const contracts = Array.from({ length: years * CONTRACTS_PER_YEAR }, (_, index) =>
    contractOf(index, departements[index % departements.length] ?? null, lastMonth),
  );
  const participants = Array.from({ length: years * PERSONS_PER_YEAR }, (_, index) => participantOf(index));
  const workContracts = participants.flatMap((_, index) => workContractsOf(index));
  return {
    notice: 'DONNÉES DE DÉMONSTRATION, fictives : aucune personne, aucun marché ni aucune heure réels.',
    isDemonstration: true,
    coordinationName: `Coordination de démonstration (${region.name})`,
    ...network,
    buyers: Array.from({ length: BUYERS }, (_, index) => buyerOf(region, index)),
    companies: Array.from({ length: COMPANIES }, (_, index) => companyOf(region, index)),
    contracts,
    commitments: contracts.flatMap(({ id, lots }) => lots.flatMap((lot) => commitmentsOf(id, lot, lastMonth))),
    participants,
    workContracts,
    hourEntries: workContracts.flatMap((work) => hourEntriesOf(work.id, lastMonth)),
  };
}

function contractOf(index: number, departement: string | null, lastMonth: Month) {
  const id = index + 1;
  const year = 2021 + Math.floor(index / CONTRACTS_PER_YEAR);
  const month = `${year}-${String((index % CONTRACTS_PER_YEAR) + 1).padStart(2, '0')}`;
  return {
    id,
    desk: (index % 3) + 1,
    buyer: (index % BUYERS) + 1,
    // Two contracts share an operation; one in eight belongs to none.
    operation: index % 8 === 7 ? null : Math.floor(index / 2) + 1,
    operationTitle: index % 8 === 7 ? null : `Opération de démonstration n° ${Math.floor(index / 2) + 1}`,
    title: `Marché de démonstration n° ${id}`,
    sector: pick('SECTOR', index),
    clauseType: index % 6 === 5 ? null : pick('CLAUSE_TYPE', index),
    amount: 50_000 + ((index * 37_411) % 900_000),
    // Two share a day, and some are not notified yet: pages must keep their order all the same.
    notifiedOn: index === 3 || month > lastMonth ? null : `${index === 5 ? `${year}-05` : month}-15`,
    departement,
    origin: 'DEMONSTRATION',
    lots: index % 3 === 0 ? [id * 10 + 1, id * 10 + 2] : [id * 10 + 1],
  };
}

function commitmentsOf(contract: number, lot: number, lastMonth: Month) {
  const index = contract - 1;
  const first = addMonths(FIRST_MONTH, Math.floor(index / CONTRACTS_PER_YEAR) * 12 + (index % CONTRACTS_PER_YEAR) + 1);
  return monthsOf(first, addMonths(first, 5))
    .filter((month) => month <= lastMonth)
    .map((month, place) => ({ lot, month, hours: 12_000 + ((lot * 131 + place * 700) % 9_000) }));
}

function participantOf(index: number) {
  return {
    id: index + 1,
    sex: ['F', 'M', 'M', 'F', 'M', 'M', 'UNKNOWN', 'M'][index % 8] ?? 'UNKNOWN',
    birthYear: index % 11 === 10 ? null : 1962 + ((index * 7) % 42),
    educationLevel: pick('EDUCATION_LEVEL', index),
    criterion: pick('CRITERION', index),
    livesInQpv: index % 9 === 8 ? null : index % 4 === 0,
  };
}

/** One work contract per person, and a second one, in another lot, for one person in five. */
function workContractsOf(person: number) {
  return (person % 5 === 0 ? [0, 1] : [0]).map((second) => {
    const year = Math.floor(person / PERSONS_PER_YEAR);
    const contract = year * CONTRACTS_PER_YEAR + ((person + second * 3) % CONTRACTS_PER_YEAR) + 1;
    return {
      id: person * 2 + second + 1,
      participant: person + 1,
      company: ((person + second) % COMPANIES) + 1,
      lot: contract * 10 + 1,
      type: pick('WORK_CONTRACT_TYPE', person + second),
      executionMode: pick('EXECUTION_MODE', person + second),
    };
  });
}

function hourEntriesOf(workContract: number, lastMonth: Month) {
  const person = Math.floor((workContract - 1) / 2);
  const first = addMonths(FIRST_MONTH, Math.floor(person / PERSONS_PER_YEAR) * 12 + (person % 9) + 1);
  return monthsOf(first, addMonths(first, 2 + (workContract % 4)))
    .filter((month) => month <= lastMonth)
    .map((month, place) => ({ workContract, month, hours: 3_500 + ((workContract * 173 + place * 450) % 8_000) }));
}

function buyerOf(region: Region, index: number) {
  return {
    id: index + 1,
    siren: inventedSiren(region, index),
    name: `Acheteur de démonstration n° ${index + 1}`,
    kind: pick('BUYER_KIND', index),
  };
}

function companyOf(region: Region, index: number) {
  return { id: index + 1, siret: withLuhnKey(`${inventedSiren(region, SERIALS.companies + index)}0001`) };
}

/** None of Insee's SIREN begins with "00". */
function inventedSiren(region: Region, serial: number): string {
  const ordinal = REGIONS.findIndex(({ code }) => code === region.code);
  return withLuhnKey(`00${SERIALS.first + ordinal * SERIALS.perRegion + serial}`);
}

function pick(list: string, index: number): string {
  const entries: readonly CodeListEntry[] = codeListOf(list).entries;
  return entries[index % entries.length]?.code ?? 'UNKNOWN';
}
