import { createHmac } from 'node:crypto';
import { type CryptoKey, createLocalJWKSet, exportSPKI, importJWK } from 'jose';
import { createIdentify } from '../../gateway/identity/create-identity';
import { createTokenReader, hasRepeatedNames } from '../../subgraphs/kit/sign-in';
import { remoteKeys } from '../../subgraphs/kit/identity';
import {
  createProvider,
  makeProviderKey,
  NOW,
  privateJwkOf,
  PROVIDER,
  type ProviderKey,
  rawToken,
  tokenOf,
  type TestProvider,
} from '../support/identity-provider';

const SOMEONE = `${PROVIDER.issuer} someone`;
const SECONDS = Math.floor(NOW / 1_000);
const MINUTE = 60_000;

let key: ProviderKey;
let other: ProviderKey;
let provider: TestProvider;

beforeAll(async () => {
  [key, other] = await Promise.all([makeProviderKey('first'), makeProviderKey('second')]);
});
beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
    now: NOW,
  });
  provider = createProvider();
  provider.publish(key);
});
afterEach(() => jest.useRealTimers());

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
