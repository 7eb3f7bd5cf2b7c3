/*
 * DONNÉES DE DÉMONSTRATION. Everything here is invented: organisations, contracts, persons and hours. Only the names and
 * codes of territories are real. A real tool reads its own database here, and keeps the form of what it gives.
 */

const YEARS = [2021, 2022, 2023];
const SECTORS = ['BTP', 'BTP', 'CLEANING', 'GREEN_SPACES'];
const CLAUSES = ['EXECUTION_CONDITION', 'AWARD_CRITERION', 'EXECUTION_CONDITION', null, 'RESERVED_SIAE'];
const KINDS = ['LOCAL_AUTHORITY', 'SOCIAL_LANDLORD', 'HOSPITAL', 'STATE'];
const TYPES = ['CDDI', 'TEMPORARY', 'CDI', 'APPRENTICESHIP'];
const MODES = ['PLACEMENT', 'DIRECT_HIRE', 'SUBCONTRACTING'];
const LEVELS = ['BELOW_3', 'LEVEL_3', 'LEVEL_4', 'UNKNOWN'];
const CRITERIA = ['RSA', 'LONG_TERM_UNEMPLOYED', 'YOUNG_LOW_SKILLED', 'DISABLED_WORKER', 'QPV_RESIDENT'];

const at = (list, index) => list[index % list.length];
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const monthOf = (year, index) => `${year}-${String((index % 12) + 1).padStart(2, '0')}`;

/** Digits with the Luhn key that SIREN and SIRET end with. */
function withKey(digits) {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const value = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
  });
  return digits + ((10 - (sum % 10)) % 10);
}

const territory = (id, kind, code, name) => ({ id, kind, code, name });

const DESKS = [
  {
    id: 1,
    name: 'Guichet du Pays ajaccien (démonstration)',
    hostType: 'EPCI',
    openedOn: '2016-03-01',
    territories: [
      territory(1, 'EPCI', '242010056', 'CA du Pays Ajaccien'),
      territory(2, 'COMMUNE', '2A004', 'Ajaccio'),
    ],
  },
  {
    id: 2,
    name: 'Guichet de Bastia (démonstration)',
    hostType: 'PLIE',
    openedOn: '2018-09-01',
    territories: [territory(3, 'EPCI', '242000354', 'CA de Bastia')],
  },
  {
    id: 3,
    name: 'Guichet départemental (démonstration)',
    hostType: 'DEPARTEMENT',
    openedOn: '2022-06-01',
    territories: [territory(4, 'DEPARTEMENT', '2A', 'Corse-du-Sud'), territory(5, 'DEPARTEMENT', '2B', 'Haute-Corse')],
  },
];

/** The books of the region: the same rows every time. */
export function demonstrationBooks() {
  const desks = DESKS.map((desk) => ({ ...desk, email: `guichet-${desk.id}@corse.invalid`, phone: null }));
  const facilitators = times(4, (index) => ({
    id: index + 1,
    desk: at(desks, index),
    name: `Facilitateur ${index + 1} (démonstration)`,
    email: `facilitateur-${index + 1}@corse.invalid`,
    phone: null,
  }));
  const buyers = times(6, (index) => ({
    id: index + 1,
    siren: withKey(String(94_100_000 + index)),
    name: `Acheteur ${index + 1} (démonstration)`,
    kind: at(KINDS, index),
  }));
  const employers = times(5, (index) => ({ siret: withKey(`${withKey(String(94_200_000 + index))}0001`) }));
  const contracts = times(42, (index) => contractOf(index, desks, buyers));
  const persons = times(60, personOf);
  const works = persons.flatMap((person, index) => worksOf(person, index, contracts, employers));
  return {
    coordinationName: 'Coordination de Corse (démonstration)',
    isDemonstration: true,
    desks,
    facilitators,
    buyers,
    contracts,
    declarations: declarationsOf(desks),
    commitments: contracts.flatMap(({ lots }) => lots.flatMap(commitmentsOf)),
    hours: works.flatMap(hoursOf),
    jobFairs: [
      { day: '2026-03-19', place: 'Ajaccio' },
      { day: '2026-10-08', place: 'Corte' },
    ],
  };
}

function contractOf(index, desks, buyers) {
  const id = index + 1;
  const year = at(YEARS, index);
  const contract = {
    id,
    desk: at(desks, index),
    buyer: at(buyers, index * 5 + (index >> 2)),
    // One in six belongs to no operation; the others do by pairs.
    operation: index % 6 === 5 ? null : index >> 1,
    title: `Marché ${id} (démonstration)`,
    sector: at(SECTORS, index),
    clauseType: at(CLAUSES, index),
    amount: 40_000 + 1_250.5 * index,
    // Two of a day, and one that was never notified.
    notifiedOn: index === 40 ? null : `${monthOf(year, index >> 1)}-1${index % 3}`,
    departement: index % 11 === 10 ? null : at(['2A', '2B'], index),
    year,
  };
  contract.lots = times((index % 2) + 1, (number) => ({ id: id * 10 + number, contract }));
  return contract;
}

function personOf(index) {
  return {
    id: index + 1,
    sex: at(['F', 'M', 'M', 'F', 'UNKNOWN'], index),
    birthYear: index % 9 === 8 ? null : 1962 + ((index * 7) % 43),
    level: at(LEVELS, index >> 1),
    criterion: at(CRITERIA, index),
    livesInQpv: at([true, false, null, false], index),
  };
}

/** One to three work contracts of a person, in the years of the contracts that they are for. */
function worksOf(person, index, contracts, employers) {
  return times((index % 3) + 1, (number) => {
    const contract = at(contracts, index * 2 + number * 7);
    const lot = at(contract.lots, index + number);
    return {
      person,
      contract,
      lot,
      employer: at(employers, index + number),
      type: at(TYPES, index),
      mode: at(MODES, index + number),
    };
  });
}

/** Hours of a work contract: one row per month, in hundredths. */
function hoursOf(work, index) {
  return times((index % 4) + 1, (month) => ({
    work,
    month: monthOf(work.contract.year, index + month),
    hundredths: 3_500 + 125 * ((index * 3 + month) % 40),
  }));
}

function commitmentsOf(lot) {
  return times(4, (month) => ({
    contract: lot.contract,
    month: monthOf(lot.contract.year, lot.id + month),
    hundredths: 20_000 + 50 * lot.id,
  }));
}

/** The last desk has forgotten a month. */
function declarationsOf(desks) {
  return desks.flatMap((desk) =>
    YEARS.flatMap((year) => times(12, (index) => ({ desk, month: monthOf(year, index) }))).filter(
      ({ month }) => desk.id !== 3 || month !== '2023-05',
    ),
  );
}
