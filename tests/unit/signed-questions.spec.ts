import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { HubError } from '../../subgraphs/kit/errors';
import { makeSigningKey } from '../../subgraphs/kit/identity';
import { createSubgraphServer, type SubgraphServer } from '../../subgraphs/kit/server';
import {
  contentDigestOf,
  COVERED_COMPONENTS,
  createQuestionSigner,
  createQuestionVerifier,
  type QuestionVerifier,
} from '../../subgraphs/kit/signatures';
import { silentLogger } from '../support/gateway-servers';
import {
  createHubOfTest,
  type Deviation,
  type HubOfTest,
  type RawQuestion,
  type RawReply,
  sendRaw,
  signWith,
} from '../support/signed-questions';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { hours: Int }`;
const BODY = JSON.stringify({ query: '{ hours }' });
const OTHER_BODY = JSON.stringify({ query: '{ __typename }' });
const AUDIENCE = 'region-53';

let hub: HubOfTest;
let server: SubgraphServer;
let asked = 0;
const started: SubgraphServer[] = [];

async function start(questions: QuestionVerifier | undefined, name = AUDIENCE): Promise<SubgraphServer> {
  const subgraph = await createSubgraphServer({
    name,
    typeDefs: SDL,
    resolvers: { Query: { hours: () => 7 } },
    createContext: () => {
      asked += 1;
      return {};
    },
    tokens: hub.tokensFor(name),
    questions,
    logger: silentLogger,
    port: 0,
    limits: { drainDelay: 0, stopGrace: 100 },
  });
  started.push(subgraph);
  return subgraph;
}

beforeAll(async () => {
  hub = await createHubOfTest();
  server = await start(hub.questions());
});
afterAll(() => Promise.all(started.map((subgraph) => subgraph.stop())));
beforeEach(() => {
  asked = 0;
});

async function question(changed: Partial<RawQuestion> = {}): Promise<RawQuestion> {
  const headers = { 'content-type': 'application/json', authorization: await hub.bearer(AUDIENCE) };
  return { url: server.url, body: BODY, ...changed, headers: { ...headers, ...changed.headers } };
}
const signed = async (deviation?: Deviation) => signWith(hub, await question(), deviation);
/** Sent with another header, body or address than it was signed with. */
const altered = async (changed: Partial<RawQuestion>, deviation?: Deviation): Promise<RawReply> => {
  const good = await signed(deviation);
  return sendRaw(server.url, { ...good, ...changed, headers: { ...good.headers, ...changed.headers } });
};
function expectRefused(reply: RawReply, reason: string): void {
  expect([reply.status, reply.code, reply.data]).toEqual([401, 'HUB_SIGNATURE_REFUSED', undefined]);
  expect(reply.message).toContain(reason);
  expect(asked).toBe(0);
}

describe('a region that takes signed questions only', () => {
  it('answers what the gateway signs', async () => {
    const { url, headers, body } = await question();
    const signature = await createQuestionSigner(hub.signing).sign({ url: new URL(url), headers, body: String(body) });
    expect(signature['signature-input']).toMatch(
      /^maillage=\(.*\);created=\d+;expires=\d+;keyid=".+";alg="ed25519";tag="maillage"$/,
    );
    const reply = await sendRaw(server.url, { url, headers: signature, body });
    expect([reply.status, reply.data]).toEqual([200, { hours: 7 }]);
  });

  it('answers what other code has signed in the same way', async () => {
    expect((await sendRaw(server.url, await signed())).data).toEqual({ hours: 7 });
  });

  it('refuses a question without a signature', async () => {
    expectRefused(await sendRaw(server.url, await question()), 'carries no signature');
  });

  it('refuses a signature without what it covers, and the other way round', async () => {
    const { headers, ...rest } = await signed();
    const { 'Signature-Input': input = '', Signature: signature = '', ...others } = headers;
    expectRefused(await sendRaw(server.url, { ...rest, headers: { ...others, signature } }), 'carries no signature');
    const half = await sendRaw(server.url, { ...rest, headers: { ...others, 'signature-input': input } });
    expectRefused(half, 'cannot be checked');
  });

  it.each<[string, Deviation, string]>([
    ['with another tag', { tag: 'web-bot-auth' }, 'carries no signature with the tag'],
    ['without a tag', { tag: null }, 'carries no signature with the tag'],
    ['of another algorithm', { alg: 'hmac-sha256' }, 'not of algorithm "ed25519"'],
    ['that names no algorithm', { alg: null }, 'lacks'],
    ['that names no key', { keyid: null }, 'lacks'],
    ['of a key that nobody knows', { keyid: 'stranger' }, 'not one of the hub'],
    ['that does not say when it was made', { created: null }, 'lacks'],
    ['that never ends', { expires: null }, 'lacks'],
    ['that has expired', { created: -60, expires: -30 }, 'has expired'],
    ['of the future', { created: 60, expires: 75 }, 'of the future'],
    ['that ends before it begins', { created: 2, expires: 1 }, 'does not live'],
    ['that lives for more than a minute', { expires: 61 }, 'does not live'],
    [
      'that covers a part of the digest',
      {
        fields: COVERED_COMPONENTS.map((name) => (name === 'content-digest' ? '"content-digest";key="sha-256"' : name)),
      },
      'does not cover content-digest',
    ],
  ])('refuses a signature %s', async (_how, deviation, reason) => {
    expectRefused(await sendRaw(server.url, await signed(deviation)), reason);
  });

  it('refuses a signature of another key under the name of the right one', async () => {
    const { privateKey } = await makeSigningKey();
    expectRefused(await sendRaw(server.url, await signed({ key: privateKey })), 'not that of this question');
  });

  it.each([...COVERED_COMPONENTS])('refuses a signature that does not cover %s', async (component) => {
    const fields = COVERED_COMPONENTS.filter((name) => name !== component);
    expectRefused(await sendRaw(server.url, await signed({ fields })), `does not cover ${component}.`);
  });

  it('refuses another body', async () => {
    expectRefused(await altered({ body: OTHER_BODY }), 'does not match its digest');
  });

  it('refuses another body with a digest of its own', async () => {
    const headers = { 'content-digest': contentDigestOf(OTHER_BODY) };
    expectRefused(await altered({ body: OTHER_BODY, headers }), 'not that of this question');
  });

  it('refuses a body that is no JSON any more by its digest, before it is parsed', async () => {
    expectRefused(await altered({ body: BODY.slice(1) }), 'does not match its digest');
  });

  it('refuses a body that the signature holds no digest of', async () => {
    const md5 = `md5=:${createHash('md5').update(BODY).digest('base64')}:`;
    for (const digest of [md5, '', 'sha-256="text"', 'sha-256=:AAAA:', '(((']) {
      const weak = await signWith(hub, await question({ headers: { 'content-digest': digest } }));
      const reply = await sendRaw(server.url, weak);
      expect([digest, reply.status, reply.code]).toEqual([digest, 401, 'HUB_SIGNATURE_REFUSED']);
      expect(asked).toBe(0);
    }
  });

  it('reads SHA-512 as well, and believes no digest beside a wrong one', async () => {
    const sha512 = `sha-512=:${createHash('sha512').update(BODY).digest('base64')}:`;
    const good = await signWith(hub, await question({ headers: { 'content-digest': sha512 } }));
    expect((await sendRaw(server.url, good)).data).toEqual({ hours: 7 });
    asked = 0;
    const both = `${contentDigestOf(OTHER_BODY)}, ${sha512}`;
    const bad = await signWith(hub, await question({ headers: { 'content-digest': both } }));
    expectRefused(await sendRaw(server.url, bad), 'does not match its digest');
  });

  it('refuses what was signed for another path or query', async () => {
    for (const address of [`${server.url}/`, server.url.replace('graphql', 'GraphQL'), `${server.url}?query=x`]) {
      expectRefused(await altered({ url: address }), 'not that of this question');
    }
  });

  it('refuses what was signed with the token of another caller', async () => {
    const authorization = await hub.bearer(AUDIENCE, { role: 'coordination', region: '53' });
    expectRefused(await altered({ headers: { authorization } }), 'not that of this question');
  });

  it('refuses what was signed with another content type', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-16' };
    expectRefused(await altered({ headers }), 'not that of this question');
  });

  it('refuses what was signed for another host', async () => {
    expectRefused(await altered({ headers: { host: 'region-11.example.org' } }), 'not that of this question');
  });

  it('refuses what cannot be read, and a host that is none', async () => {
    expectRefused(await altered({ headers: { 'Signature-Input': '(((' } }), 'cannot be read');
    expectRefused(await altered({ headers: { Signature: 'other=7' } }), 'cannot be checked');
    expectRefused(await altered({ headers: { host: 'a b' } }), 'names no host');
  });

  it('refuses two signatures of the hub, and passes over that of a proxy', async () => {
    const twice = await signWith(hub, await signed({ label: 'first' }), { label: 'second' });
    expectRefused(await sendRaw(server.url, twice), 'two signatures');
    const { privateKey } = await makeSigningKey();
    const proxied = await signWith(hub, await signed(), { label: 'proxy', tag: 'proxy', key: privateKey });
    expect((await sendRaw(server.url, proxied)).data).toEqual({ hours: 7 });
  });

  it('takes no compressed body, and none that is not JSON', async () => {
    const zipped = await question({ body: gzipSync(BODY), headers: { 'content-encoding': 'gzip' } });
    expect((await sendRaw(server.url, await signWith(hub, zipped))).status).toBe(415);
    const text = await question({ headers: { 'content-type': 'text/plain' } });
    expectRefused(await sendRaw(server.url, await signWith(hub, text)), 'not one of JSON');
  });

  it('asks for the token first', async () => {
    const { headers, ...rest } = await signed();
    const reply = await sendRaw(server.url, { ...rest, headers: { ...headers, authorization: 'Bearer a.b.c' } });
    expect([reply.status, reply.code]).toEqual([401, 'HUB_TOKEN_REFUSED']);
  });

  it('refuses at another region what was meant for this one, even under its host name', async () => {
    const other = await start(hub.questions(), 'region-11');
    const { host } = new URL(server.url);
    const good = await signed();
    const reply = await sendRaw(other.url, { ...good, headers: { ...good.headers, host } });
    expect([reply.status, reply.code, asked]).toEqual([401, 'HUB_TOKEN_REFUSED', 0]);
    // With a token for it, the signature is what stands in the way.
    const authorization = await hub.bearer('region-11');
    expectRefused(
      await sendRaw(other.url, { ...good, headers: { ...good.headers, host, authorization } }),
      'not that of',
    );
  });

  it('believes its public address where a proxy in front writes host and path anew', async () => {
    const behind = await start(hub.questions('https://subgraph.example.org/hub/graphql'));
    const asSigned = await signWith(hub, await question({ url: 'https://subgraph.example.org/hub/graphql' }));
    const rewritten = { ...asSigned, url: behind.url };
    expect((await sendRaw(behind.url, rewritten)).data).toEqual({ hours: 7 });
    asked = 0;
    expectRefused(
      await sendRaw(behind.url, { ...rewritten, url: `${behind.url}?query=x` }),
      'not that of this question',
    );
    const here = await signWith(hub, await question({ url: behind.url }));
    expectRefused(await sendRaw(behind.url, here), 'not that of this question');
  });
});

it('a region that does not ask for signatures answers without them, and does not look at them', async () => {
  const open = await start(undefined);
  const plain = await question({ url: open.url, headers: { 'signature-input': '(((' } });
  expect((await sendRaw(open.url, plain)).data).toEqual({ hours: 7 });
});

it('says that keys cannot be had, and not that a signature is wrong', async () => {
  const away = new HubError('IDENTITY_UNAVAILABLE', 'The keys cannot be fetched now.');
  const verifier = createQuestionVerifier(() => Promise.reject(away));
  const { headers } = await signed();
  const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const arrived = { method: 'POST', target: '/graphql', headers: lowered };
  await expect(verifier.check(arrived)).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' });
});
