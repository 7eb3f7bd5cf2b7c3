import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import { Agent, request as send } from 'undici';
import { type Caller, createHubTokenSigner, publicKeysOf } from '../../subgraphs/kit/identity';
import { answeredFor, type AnyScope, encodeScope } from '../../subgraphs/kit/scope';
import type { ConformanceTarget } from '../../conformance';

/** JSON that a mutant reads and changes where it expects something. */
export type Loose = Record<string, unknown>;

/** A request to the region, on its way. */
export interface Question {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Record<string, string>;
  readonly body: string;
  /** Bytes of the body, as they came. */
  readonly bytes: Buffer;
  /** The body as JSON; undefined when it is none, or no object. */
  readonly json: { query?: unknown; variables?: Loose } | undefined;
  /** What the token says, whoever signed it. */
  readonly token: { readonly header: Loose; readonly claims: JWTPayload & Loose } | undefined;
}

/** An answer on its way back. */
export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer;
}

/** What a mutant has at hand beside the question. */
export interface Way {
  /** Hands the question, or a changed one, to the unbroken region. */
  passOn(changes?: Partial<Pick<Question, 'method' | 'path' | 'headers' | 'body' | 'bytes'>>): Promise<Reply>;
  /** A token that the region accepts, for that caller. */
  goodToken(caller: Caller): Promise<string>;
  /** Whether that token carries a signature of the hub. */
  isSigned(token: string): Promise<boolean>;
}

/** One behaviour, broken. */
export type Mutation = (question: Question, way: Way) => Promise<Reply>;

/** A region with one behaviour broken: the real one, behind a thin layer over HTTP. */
export interface MutantRegion {
  readonly target: ConformanceTarget;
  close(): Promise<void>;
}

/** Starts the layer in front of an unbroken region. */
export async function startMutant(unbroken: ConformanceTarget, mutation: Mutation): Promise<MutantRegion> {
  const { region, key } = unbroken;
  const signer = createHubTokenSigner(key.signing);
  const keys = createLocalJWKSet(publicKeysOf(key.signing));
  const agent = new Agent();
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const question = await readQuestion(incoming);
      const reply = await mutation(question, {
        passOn: (changes = {}) => passOn(unbroken.url, agent, question, changes),
        goodToken: (caller) => signer.tokenFor({ audience: region.subgraph, caller }),
        isSigned: (token) =>
          compactVerify(token, keys).then(
            () => true,
            () => false,
          ),
      });
      outgoing.writeHead(reply.status, reply.headers).end(reply.body);
    })().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: { ...unbroken, url: `http://127.0.0.1:${port}/graphql` },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await agent.close();
    },
  };
}

async function readQuestion(incoming: IncomingMessage): Promise<Question> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const body = bytes.toString('utf8');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers,
    body,
    bytes,
    json: parseObject(body),
    token: readToken(headers['authorization']),
  };
}

async function passOn(
  url: string,
  agent: Agent,
  question: Question,
  changes: Partial<Pick<Question, 'method' | 'path' | 'headers' | 'body' | 'bytes'>>,
): Promise<Reply> {
  const { method, path, headers } = { ...question, ...changes };
  const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...passed } = headers;
  const body = changes.bytes ?? (changes.body === undefined ? question.bytes : Buffer.from(changes.body));
  const answer = await send(new URL(path, url), {
    method: method as 'POST',
    headers: passed,
    ...(method === 'POST' ? { body } : {}),
    dispatcher: agent,
  });
  const { connection: _____, 'content-length': ______, 'keep-alive': _______, ...received } = answer.headers;
  const replied = Object.entries(received).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return { status: answer.statusCode, headers: Object.fromEntries(replied), body: await answer.body.text() };
}

/** Changes what a reply holds as JSON; a reply that is no JSON object passes. */
export function editReply(reply: Reply, edit: (json: Loose) => void): Reply {
  const json = parseObject(String(reply.body));
  if (json === undefined) return reply;
  edit(json);
  return { ...reply, body: JSON.stringify(json) };
}

/** Changes every entity of one type, named as in the template, with the reference that it answers. */
export function onEntity(
  type: string,
  edit: (entity: Loose, reference: Loose, list: (Loose | null)[], index: number) => void,
): Mutation {
  return async (question, way) => editEntities(question, await way.passOn(), type, edit);
}

/** The same, on a reply that is at hand. */
export function editEntities(
  question: Question,
  reply: Reply,
  type: string,
  edit: (entity: Loose, reference: Loose, list: (Loose | null)[], index: number) => void,
): Reply {
  const references = referencesOf(question);
  return editReply(reply, (json) => {
    const list = ((json['data'] as Loose | null | undefined)?.['_entities'] ?? []) as (Loose | null)[];
    list.forEach((entity, index) => {
      const reference = references[index] ?? {};
      if (entity !== null && isOf(reference, type)) edit(entity, reference, list, index);
    });
  });
}

/** Changes the references of one type, named as in the template, before the region sees them. */
export function editReferences(question: Question, type: string, edit: (reference: Loose) => Loose): { body: string } {
  const references = referencesOf(question).map((one) => (isOf(one, type) ? edit(one) : one));
  const name = Object.hasOwn(question.json?.variables ?? {}, 'references') ? 'references' : 'representations';
  const variables = { ...question.json?.variables, [name]: references };
  return { body: JSON.stringify({ ...question.json, variables }) };
}

/** Answers another scope than the one asked, and says that it is the one asked: what a misread scope looks like. */
export function onScope(type: string, edit: (scope: Loose) => Loose): Mutation {
  return async (question, way) => {
    if (!referencesOf(question).some((one) => isOf(one, type))) return way.passOn();
    const changed = editReferences(question, type, (one) => ({ ...one, scope: rewritten(String(one['scope']), edit) }));
    return editEntities(question, await way.passOn(changed), type, (entity, reference) => {
      const claim = answeredFor(String(reference['region']), String(reference['scope']));
      if (typeof entity['answeredFor'] === 'string') entity['answeredFor'] = claim;
    });
  };
}

/** The scope of a reference. */
export function scopeOf(reference: Loose): Loose {
  return parseObject(Buffer.from(String(reference['scope']), 'base64url').toString('utf8')) ?? {};
}

/** References of a question for entities. */
export function referencesOf({ json }: Question): readonly Loose[] {
  const { representations, references } = json?.variables ?? {};
  const found = representations ?? references;
  return Array.isArray(found) ? (found as Loose[]) : [];
}

/** Whether a reference is of a type, named as in the template without its prefix. */
export function isOf(reference: Loose, type: string): boolean {
  return String(reference['__typename']).endsWith(type);
}

/** Sends the question on behalf of another caller, when the condition holds. */
export function asCaller(when: (question: Question) => boolean, caller: Caller): Mutation {
  return async (question, { passOn: pass, goodToken }) => {
    if (!when(question)) return pass();
    return pass({ headers: { ...question.headers, authorization: `Bearer ${await goodToken(caller)}` } });
  };
}

function rewritten(scope: string, edit: (scope: Loose) => Loose): string {
  const json = parseObject(Buffer.from(scope, 'base64url').toString('utf8'));
  return json === undefined ? scope : encodeScope(edit(json) as unknown as AnyScope);
}

function readToken(authorization: string | undefined): Question['token'] {
  try {
    const token = (authorization ?? '').replace('Bearer ', '');
    return { header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

function parseObject(text: string): Loose | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined;
  } catch {
    return undefined;
  }
}
