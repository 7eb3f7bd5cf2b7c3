import { createLocalJWKSet } from 'jose';
import {
  createHubTokenSigner,
  createHubTokenVerifier,
  makeSigningKey,
  parseSigningKey,
} from '../../subgraphs/kit/identity';
import type { HubTokenSigner, HubTokenVerifier } from '../../subgraphs/kit/identity';
import { createRegionalSubgraph } from '../../subgraphs/regional';
import { ask, codesOf } from '../support/ask';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { region, silentLogger } from '../support/gateway-servers';
import { startNational, unreachableNetwork } from '../support/national-server';

/** What strangers may try as their authorization. */
const STRANGERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { authorization: 'Bearer a.b.c' },
  { authorization: `Bearer mlg_${'0'.repeat(16)}_x` },
];
const QUESTIONS = ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }', '{ __typename }'];

let signer: HubTokenSigner;
let databases: TestDatabase[];
let subgraphs: { readonly name: string; readonly url: string; stop(): Promise<void> }[];

beforeAll(async () => {
  const { privateKey, publicKeys } = await makeSigningKey();
  signer = createHubTokenSigner(parseSigningKey(JSON.stringify(privateKey), 'test'));
  const tokensFor = (audience: string): HubTokenVerifier =>
    createHubTokenVerifier(audience, createLocalJWKSet(publicKeys));
  const [national, regional] = await Promise.all([createTestDatabase('national'), createTestDatabase('regional')]);
  databases = [national, regional];
  const limits = { drainDelay: 0, stopGrace: 100 };
  const options = { databaseUrl: regional.url, port: 0, schemaVersion: '2', limits };
  subgraphs = [
    { name: 'national', ...(await startNational(national.url, unreachableNetwork(['53']), tokensFor('national'))) },
    {
      name: 'region-53',
      ...(await createRegionalSubgraph({ ...options, region: region('53') }, { logger: silentLogger, tokensFor })),
    },
  ];
});
afterAll(async () => {
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  await Promise.all(databases.map((database) => database.close()));
});

describe.each(['national', 'region-53'])('the subgraph %s', (name) => {
  const url = () => subgraphs.find((subgraph) => subgraph.name === name)?.url ?? '';
  const bearer = async (audience: string) => ({
    authorization: `Bearer ${await signer.tokenFor({ audience, caller: { role: 'consolidator' } })}`,
  });

  it.each(QUESTIONS)('answers %s to nobody without a token of the gateway', async (query) => {
    for (const headers of STRANGERS) {
      const answer = await ask(url(), query, {}, headers);
      expect([answer.status, codesOf(answer), answer.data]).toEqual([401, ['HUB_TOKEN_REFUSED'], undefined]);
    }
  });

  it.each(QUESTIONS)('answers %s to nobody with a token for another subgraph', async (query) => {
    for (const audience of ['region-11', name === 'national' ? 'region-53' : 'national']) {
      expect((await ask(url(), query, {}, await bearer(audience))).status).toBe(401);
    }
  });

  it('answers to the gateway', async () => {
    expect((await ask(url(), '{ __typename }', {}, await bearer(name))).data).toEqual({ __typename: 'Query' });
  });
});
