import { createLocalJWKSet, type JWK, SignJWT } from 'jose';
import { asHubError, HubError } from '../../subgraphs/kit/errors';
import {
  type Caller,
  createHubTokenSigner,
  createHubTokenVerifier,
  type HubSigningKey,
  type HubTokenVerifier,
  makeSigningKey,
  parseSigningKey,
} from '../../subgraphs/kit/identity';

const NOW = Date.UTC(2026, 0, 15, 12);
const SECONDS = NOW / 1_000;
const BUYER: Caller = { role: 'buyer', sirens: ['552081317'] };

let signing: HubSigningKey;
let publicKeys: { keys: JWK[] };
let clock: number;

beforeAll(async () => {
  const made = await makeSigningKey();
  signing = parseSigningKey(JSON.stringify(made.privateKey), 'test');
  publicKeys = made.publicKeys;
});
beforeEach(() => {
  clock = NOW;
});

const now = () => clock;
const verifierOf = (audience: string) => createHubTokenVerifier(audience, createLocalJWKSet(publicKeys), now);
const tokenFor = (audience: string, subject?: string) =>
  createHubTokenSigner(signing, now).tokenFor({ audience, caller: BUYER, subject });
const signed = (claims: Readonly<Record<string, unknown>>, header: Readonly<Record<string, unknown>> = {}) =>
  new SignJWT({ iss: 'maillage-gateway', aud: 'region-53', iat: SECONDS, exp: SECONDS + 60, ...BUYER, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: signing.kid, ...header })
    .sign(signing.key);
async function outcome(verifier: HubTokenVerifier, token: string): Promise<unknown> {
  try {
    return await verifier.callerOf(`Bearer ${token}`);
  } catch (error) {
    return asHubError(error)?.code ?? error;
  }
}

describe('a token of the gateway', () => {
  it('is believed by the region that it is for, with its caller', async () => {
    expect(await outcome(verifierOf('region-53'), await tokenFor('region-53'))).toEqual(BUYER);
  });

  it('is refused at another region, and at the national level', async () => {
    const token = await tokenFor('region-53');
    for (const audience of ['region-11', 'national', 'national-api-keys', 'region-5']) {
      expect(await outcome(verifierOf(audience), token)).toBe('HUB_TOKEN_REFUSED');
    }
  });

  it('is refused when its audience is a list, even of that region alone', async () => {
    for (const aud of [['region-53', 'region-11'], ['region-53']]) {
      expect(await outcome(verifierOf('region-53'), await signed({ aud }))).toBe('HUB_TOKEN_REFUSED');
    }
  });

  it.each([
    ['just made', 0, true],
    ['60 s old', 60, true],
    ['64 s old: 5 s are for clocks that differ', 64, true],
    ['65 s old', 65, false],
    ['made in 5 s', -5, true],
    ['made in 6 s', -6, false],
  ])('that is %s', async (_, age, isBelieved) => {
    const claims = { iat: SECONDS - age, exp: SECONDS - age + 60 };
    const seen = await outcome(verifierOf('region-53'), await signed(claims));
    expect(seen).toEqual(isBelieved ? BUYER : 'HUB_TOKEN_REFUSED');
  });

  it('that lives longer than 60 s is refused from its first second', async () => {
    expect(await outcome(verifierOf('region-53'), await signed({ exp: SECONDS + 61 }))).toBe('HUB_TOKEN_REFUSED');
  });

  it('is refused once it has ended, although it was believed before', async () => {
    const verifier = verifierOf('region-53');
    const token = await tokenFor('region-53');
    expect(await outcome(verifier, token)).toEqual(BUYER);
    clock += 65_000;
    expect(await outcome(verifier, token)).toBe('HUB_TOKEN_REFUSED');
  });

  it.each(['iss', 'aud', 'iat', 'exp', 'role', 'sirens'])('without %s is refused', async (claim) => {
    expect(await outcome(verifierOf('region-53'), await signed({ [claim]: undefined }))).toBe('HUB_TOKEN_REFUSED');
  });

  it.each([
    ['of another issuer', { iss: 'someone' }],
    ['with a claim too many', { region: '53' }],
    ['with a subject that is none', { sub: '' }],
    ['with times that are texts', { exp: '2030' }],
  ])('%s is refused', async (_, claims) => {
    expect(await outcome(verifierOf('region-53'), await signed(claims))).toBe('HUB_TOKEN_REFUSED');
  });

  it('signed by a key that is not published, or that its header brings, is refused', async () => {
    const stranger = await makeSigningKey();
    const jwk = stranger.publicKeys.keys[0];
    const token = await new SignJWT({
      iss: 'maillage-gateway',
      aud: 'region-53',
      iat: SECONDS,
      exp: SECONDS + 60,
      ...BUYER,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: signing.kid, ...(jwk === undefined ? {} : { jwk }) })
      .sign(stranger.privateKey);
    expect(await outcome(verifierOf('region-53'), token)).toBe('HUB_TOKEN_REFUSED');
  });

  it.each([undefined, '', 'Bearer ', 'Basic eA==', 'bearer a.b.c', 'Bearer a.b', 'Bearer a.b.c d'])(
    'is missing in the header %j',
    async (authorization) => {
      await expect(verifierOf('region-53').callerOf(authorization)).rejects.toMatchObject({
        code: 'HUB_TOKEN_REFUSED',
      });
    },
  );

  it('cannot be judged while the gateway’s keys are not to be had: that is no refusal', async () => {
    const away = createHubTokenVerifier(
      'region-53',
      () => Promise.reject(new HubError('IDENTITY_UNAVAILABLE', 'x')),
      now,
    );
    expect(await outcome(away, await tokenFor('region-53'))).toBe('IDENTITY_UNAVAILABLE');
  });
});

describe('the signer of the gateway’s tokens', () => {
  it('reuses a token for the same audience and caller until 15 s before its end', async () => {
    const signer = createHubTokenSigner(signing, now);
    const ask = (caller: Caller) => signer.tokenFor({ audience: 'region-53', caller });
    const first = await ask(BUYER);
    clock += 44_000;
    expect(await ask({ role: 'buyer', sirens: ['552081317', '552081317'] })).toBe(first);
    expect(await ask({ role: 'auditor' })).not.toBe(first);
    clock += 1_000;
    expect(await ask(BUYER)).not.toBe(first);
  });

  it('names the subject only where it is told one, and keeps such tokens apart', async () => {
    const signer = createHubTokenSigner(signing, now);
    const bearer = async (subject?: string) =>
      verifierOf('national').bearerOf(
        `Bearer ${await signer.tokenFor({ audience: 'national', caller: BUYER, subject })}`,
      );
    expect(await bearer()).toEqual({ caller: BUYER, subject: undefined });
    expect(await bearer('idp one')).toEqual({ caller: BUYER, subject: 'idp one' });
    expect(await bearer('idp two')).toEqual({ caller: BUYER, subject: 'idp two' });
    expect(await bearer()).toEqual({ caller: BUYER, subject: undefined });
  });
});
