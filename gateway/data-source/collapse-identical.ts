import type { GraphQLSchema } from 'graphql';
import { copyJson } from './copy-json';
import type { Outcome } from './outcome';
import { isMutation, type SubgraphAnswer, type SubgraphClient, type SubgraphQuestion } from './subgraph-client';

/** Headers that name the request rather than say what is asked, in lower case as the hub writes them. */
const NAMES_OF_THE_REQUEST = new Set(['x-request-id', 'traceparent', 'tracestate', 'baggage']);

interface UnderWay {
  readonly answer: Promise<Outcome<SubgraphAnswer>>;
  readonly traceparent: string | undefined;
  waiting: number;
}

/**
 * Asks once what several requests of the same identity ask at the same time. Each waits on its own, so one
 * that gives up takes nothing from the others, and each gets its own copy of the data, since executors merge
 * answers in place. Mutations always pass, and no query joins one that was under way before a mutation ended.
 */
export function collapseIdentical(inner: SubgraphClient): SubgraphClient {
  const underWay = new Map<string, UnderWay>();
  const supergraphs = new WeakMap<GraphQLSchema, number>();
  let known = 0;

  function start(key: string, question: SubgraphQuestion): UnderWay {
    const forget = (): void => {
      if (underWay.get(key) === started) underWay.delete(key);
    };
    const answer = inner.ask(question).then(
      (outcome) => {
        forget();
        return outcome;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    const started: UnderWay = { answer, traceparent: question.headers['traceparent'], waiting: 0 };
    underWay.set(key, started);
    return started;
  }

  /** Supergraphs may differ in what they accept, so that nobody shares an answer checked against another one. */
  function numberOf(schema: GraphQLSchema | undefined): number {
    if (schema === undefined) return 0;
    const given = supergraphs.get(schema);
    if (given !== undefined) return given;
    known += 1;
    supergraphs.set(schema, known);
    return known;
  }

  return {
    ask(question) {
      if (isMutation(question)) return inner.ask(question).finally(() => underWay.clear());
      const key = keyOf(question, numberOf(question.schema));
      const earlier = underWay.get(key);
      if (earlier !== undefined) question.onJoined?.(earlier.traceparent);
      const shared = earlier ?? start(key, question);
      shared.waiting += 1;
      return shared.answer.then((outcome): Outcome<SubgraphAnswer> => {
        if (shared.waiting === 1 || outcome.status === 'failure') return outcome;
        return { status: 'success', value: { ...outcome.value, data: copyJson(outcome.value.data) } };
      });
    },
  };
}

/** Equal only for questions whose answers are interchangeable; headers cannot hold the signs that set them apart. */
function keyOf({ identityKey, headers, body }: SubgraphQuestion, supergraph: number): string {
  let key = `${supergraph} ${identityKey.length} ${identityKey}`;
  for (const name of Object.keys(headers)) {
    if (!NAMES_OF_THE_REQUEST.has(name)) key += `\n${name}: ${headers[name] ?? ''}`;
  }
  return `${key}\n\n${body}`;
}
