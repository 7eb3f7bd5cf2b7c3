import { request } from 'node:http';
import { createPrivateKey, sign } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose';
import type { GatewayIdentity } from '../../gateway/identity';
import {
  type Caller,
  createHubTokenSigner,
  createHubTokenVerifier,
  type HubSigningKey,
  makeSigningKey,
  parseSigningKey,
} from '../../subgraphs/kit/identity';
import {
  COVERED_COMPONENTS,
  contentDigestOf,
  createQuestionSigner,
  createQuestionVerifier,
} from '../../subgraphs/kit/signatures';

/** A gateway's key, and what regions do with its public half. */
export interface HubOfTest {
  readonly signing: HubSigningKey;
  readonly publicKeys: JSONWebKeySet;
  /** How the gateway shows itself to subgraphs. */
  readonly shows: Required<Pick<GatewayIdentity, 'signer' | 'questionSigner' | 'publicKeys'>>;
  /** Value of `authorization` for that subgraph and caller. */
  bearer(audience: string, caller?: Caller): Promise<string>;
  tokensFor(audience: string): ReturnType<typeof createHubTokenVerifier>;
  questions(publicUrl?: string): ReturnType<typeof createQuestionVerifier>;
}

/** Makes a key of a gateway. */
export async function createHubOfTest(): Promise<HubOfTest> {
  const { privateKey, publicKeys } = await makeSigningKey();
  const signing = parseSigningKey(JSON.stringify(privateKey), 'test');
  const signer = createHubTokenSigner(signing);
  return {
    signing,
    publicKeys,
    shows: { signer, questionSigner: createQuestionSigner(signing), publicKeys },
    bearer: async (audience, caller = { role: 'consolidator' }) =>
      `Bearer ${await signer.tokenFor({ audience, caller })}`,
    tokensFor: (audience) => createHubTokenVerifier(audience, createLocalJWKSet(publicKeys)),
    questions: (publicUrl) => createQuestionVerifier(createLocalJWKSet(publicKeys), publicUrl),
  };
}

/** A question over HTTP, as a test writes it. */
export interface RawQuestion {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** How a signature differs from one of the gateway. */
export interface Deviation {
  readonly fields?: readonly string[];
  /** Seconds from now. */
  readonly created?: number | null;
  readonly expires?: number | null;
  readonly keyid?: string | null;
  readonly alg?: string | null;
  readonly tag?: string | null;
  readonly key?: JWK;
  readonly label?: string;
}

/** Signs as the gateway does but for the deviation, by code of its own: what is under test signs nothing here. */
export async function signWith(
  hub: HubOfTest,
  { url, headers, body }: RawQuestion,
  deviation: Deviation = {},
): Promise<RawQuestion> {
  const given = { created: 0, expires: 15, keyid: hub.signing.kid, alg: 'ed25519', tag: 'maillage', ...deviation };
  const key = createPrivateKey({ key: (deviation.key ?? hub.signing.key) as never, format: 'jwk' });
  const params = (['created', 'expires', 'keyid', 'alg', 'tag'] as const).filter((name) => given[name] !== null);
  const moment = (seconds: number | null) => new Date(Date.now() + (seconds ?? 0) * 1_000);
  const digested = { 'content-digest': contentDigestOf(body), ...headers };
  const signed = await httpbis.signMessage(
    {
      key: { sign: (data) => Promise.resolve(sign(null, data, key)) },
      name: given.label ?? 'other',
      fields: [...(given.fields ?? COVERED_COMPONENTS)],
      params,
      paramValues: {
        created: moment(given.created),
        expires: moment(given.expires),
        keyid: given.keyid ?? undefined,
        alg: given.alg ?? undefined,
        tag: given.tag ?? undefined,
      },
    },
    { method: 'POST', url, headers: digested },
  );
  return { url, headers: signed.headers as Record<string, string>, body };
}

/** What came back. */
export interface RawReply {
  readonly status: number | undefined;
  readonly code: unknown;
  readonly message: string;
  readonly data: unknown;
}

/** Sends a question as it stands, headers such as `host` included, to that address. */
export function sendRaw(address: string, { url, headers, body }: RawQuestion): Promise<RawReply> {
  const { pathname, search } = new URL(url);
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path: `${pathname}${search}`, method: 'POST', headers, agent: false };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
          readonly data?: unknown;
          readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code?: unknown } }[];
        };
        const [error] = answer.errors ?? [];
        const { statusCode: status } = response;
        resolve({ status, code: error?.extensions.code, message: error?.message ?? '', data: answer.data });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
