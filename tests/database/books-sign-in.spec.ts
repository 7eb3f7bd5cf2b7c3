import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger } from '../../subgraphs/kit/log';
import { createTokenReader, openIssuer } from '../../subgraphs/kit/sign-in';
import { type BooksServer, createBooksServer, loadBooksConfig } from '../../subgraphs/regional/bookkeeping';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { makeProviderKey, type ProviderKey, tokenOf } from '../support/identity-provider';
import { createTemporaryFolder } from '../support/temporary-folder';

/** Of an identity provider of the region itself, set up by the settings of `books-main.js`. */
const REGIONS_OWN = { issuer: 'https://connexion.example.bzh', audience: 'livres' };

describe("sign-in to a region's own API", () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let database: TestDatabase;
  let server: BooksServer;
  let key: ProviderKey;
  let stranger: ProviderKey;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    database = await createTestDatabase('regional');
    [key, stranger] = await Promise.all([makeProviderKey('own'), makeProviderKey('own')]);
    const keys = join(folder.path, 'keys.json');
    const regions = join(folder.path, 'regions.json');
    await writeFile(keys, JSON.stringify({ keys: [key.publicJwk] }));
    await writeFile(regions, JSON.stringify([{ code: '53', databaseUrl: database.url, port: 0 }]));
    const config = await loadBooksConfig({
      REGION: '53',
      REGIONS_FILE: regions,
      BOOKS_PORT: '0',
      OIDC_ISSUER: REGIONS_OWN.issuer,
      OIDC_AUDIENCE: REGIONS_OWN.audience,
      OIDC_KEYS_FILE: keys,
    });
    const readToken = createTokenReader(await Promise.all(config.issuers.map(openIssuer)));
    server = await createBooksServer(
      { ...config.server, limits: { drainDelay: 0 } },
      { logger: createLogger('test', 'silent'), readToken },
    );
  });
  afterAll(async () => {
    await server.stop();
    await database.close();
    await folder.remove();
  });

  const ask = async (token?: string) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: '{ caller { role region } }' }),
    });
    const { data, errors } = (await response.json()) as {
      data?: { caller: object };
      errors?: { extensions: { code: string } }[];
    };
    return data?.caller ?? errors?.[0]?.extensions.code;
  };
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: REGIONS_OWN.issuer,
    aud: REGIONS_OWN.audience,
    iat: now,
    exp: now + 300,
    role: 'coordination',
    region: '53',
  };

  it("takes a token of the region's own identity provider", async () => {
    expect(await ask(await tokenOf(key, claims))).toEqual({ role: 'coordination', region: '53' });
  });

  it.each<[string, () => Promise<string | undefined>, string]>([
    ['nothing', () => Promise.resolve(undefined), 'UNAUTHENTICATED'],
    ['a token of another key', () => tokenOf(stranger, claims), 'TOKEN_REFUSED'],
    ['a token for another service', () => tokenOf(key, { ...claims, aud: 'maillage' }), 'TOKEN_REFUSED'],
    ['a token that has expired', () => tokenOf(key, { ...claims, exp: now - 3_600 }), 'TOKEN_REFUSED'],
    ['a token of another region', () => tokenOf(key, { ...claims, region: '76' }), 'FORBIDDEN'],
  ])('refuses %s', async (_what, token, code) => {
    expect(await ask(await token())).toBe(code);
  });

  it('does not start where nobody could sign in, or for a region whose database is not known', async () => {
    await expect(loadBooksConfig({ REGION: '53', DATABASE_URL: database.url })).rejects.toThrow('OIDC_ISSUER');
    const provider = { OIDC_ISSUER: 'https://a.example', OIDC_KEYS_URL: 'https://a.example/keys' };
    await expect(loadBooksConfig({ REGION: '53', ...provider })).rejects.toThrow('REGIONS_FILE');
    await expect(loadBooksConfig({ REGION: '5', ...provider })).rejects.toThrow('REGION is "5"');
  });
});
