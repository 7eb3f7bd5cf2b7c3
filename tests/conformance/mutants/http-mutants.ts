import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { editReply, type Loose, type Question, type Reply } from '../../support/mutant-region';
import type { Mutant } from './mutant';

const json = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const isGood = ({ headers }: Question) => headers['authorization'] !== undefined;

/** The answer that a form or a query string would get if it were taken for a question. */
const TYPE_NAME = json(200, { data: { __typename: 'Query' } });

const LARGE = 400 * 1024;
const DEPTH = 200_000;

/** Regions that are wrong about HTTP, and about what they must not let in or out. */
export const HTTP_MUTANTS: readonly Mutant[] = [
  {
    does: 'redirects to another address',
    reason: 'REDIRECTED',
    mutation: async () => ({ status: 307, headers: { location: 'http://127.0.0.1:1/graphql' }, body: '' }),
  },
  {
    does: 'trusts the keys of another hub',
    reason: 'TOKEN_NOT_ACCEPTED',
    mutation: async () => json(401, { errors: [{ message: 'Who are you?' }] }),
  },
  {
    does: 'answers the page of a web site',
    reason: 'NOT_GRAPHQL',
    mutation: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' }),
  },
  {
    does: 'says that its JSON is text',
    reason: 'NOT_GRAPHQL',
    mutation: async (_, { passOn }) => {
      const reply = await passOn();
      return { ...reply, headers: { ...reply.headers, 'content-type': 'text/plain' } };
    },
  },
  {
    does: 'compresses answers for whoever accepts none of it',
    reason: 'COMPRESSED',
    mutation: async (_, { passOn }) => {
      const reply = await passOn();
      return { ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' }, body: gzipSync(reply.body) };
    },
  },
  {
    does: 'answers questions by GET',
    reason: 'ANSWERED_GET',
    mutation: async (question, { passOn }) => (question.method === 'GET' ? TYPE_NAME : passOn()),
  },
  {
    does: 'answers forms',
    reason: 'ANSWERED_FORM',
    mutation: async (question, { passOn }) =>
      question.headers['content-type']?.includes('form') === true ? TYPE_NAME : passOn(),
  },
  {
    does: 'shows where its errors come from',
    reason: 'ERROR_LEAKS',
    mutation: async (_, { passOn }) =>
      editReply(await passOn(), (answer) => {
        for (const error of (answer['errors'] ?? []) as { extensions?: Loose }[]) {
          error.extensions = { ...error.extensions, stacktrace: ['Error: x', 'at read (/srv/region/books.js:12:7)'] };
        }
      }),
  },
  {
    does: 'shows the statement that failed',
    reason: 'ERROR_LEAKS',
    mutation: async (_, { passOn }) =>
      editReply(await passOn(), (answer) => {
        for (const error of (answer['errors'] ?? []) as { message: string }[]) {
          error.message = 'QueryFailedError: SELECT siret FROM contractor WHERE id = $1';
        }
      }),
  },
  {
    does: 'fails on broken input',
    reason: 'BROKEN_INPUT_IS_500',
    mutation: async (_, { passOn }) => {
      const reply = await passOn();
      return reply.status === 400 ? { ...reply, status: 500 } : reply;
    },
  },
  {
    does: 'answers broken input with a page',
    reason: 'ERROR_NOT_JSON',
    mutation: async (_, { passOn }) => {
      const reply = await passOn();
      if (reply.status !== 400) return reply;
      return { status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>Bad request</h1>' };
    },
  },
  {
    does: 'takes a body of any size',
    reason: 'BODY_NOT_CAPPED',
    mutation: async (question, { passOn }) =>
      question.bytes.length > LARGE && isGood(question) ? TYPE_NAME : passOn(),
  },
  {
    does: 'takes small bodies only',
    reason: 'BODY_CAP_TOO_SMALL',
    mutation: async (question, { passOn }) =>
      question.bytes.length > 100_000 ? json(413, { errors: [{ message: 'Too large.' }] }) : passOn(),
  },
  {
    does: 'answers several operations at once',
    reason: 'BATCH_ANSWERED',
    mutation: async (question, { passOn }) =>
      question.body.startsWith('[') && isGood(question)
        ? json(200, [{ data: { __typename: 'Query' } }, { data: { __typename: 'Query' } }])
        : passOn(),
  },
  {
    does: 'does not mark its demonstration rows',
    reason: 'DEMONSTRATION_NOT_MARKED',
    mutation: async (_, { passOn }) => {
      const reply = await passOn();
      const { 'maillage-demonstration': _mark, ...headers } = reply.headers;
      return { ...reply, headers };
    },
  },
  {
    does: 'never answers for a place',
    reason: 'NO_ANSWER_IN_TIME',
    options: { requestTimeoutMilliseconds: 1_000 },
    mutation: async (question, { passOn }) =>
      question.body.includes('facilitatorIds') ? new Promise<never>(() => undefined) : passOn(),
  },
  {
    does: 'answers more than the hub reads',
    reason: 'ANSWER_TOO_LARGE',
    mutation: async (question, { passOn }) => {
      const reply = await passOn();
      return question.body.includes('facilitatorIds') ? { ...reply, body: Buffer.alloc(9 * 1024 * 1024, ' ') } : reply;
    },
  },
  {
    does: 'answers lists in lists without end',
    reason: 'ANSWER_MALFORMED',
    mutation: async (_, { passOn }) => {
      const reply = await passOn();
      const endless = `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`;
      return { ...reply, body: String(reply.body).replace(/"qpvParticipants":\d+/, `"qpvParticipants":${endless}`) };
    },
  },
  {
    does: 'answers late',
    reason: 'ANSWER_TOO_SLOW',
    // Every answer takes longer than the limit, so that it does not depend on the machine which of them do.
    options: { maxAnswerMilliseconds: 15 },
    mutation: async (_, { passOn }) => {
      await sleep(20);
      return passOn();
    },
  },
];
