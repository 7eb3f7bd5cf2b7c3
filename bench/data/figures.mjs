import createLog from '../../dist/subgraphs/kit/log/index.js';
import { findRegion } from '../../dist/subgraphs/kit/regions/index.js';
import scopes from '../../dist/subgraphs/kit/scope/index.js';
import regional from '../../dist/subgraphs/regional/index.js';
import { percentile, round, timed } from '../lib/timing.mjs';

const FROM = 2016;
const YEARS = 10;
const ROUNDS = 30;
/** Milliseconds at the subgraph, over HTTP. */
const ADDITIVE_BAR = 100;
const GROWTH_BAR = 2;
const DISTINCT_BAR = 2_000;

/** Three breakdowns of one question, turn by turn: none of them twice in a row, and each of up to three dimensions. */
const BREAKDOWNS = [
  [
    ['SECTOR', 'CLAUSE_TYPE', 'BUYER_KIND'],
    ['SEX', 'AGE_BAND', 'CRITERION'],
    ['MONTH', 'DEPARTEMENT'],
  ],
  [
    ['CRITERION', 'EDUCATION_LEVEL', 'SECTOR'],
    ['MONTH', 'SECTOR', 'SEX'],
    ['WORK_CONTRACT_TYPE', 'EXECUTION_MODE'],
  ],
  [
    ['DEPARTEMENT', 'SECTOR', 'MONTH'],
    ['CRITERION', 'WORK_CONTRACT_TYPE', 'CLAUSE_TYPE'],
    ['AGE_BAND', 'SEX'],
  ],
];
const ADDITIVE = 'hoursPlanned hoursDone workContracts';
const DISTINCT =
  'participants womenParticipants participantsOfKnownSex qpvParticipants contracts operations lots buyerCount companyCount';

/** Additive indicators and distinct counts of one region at two scales, every answer computed anew. */
export async function run({ report, createBooks, rows }) {
  const at = {};
  for (const hours of [Math.round(rows / 10), rows]) at[hours] = await measure({ report, createBooks, hours });
  const [small, large] = Object.values(at);
  const growth = large.additive / small.additive;
  report({
    figure: `additive indicators: p95 at ${rows} rows over p95 at ${Math.round(rows / 10)}`,
    value: round(growth, 2),
    unit: '×',
    bar: GROWTH_BAR,
    isMet: growth <= GROWTH_BAR,
  });
}

async function measure({ report, createBooks, hours }) {
  const books = await createBooks(`figures_${hours}`);
  const client = await books.connect();
  const loaded = await timed(() => regional.loadBooks(client, { hours, from: FROM, years: YEARS }));
  await client.query('VACUUM ANALYZE');
  report({
    figure: `loading ${hours} hour entries and all above them`,
    value: round(loaded.milliseconds / 1000),
    unit: 's',
  });
  const folder = await regional
    .createRegionalDataSource({
      url: books.url,
      applicationName: 'bench-folder',
      poolSize: 1,
      statementTimeout: 600_000,
      readsAs: 'maillage_folder',
    })
    .initialize();
  const folded = await timed(() => regional.foldAllCells(folder));
  await regional.storeYearSets(folder, FROM + YEARS);
  await folder.destroy();
  report({
    figure: `folding the rollups of ${hours} hour entries into cells, once`,
    value: round(folded.milliseconds / 1000),
    unit: 's',
  });
  await client.query('VACUUM ANALYZE');
  const subgraph = await startRegion(books.url);
  try {
    const ask = askerOf(subgraph, client);
    const additive = await additiveOf(ask);
    const bar = { bar: ADDITIVE_BAR, isMet: percentile(additive, 0.95) <= ADDITIVE_BAR };
    const label = `additive indicators of a year with three breakdowns at ${hours} rows`;
    report({ figure: `${label}: median`, value: round(percentile(additive, 0.5)), unit: 'ms' });
    report({ figure: `${label}: p95`, value: round(percentile(additive, 0.95)), unit: 'ms', ...bar });
    await distinctOf({ report, ask, hours });
    return { additive: percentile(additive, 0.95) };
  } finally {
    await subgraph.stop();
    await client.end();
    await books.drop();
  }
}

function startRegion(databaseUrl) {
  const caller = { role: 'consolidator' };
  const tokens = { callerOf: async () => caller, bearerOf: async () => ({ caller, subject: undefined }) };
  const options = {
    region: findRegion('53'),
    databaseUrl,
    port: 0,
    statementTimeout: 120_000,
    limits: { drainDelay: 0 },
  };
  return regional.createRegionalSubgraph(options, {
    logger: createLog.createLogger('bench', 'silent'),
    tokensFor: () => tokens,
  });
}

/** Asks one question after a commit, so that no kept answer is given (docs/adr/0004); gives its milliseconds. */
function askerOf(subgraph, client) {
  return async (questions) => {
    await client.query('SELECT pg_current_xact_id()');
    const selections = questions.map(
      ({ selection }, index) =>
        `q${index}: _entities(representations: [$r${index}]) { ... on BretagneFigures { ${selection} } }`,
    );
    const variables = Object.fromEntries(
      questions.map(({ scope }, index) => [
        `r${index}`,
        { __typename: 'BretagneFigures', region: '53', scope: scopes.encodeScope(scope) },
      ]),
    );
    const query = `query (${questions.map((_, index) => `$r${index}: _Any!`).join(', ')}) { ${selections.join(' ')} }`;
    const { milliseconds, result } = await timed(async () => {
      const response = await fetch(subgraph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    });
    if (result.errors !== undefined) throw new Error(JSON.stringify(result.errors));
    return milliseconds;
  };
}

const MEMBERSHIP = { version: 1, expected: ['53'], asked: ['53'] };
const scopeOf = (from, to, by = []) => ({ kind: 'FIGURES', from, to, filter: {}, by, membership: MEMBERSHIP });

async function additiveOf(ask) {
  const values = [];
  for (let turn = 0; turn < ROUNDS + 3; turn += 1) {
    const year = FROM + (turn % YEARS);
    const breakdowns = BREAKDOWNS[turn % BREAKDOWNS.length];
    const milliseconds = await ask([
      { scope: scopeOf(`${year}-01`, `${year}-12`), selection: `asOf isDemonstration ${ADDITIVE}` },
      ...breakdowns.map((by) => ({
        scope: scopeOf(`${year}-01`, `${year}-12`, by),
        selection: `breakdown { keys ${ADDITIVE} }`,
      })),
    ]);
    // The first rounds open connections and compile.
    if (turn >= 3) values.push(milliseconds);
  }
  return values;
}

async function distinctOf({ report, ask, hours }) {
  const periods = [
    ['a declared year', `${FROM + 3}-01`, `${FROM + 3}-12`],
    ['seven months across two years', `${FROM + 3}-10`, `${FROM + 4}-04`],
    ['ten years', `${FROM}-01`, `${FROM + YEARS - 1}-12`],
  ];
  for (const [name, from, to] of periods) {
    const values = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const milliseconds = await ask([{ scope: scopeOf(from, to), selection: DISTINCT }]);
      if (turn > 0) values.push(milliseconds);
    }
    const value = round(percentile(values, 1));
    const isStored = name === 'a declared year';
    const bar = isStored ? ADDITIVE_BAR : DISTINCT_BAR;
    report({
      figure: `distinct counts over ${name} at ${hours} rows: longest of ${values.length}`,
      value,
      unit: 'ms',
      bar,
      isMet: value <= bar,
    });
  }
}
