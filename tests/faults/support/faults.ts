import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { honestAnswer, type Json, type RegionQuestion } from './canned-region';

/** What may be said of a region. */
export type Status = 'LIVE' | 'TIMEOUT' | 'UNREACHABLE' | 'INVALID' | 'REFUSED' | 'MISSING';

/** One question to a faulty region. */
export interface Exchange {
  readonly code: string;
  readonly question: RegionQuestion;
  readonly response: ServerResponse;
  /** Where a redirect leads: nobody may ever come. */
  readonly trapUrl: string;
}

/** A way in which a region fails. */
export interface Fault {
  readonly name: string;
  /** What the hub may say of a region that answered this way. */
  readonly statuses: readonly Status[];
  serve(exchange: Exchange): void | Promise<void>;
}

/** Stands in everything that a region should not have said; it may appear in nothing that the hub answers. */
export const CANARY = 'canari-2-85-07-35-238-101-44';

/** Name of the state in which a region answers as it should. */
export const NO_FAULT = 'none';
/** Name of the fault in which a region answers with one indicator in error. */
export const FIELD_ERROR = 'field-error';

const JSON_TYPE = { 'content-type': 'application/json' };
const HUGE_BYTES = 200 * 1024 * 1024;
/** 48 MB of blanks in 48 kB, made before any clock runs. */
const BOMB = gzipSync(Buffer.alloc(48 * 1024 * 1024, ' '));
const DRIP_MILLISECONDS = 50;
const SLOW_MILLISECONDS = 150;

/** Regions that answer as they should. */
export const HEALTHY: Fault = lie(NO_FAULT, ['LIVE'], (answer) => answer);

/** Every fault of the suite. */
export const FAULTS: readonly Fault[] = [
  { name: 'hang', statuses: ['TIMEOUT'], serve: () => undefined },
  { name: 'drip', statuses: ['TIMEOUT'], serve: ({ response }) => drip(response) },
  {
    name: 'slow',
    statuses: ['LIVE'],
    serve: async (exchange) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MILLISECONDS));
      await HEALTHY.serve(exchange);
    },
  },
  { name: 'reset', statuses: ['UNREACHABLE'], serve: ({ response }) => void response.socket?.resetAndDestroy() },
  {
    name: 'cut-body',
    statuses: ['UNREACHABLE', 'INVALID'],
    serve: ({ code, question, response }) => {
      const text = JSON.stringify(honestAnswer(code, question));
      response.writeHead(200, { ...JSON_TYPE, 'content-length': String(text.length) });
      response.write(text.slice(0, text.length >> 1), () => response.socket?.destroy());
    },
  },
  page('status-500', ['INVALID'], 500, JSON_TYPE, JSON.stringify({ errors: [{ message: `at db.js:12 ${CANARY}` }] })),
  page('status-503', ['UNREACHABLE'], 503, { 'content-type': 'text/plain' }, CANARY),
  page('status-403', ['REFUSED'], 403, { 'content-type': 'text/plain' }, CANARY),
  page('html', ['INVALID'], 200, { 'content-type': 'text/html' }, `<h1>${CANARY}</h1>`),
  page('not-json', ['INVALID'], 200, JSON_TYPE, `{"data": ${CANARY}`),
  page('not-utf8', ['INVALID'], 200, JSON_TYPE, Buffer.from('7b2264617461ff', 'hex')),
  page('deep-nesting', ['INVALID'], 200, JSON_TYPE, deepAnswer(50_000)),
  {
    name: 'redirect',
    statuses: ['INVALID'],
    serve: ({ response, trapUrl }) => void response.writeHead(302, { location: trapUrl }).end(),
  },
  { name: 'huge-body', statuses: ['INVALID', 'TIMEOUT'], serve: ({ response }) => sendHuge(response) },
  {
    name: 'gzip-bomb',
    statuses: ['INVALID', 'TIMEOUT'],
    serve: ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(BOMB);
    },
  },
  lie('empty-shard', ['INVALID', 'MISSING'], (answer) => eachShard(answer, () => ({}))),
  lie('null-shard', ['MISSING'], (answer) => eachShard(answer, () => null)),
  lie('null-data', ['MISSING', 'INVALID'], () => ({ data: null, errors: [{ message: CANARY }] })),
  lie('text-for-number', ['INVALID'], (answer) =>
    eachShard(answer, (shard) => ({ ...shard, ...badly(shard, CANARY) })),
  ),
  lie('number-out-of-range', ['INVALID'], (answer) =>
    eachShard(answer, (shard) => ({ ...shard, ...badly(shard, 1e30) })),
  ),
  lie('negative', ['INVALID'], (answer) => eachShard(answer, (shard) => ({ ...shard, ...badly(shard, -1) }))),
  lie('wrong-typename', ['INVALID'], (answer) =>
    eachShard(answer, (shard) => ({ ...shard, __typename: 'NationaleFigures' })),
  ),
  lie('proto-key', ['INVALID'], (answer) =>
    eachShard(
      answer,
      (shard) => JSON.parse(`{"__proto__":{"polluted":true},${JSON.stringify(shard).slice(1)}`) as Json,
    ),
  ),
  lie('foreign-rows', ['INVALID'], (_, { code, question }) => foreignAnswer(code, question)),
  lie('more-rows', ['INVALID'], ({ data }) => ({ data: { _entities: [...entitiesOf(data), ...entitiesOf(data)] } })),
  lie('forged-error-path', ['INVALID'], (answer) => ({
    ...answer,
    errors: [{ message: CANARY, path: ['consolidation', 'regions', 3, 'figures'] }],
  })),
  lie('stale', ['INVALID'], (_, { code, question }) => honestAnswer(code, otherScope(question))),
  lie(FIELD_ERROR, ['LIVE'], (answer) =>
    'participants' in (entitiesOf(answer['data'])[0] ?? {})
      ? {
          ...eachShard(answer, (shard) => ({ ...shard, participants: null })),
          errors: [{ message: CANARY, path: ['_entities', 0, 'participants'] }],
        }
      : answer,
  ),
];

