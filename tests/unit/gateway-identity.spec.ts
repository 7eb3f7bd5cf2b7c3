import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, createLocalJWKSet, exportSPKI, importJWK, type JWK } from 'jose';
import { loadGatewayConfig } from '../../gateway';
import { createIdentify, createIdentity } from '../../gateway/identity/create-identity';
import { callerOfClaims, readClaimsMapping } from '../../gateway/identity/claims-mapping';
import { hasRepeatedNames } from '../../gateway/identity/repeated-claims';
import { createTokenReader } from '../../gateway/identity/token-identity';
import { asHubError } from '../../subgraphs/kit/errors';
import { makeSigningKey, remoteKeys } from '../../subgraphs/kit/identity';
import { createQuestionVerifier } from '../../subgraphs/kit/signatures';
import {
  createProvider,
  makeProviderKey,
  NOW,
  PROVIDER,
  type ProviderKey,
  rawToken,
  tokenOf,
  type TestProvider,
} from '../support/identity-provider';

const SOMEONE = `${PROVIDER.issuer} someone`;
const SECONDS = Math.floor(NOW / 1_000);
const MINUTE = 60_000;

let folder: string;
let key: ProviderKey;
let other: ProviderKey;
let provider: TestProvider;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-identity-'));
  [key, other] = await Promise.all([makeProviderKey('first'), makeProviderKey('second')]);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
    now: NOW,
  });
  provider = createProvider();
  provider.publish(key);
});
afterEach(() => jest.useRealTimers());

const fileOf = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};
const codeOf = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return asHubError(error)?.code ?? error;
  }
};
const header = (more: object = {}) => JSON.stringify({ alg: 'RS256', kid: 'first', ...more });
const goodClaims = {
  iss: PROVIDER.issuer,
  aud: PROVIDER.audience,
  sub: 'someone',
  exp: SECONDS + 300,
  role: 'auditor',
};

