import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import type { Caller } from '../../subgraphs/kit/identity';
import { scopesOf } from '../../subgraphs/kit/identity';
import { type Belongings, fillBuyers } from '../support/buyers-belongings';
import { CONSOLIDATOR } from '../support/callers';
import { type AnswerWriter, answerWriter } from '../support/compare-answers';
import { type RandomChoices, randomOperation, type RandomOperation } from '../support/random-operation';
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
const QUERIES = Number(process.env['MAILLAGE_BUYER_QUERIES'] ?? 100);
const BUYERS = Number(process.env['MAILLAGE_BUYERS'] ?? 2);
const SEED = Number(process.env['MAILLAGE_BUYER_SEED'] ?? 1);
/** Queries of which one at least must tell a damaged hub: far fewer than `npm run hostile:buyers` asks. */
const ENOUGH = 1_000;
/** One operation in so many is a mutation. */
const MUTATIONS = 10;
/** Fields asked of one query, at most. */
const SIZE = 40;
/** Requests under way at once, of different buyers. */
const TOGETHER = 4;

type Buyer = Caller & { readonly role: 'buyer' };

/** A buyer with a hub in which no other ever was. */
interface Twin {
  readonly buyer: Buyer;
  readonly hub: ListeningHub;
  /** Its answers as it writes them here and there. */
  readonly here: AnswerWriter;
  readonly there: AnswerWriter;
}

/** What exists in the hub and may be named by anybody who guesses. */
interface Names extends Belongings {
  readonly sirens: readonly string[];
  readonly ids: readonly string[];
}

