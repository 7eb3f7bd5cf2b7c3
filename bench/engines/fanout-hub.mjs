/**
 * The plan of a gateway by hand: the national subgraph says whom to ask, the regions answer, the national subgraph
 * merges. The same requests as a gateway sends, without check, schema or query language.
 */
import { askEach, contractRows, createClient, members, network, serve } from './hand-written.mjs';

const askNational = createClient(network.nationalUrl, 'national');

/** A selection on the shard types of all members. */
const onEach = (type, fields) =>
  [...members.values()].map(({ region }) => `...on ${region.prefix}${type}{${fields}}`).join(' ');

const SCATTER_FIGURES = `query($period:PeriodInput!,$filter:FigureFilter){consolidation(period:$period,filter:$filter){scope period{from to} shards{__typename ${onEach('Figures', 'region scope')}}}}`;
const GATHER_FIGURES = `query($representations:[_Any!]!){_entities(representations:$representations){...on Consolidation{total{hoursPlanned hoursDone workContracts participants womenShare qpvShare contracts lots operations desks facilitators} coverage{expected answered missing{code status} desksExpected desksReporting isComplete}}}}`;
const SCATTER_NETWORKS = `query($codes:[RegionCode!]){regions(codes:$codes){code name network{__typename ${onEach('Network', 'region')}}}}`;
const SCATTER_PAGES = `query($filter:ContractFilter){contracts(filter:$filter,first:50){scope shards{__typename ${onEach('ContractPage', 'region scope')}}}}`;
const GATHER_PAGES = `query($representations:[_Any!]!){_entities(representations:$representations){...on ContractConnection{edges{region{code name} node{__typename ${onEach('Contract', 'id')}}} pageInfo{hasNextPage} coverage{expected answered missing{code status}}}}}`;

/** Reads the shards that the national subgraph named and has it merge them. */
async function gathered(typeName, shardType, { scope, shards }, question) {
  const codes = shards.map(({ region }) => region);
  const answers = await askEach(codes, shardType, (region) => ({ region, scope }));
  const merged = answers.map((answer, index) => ({ __typename: shards[index].__typename, ...answer }));
  const representations = [{ __typename: typeName, scope, shards: merged }];
  return (await askNational(question, { representations }))._entities[0];
}

async function consolidation(variables) {
  const asked = (await askNational(SCATTER_FIGURES, variables)).consolidation;
  const merged = await gathered('Consolidation', 'Figures', asked, GATHER_FIGURES);
  return { consolidation: { period: asked.period, ...merged } };
}

async function directory(variables) {
  const { regions } = await askNational(SCATTER_NETWORKS, variables);
  const codes = regions.map(({ code }) => code);
  const networks = await askEach(codes, 'Network', (region) => ({ region }));
  return { regions: regions.map(({ code, name }, index) => ({ code, name, network: networks[index] })) };
}

async function contracts(variables) {
  const asked = (await askNational(SCATTER_PAGES, variables)).contracts;
  const page = await gathered('ContractConnection', 'ContractPage', asked, GATHER_PAGES);
  const rows = await contractRows(page.edges.map(({ region, node }) => ({ code: region.code, id: node.id })));
  const edges = page.edges.map(({ region, node }) => ({ region, node: rows.get(node.id) }));
  return { contracts: { ...page, edges } };
}

serve({ Consolidation: consolidation, Directory: directory, Contracts: contracts });
