import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import { loadGatewayConfig } from '../../gateway';
import { callerOfClaims, readClaimsMapping } from '../../subgraphs/kit/sign-in';
import { createIdentity } from '../../gateway/identity/create-identity';
import { asHubError } from '../../subgraphs/kit/errors';
import { makeSigningKey } from '../../subgraphs/kit/identity';
import { createQuestionVerifier } from '../../subgraphs/kit/signatures';
import { makeProviderKey, privateJwkOf, PROVIDER } from '../support/identity-provider';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-identity-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

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
      { keys: [await privateJwkOf(await makeProviderKey('first'))] },
    ]) {
      const refused: unknown = await open(value).catch((error: unknown) => error);
      expect(asHubError(refused)?.code).toBe('CONFIG_INVALID');
      expect(String(refused)).not.toContain(String(privateKey.d));
    }
  });
});