describe('a buyer in a hub with other buyers, and in its twin in which they never were', () => {
  let originals: HubDatabases;
  let buyers: readonly Buyer[];
  let names: Names;
  const started: ListeningHub[] = [];
  const copies: HubDatabases[] = [];

  beforeAll(async () => {
    originals = await createHubDatabases();
    // The convention of the demonstration gives way to those of the test.
    await withClient(originals.national.url, (client) =>
      client.query(`UPDATE partnership SET signed_on = '2010-01-01', ends_on = '2019-12-31'`),
    );
    await addSmallBuyer(originals);
    const sirens = await largestBuyers(originals, BUYERS + 1);
    const [second = '', last = ''] = [sirens[1], sirens[BUYERS]];
    expect(last).toMatch(/^\d{9}$/);
    // The first has two SIRENs; one of them is under a convention with the second buyer.
    buyers = sirens.slice(0, BUYERS).map((siren, index) => ({
      role: 'buyer',
      sirens: index === 0 ? [siren, last] : [siren],
      ...(index === 0 ? { convention: [second] } : index === 1 ? { convention: [last] } : {}),
    }));
    const hub = await startOn(originals);
    const parties = new Map([[second, [last]]]);
    const belongings = await fillBuyers(hub, sirens, parties);
    names = { ...belongings, ...(await namesOf(originals)) };
    names = { ...names, sirens: [...sirens, ...names.sirens] };
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
  const copyOf = async () => {
    const copy = await cloneHubDatabases(originals);
    copies.push(copy);
    return copy;
  };
  const twinOf = async (buyer: Buyer): Promise<Twin> => {
    const copy = await copyOf();
    await keepBuyersOnly(copy, buyer);
    const known = new Set([...names.requests, ...names.programmes]);
    const [here, there] = [answerWriter(since ?? new Date(), known), answerWriter(since ?? new Date(), known)];
    return { buyer, hub: await startOn(copy), here, there };
  };
  let since: Date | undefined;
  let control: Twin | undefined;

  /** Asks both hubs, and gives what tells them apart; undefined when nothing does. */
  const difference = async (
    whole: ListeningHub,
    { buyer, hub, here, there }: Twin,
    { query, variables }: RandomOperation,
    seen: Buyer = buyer,
  ) => {
    const [mine, its] = await Promise.all([
      whole.askAs<unknown>(seen, query, variables),
      hub.askAs<unknown>(buyer, query, variables),
    ]);
    const [answer, twins] = [here.write(mine), there.write(its)];
    return { answered: mine, found: answer === twins ? undefined : { answer, twins } };
  };

  it(
    `is answered alike by both, whatever it asks (${String(QUERIES)} operations of ${String(BUYERS)} buyers, seed ${String(SEED)})`,
    async () => {
      since ??= new Date();
      const whole = await startOn(await copyOf());
      const twins: Twin[] = [];
      for (const buyer of buyers) twins.push(await twinOf(buyer));
      const operations = writerOf(await schemaOf(whole), names);
      const kinds = new Map<string, number>();
      const ask = async (index: number, operation: RandomOperation) => {
        const twin = twins[index % twins.length];
        if (twin === undefined) throw new Error('a buyer without twin');
        const { answered, found } = await difference(whole, twin, operation);
        const kind = answered.errors.length > 0 ? String(answered.errors[0]?.extensions?.['code']) : 'data';
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (found !== undefined) {
          const about = { seed: SEED, index, siren: twin.buyer.sirens, ...operation };
          expect({ ...about, answer: found.answer }).toEqual({ ...about, answer: found.twins });
        }
      };
      const afterwards = async () => {
        const answers = await Promise.all(twins.map((twin) => difference(whole, twin, AFTERWARDS)));
        expect(answers.map(({ found }) => found)).toEqual(twins.map(() => undefined));
        expect(answers.flatMap(({ answered }) => answered.errors)).toEqual([]);
        return answers.map(({ answered }) => answered.data);
      };
      const mutations = Math.floor(QUERIES / MUTATIONS);
      // Of different buyers at once, so that an answer of one would be seen if it came to another.
      for (let index = 0; index < QUERIES - mutations; index += TOGETHER) {
        const batch = Array.from(
          { length: Math.min(TOGETHER, QUERIES - mutations - index) },
          (_, more) => index + more,
        );
        await Promise.all(batch.map((one) => ask(one, operations(one, false))));
      }
      const before = await afterwards();
      // Afterwards, one after the other: what they change shows in what the next ones are answered.
      for (const operation of directedMutations(names)) {
        for (const index of twins.keys()) await ask(index, operation);
      }
      for (let index = 0; index < mutations; index += 1) await ask(index, operations(index, true));
      const after = await afterwards();
      for (const index of twins.keys()) expect(after[index]).not.toEqual(before[index]);
      if (process.env['MAILLAGE_BUYER_QUERIES'] !== undefined) {
        process.stderr.write(`seed ${String(SEED)}: ${JSON.stringify([...kinds])}\n`);
      }
      // Silence proves something only when there is something to be heard.
      expect(kinds.get('data') ?? 0).toBeGreaterThan(QUERIES / 4);
      expect(kinds.get('INTERNAL_SERVER_ERROR')).toBeUndefined();
    },
    90_000 + QUERIES * 300,
  );

  it.each([
    ['shows the contracts of another', '53', (own: string, other: string) => handOverContracts(own, other)],
    [
      'shows the requests of another',
      'national',
      (own: string, other: string) => `UPDATE mobilisation_request SET siren = '${own}' WHERE siren = '${other}'`,
    ],
    ['lets another through every filter', undefined, () => ''],
  ] as const)(
    'would be told apart by these queries from a hub that %s',
    async (_what, where, damage) => {
      since ??= new Date();
      const [other, buyer] = buyers;
      if (other === undefined || buyer === undefined) throw new Error('no second buyer');
      const [own = '', others = ''] = [buyer.sirens[0], other.sirens[0]];
      const copy = await copyOf();
      if (where !== undefined) await withClient(copy[where].url, (client) => client.query(damage(own, others)));
      const damaged = await startOn(copy);
      // Queries change nothing: one twin serves them all.
      control ??= await twinOf(buyer);
      const twin = control;
      const seen: Buyer = where === undefined ? { role: 'buyer', sirens: [own, others] } : buyer;
      const operations = writerOf(await schemaOf(damaged), names);
      let found: object | undefined;
      for (let index = 0; index < ENOUGH && found === undefined; index += 1) {
        ({ found } = await difference(damaged, twin, operations(index, false), seen));
      }
      expect(found).toBeDefined();
    },
    120_000,
  );
});

function handOverContracts(own: string, other: string): string {
  return `UPDATE contract SET buyer_id = (SELECT id FROM buyer WHERE siren = '${own}')
    WHERE buyer_id = (SELECT id FROM buyer WHERE siren = '${other}')`;
}

/** Changes of what is the caller's, of what is another's and of nothing, in the same words. */
function directedMutations({ requests, programmes, sirens }: Names): readonly RandomOperation[] {
  const unknown = '00000000-0000-4000-8000-000000000000';
  const operation = (field: string, result: string, input: object) => ({
    query: `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { __typename ${result} } }`,
    variables: { input },
  });
  const request = '... on MobilisationRequestSuccess { request { id version state messages { text } } }';
  const programme = '... on MobilisationProgrammeSuccess { programme { id lineCount } }';
  const buyer = '... on BuyerEstablishmentsSuccess { buyer { siren establishments { siret name } } }';
  return [
    ...[...sirens, '000000000'].flatMap((siren) => {
      const siret = withLuhnKey(`${siren}2000`);
      return [
        operation('saveBuyerEstablishments', buyer, { siren, establishments: [{ siret, name: 'Essai' }] }),
        operation('removeBuyerEstablishments', buyer, { siren, sirets: [siret] }),
      ];
    }),
    ...[...requests, unknown].flatMap((id) => [
      operation('addMobilisationMessage', request, { id, text: 'Essai' }),
      operation('moveMobilisationRequest', request, { id, version: 1, to: 'CLOSED', note: 'essai' }),
    ]),
    ...[...programmes, unknown].flatMap((id) => [
      operation('addMobilisationProgrammeLines', programme, { id, csv: 'intitule;nature;montant_ht', firstLine: 2 }),
      operation('announceMobilisationProgramme', programme, { id, lines: 2 }),
    ]),
  ];
}

/** What mutations changed, without cursors and identifiers of rows. */
const AFTERWARDS: RandomOperation = {
  query: `{ mobilisationRequests(first: 100) { totalCount counts { state count }
    edges { node { title state siren messages { text by } history { kind note } } } } }`,
  variables: {},
};

/** The demonstration has five buyers with contracts: gives some of the largest one's in each region to a sixth. */
async function addSmallBuyer(databases: HubDatabases): Promise<void> {
  for (const code of ['53', '94'] as const) {
    await withClient(databases[code].url, (client) =>
      client.query(`
        WITH added AS (
          INSERT INTO buyer (siren, name, kind, origin) VALUES ('999999998', 'Petit acheteur', 'STATE', 'DEMONSTRATION')
          RETURNING id)
        UPDATE contract SET operation_id = NULL, buyer_id = (SELECT id FROM added) WHERE id IN (
          SELECT id FROM contract WHERE buyer_id =
            (SELECT buyer_id FROM contract GROUP BY buyer_id ORDER BY count(*) DESC, buyer_id LIMIT 1) ORDER BY id LIMIT 2)`),
    );
  }
}

/** The buyers with most contracts of the two regions. */
async function largestBuyers(databases: HubDatabases, wanted: number): Promise<readonly string[]> {
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
    .slice(0, wanted)
    .map(([siren]) => siren);
}

/** Names of rows of all buyers in the regions: what one of them may have heard of the others. */
async function namesOf(databases: HubDatabases): Promise<Pick<Names, 'sirens' | 'ids'>> {
  const idsOf = async (code: '53' | '94', table: string) => {
    const { rows } = await withClient(databases[code].url, (client) =>
      client.query<{ id: string }>(`SELECT id::text AS id FROM ${table} ORDER BY id LIMIT 12`),
    );
    return rows.map(({ id }) => `${code}-${id}`);
  };
  const { rows } = await withClient(databases['53'].url, (client) =>
    client.query<{ siren: string }>('SELECT siren FROM buyer ORDER BY id LIMIT 12'),
  );
  const lists = await Promise.all(
    (['53', '94'] as const).flatMap((code) =>
      ['contract', 'desk', 'buyer', 'operation'].map((table) => idsOf(code, table)),
    ),
  );
  return { sirens: rows.map(({ siren }) => siren), ids: lists.flat() };
}

/** Writes operations of a buyer over the whole schema: queries, or mutations. */
function writerOf(schema: GraphQLSchema, names: Names) {
  const queries = new Map([false, true].map((isMutation) => [isMutation, choicesOf(names, isMutation)]));
  const isOf = ({ query }: RandomOperation, kind: string) =>
    (parse(query).definitions[0] as OperationDefinitionNode).operation === kind;
  return (index: number, isMutation: boolean): RandomOperation => {
    // A third of what is written over the whole schema are mutations: the first one of the kind that is wanted.
    for (let attempt = 0; ; attempt += 1) {
      const seed = (SEED * 1_000_003 + index) * 64 + attempt;
      const operation = randomOperation(schema, seed, 4 + (index % SIZE), queries.get(isMutation));
      if (isOf(operation, isMutation ? 'mutation' : 'query')) return operation;
    }
  };
}

/** What a buyer may ask, and values that mean something: its own, others', and nobody's. */
function choicesOf(names: Names, isMutation: boolean): RandomChoices {
  const { sirens, ids, cursors, requests, programmes, partnerships } = names;
  const national = [...requests, ...programmes, ...partnerships];
  const pools: Readonly<Record<string, readonly unknown[]>> = {
    Siret: [...sirens, '552081317'].map((siren) => withLuhnKey(`${siren}1000`)),
    Siren: [...sirens, '552081317', '000000000', '552081318', 'siren'],
    ID: [...(isMutation ? [] : ids), ...national, '53-999999', '53-0', '99-1', 'x', ''],
    String: [...(isMutation ? [] : cursors), '29', '2A', 'Quimper', 'bonjour', '45000000-7', 'a@exemple.invalid', ''],
    RegionCode: ['53', '94', '06', '11', '99'],
    Month: ['2021-01', '2021-06', '2021-12', '2020-03', '2022-12', '2021-13'],
    Date: ['2021-03-01', '2022-06-30', '2027-09-01', '2028-01-01'],
    Code: ['BTP', 'CLEANING', 'STATE', 'LOCAL_AUTHORITY', 'DEMONSTRATION', 'L2112_2', 'UNKNOWN', 'nothing'],
    CommuneCode: ['29232', '2A004', '35238', '97608', '99999'],
    // Of a mutation, versions mostly; of a query, sizes of pages.
    Int: isMutation ? [1, 2, 3, 4] : [1, 2, 5, 20, 50, 100, 101, 0],
  };
  const allowed = scopesOf('buyer');
  const rootFields = [...scopesOfRootFields('Query'), ...scopesOfRootFields('Mutation')].flatMap(([field, scopes]) =>
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

/** The schema, as clients see it. */
async function schemaOf(hub: ListeningHub): Promise<GraphQLSchema> {
  const { data } = await hub.askAs<IntrospectionQuery>(CONSOLIDATOR, getIntrospectionQuery());
  return buildClientSchema(data);
}
