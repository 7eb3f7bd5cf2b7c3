import fc from 'fast-check';
import { BEHAVIOURS, type Oracle, startHubOracle, startMadeUpOracle } from '../support/oracle';

/** Operations that are compared in each test; a longer run sets ORACLE_RUNS, and ORACLE_SEED to repeat one. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 40);
const SEED = process.env['ORACLE_SEED'];
const PARAMETERS = { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) };

const sizes = fc.integer({ min: 1, max: 40 });

describe.each([
  ['the schema of the hub', startHubOracle],
  ['a schema with unions, lists of lists and mutations', startMadeUpOracle],
])('over %s, plans are executed as by the stock engine', (_schema, start) => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await start();
  });
  afterAll(() => oracle.stop());

  it('with the same data when every subgraph is sound', async () => {
    oracle.behave({});
    const property = fc.asyncProperty(fc.nat(), sizes, (seed, size) => oracle.compare(seed, size));
    await fc.assert(property, PARAMETERS);
  });

  it('with the same data and the same faults when some fail', async () => {
    const states = fc.tuple(...oracle.subgraphs.map(() => fc.constantFrom(...BEHAVIOURS)));
    const property = fc.asyncProperty(fc.nat(), sizes, states, (seed, size, state) => {
      oracle.behave(Object.fromEntries(oracle.subgraphs.map((name, index) => [name, state[index] ?? 'healthy'])));
      return oracle.compare(seed, size);
    });
    await fc.assert(property, PARAMETERS);
  });
});