describe('a token of a caller', () => {
  it('that is good gives its caller and its subject', async () => {
    expect(await provider.outcome(await tokenOf(key))).toBe(SOMEONE);
  });

  it.each(['none', 'None', 'NONE', ''])('with alg %j is refused, signed or not', async (alg) => {
    const payload = JSON.stringify(goodClaims);
    expect(await provider.outcome(rawToken(header({ alg }), payload))).toBe('TOKEN_REFUSED');
    const identify = createIdentify(createTokenReader([]));
    const unsigned = rawToken(header({ alg }), payload, '');
    await expect(identify({ authorization: `Bearer ${unsigned}` })).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
  });

  it('with HS256 and the public RSA key as its secret is refused', async () => {
    const pem = await exportSPKI((await importJWK({ ...key.publicJwk, ext: true }, 'RS256')) as CryptoKey);
    for (const secret of [pem, JSON.stringify(key.publicJwk), key.publicJwk.n ?? '']) {
      const unsigned = rawToken(header({ alg: 'HS256' }), JSON.stringify(goodClaims))
        .split('.')
        .slice(0, 2)
        .join('.');
      const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
      expect(await provider.outcome(`${unsigned}.${signature}`)).toBe('TOKEN_REFUSED');
    }
  });

  it('with another algorithm than those of its issuer is refused, even from the right key', async () => {
    const { n, e, kty } = key.publicJwk;
    const open = createProvider({
      keys: createLocalJWKSet({ keys: [{ kty, kid: 'first', ...(n && e ? { n, e } : {}) }] }),
    });
    const ps256 = await importJWK({ ...(await privateJwkOf(key)), alg: 'PS256' }, 'PS256');
    expect(await open.outcome(await tokenOf(key))).toBe(SOMEONE);
    expect(
      await open.outcome(await tokenOf({ kid: 'first', privateKey: ps256 as CryptoKey }, {}, { alg: 'PS256' })),
    ).toBe('TOKEN_REFUSED');
  });

  it.each(['jku', 'x5u', 'jwk', 'x5c'])(
    'that brings a key of its own by %s is refused, and nothing is fetched for it',
    async (name) => {
      const value = {
        jku: 'https://evil.example/jwks',
        x5u: 'https://evil.example/cert',
        jwk: other.publicJwk,
        x5c: ['AA=='],
      };
      const brought = await tokenOf(
        { kid: 'first', privateKey: other.privateKey },
        {},
        { [name]: value[name as 'jku'] },
      );
      const realFetch = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('nothing may be fetched'));
      expect(await provider.outcome(brought)).toBe('TOKEN_REFUSED');
      expect(realFetch).not.toHaveBeenCalled();
      expect(provider.fetches()).toBe(1);
      realFetch.mockRestore();
    },
  );

  it.each([
    '../../../../dev/null',
    '/etc/passwd',
    "first' OR '1'='1",
    "x'; DROP TABLE keys; --",
    '__proto__',
    'constructor',
  ])('with the kid %j is refused: a kid only chooses among known keys', async (kid) => {
    expect(await provider.outcome(await tokenOf({ ...other, kid }))).toBe('TOKEN_REFUSED');
    expect(await provider.outcome(await tokenOf({ ...key, kid }))).toBe('TOKEN_REFUSED');
  });

  it.each([
    ['at the top', '{"role":"auditor","role":"administrator"}'],
    ['by an escape', '{"role":"auditor","\\u0072ole":"administrator"}'],
    ['in depth', '{"realm":[{"role":"auditor","role":"administrator"}]}'],
    ['by __proto__', '{"__proto__":1,"__proto__":2}'],
  ])('that names a claim twice %s is refused', async (_, claims) => {
    expect(hasRepeatedNames(claims)).toBe(true);
    const payload = `${JSON.stringify(goodClaims).slice(0, -1)},${claims.slice(1)}`;
    const unsigned = `${Buffer.from(header()).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key.privateKey, Buffer.from(unsigned));
    const token = `${unsigned}.${Buffer.from(signature).toString('base64url')}`;
    expect(await provider.outcome(token)).toBe('TOKEN_REFUSED');
  });

  it.each(['{"a":1/* */}', '{"a":1,}', '{"a":1} {"b":2}', '{"a" 1}'])(
    'is searched for repeated names only if it is JSON to every parser: %s',
    (text) => {
      expect(() => hasRepeatedNames(text)).toThrow(SyntaxError);
    },
  );

  it('that names a header parameter twice is refused', async () => {
    const twice = '{"alg":"RS256","kid":"first","alg":"none"}';
    expect(await provider.outcome(rawToken(twice, JSON.stringify(goodClaims)))).toBe('TOKEN_REFUSED');
  });

  it.each([
    ['a comment', '{"a":1/* */}'],
    ['a comma too many', '{"a":1,}'],
    ['no JSON', 'claims'],
    ['brackets deeper than a stack', '['.repeat(6_000)],
    ['objects deeper than a stack', `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`],
    ['a byte order mark', `\uFEFF${JSON.stringify({ a: 1, b: 2 })}`],
  ])('with %s for claims is refused and breaks nothing', async (_, payload) => {
    expect(await provider.outcome(rawToken(header(), payload))).toBe('TOKEN_REFUSED');
    expect(await provider.outcome(rawToken(payload, JSON.stringify(goodClaims)))).toBe('TOKEN_REFUSED');
  });

  it.each(['exp', 'aud', 'iss', 'sub'])('without %s is refused', async (claim) => {
    expect(await provider.outcome(await tokenOf(key, { [claim]: undefined }))).toBe('TOKEN_REFUSED');
  });

  it.each([null, '', 7, {}, ['someone'], 'x'.repeat(256)])('whose sub is %j is refused', async (sub) => {
    expect(await provider.outcome(await tokenOf(key, { sub }))).toBe('TOKEN_REFUSED');
  });

  it.each([
    ['ended 29 s ago', { exp: SECONDS - 29 }, SOMEONE],
    ['ended 30 s ago', { exp: SECONDS - 30 }, 'TOKEN_REFUSED'],
    ['begins in 30 s', { nbf: SECONDS + 30 }, SOMEONE],
    ['begins in 31 s', { nbf: SECONDS + 31 }, 'TOKEN_REFUSED'],
    ['was made in 30 s', { iat: SECONDS + 30 }, SOMEONE],
    ['was made in 31 s', { iat: SECONDS + 31 }, 'TOKEN_REFUSED'],
  ])('that %s is judged with 30 s for clocks that differ', async (_, claims, expected) => {
    expect(await provider.outcome(await tokenOf(key, claims))).toBe(expected);
  });

  it('is refused at its end although it was believed a moment before', async () => {
    const token = await tokenOf(key, { exp: SECONDS + 10 });
    expect(await provider.outcome(token)).toBe(SOMEONE);
    provider.wait(41_000);
    expect(await provider.outcome(token)).toBe('TOKEN_REFUSED');
  });

  it.each([
    ['another hub', 'other', 'TOKEN_REFUSED'],
    ['several others', ['a', 'b'], 'TOKEN_REFUSED'],
    ['nobody', [], 'TOKEN_REFUSED'],
    ['a list in a list', [['maillage']], 'TOKEN_REFUSED'],
    ['the hub and others', ['other', 'maillage'], SOMEONE],
  ])('for %s: its audience decides', async (_, aud, expected) => {
    expect(await provider.outcome(await tokenOf(key, { aud }))).toBe(expected);
  });

  it('of another issuer is refused, even from a known key', async () => {
    expect(await provider.outcome(await tokenOf(key, { iss: 'https://evil.example' }))).toBe('TOKEN_REFUSED');
    expect(await provider.outcome(await tokenOf(key, { iss: [PROVIDER.issuer] }))).toBe('TOKEN_REFUSED');
  });

  it('that is too long is refused unread', async () => {
    expect(await provider.outcome(await tokenOf(key, { padding: 'x'.repeat(8_192) }))).toBe('TOKEN_REFUSED');
    expect(provider.fetches()).toBe(0);
  });
});

describe('the keys of an identity provider', () => {
  it('may overlap while they are changed: tokens of both are believed', async () => {
    expect(await provider.outcome(await tokenOf(key))).toBe(SOMEONE);
    provider.publish(key, other);
    provider.wait(31_000);
    expect(await provider.outcome(await tokenOf(other))).toBe(SOMEONE);
    expect(await provider.outcome(await tokenOf(key))).toBe(SOMEONE);
    expect(provider.fetches()).toBe(2);
  });

  it('are forgotten within ten minutes of their removal, also for tokens that were believed', async () => {
    const long = { exp: SECONDS + 3_600 };
    const token = await tokenOf(key, long);
    expect(await provider.outcome(token)).toBe(SOMEONE);
    provider.publish(other);
    provider.wait(10 * MINUTE);
    expect(await provider.outcome(token)).toBe('TOKEN_REFUSED');
    expect(await provider.outcome(await tokenOf(other, long))).toBe(SOMEONE);
  });

  it('serve on until their ten minutes are over while the provider is down; then nobody is believed, and nobody told to sign in', async () => {
    const long = { exp: SECONDS + 3_600 };
    await provider.outcome(await tokenOf(key));
    provider.fail(() => Promise.reject(new TypeError('fetch failed')));
    provider.wait(10 * MINUTE - 1_000);
    expect(await provider.outcome(await tokenOf(key, { ...long, sub: 'another' }))).toBe(`${PROVIDER.issuer} another`);
    provider.wait(MINUTE);
    expect(await provider.outcome(await tokenOf(key, long))).toBe('IDENTITY_UNAVAILABLE');
    provider.fail(undefined);
    provider.wait(30_000);
    expect(await provider.outcome(await tokenOf(key, long))).toBe(SOMEONE);
  });

  it('are fetched once in 30 s, however many unknown kids are sent', async () => {
    await provider.outcome(await tokenOf(key));
    for (let second = 0; second < 120; second += 1) {
      provider.wait(1_000);
      await provider.outcome(await tokenOf({ ...other, kid: `made-up-${second}` }, { exp: SECONDS + 600 }));
    }
    expect(provider.fetches()).toBe(1 + 120 / 30);
  });

  it.each<[string, () => Promise<Response>]>([
    ['refuses connections', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers 500', () => Promise.resolve(new Response('down', { status: 500 }))],
    ['answers a page', () => Promise.resolve(new Response('<html>', { status: 200 }))],
    ['answers JSON that is no key set', () => Promise.resolve(Response.json({ keys: 'none' }))],
    ['points elsewhere', () => Promise.resolve(new Response(null, { status: 302, headers: { location: '/x' } }))],
  ])('are not asked for more often while the provider %s', async (_, answer) => {
    provider.fail(answer);
    const codes = new Set<string>();
    for (let second = 0; second < 60; second += 1) {
      codes.add(await provider.outcome(await tokenOf({ ...other, kid: `made-up-${second}` })));
      provider.wait(1_000);
    }
    expect([...codes]).toEqual(['IDENTITY_UNAVAILABLE']);
    expect(provider.fetches()).toBe(2);
  });

  it('are asked for by the address given, following nothing', async () => {
    const seen: unknown[] = [];
    const keys = remoteKeys(new URL('https://idp.example.org/jwks'), undefined, async (url, { redirect }) => {
      seen.push(url, redirect);
      return Response.json({ keys: [key.publicJwk] });
    });
    await keys({ alg: 'RS256', kid: 'first' }, { payload: '', signature: '' });
    expect(seen).toEqual(['https://idp.example.org/jwks', 'manual']);
  });
});

describe('the mapping of claims to roles', () => {
  const mapped = async (mapping: unknown, claims: Readonly<Record<string, unknown>>) => {
    const read = await readClaimsMapping(fileOf('claims.json', mapping));
    return codeOf(() => callerOfClaims(claims, read));
  };
  const KEYCLOAK = {
    role: 'realm_access.roles',
    region: 'maillage.region',
    desk: 'maillage.desk',
    sirens: 'https://maillage.example/sirens',
    roles: { 'clauses-coordination': 'coordination', 'clauses-admin': 'administrator', acheteur: 'buyer' },
  };
  const roles = (...names: string[]) => ({ realm_access: { roles: names } });

  it('reads nested claims, names that are addresses, and renamed roles', async () => {
    expect(
      await mapped(KEYCLOAK, { ...roles('offline_access', 'clauses-coordination'), maillage: { region: '53' } }),
    ).toEqual({
      role: 'coordination',
      region: '53',
    });
    expect(await mapped(KEYCLOAK, { ...roles('acheteur'), 'https://maillage.example/sirens': ['552081317'] })).toEqual({
      role: 'buyer',
      sirens: ['552081317'],
    });
  });

  it('leaves a role that has no other name its own, and takes it from one that has', async () => {
    expect(await mapped(KEYCLOAK, roles('auditor'))).toEqual({ role: 'auditor' });
    expect(await mapped(KEYCLOAK, roles('administrator'))).toBe('TOKEN_REFUSED');
    expect(await mapped(KEYCLOAK, roles('clauses-admin'))).toEqual({ role: 'administrator' });
  });

  it.each([
    ['several roles', roles('auditor', 'clauses-admin')],
    ['no role', roles('offline_access')],
    ['the role public', roles('public')],
    ['a region that is missing', roles('clauses-coordination')],
    ['a region that does not exist', { ...roles('clauses-coordination'), maillage: { region: '99' } }],
    ['a role by inheritance', { realm_access: Object.create({ roles: ['auditor'] }) as object }],
    ['a role called constructor', roles('constructor')],
    ['sirens that are none', { ...roles('acheteur'), 'https://maillage.example/sirens': ['123'] }],
    ['a desk of another region', { ...roles('desk'), maillage: { region: '53', desk: '11-1' } }],
  ])('refuses %s', async (_, claims) => {
    expect(await mapped(KEYCLOAK, claims)).toBe('TOKEN_REFUSED');
  });

  it('refuses a file with unknown settings or roles', async () => {
    const read = (mapping: unknown) => readClaimsMapping(fileOf('claims.json', mapping));
    await expect(read({ rôle: 'x' })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(read({ roles: { admin: 'root' } })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(readClaimsMapping(join(folder, 'absent.json'))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

describe('the settings of identity', () => {
  const base = { NETWORK_FILE: 'n', SUPERGRAPH_FILE: 's', HUB_SIGNING_KEY_FILE: 'k' };
  const load = (settings: Readonly<Record<string, string>>) =>
    codeOf(() => loadGatewayConfig({ ...base, ...settings }).identity);
  const oidc = { OIDC_ISSUER: PROVIDER.issuer, OIDC_KEYS_URL: 'https://idp.example.org/jwks' };

  it('refuse the development issuer in production mode, under any name, and production is what is not said', () => {
    const development = { DEVELOPMENT_ISSUER_KEYS_FILE: 'keys.json' };
    expect(load(development)).toBe('CONFIG_INVALID');
    expect(load({ ...development, MAILLAGE_MODE: 'production' })).toBe('CONFIG_INVALID');
    expect(load({ OIDC_ISSUER: 'maillage-development', OIDC_KEYS_FILE: 'keys.json' })).toBe('CONFIG_INVALID');
    expect(load({ ...development, MAILLAGE_MODE: 'development' })).toMatchObject({
      issuers: [{ issuer: 'maillage-development' }],
    });
  });

  it('refuse keys over http in production mode', () => {
    const clear = { ...oidc, OIDC_KEYS_URL: 'http://idp.example.org/jwks' };
    expect(load(clear)).toBe('CONFIG_INVALID');
    expect(load({ ...clear, MAILLAGE_MODE: 'development' })).toMatchObject({ issuers: [{ issuer: PROVIDER.issuer }] });
    expect(load(oidc)).toMatchObject({ issuers: [{ algorithms: ['RS256'], audience: 'maillage' }] });
  });

  it.each(['HS256', 'none', 'RS256,HS512', 'RS256,'])('refuse the algorithms %j', (OIDC_ALGORITHMS) => {
    expect(load({ ...oidc, OIDC_ALGORITHMS })).toBe('CONFIG_INVALID');
  });

  it('refuse an issuer without keys, and keys without an issuer', () => {
    expect(load({ OIDC_ISSUER: PROVIDER.issuer })).toBe('CONFIG_INVALID');
    expect(load({ OIDC_KEYS_FILE: 'keys.json' })).toBe('CONFIG_INVALID');
    expect(load({ ...oidc, OIDC_KEYS_FILE: 'keys.json' })).toBe('CONFIG_INVALID');
  });
});

describe('the signing key file of the gateway', () => {
  const open = (value: unknown) => createIdentity({ signingKeyFile: fileOf('signing.json', value), issuers: [] });

  it('may be a set: the first key signs, the public halves of all are published', async () => {
    const [next, last] = await Promise.all([makeSigningKey(), makeSigningKey()]);
    const { signer, publicKeys } = await open({ keys: [next.privateKey, last.privateKey] });
    const token = await signer.tokenFor({ audience: 'national', caller: { role: 'auditor' } });
    const [head = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({
      kid: next.privateKey.kid,
      alg: 'EdDSA',
    });
    expect(publicKeys.keys.map(({ kid }) => kid)).toEqual([next.privateKey.kid, last.privateKey.kid]);
    expect(JSON.stringify(publicKeys)).not.toContain('"d"');
  });

  it('signs questions with their body by the key that signs tokens', async () => {
    const [next, last] = await Promise.all([makeSigningKey(), makeSigningKey()]);
    const { questionSigner, publicKeys } = await open({ keys: [next.privateKey, last.privateKey] });
    const given = { authorization: 'Bearer a.b.c', 'content-type': 'application/json' };
    const question = { url: new URL('https://region.example.org/graphql'), headers: given, body: '{}' };
    const headers = { ...(await questionSigner?.sign(question)), host: 'region.example.org' };
    const arrived = { method: 'POST', target: '/graphql', headers };
    await createQuestionVerifier(createLocalJWKSet(publicKeys)).check(arrived);
    const ofTheOther = createQuestionVerifier(createLocalJWKSet(last.publicKeys));
    await expect(ofTheOther.check(arrived)).rejects.toMatchObject({ code: 'HUB_SIGNATURE_REFUSED' });
  });

  it('may hold one key', async () => {
    const { privateKey } = await makeSigningKey();
    expect((await open(privateKey)).publicKeys.keys).toHaveLength(1);
  });

  it('is refused without a private key in the first place, with a kid twice, or with a key of another kind', async () => {
    const { privateKey, publicKeys } = await makeSigningKey();
    for (const value of [
      publicKeys,
      { keys: [] },
      { keys: [privateKey, privateKey] },
      { keys: [await privateJwkOf(key)] },
    ]) {
      const refused: unknown = await open(value).catch((error: unknown) => error);
      expect(asHubError(refused)?.code).toBe('CONFIG_INVALID');
      expect(String(refused)).not.toContain(String(privateKey.d));
    }
  });
});

async function privateJwkOf({ privateKey, kid }: ProviderKey): Promise<JWK> {
  const jwk = (await crypto.subtle.exportKey('jwk', privateKey)) as JWK;
  return {
    kty: jwk.kty,
    n: jwk.n,
    e: jwk.e,
    d: jwk.d,
    p: jwk.p,
    q: jwk.q,
    dp: jwk.dp,
    dq: jwk.dq,
    qi: jwk.qi,
    kid,
  } as JWK;
}
