/** What the engines written by hand share: asking regions over undici, and serving. */
import { createServer } from 'node:http';
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { Pool } from 'undici';
import networks from '../../dist/subgraphs/kit/network/index.js';
import { subgraphTokens } from '../lib/tokens.mjs';

const CONNECTIONS = 20;
const FIGURES =
  'answeredFor asOf isDemonstration hoursPlanned hoursDone workContracts participants womenParticipants participantsOfKnownSex contracts operations buyerCount companyCount desks facilitators desksExpected desksReporting lots qpvParticipants participantsOfKnownResidence';
const NETWORK =
  'coordinationName facilitatorCount desks { id name hostType email phone openedOn territories { kind code name } facilitators { id name email phone } }';
const ROW =
  'id title operationTitle sector clauseType amount notifiedOn departement hoursPlanned hoursDone origin buyer { siren name kind }';

/** The network of the run. */
export const network = networks.parseNetwork(await readFile(process.env.NETWORK_FILE, 'utf8'));

const tokenOf = await subgraphTokens(['national', ...network.members.map(({ region }) => region.subgraph)]);

/** Sends GraphQL questions to one subgraph, with a token for it. Gives the data; errors are not looked at. */
export function createClient(url, subgraph) {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const fixed = { 'content-type': 'application/json', accept: 'application/json' };
  return async (query, variables) => {
    const headers = { ...fixed, authorization: tokenOf(subgraph) };
    const { body } = await pool.request({ path, method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return JSON.parse(await body.text()).data;
  };
}

/** Members by code, each with its client and the questions that a gateway puts to it. */
export const members = new Map(
  network.members.map(({ region, url }) => {
    const question = (type, fields) =>
      `query($representations:[_Any!]!){_entities(representations:$representations){...on ${region.prefix}${type}{${fields}}}}`;
    const questions = {
      Figures: question('Figures', FIGURES),
      Network: question('Network', NETWORK),
      ContractPage: question('ContractPage', 'answeredFor entries{id sort}'),
      Contract: question('Contract', ROW),
    };
    return [region.code, { region, questions, ask: createClient(url, region.subgraph) }];
  }),
);

/** Reads entities of one type from one region. */
export async function askRegion(code, type, references) {
  const { region, questions, ask } = members.get(code);
  const representations = references.map((reference) => ({ __typename: region.prefix + type, ...reference }));
  return (await ask(questions[type], { representations }))._entities;
}

/** Reads one entity from each region, all at the same time. */
export function askEach(codes, type, referenceOf) {
  return Promise.all(codes.map(async (code) => (await askRegion(code, type, [referenceOf(code)]))[0]));
}

/** Reads contracts by their identifiers, from the regions that have them. Gives the rows by identifier. */
export async function contractRows(entries) {
  const wanted = new Map();
  for (const { id, code } of entries) wanted.set(code, [...(wanted.get(code) ?? []), { id }]);
  const rows = await Promise.all([...wanted].map(([code, references]) => askRegion(code, 'Contract', references)));
  return new Map(rows.flat().map((row) => [row.id, row]));
}

/** Serves answers by operation name, and tells the runner where. */
export function serve(answers) {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      try {
        const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        const text = JSON.stringify({ data: await answers[operationName](variables) });
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        response.end(text);
      } catch (error) {
        console.error(error);
        response.writeHead(500, { 'content-type': 'application/json' });
        response.end('{"errors":[{"message":"failed"}]}');
      }
    });
  });
  process.on('disconnect', () => process.exit(0));
  server.listen(0, '127.0.0.1', () => {
    process.send({ kind: 'ready', url: `http://127.0.0.1:${server.address().port}/graphql` });
  });
}
