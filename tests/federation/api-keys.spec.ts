import { Writable } from 'node:stream';
import { Client } from 'pg';
import pino from 'pino';
import type { Gateway } from '../../gateway';
import { ANONYMOUS, type GatewayIdentity } from '../../gateway/identity';
import { createIdentify } from '../../gateway/identity/create-identity';
import { createApiKeyLookUp } from '../../gateway/identity/api-key-lookup';
import { createApiKeyReader } from '../../gateway/identity/api-key-identity';
import {
  API_KEY_AUDIENCE,
  API_KEY_PATH,
  type Caller,
  createHubTokenSigner,
  createHubTokenVerifier,
  makeSigningKey,
  parseSigningKey,
} from '../../subgraphs/kit/identity';
import { createLocalJWKSet } from 'jose';
import { HubError } from '../../subgraphs/kit/errors';
import { composeNetwork, publicationsOf } from '../../schema';
import { type Answer, ask, codesOf } from '../support/ask';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startGateway, unusedUrl } from '../support/gateway-servers';
import { startNational, unreachableNetwork } from '../support/national-server';
import { runCli } from '../support/run-cli';

const ISSUE = `mutation ($input: IssueApiKeyInput!) { issueApiKey(input: $input) {
  __typename
  ... on IssueApiKeySuccess { secret apiKey { id label role region sirens createdBy expiresAt revokedAt lastUsedOn } }
  ... on InvalidInputError { field message } } }`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) {
  __typename ... on RevokeApiKeySuccess { apiKey { id revokedAt revokedBy } } } }`;
const LIST = '{ apiKeys(includeEnded: true) { id revokedBy lastUsedOn } }';
const PLAIN = '{ codeLists(codes: ["SECTOR"]) { code } }';

interface Issued {
  readonly issueApiKey: {
    readonly __typename: string;
    readonly secret: string;
    readonly field?: string;
    readonly apiKey: Readonly<Record<string, unknown>> & { readonly id: string; readonly expiresAt: string };
  };
}

/** Tokens of the test's own: a role, or a role and what it needs as JSON. */
const TOKENS: Readonly<Record<string, Caller>> = {
  'a.administrator.x': { role: 'administrator' },
  'a.consolidator.x': { role: 'consolidator' },
  'an.auditor.x': { role: 'auditor' },
};
const administrator = { authorization: 'Bearer a.administrator.x' };

const clock = { now: Date.now() };
const logged: string[] = [];
const logger = pino(
  { level: 'trace' },
  new Writable({ write: (chunk: Buffer, _encoding, done) => (logged.push(chunk.toString()), done()) }),
);
let database: TestDatabase;
let national: Awaited<ReturnType<typeof startNational>>;
let gateway: Gateway;
let stock: Gateway;
let hubTokens: ReturnType<typeof createHubTokenSigner>;
let isNationalThere = true;

async function startHub(): Promise<void> {
  const network = unreachableNetwork(['53']);
  const { privateKey, publicKeys } = await makeSigningKey();
  hubTokens = createHubTokenSigner(parseSigningKey(JSON.stringify(privateKey), 'test'));
  const keys = createLocalJWKSet(publicKeys);
  national = await startNational(database.url, network, createHubTokenVerifier('national', keys), {
    apiKeyTokens: createHubTokenVerifier(API_KEY_AUDIENCE, keys),
    logger,
    now: () => new Date(clock.now),
  });
  const there = createApiKeyLookUp(national.url, hubTokens);
  const nowhere = createApiKeyLookUp(await unusedUrl(), hubTokens);
  const identity: GatewayIdentity = {
    identify: createIdentify(
      (token) => {
        const caller = TOKENS[token];
        if (caller === undefined) throw new HubError('TOKEN_REFUSED', 'no token of this test');
        return Promise.resolve({ caller, subject: `test ${caller.role}` });
      },
      createApiKeyReader(
        (key) => (isNationalThere ? there : nowhere).lookUp(key),
        () => clock.now,
      ),
    ),
    signer: hubTokens,
    publicKeys,
    close: async () => {
      await Promise.all([there.close(), nowhere.close()]);
    },
  };
  const { supergraphSdl } = await composeNetwork(publicationsOf(network.members));
  const reachable = { ...network, nationalUrl: national.url };
  gateway = await startGateway(supergraphSdl, reachable, {}, identity, { logger });
  stock = await startGateway(supergraphSdl, reachable, { engine: 'stock' }, identity, { logger });
}

beforeAll(async () => {
  database = await createTestDatabase('national');
  await startHub();
});
afterAll(async () => {
  await gateway.stop();
  await stock.stop();
  await national.stop();
  await database.close();
});
beforeEach(() => {
  // Every test begins when nothing is remembered any more.
  clock.now += 60_000;
  isNationalThere = true;
});

const graphql = <Data = unknown>(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> => ask<Data>(`${gateway.url}/graphql`, query, variables, headers);
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

async function issue(input: Readonly<Record<string, unknown>>): Promise<Issued['issueApiKey']> {
  const answer = await graphql<Issued>(ISSUE, { input: { label: 'Entrepôt', days: 30, ...input } }, administrator);
  expect(answer.errors).toEqual([]);
  return answer.data.issueApiKey;
}

async function rows(): Promise<string> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return JSON.stringify((await client.query('SELECT * FROM api_key')).rows);
  } finally {
    await client.end();
  }
}

describe('an API key', () => {
  it('is issued, used, revoked, and refused within 30 seconds', async () => {
    const { secret, apiKey } = await issue({ role: 'COORDINATION', region: '53' });
    expect(apiKey).toMatchObject({ label: 'Entrepôt', role: 'COORDINATION', region: '53', revokedAt: null });
    expect(apiKey['createdBy']).toBe('test administrator');
    const use = () => graphql(PLAIN, {}, bearer(secret));
    expect((await use()).data).toEqual({ codeLists: [{ code: 'SECTOR' }] });

    const revoked = await graphql(REVOKE, { id: apiKey.id }, administrator);
    expect(revoked.data).toMatchObject({
      revokeApiKey: { apiKey: { id: apiKey.id, revokedBy: 'test administrator' } },
    });
    clock.now += 30_000;
    const refused = await use();
    expect([refused.status, codesOf(refused)]).toEqual([401, ['TOKEN_REFUSED']]);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is refused once its days are over', async () => {
    const { secret, apiKey } = await issue({ role: 'CONSOLIDATOR', days: 1 });
    expect(Date.parse(apiKey.expiresAt)).toBe(clock.now + 24 * 3_600_000);
    clock.now += 24 * 3_600_000 - 1_000;
    expect((await graphql(PLAIN, {}, bearer(secret))).errors).toEqual([]);
    clock.now += 1_000;
    expect(codesOf(await graphql(PLAIN, {}, bearer(secret)))).toEqual(['TOKEN_REFUSED']);
  });

  it('is refused with another secret, cut, or of an identifier that was never issued', async () => {
    const { secret } = await issue({ role: 'AUDITOR' });
    const flipped = `${secret.slice(0, -43)}${secret.at(-43) === 'A' ? 'B' : 'A'}${secret.slice(-42)}`;
    for (const wrong of [flipped, secret.slice(0, -1), secret.replace(/^mlg_[^_]*/, `mlg_${'0'.repeat(16)}`)]) {
      const answer = await graphql(PLAIN, {}, bearer(wrong));
      expect([answer.status, codesOf(answer)]).toEqual([401, ['TOKEN_REFUSED']]);
    }
    expect((await graphql(PLAIN, {}, bearer(secret))).status).toBe(200);
  });

  it('acts in its own role: none but administrators issue, list or revoke', async () => {
    const { secret, apiKey } = await issue({ role: 'BUYER', sirens: ['552081317'] });
    expect(apiKey['sirens']).toEqual(['552081317']);
    const attempts: [string, Record<string, unknown>][] = [
      [ISSUE, { input: { label: 'x', role: 'AUDITOR' } }],
      [REVOKE, { id: apiKey.id }],
      [LIST, {}],
    ];
    for (const [query, variables] of attempts) {
      for (const headers of [bearer(secret), bearer('a.consolidator.x'), bearer('an.auditor.x')]) {
        expect(codesOf(await graphql(query, variables, headers))).toEqual(['FORBIDDEN']);
      }
      expect(codesOf(await graphql(query, variables))).toEqual(['UNAUTHENTICATED']);
    }
    expect(await rows()).not.toContain('"label":"x"');
  });

  it.each([
    ['role', { role: 'DESK', region: '53', sirens: ['552081317'], desk: '53-1' }, 'sirens'],
    ['region', { role: 'COORDINATION' }, 'region'],
    ['region', { role: 'COORDINATION', region: '99' }, 'region'],
    ['desk', { role: 'DESK', region: '53', desk: '11-1' }, 'desk'],
    ['days', { role: 'AUDITOR', days: 366 }, 'days'],
    ['days', { role: 'AUDITOR', days: 0 }, 'days'],
    ['label', { role: 'AUDITOR', label: 'two\nlines' }, 'label'],
    ['label', { role: 'AUDITOR', label: ' ' }, 'label'],
  ])('is not issued when the %s is wrong: %j', async (_, input, field) => {
    const result = await issue(input);
    expect([result.__typename, result.field]).toEqual(['InvalidInputError', field]);
  });

  it.each(['ADMINISTRATOR', 'APPROVER', 'PUBLIC'])('cannot be asked for in the role %s', async (role) => {
    const answer = await graphql(ISSUE, { input: { label: 'x', role } }, administrator);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('says that a key to revoke does not exist', async () => {
    const answer = await graphql(REVOKE, { id: "' OR 1=1 --" }, administrator);
    expect(answer.data).toEqual({ revokeApiKey: { __typename: 'ApiKeyNotFoundError' } });
  });

  it('cannot be checked while the national level is away: 503, and no word that the key is wrong', async () => {
    const { secret } = await issue({ role: 'AUDITOR' });
    isNationalThere = false;
    const answer = await graphql(PLAIN, {}, bearer(secret));
    expect([answer.status, codesOf(answer)]).toEqual([503, ['IDENTITY_UNAVAILABLE']]);
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('notes the day of its last use and nothing finer', async () => {
    const { secret, apiKey } = await issue({ role: 'AUDITOR' });
    await graphql(PLAIN, {}, bearer(secret));
    const { data } = await graphql<{ apiKeys: { id: string; lastUsedOn: string }[] }>(LIST, {}, administrator);
    const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date(clock.now));
    expect(data.apiKeys.find(({ id }) => id === apiKey.id)?.lastUsedOn).toBe(day);
  });

  it('is issued and revoked on the stock engine, too, with the name of who did it', async () => {
    const input = { label: 'stock', role: 'AUDITOR' };
    const issued = await ask<Issued>(`${stock.url}/graphql`, ISSUE, { input }, administrator);
    const { id, createdBy } = issued.data.issueApiKey.apiKey;
    expect(createdBy).toBe('test administrator');
    const revoked = await ask(`${stock.url}/graphql`, REVOKE, { id }, administrator);
    expect(revoked.data).toMatchObject({ revokeApiKey: { apiKey: { id, revokedBy: 'test administrator' } } });
  });

  it('has its secret in no row, no log and no error', async () => {
    const { secret } = await issue({ role: 'AUDITOR', label: 'canary' });
    await graphql(PLAIN, {}, bearer(secret));
    isNationalThere = false;
    clock.now += 60_000;
    const failed = await graphql(PLAIN, {}, bearer(secret));
    const seen = (await rows()) + logged.join('') + JSON.stringify(failed.errors);
    expect(seen).toContain('"label":"canary"');
    expect(seen).not.toContain(secret.slice(-43));
    expect(logged.length).toBeGreaterThan(0);
  });
});

describe('the look-up of API keys', () => {
  const lookUp = async (authorization: string | undefined, body: unknown = {}) => {
    const response = await fetch(new URL(API_KEY_PATH, national.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };

  it('answers nobody without the gateway’s token for it, that of a query included', async () => {
    const ofQuery = await hubTokens.tokenFor({ audience: 'national', caller: { role: 'administrator' } });
    for (const authorization of [undefined, 'Bearer a.b.c', `Bearer ${ofQuery}`]) {
      const { status, text } = await lookUp(authorization);
      expect([status, text.includes('HUB_TOKEN_REFUSED')]).toEqual([401, true]);
    }
  });

  it('is no address of the gateway', async () => {
    const response = await fetch(new URL(API_KEY_PATH, gateway.url), { method: 'POST' });
    expect(response.status).toBe(404);
  });

  it('shows no hash, and refuses what is no question', async () => {
    const token = await hubTokens.tokenFor({ audience: API_KEY_AUDIENCE, caller: ANONYMOUS.caller });
    const { apiKey } = await issue({ role: 'AUDITOR' });
    const wrong = await lookUp(`Bearer ${token}`, { publicId: apiKey.id, secretHash: '0'.repeat(64) });
    expect(wrong).toEqual({ status: 200, text: '{"status":"unknown"}' });
    expect((await lookUp(`Bearer ${token}`, { publicId: { $ne: '' } })).status).toBe(400);
  });

  it('has a token that opens no query', async () => {
    const token = await hubTokens.tokenFor({ audience: API_KEY_AUDIENCE, caller: { role: 'consolidator' } });
    expect((await ask(national.url, PLAIN, {}, bearer(token))).status).toBe(401);
  });
});

describe('the command `maillage key`', () => {
  const run = (...parameters: string[]) =>
    runCli(['key', ...parameters, '--url', gateway.url + '/graphql'], { MAILLAGE_TOKEN: 'a.administrator.x' });

  it('issues, lists and revokes keys', async () => {
    const issued = await run('issue', '--role', 'buyer', '--label', 'ERP', '--siren', '552081317', '--json');
    expect(issued).toMatchObject({ exitCode: 0, stderr: '' });
    const { apiKey, secret } = JSON.parse(issued.stdout) as { apiKey: { id: string }; secret: string };
    expect((await graphql(PLAIN, {}, bearer(secret))).status).toBe(200);

    const listed = await run('list');
    expect(listed.stdout).toMatch(new RegExp(`${apiKey.id} +buyer 552081317 +ERP`));
    expect(await run('revoke', apiKey.id)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('revoked') });
    expect((await run('list')).stdout).not.toContain(apiKey.id);
    expect((await run('list', '--all', '--json')).stdout).toContain(apiKey.id);
  });

  it('ends with 1 for a key that does not exist, 3 for a wrong request, 2 for no gateway', async () => {
    expect(await run('revoke', '0123456789abcdef')).toMatchObject({ exitCode: 1 });
    expect(await run('issue', '--role', 'coordination', '--label', 'x')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('API_KEY_INVALID: "region"'),
    });
    const url = await unusedUrl();
    expect(await runCli(['key', 'list', '--url', url, '--token', 'x.y.z'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('GATEWAY_UNREACHABLE'),
    });
    expect(await runCli(['key', 'list', '--url', `${gateway.url}/graphql`, '--token', 'x.y.z'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('TOKEN_REFUSED'),
    });
  });

  it('sends no token in the clear to another machine, and none of development to a named hub', async () => {
    const clear = await runCli(['key', 'list', '--url', 'http://hub.example.org/graphql', '--token', 'x.y.z']);
    expect(clear).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('https') });
    const nameless = await runCli(['key', 'list', '--url', 'https://hub.example.org/graphql']);
    expect(nameless).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('MAILLAGE_TOKEN') });
  });
});
