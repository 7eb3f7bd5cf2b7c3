/**
 * Asks the real hub through our gateway and through another gateway engine, on supergraphs of two composition
 * libraries, and compares the answers: with every region there, and with one stopped. Ends with 1 when any differs.
 */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { HUB } from './lib/network.mjs';
import { startProcess } from './lib/processes.mjs';
import { startRealNetwork } from './lib/real-network.mjs';
import { createCleanups, createFolder } from './lib/stack.mjs';

const STOPPED = '76';
const PERIOD = { from: '2021-01', to: '2021-12' };

/** What is asked. The reasons of absence are left out: another gateway cannot give them. */
const QUESTIONS = {
  consolidation: {
    query: `query ($period: PeriodInput!, $by: [Dimension!]) { consolidation(period: $period, by: $by) {
      total { hoursPlanned hoursDone workContracts participants womenShare qpvShare contracts operations }
      coverage { expected answered missing { code } desksExpected desksReporting isComplete }
      regions { region { code } figures { hoursDone } }
      breakdown { keys { dimension value } figures { hoursDone participants } } } }`,
    variables: { period: PERIOD, by: ['REGION', 'SEX'] },
  },
  filtered: {
    query: `query ($period: PeriodInput!, $filter: FigureFilter) { consolidation(period: $period, filter: $filter) {
      total { hoursDone participants lots } coverage { answered } } }`,
    variables: { period: PERIOD, filter: { sectors: ['BTP'], regions: ['53', STOPPED] } },
  },
  page: {
    query: `query ($first: Int!, $after: String) { contracts(first: $first, after: $after) {
      edges { region { code } node { id title hoursDone buyer { siren name } } }
      pageInfo { hasNextPage endCursor } coverage { expected answered } } }`,
    variables: { first: 15, after: null },
  },
  directory: {
    query: `{ regions(codes: ["28", "53"]) { code network { coordinationName facilitatorCount desks { name openedOn
      territories { code name } facilitators { name } } } } }`,
    variables: {},
  },
};

/**
 * What the other engine may refuse, plainly: distinct counts gather what an earlier gathering gave, and its planner does
 * not plan a @requires inside another one (https://github.com/graphql-hive/router/issues/1310). It must still not answer
 * anything else.
 */
const MAY_BE_REFUSED = {
  distinct: {
    query: `query ($period: PeriodInput!) { consolidation(period: $period) { total { hoursDone buyers companies } } }`,
    variables: { period: PERIOD },
  },
};

/** Reasons of absence, which are compared apart. */
const STATUSES = {
  query: `query ($period: PeriodInput!) { consolidation(period: $period) { regions { region { code } status } } }`,
  variables: { period: PERIOD },
};

async function startEngines(network, folder, cleanups) {
  const { keys, audiences } = network;
  const hive = (name, file) => ({
    name,
    entry: join(import.meta.dirname, 'engines', 'hive-rust.mjs'),
    environment: {
      SUPERGRAPH_FILE: file,
      HUB_SIGNING_KEY_FILE: keys.signingKeyFile,
      TOKEN_AUDIENCES: audiences.join(','),
    },
  });
  const ours = {
    name: 'maillage',
    entry: join(HUB, 'gateway', 'main.js'),
    environment: {
      NETWORK_FILE: network.networkFile,
      SUPERGRAPH_FILE: network.supergraphFile,
      PORT: '0',
      MAILLAGE_MODE: 'development',
      GATEWAY_WORKERS: '1',
      HUB_SIGNING_KEY_FILE: keys.signingKeyFile,
      DEVELOPMENT_ISSUER_KEYS_FILE: keys.issuerKeysFile,
      // Answers are compared, not times: a slow machine must not look like a difference.
      REGION_DEADLINE_MS: '10000',
      NATIONAL_DEADLINE_MS: '20000',
      REQUEST_DEADLINE_MS: '30000',
    },
  };
  const engines = [ours, hive('hive', network.routedFile), hive('hive-other-composition', network.routedByOtherFile)];
  const started = [];
  for (const engine of engines) {
    const running = await startProcess({ folder, ...engine });
    cleanups.add(running.stop);
    started.push({ name: engine.name, url: running.message.url });
  }
  return started;
}

async function ask(url, body, token) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: token },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** Asks every engine every question. Gives the number of answers that differ from ours or are none. */
async function compare(engines, token, situation, isWhole) {
  let differences = 0;
  for (const [name, body] of Object.entries({ ...QUESTIONS, ...MAY_BE_REFUSED })) {
    const [ours, ...others] = await Promise.all(engines.map(({ url }) => ask(url, body, token)));
    const isOursRight = ours.data != null && (!isWhole || ours.errors === undefined);
    others.forEach((answer, index) => {
      const isSame = isOursRight && isDeepStrictEqual(answer.data, ours.data);
      const isRefused = isOursRight && name in MAY_BE_REFUSED && answer.data == null && answer.errors !== undefined;
      if (!isSame && !isRefused) differences += 1;
      const verdict = isSame ? 'same   ' : isRefused ? 'refused' : 'DIFFERS';
      console.log(`${verdict} ${situation}: ${name}, ${engines[index + 1].name}`);
      if (!isSame && !isRefused) console.log(`  ours:  ${excerpt(ours)}\n  other: ${excerpt(answer)}`);
    });
  }
  return differences;
}

async function statuses(engines, token) {
  for (const { name, url } of engines) {
    const { data } = await ask(url, STATUSES, token);
    const found = data?.consolidation?.regions?.find(({ region }) => region.code === STOPPED);
    console.log(`reason ${name}: region ${STOPPED}, which is stopped, is ${found?.status}`);
  }
}

const excerpt = (answer) => JSON.stringify({ errors: answer.errors, data: answer.data }).slice(0, 600);

const cleanups = createCleanups();
try {
  const folder = await createFolder(cleanups);
  const network = await startRealNetwork(folder, cleanups);
  const engines = await startEngines(network, folder, cleanups);
  const token = `Bearer ${network.keys.clientToken}`;
  let differences = await compare(engines, token, 'every region answers', true);
  await network.regions.ask({ kind: 'stop-region', region: STOPPED });
  differences += await compare(engines, token, `region ${STOPPED} is stopped`, false);
  await statuses(engines, token);
  console.log(differences === 0 ? 'No answer differs.' : `${differences} answers differ.`);
  process.exitCode = differences === 0 ? 0 : 1;
} finally {
  await cleanups.run();
}
