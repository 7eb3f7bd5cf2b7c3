import { createHash } from 'node:crypto';

const SIRENS = ['552081317', '732829320', '404833048'];
const DESKS = 25;
const TERRITORIES = 6;
const PAGE_ROWS = 51;

const padded = (number, width) => String(number).padStart(width, '0');

/** Values of every entity of one region, made from the reference alone: the same question has the same answer. */
export function cannedRegion({ code, name, prefix }) {
  const network = cannedNetwork(code, name, prefix);
  const entities = {
    [`${prefix}Figures`]: ({ scope }) => figures(prefix, code, scope),
    [`${prefix}ContractPage`]: ({ scope }) => contractPage(prefix, code, scope),
    [`${prefix}Contract`]: ({ id }) => contract(prefix, code, id),
    [`${prefix}Network`]: () => network,
  };
  return (reference) => entities[reference.__typename](reference);
}

/** What the hub's scope demands of a shard, computed as a region in another language would: kit/scope has the rule. */
function digestOf(scope) {
  return createHash('sha256').update(scope).digest('hex').slice(0, 32);
}

function figures(prefix, region, scope) {
  const digest = digestOf(scope);
  const workContracts = 1000 + (Number.parseInt(digest.slice(0, 4), 16) % 500);
  const participants = workContracts - 100;
  return {
    __typename: `${prefix}Figures`,
    region,
    scope,
    answeredFor: `${region}:${digest}`,
    asOf: '2026-01-15T06:00:00Z',
    isDemonstration: false,
    hoursPlanned: workContracts * 9_500,
    hoursDone: workContracts * 9_000,
    workContracts,
    participants,
    participantsOfKnownSex: participants - 10,
    womenParticipants: Math.floor(participants * 0.4),
    participantsOfKnownResidence: participants - 50,
    qpvParticipants: Math.floor(participants * 0.3),
    contracts: 40,
    lots: 55,
    operations: 30,
    buyerCount: 25,
    companyCount: 60,
    desks: DESKS,
    facilitators: 2 * DESKS,
    desksExpected: DESKS,
    desksReporting: DESKS,
  };
}

function contractPage(prefix, region, scope) {
  const digest = digestOf(scope);
  const offset = Number.parseInt(digest.slice(0, 6), 16);
  return {
    __typename: `${prefix}ContractPage`,
    region,
    scope,
    answeredFor: `${region}:${digest}`,
    asOf: '2026-01-15T06:00:00Z',
    totalCount: 5_000,
    entries: Array.from({ length: PAGE_ROWS }, (_, row) => ({
      __typename: `${prefix}PageEntry`,
      id: `${region}-${padded(offset + row, 9)}`,
      // The same first half in every region: a page takes some rows of each.
      sort: `${20_000_000 + row}-${padded(offset, 12)}`,
    })),
  };
}

function contract(prefix, region, id) {
  const number = Number(id.slice(region.length + 1));
  return {
    __typename: `${prefix}Contract`,
    id,
    title: `Rénovation thermique du groupe scolaire n° ${number}, lot ${number % 12}`,
    operationTitle: `Plan école ${number % 90}`,
    sector: 'CONSTRUCTION',
    clauseType: 'EXECUTION',
    amount: 100_000 + (number % 900_000) + 0.5,
    notifiedOn: `2025-${padded(1 + (number % 12), 2)}-${padded(1 + (number % 28), 2)}`,
    departement: '35',
    hoursPlanned: 1_200.5,
    hoursDone: 640.25,
    origin: 'ENTERED',
    isDemonstration: false,
    buyer: {
      __typename: `${prefix}Buyer`,
      id: `${region}-acheteur-${number % 300}`,
      siren: SIRENS[number % SIRENS.length],
      name: `Communauté de communes n° ${number % 300}`,
      kind: 'MUNICIPALITY',
    },
  };
}

function cannedNetwork(region, name, prefix) {
  const list = (length, make) => Array.from({ length }, (_, index) => make(index + 1));
  const facilitator = (desk, number) => ({
    __typename: `${prefix}Facilitator`,
    id: `${region}-facilitateur-${desk}-${number}`,
    name: `Camille Exemple ${desk}-${number}`,
    email: `facilitateur.${desk}.${number}@region-${region}.example`,
    phone: '+33 1 99 00 00 00',
    isDemonstration: false,
  });
  const territory = (desk, number) => ({
    __typename: `${prefix}Territory`,
    id: `${region}-territoire-${desk}-${number}`,
    kind: 'COMMUNE',
    code: padded(35_000 + desk * 10 + number, 5),
    name: `Commune exemple ${desk}-${number}`,
  });
  return {
    __typename: `${prefix}Network`,
    region,
    coordinationName: `Coordination ${name}`,
    facilitatorCount: 2 * DESKS,
    isDemonstration: false,
    desks: list(DESKS, (desk) => ({
      __typename: `${prefix}Desk`,
      id: `${region}-guichet-${desk}`,
      name: `Guichet ${name} ${desk}`,
      hostType: 'PLIE',
      email: `guichet.${desk}@region-${region}.example`,
      phone: '+33 1 99 00 00 00',
      openedOn: '2019-09-01',
      isDemonstration: false,
      territories: list(TERRITORIES, (number) => territory(desk, number)),
      facilitators: list(2, (number) => facilitator(desk, number)),
    })),
  };
}
