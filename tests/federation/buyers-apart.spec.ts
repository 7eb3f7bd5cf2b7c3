import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import type { Caller } from '../../subgraphs/kit/identity';
import { scopesOf } from '../../subgraphs/kit/identity';
import type { Answer } from '../support/ask';
import { CONSOLIDATOR } from '../support/callers';
import { type RandomChoices, randomOperation } from '../support/random-operation';
import { scopesOfRootFields } from '../support/root-fields';
import { withClient } from '../support/test-federation';
import {
  cloneHubDatabases,
  createHubDatabases,
  dropHubDatabases,
  type HubDatabases,
  keepBuyersOnly,
  type ListeningHub,
  startHub,
} from '../support/twin-hubs';

/** `npm run hostile:buyers` asks twenty thousand, as five buyers; here a few, as two. */
const QUERIES = Number(process.env['MAILLAGE_BUYER_QUERIES'] ?? 200);
const BUYERS = Number(process.env['MAILLAGE_BUYERS'] ?? 2);
const SEED = Number(process.env['MAILLAGE_BUYER_SEED'] ?? 1);
/** Fields asked of one query, at most. */
const SIZE = 40;

const ANNOUNCE = `mutation ($input: AnnounceMobilisationRequestInput!) { announceMobilisationRequest(input: $input) {
  __typename ... on MobilisationRequestSuccess { request { id } } } }`;
const OPERATION = {
  title: 'Réhabilitation (démonstration)',
  kind: 'WORKS',
  cpv: '45000000-7',
  amount: 1_000_000,
  commune: '29232',
  startsOn: '2027-03-01',
  endsOn: '2028-02-29',
};

type Buyer = Caller & { readonly role: 'buyer' };

/** What exists in the hub and may be named by anybody who guesses. */
interface Names {
  readonly sirens: readonly string[];
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
}

describe('a buyer in a hub with other buyers, and in its twin in which they never were', () => {
  let originals: HubDatabases;
  let sirens: readonly string[];
  let names: Names;
  const started: ListeningHub[] = [];
  const copies: HubDatabases[] = [];

  beforeAll(async () => {
    originals = await createHubDatabases();
    sirens = await largestBuyers(originals, BUYERS);
    await withClient(originals.national.url, async (client) => {
      for (const siren of sirens) await client.query(CONVENTION, [siren]);
    });
    const hub = await startOn(originals);
    const requests: string[] = [];
    for (const siren of sirens) {
      const { data, errors } = await hub.askAs<{ announceMobilisationRequest: { request: { id: string } } }>(
        { role: 'buyer', sirens: [siren] },
        ANNOUNCE,
        { input: { ...OPERATION, siren } },
      );
      expect(errors).toEqual([]);
      requests.push(data.announceMobilisationRequest.request.id);
    }
    names = await namesOf(hub, originals, requests);
    // Copies are taken of databases to which nobody is connected.
    await hub.stop();
    started.pop();
  }, 120_000);
  afterAll(async () => {
    for (const hub of started) await hub.stop();
    for (const databases of [...copies, originals]) await dropHubDatabases(databases);
  }, 60_000);

  const startOn = async (databases: HubDatabases): Promise<ListeningHub> => {
    const hub = await startHub(databases);
    started.push(hub);
    return hub;
  };

  it(
    `is answered alike by both, whatever it asks (${String(QUERIES)} queries of ${String(BUYERS)} buyers)`,
    async () => {
      const twins = new Map<string, ListeningHub>();
      for (const siren of sirens) {
        const copy = await cloneHubDatabases(originals);
        copies.push(copy);
        await keepBuyersOnly(copy, [siren]);
        twins.set(siren, await startOn(copy));
      }
      const whole = await startOn(originals);
      const schema = await schemaOf(whole);
      const choices = choicesOf(names);
      const kinds = new Map<string, number>();
      for (let index = 0; index < QUERIES; index += 1) {
        const siren = sirens[index % sirens.length] ?? '';
        const twin = twins.get(siren);
        if (twin === undefined) throw new Error('a buyer without twin');
        const buyer: Buyer = { role: 'buyer', sirens: [siren] };
        const { query, variables } = randomOperation(schema, SEED * 1_000_003 + index, 4 + (index % SIZE), choices);
        const [here, there] = await Promise.all([
          whole.askAs<unknown>(buyer, query, variables),
          twin.askAs<unknown>(buyer, query, variables),
        ]);
        const kind = here.errors.length > 0 ? String(here.errors[0]?.extensions?.['code']) : 'data';
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        const [mine, twins_] = [comparable(here), comparable(there)];
        if (mine !== twins_)
          expect({ index, query, variables, answer: mine }).toEqual({ index, query, variables, answer: twins_ });
      }
      if (process.env['MAILLAGE_BUYER_QUERIES'] !== undefined) process.stderr.write(`${JSON.stringify([...kinds])}\n`);
      // Silence proves something only when there is something to be heard.
      expect(kinds.get('data') ?? 0).toBeGreaterThan(QUERIES / 10);
      const question = '{ contracts(first: 5) { totalCount edges { node { id } } } nationalBuyers { siren } }';
      const [firstTwin] = twins.values();
      const [all, few] = await Promise.all([
        whole.askAs(CONSOLIDATOR, question),
        firstTwin?.askAs(CONSOLIDATOR, question),
      ]);
      expect(all.data).not.toEqual(few?.data);
    },
    60_000 + QUERIES * 300,
  );
});

