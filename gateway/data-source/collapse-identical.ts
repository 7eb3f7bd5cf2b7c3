import type { GraphQLSchema } from 'graphql';
import { copyJson } from './copy-json';
import type { Outcome } from './outcome';
import { isMutation, type SubgraphAnswer, type SubgraphClient, type SubgraphQuestion } from './subgraph-client';

/** Headers that name the request rather than say what is asked. */
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
    const answer = inner.ask(question).finally(() => {
      if (underWay.get(key) === started) underWay.delete(key);
    });
    const started: UnderWay = { answer, traceparent: question.headers['traceparent'], waiting: 0 };
    underWay.set(key, started);
    return started;
  }

  /** Supergraphs may differ in what they accept, so that nobody shares an answer checked against another one. */
  function numberOf(schema: GraphQLSchema | undefined): number {
    if (schema === undefined) return 0;
    const number = supergraphs.get(schema) ?? (known += 1);
    supergraphs.set(schema, number);
    return number;
  }

  return {
    async ask(question) {
      if (isMutation(question)) return inner.ask(question).finally(() => underWay.clear());
      const key = `${numberOf(question.schema)} ${keyOf(question)}`;
      const earlier = underWay.get(key);
      if (earlier !== undefined) question.onJoined?.(earlier.traceparent);
      const shared = earlier ?? start(key, question);
      shared.waiting += 1;
      const outcome = await shared.answer;
      if (shared.waiting === 1 || outcome.status === 'failure') return outcome;
      return { status: 'success', value: { ...outcome.value, data: copyJson(outcome.value.data) } };
    },
  };
}

/** Equal only for questions whose answers are interchangeable. */
function keyOf({ identityKey, headers, body }: SubgraphQuestion): string {
  const meant = Object.entries(headers)
    .filter(([name]) => !NAMES_OF_THE_REQUEST.has(name.toLowerCase()))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([identityKey, meant]) + body;
}
