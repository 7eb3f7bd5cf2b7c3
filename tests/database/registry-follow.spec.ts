import { createServer, type Server } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalJWKSet } from 'jose';
import { asHubError } from '../../subgraphs/kit/errors';
import { makeSigningKey, parseSigningKey } from '../../subgraphs/kit/identity';
import { createLogger } from '../../subgraphs/kit/log';
import { followRegistry, signSupergraph, type VerifiedSupergraph } from '../../subgraphs/kit/registry-client';
import { findRegion, type Region } from '../../subgraphs/kit/regions';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startRegistry, type TestRegistry } from '../support/registry-server';
import { createTemporaryFolder } from '../support/temporary-folder';

function regionOf(code: string): Region {
  const region = findRegion(code);
  if (region === undefined) throw new Error(`No region ${code}`);
  return region;
}

const bretagne = { region: regionOf('53'), url: 'http://127.0.0.1:9/graphql', schemaVersion: '2' };
const ileDeFrance = { region: regionOf('11'), url: 'http://127.0.0.1:9/graphql', schemaVersion: '2' };
const codesOf = ({ network }: VerifiedSupergraph) => network.members.map(({ region }) => region.code);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

describe('following the registry', () => {
  let database: TestDatabase;
  let registry: TestRegistry;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let credential: string;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
    database = await createTestDatabase('registry');
    registry = await startRegistry(database.url);
    credential = await registry.credential('READER');
    await registry.setUp([ileDeFrance]);
  });
  afterEach(async () => {
    await registry.stop();
    await database.close();
    await folder.remove();
  });

  const followerOf = (url = registry.origin, pollMilliseconds = 60_000) =>
    followRegistry({
      url,
      credential: async () => credential,
      keys: async () => createLocalJWKSet(registry.publicKeys),
      copyFile: join(folder.path, 'copy.json'),
      pollMilliseconds,
      logger: createLogger('test', 'silent'),
    });

  it('reads what is served, and learns of what comes by the stream of events', async () => {
    const follower = followerOf();
    const first = await follower.read();
    expect([first.number, codesOf(first)]).toEqual([1, ['11']]);
    const seen: VerifiedSupergraph[] = [];
    const watch = follower.follow(first, {
      onChange: async (next) => void seen.push(next),
      onRefusal: () => undefined,
    });
    await registry.setUp([ileDeFrance, bretagne]);
    await until(() => seen.length > 0);
    watch.stop();
    expect(seen.map((next) => [next.number, codesOf(next)])).toEqual([[2, ['11', '53']]]);
  });

  it('starts from the copy on disk with the registry down, and follows once it is back', async () => {
    await followerOf().read();
    await registry.stop();
    const follower = followerOf(registry.origin, 50);
    const first = await follower.read();
    expect(first.number).toBe(1);
    const seen: number[] = [];
    const watch = follower.follow(first, {
      onChange: async ({ number }) => void seen.push(number),
      onRefusal: () => undefined,
    });
    const port = Number(new URL(registry.url).port);
    const again = await startRegistry(database.url, { port }, { signingKey: registry.signingKey });
    const { publicKeys } = registry;
    registry = { ...again, publicKeys };
    await again.setUp([ileDeFrance, bretagne]);
    await until(() => seen.length > 0);
    watch.stop();
    expect(seen).toEqual([2]);
  });

  it('refuses a reader without a credential, and one whose credential was revoked', async () => {
    const valid = credential;
    credential = 'mlr_0000000000000000_0000000000000000000000000000000000000000000';
    await expect(followerOf().read()).rejects.toMatchObject({ code: 'REGISTRY_CREDENTIAL_REFUSED' });
    await registry.services.credentials.revoke(valid.split('_')[1] ?? '', 'test');
    credential = valid;
    await expect(followerOf().read()).rejects.toMatchObject({ code: 'REGISTRY_CREDENTIAL_REFUSED' });
  });

  describe('that is not what it was', () => {
    let server: Server;
    let answer: unknown;
    beforeEach(async () => {
      server = createServer((request, response) => {
        if (request.url?.endsWith('/events')) {
          response.writeHead(404).end();
          return;
        }
        response.setHeader('etag', `"${Math.random()}"`);
        response.end(JSON.stringify(answer));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => new Promise((resolve) => server.close(resolve)));
    const impostor = () => {
      const address = server.address();
      return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    };
    const signedNow = async () => {
      const response = await fetch(`${registry.origin}/supergraph`, {
        headers: { authorization: `Bearer ${credential}` },
      });
      return (await response.json()) as { manifest: string; payload: string };
    };
    const refusalsOf = async () => {
      const follower = followerOf(impostor(), 20);
      const refusals: (string | undefined)[] = [];
      const watch = follower.follow(await followerOf().read(), {
        onChange: async () => void refusals.push('TAKEN'),
        onRefusal: (error) => void refusals.push(asHubError(error)?.code),
      });
      await until(() => refusals.length > 0);
      watch.stop();
      return refusals;
    };

    it('refuses an old document that is replayed, also after a restart', async () => {
      answer = await signedNow();
      await registry.setUp([ileDeFrance, bretagne]);
      expect(await refusalsOf()).toEqual(['SUPERGRAPH_OUTDATED']);
      const restarted = await followerOf(impostor()).read();
      expect([restarted.number, codesOf(restarted)]).toEqual([2, ['11', '53']]);
    });

    it('refuses a document that another key signed', async () => {
      const { payload } = await signedNow();
      const stranger = await makeSigningKey();
      const key = parseSigningKey(JSON.stringify(stranger.privateKey), 'test');
      answer = await signSupergraph(key, { number: 1, payload, composedAt: new Date() });
      expect(await refusalsOf()).toEqual(['SUPERGRAPH_REFUSED']);
    });

    it('refuses a payload that is not the one that was signed', async () => {
      const { manifest, payload } = await signedNow();
      answer = { manifest, payload: payload.replace('127.0.0.1:9', '127.0.0.1:8') };
      expect(await refusalsOf()).toEqual(['SUPERGRAPH_REFUSED']);
    });

    it('does not start from a copy that somebody changed', async () => {
      await followerOf().read();
      const path = join(folder.path, 'copy.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('127.0.0.1:9', '127.0.0.1:8'));
      answer = {};
      await expect(followerOf(impostor()).read()).rejects.toMatchObject({ code: 'SUPERGRAPH_REFUSED' });
    });
  });
});