const CONVENTION = `
  WITH b AS (
    INSERT INTO national_buyer (siren, name, origin) VALUES ($1, 'Acheteur ' || $1, 'DEMONSTRATION')
    ON CONFLICT (siren) DO UPDATE SET name = excluded.name RETURNING id)
  INSERT INTO partnership (national_buyer_id, signed_on, origin) SELECT id, '2024-01-15', 'DEMONSTRATION' FROM b
  WHERE NOT EXISTS (SELECT FROM partnership p WHERE p.national_buyer_id = b.id)`;

/** The buyers with most contracts of the two regions. */
async function largestBuyers(databases: HubDatabases, count: number): Promise<readonly string[]> {
  const contracts = new Map<string, number>();
  for (const code of ['53', '94'] as const) {
    const { rows } = await withClient(databases[code].url, (client) =>
      client.query<{ siren: string; count: string }>(
        'SELECT b.siren, count(*) FROM contract c JOIN buyer b ON b.id = c.buyer_id GROUP BY b.siren',
      ),
    );
    for (const { siren, count: own } of rows) contracts.set(siren, (contracts.get(siren) ?? 0) + Number(own));
  }
  return [...contracts]
    .sort(([left, most], [right, least]) => least - most || (left < right ? -1 : 1))
    .slice(0, count)
    .map(([siren]) => siren);
}

/** Names of things of all buyers: what one of them may have heard of the others. */
async function namesOf(hub: ListeningHub, databases: HubDatabases, requests: readonly string[]): Promise<Names> {
  const idsOf = async (code: '53' | '94', table: string) => {
    const { rows } = await withClient(databases[code].url, (client) =>
      client.query<{ id: string }>(`SELECT id::text AS id FROM ${table} ORDER BY id LIMIT 12`),
    );
    return rows.map(({ id }) => `${code}-${id}`);
  };
  const { rows } = await withClient(databases['53'].url, (client) =>
    client.query<{ siren: string }>('SELECT siren FROM buyer ORDER BY id LIMIT 12'),
  );
  const { data } = await hub.askAs<{ contracts: { edges: { cursor: string }[] } }>(
    CONSOLIDATOR,
    '{ contracts(first: 8) { edges { cursor } } }',
  );
  const lists = await Promise.all(
    (['53', '94'] as const).flatMap((code) =>
      ['contract', 'desk', 'buyer', 'operation'].map((table) => idsOf(code, table)),
    ),
  );
  return {
    sirens: rows.map(({ siren }) => siren),
    ids: [...lists.flat(), ...requests],
    cursors: data.contracts.edges.map(({ cursor }) => cursor),
  };
}

/** What a buyer may ask, and values that mean something: its own, others', and nobody's. */
function choicesOf({ sirens, ids, cursors }: Names): RandomChoices {
  const pools: Readonly<Record<string, readonly unknown[]>> = {
    Siren: [...sirens, '552081317', '000000000', '552081318', 'siren'],
    ID: [...ids, '53-999999', '53-0', '99-1', 'x', ''],
    String: [...cursors, '29', '2A', 'Quimper', 'bonjour', ''],
    RegionCode: ['53', '94', '06', '11', '99'],
    Month: ['2021-01', '2021-06', '2021-12', '2020-03', '2022-12', '2021-13'],
    Date: ['2021-03-01', '2022-06-30', '2026-09-01', '2020-01-01'],
    Code: ['BTP', 'CLEANING', 'STATE', 'LOCAL_AUTHORITY', 'DEMONSTRATION', 'L2112_2', 'UNKNOWN', 'nothing'],
    CommuneCode: ['29232', '2A004', '35238', '97608', '99999'],
    Int: [1, 2, 5, 20, 50, 100, 101, 0],
  };
  const allowed = scopesOf('buyer');
  const rootFields = [...scopesOfRootFields()].flatMap(([field, scopes]) =>
    scopes.every((scope) => allowed.some((one) => one === scope)) ? [field] : [],
  );
  return {
    rootFields: new Set(rootFields),
    scalarOf: (scalar, below) => {
      const pool = pools[scalar];
      return pool?.[below(pool.length)];
    },
  };
}

/** The schema of queries, as clients see it. */
async function schemaOf(hub: ListeningHub): Promise<GraphQLSchema> {
  const { data } = await hub.askAs<IntrospectionQuery>(CONSOLIDATOR, getIntrospectionQuery());
  const mutation = { ...data.__schema, mutationType: null };
  return buildClientSchema({ __schema: mutation });
}

/** An answer without what names the one request and its moment; errors in one order, for regions answer in any. */
function comparable({ status, data, errors, extensions }: Answer<unknown>): string {
  const sorted = errors.map((error) => JSON.stringify(error)).sort();
  return JSON.stringify({ status, data, errors: sorted, extensions })
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => (id.length > 0 ? 'UUID' : id))
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g, 'MOMENT');
}