/** The fault of that name, the healthy state included. */
export function faultNamed(name: string): Fault {
  const found = [HEALTHY, ...FAULTS].find((fault) => fault.name === name);
  if (found === undefined) throw new RangeError(`No fault is named "${name}"`);
  return found;
}

function page(
  name: string,
  statuses: readonly Status[],
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): Fault {
  return { name, statuses, serve: ({ response }) => void response.writeHead(status, headers).end(body) };
}

/** A fault that is a well-transported answer with something else in it. */
function lie(name: string, statuses: readonly Status[], change: (answer: Json, exchange: Exchange) => Json): Fault {
  return {
    name,
    statuses,
    serve: (exchange) => {
      const answer = change(honestAnswer(exchange.code, exchange.question), exchange);
      exchange.response.writeHead(200, JSON_TYPE).end(JSON.stringify(answer));
    },
  };
}

function entitiesOf(data: unknown): Json[] {
  return (data as { _entities: Json[] })._entities;
}

function eachShard(answer: Json, change: (shard: Json) => Json | null): Json {
  return { ...answer, data: { _entities: entitiesOf(answer['data']).map(change) } };
}

/** The first number or list of a shard, replaced by something that it cannot be. */
function badly(shard: Json, value: unknown): Json {
  const name = Object.keys(shard).find((key) => typeof shard[key] === 'number' || Array.isArray(shard[key]));
  return name === undefined ? {} : { [name]: value };
}

/** What another region would answer, proof included. */
function foreignAnswer(code: string, question: RegionQuestion): Json {
  return honestAnswer(code === '53' ? '11' : '53', question);
}

/** The same question for the year before: its true answer is a stale one of this question. */
function otherScope({ query, variables }: RegionQuestion): RegionQuestion {
  const representations = (variables.representations ?? []).map((reference) => {
    const scope = JSON.parse(Buffer.from(String(reference['scope']), 'base64url').toString('utf8')) as Json;
    const before = (month: unknown) => `${Number(String(month).slice(0, 4)) - 1}${String(month).slice(4)}`;
    const older = { ...scope, from: before(scope['from']), to: before(scope['to']) };
    return { ...reference, scope: Buffer.from(JSON.stringify(older), 'utf8').toString('base64url') };
  });
  return { query, variables: { representations } };
}

function drip(response: ServerResponse): void {
  response.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => response.write(' '), DRIP_MILLISECONDS);
  response.once('close', () => clearInterval(timer));
}

/** Written as fast as it is read, and never held in memory. */
async function sendHuge(response: ServerResponse): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  response.writeHead(200, JSON_TYPE);
  function* chunks(): Generator<Buffer> {
    for (let sent = 0; sent < HUGE_BYTES; sent += chunk.length) yield chunk;
  }
  await pipeline(Readable.from(chunks()), response).catch(() => undefined);
}

function deepAnswer(depth: number): string {
  return `{"data":{"_entities":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
}
