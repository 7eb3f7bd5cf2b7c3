import { expect, NotRun, type ReasonCode } from '../report';
import { CONSOLIDATOR, isJson, itemsOf, type Json, type Session, shown } from '../session';
import type { CheckGroup } from './check';
import { readTotals } from './figures-facts';

/** What every endpoint of the hub accepts at least: the hub's own questions are smaller. */
const ACCEPTED_BYTES = 256 * 1024;

const bearer = async ({ tokens }: Session) => ({ authorization: `Bearer ${await tokens.good(CONSOLIDATOR)}` });

/** Bodies that no correct client sends. */
function brokenBodies({ typeOf, region }: Session): Readonly<Record<string, string | Buffer>> {
  const desks = (id: unknown) =>
    JSON.stringify({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typeOf('ShardDesk')} { id name } } }`,
      variables: { r: [{ __typename: typeOf('ShardDesk'), id }] },
    });
  return {
    'that is not JSON': '{ "query": ',
    'that is a JSON text': '"{ __typename }"',
    'without a query': '{}',
    'whose query does not parse': JSON.stringify({ query: '{ __typename' }),
    'that asks for an unknown field': JSON.stringify({ query: '{ noSuchFieldAtAll }' }),
    'that asks for an unknown type': JSON.stringify({
      query: '{ _entities(representations: [{ __typename: "NoSuchType", id: "1" }]) { __typename } }',
    }),
    'whose references are no list': JSON.stringify({
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      variables: { r: 7 },
    }),
    'with a quote in an identifier': desks(`${region.code}-1' OR '1'='1`),
    'with a zero byte in an identifier': desks(`${region.code}-1\u0000`),
    'with an object as identifier': desks({ $ne: null }),
    'with an identifier of 10,000 digits': desks(`${region.code}-${'9'.repeat(10_000)}`),
    'that is not UTF-8': Buffer.from('7b22717565727922 3a22 80fffe 227d'.replaceAll(' ', ''), 'hex'),
  };
}

/** A question padded to a size, which is valid but for it. */
function bodyOf(bytes: number): string {
  const body = JSON.stringify({ query: '{ __typename }', extensions: { padding: '' } });
  return body.replace('"padding":""', `"padding":"${'x'.repeat(Math.max(0, bytes - body.length))}"`);
}

const isAnswered = (json: unknown): boolean => isJson(json) && isJson(json['data']);

/** That nothing leaves the region which does not belong outside, and that it bears large and broken requests. */
export const protectionChecks: CheckGroup = {
  name: 'protection',
  needs: ['endpoint.answers', 'schema.types'],
  checks: [
    {
      name: 'broken-input',
      title: 'refuses broken input as JSON, and not as a fault of its own',
      run: async (session) => {
        const headers = await bearer(session);
        for (const [what, body] of Object.entries(brokenBodies(session))) {
          const { status, json } = await session.send({ body, headers });
          expect(status < 500, 'BROKEN_INPUT_IS_500', `A body ${what} got status ${status}.`);
          expect(isJson(json), 'ERROR_NOT_JSON', `A body ${what} got status ${status} and no JSON object.`);
        }
      },
    },
    {
      name: 'body-size',
      title: 'refuses a body over the limit',
      run: async (session) => {
        const { bodyLimitBytes } = session.options;
        const headers = await bearer(session);
        const fair = await session.sendUnlessCut({ body: bodyOf(ACCEPTED_BYTES), headers });
        const isFair = fair !== undefined && isAnswered(fair.json);
        expect(isFair, 'BODY_CAP_TOO_SMALL', `A body of ${ACCEPTED_BYTES} bytes got status ${fair?.status ?? 'none'}.`);
        // Ending the connection while the body still comes is a refusal, too.
        const large = await session.sendUnlessCut({ body: bodyOf(bodyLimitBytes + 1_024), headers });
        const isRefused = large === undefined || (large.status === 413 && !isAnswered(large.json));
        const what = `A body of ${bodyLimitBytes + 1_024} bytes got status ${large?.status}; it must be 413.`;
        expect(isRefused, 'BODY_NOT_CAPPED', what);
      },
    },
    {
      name: 'no-batches',
      title: 'refuses several operations in one request',
      run: async (session) => {
        const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
        const { status, json } = await session.send({ body, headers: await bearer(session) });
        const answers = itemsOf(json).filter(isAnswered);
        expect(answers.length === 0 && !isAnswered(json), 'BATCH_ANSWERED', `Two operations got status ${status}.`);
      },
    },
    {
      name: 'demonstration',
      title: 'marks answers that hold demonstration rows',
      needs: ['figures.answered'],
      run: async (session) => {
        const { answer } = await session.resolve('ShardNetwork', [{ region: session.region.code }], 'isDemonstration');
        const rows: readonly Json[] = [
          await readTotals(session),
          ...itemsOf(answer.data?.['_entities']).filter(isJson),
        ];
        if (!rows.some((row) => row['isDemonstration'] === true)) return;
        const mark = answer.headers['maillage-demonstration'];
        expect(
          mark === 'true',
          'DEMONSTRATION_NOT_MARKED',
          `Its rows are demonstration rows; the header is ${shown(mark)}.`,
        );
      },
    },
  ],
};

/** What only the whole run can tell. They stand last. */
export const wholeRunChecks: CheckGroup = {
  name: 'run',
  needs: ['endpoint.answers'],
  checks: [
    watching('no-leaks', 'showed nothing internal in any error of the run', 'ERROR_LEAKS', ({ leak }) => leak),
    watching('no-persons', 'answered no number of a person', 'PERSONAL_DATA_ANSWERED', ({ personal }) => personal),
    {
      name: 'answer-times',
      title: 'answered in the time that the hub waits',
      run: async ({ endpoint, options }) => {
        const sorted = [...endpoint.durations].sort((left, right) => left - right);
        if (sorted.length === 0) throw new NotRun('NO_DATA', 'Nothing was answered.');
        const late = Math.round(sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0);
        const what = `95 of 100 answers took up to ${late} ms; the limit is ${options.maxAnswerMilliseconds} ms.`;
        expect(late <= options.maxAnswerMilliseconds, 'ANSWER_TOO_SLOW', what);
      },
    },
  ],
};

function watching(
  name: string,
  title: string,
  reason: ReasonCode,
  sign: (watched: Session['watched']) => string | undefined,
): CheckGroup['checks'][number] {
  return {
    name,
    title,
    run: async ({ watched }) => {
      const found = sign(watched);
      expect(found === undefined, reason, `An answer holds ${shown(found)}.`);
    },
  };
}
