import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { FetchImplementation } from 'jose';
import { createTokenReader, type Issuer, PLAIN_MAPPING, remoteKeys } from '../../subgraphs/kit/sign-in';
import { HubError } from '../../subgraphs/kit/errors';

/** `iss` and `aud` of the tokens of a test's provider. */
export const PROVIDER = { issuer: 'https://idp.example.org', audience: 'maillage' };

/** A key pair of a test's provider. */
export interface ProviderKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Makes an RSA key as most providers have. */
export async function makeProviderKey(kid: string): Promise<ProviderKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

/** The moment at which tests begin. */
export const NOW = Date.UTC(2026, 0, 15, 12);
const seconds = Math.floor(NOW / 1_000);

/** Claims of a good token, signed by that key; a claim given as undefined is left out. */
export function tokenOf(
  { kid, privateKey }: Pick<ProviderKey, 'kid' | 'privateKey'>,
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const payload = {
    iss: PROVIDER.issuer,
    aud: PROVIDER.audience,
    sub: 'someone',
    iat: seconds,
    exp: seconds + 300,
    role: 'consolidator',
    ...claims,
  };
  return new SignJWT(payload as JWTPayload).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey);
}

/** A token put together by hand, for what no library would sign. */
export function rawToken(header: string, payload: string, signature = 'c2lnbmF0dXJl'): string {
  const encode = (text: string) => Buffer.from(text).toString('base64url');
  return `${encode(header)}.${encode(payload)}.${signature}`;
}

/** An identity provider whose key set, health and clock belong to the test. */
export interface TestProvider {
  /** What it publishes from now on. */
  publish(...keys: readonly ProviderKey[]): void;
  /** What it answers instead of its keys; undefined for its keys again. */
  fail(answer: (() => Promise<Response>) | undefined): void;
  fetches(): number;
  /** Moves the clock of everything forward. */
  wait(milliseconds: number): void;
  /** Subject of the identity that a token gives, or the code of its refusal. */
  outcome(token: string): Promise<string>;
}

/** Starts one, with a reader of tokens that knows nothing else. Needs jest's fake Date. */
export function createProvider(issuer: Partial<Issuer> = {}): TestProvider {
  let published: readonly ProviderKey[] = [];
  let failure: (() => Promise<Response>) | undefined;
  let fetches = 0;
  const fetchKeys: FetchImplementation = async () => {
    fetches += 1;
    if (failure !== undefined) return failure();
    return Response.json({ keys: published.map(({ publicJwk }) => publicJwk) });
  };
  const keys = remoteKeys(new URL('https://idp.example.org/jwks'), undefined, fetchKeys);
  const read = createTokenReader([{ ...PROVIDER, algorithms: ['RS256'], keys, mapping: PLAIN_MAPPING, ...issuer }]);
  return {
    publish: (...next) => {
      published = next;
    },
    fail: (answer) => {
      failure = answer;
    },
    fetches: () => fetches,
    wait: (milliseconds) => jest.setSystemTime(Date.now() + milliseconds),
    outcome: (token) =>
      read(token).then(
        ({ subject = 'anonymous' }) => subject,
        (error: unknown) => (error instanceof HubError ? error.code : String(error)),
      ),
  };
}

/** The private half of a key. */
export async function privateJwkOf({ privateKey, kid }: ProviderKey): Promise<JWK> {
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
