/**
 * What a client would write by hand: it asks every region itself, with the questions that a gateway sends, adds up and
 * answers. No check, no schema, no query language, no national subgraph.
 */
import scopes from '../../dist/subgraphs/kit/scope/index.js';
import { askEach, contractRows, members, network, serve } from './hand-written.mjs';

const PAGE_SIZE = 50;

const nameOf = (code) => members.get(code).region.name;
const membershipOf = (codes) => ({ version: network.version, expected: codes, asked: codes });
const coverageOf = (codes) => ({ expected: codes.length, answered: codes.length, missing: [] });

async function consolidation({ period, filter: { regions, departements } }) {
  const filter = { departements: [...departements].sort() };
  const scope = scopes.encodeScope({ kind: 'FIGURES', ...period, filter, by: [], membership: membershipOf(regions) });
  const shards = await askEach(regions, 'Figures', (region) => ({ region, scope }));
  const sum = (field) => shards.reduce((total, shard) => total + shard[field], 0);
  const desksExpected = sum('desksExpected');
  const desksReporting = sum('desksReporting');
  const total = {
    hoursPlanned: sum('hoursPlanned') / 100,
    hoursDone: sum('hoursDone') / 100,
    workContracts: sum('workContracts'),
    participants: sum('participants'),
    womenShare: sum('womenParticipants') / sum('participantsOfKnownSex'),
    qpvShare: sum('qpvParticipants') / sum('participantsOfKnownResidence'),
    contracts: sum('contracts'),
    lots: sum('lots'),
    operations: sum('operations'),
    desks: sum('desks'),
    facilitators: sum('facilitators'),
  };
  const isComplete = desksExpected === desksReporting;
  const coverage = { ...coverageOf(regions), desksExpected, desksReporting, isComplete };
  return { consolidation: { period, total, coverage } };
}

async function directory({ codes }) {
  const networks = await askEach(codes, 'Network', (region) => ({ region }));
  return { regions: codes.map((code, index) => ({ code, name: nameOf(code), network: networks[index] })) };
}

async function contracts({ filter: { regions, departements } }) {
  const scope = scopes.encodeScope({
    kind: 'CONTRACTS',
    filter: { departements: [...departements].sort() },
    first: PAGE_SIZE + 1,
    after: null,
    missedBefore: [],
    membership: membershipOf(regions),
  });
  const pages = await askEach(regions, 'ContractPage', (region) => ({ region, scope }));
  const merged = pages
    .flatMap(({ entries }, index) => entries.map((entry) => ({ ...entry, code: regions[index] })))
    .sort((left, right) => compare(left.sort, right.sort) || compare(left.id, right.id));
  const shown = merged.slice(0, PAGE_SIZE);
  const rows = await contractRows(shown);
  const edges = shown.map(({ id, code }) => ({ region: { code, name: nameOf(code) }, node: rows.get(id) }));
  const pageInfo = { hasNextPage: merged.length > PAGE_SIZE };
  return { contracts: { edges, pageInfo, coverage: coverageOf(regions) } };
}

function compare(left, right) {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

serve({ Consolidation: consolidation, Directory: directory, Contracts: contracts });
