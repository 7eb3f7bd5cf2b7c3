import type { Outcome } from './outcome';
import { isMutation, type SubgraphAnswer, type SubgraphClient, type SubgraphQuestion } from './subgraph-client';

/** How long one request of a client may wait for one subgraph. */
export interface Patience {
  /** Milliseconds after which the client gives up by itself. */
  readonly ownMilliseconds: number;
  /** Milliseconds that the request of the client has left for it. */
  readonly leftMilliseconds: number;
}

const NO_TIME: Outcome<never> = {
  status: 'failure',
  failure: 'TIMEOUT',
  reason: 'the request had no time left to ask',
  wasAsked: false,
};

/**
 * Asks and waits no longer than the request of the client allows. The question itself runs on to its own
 * deadline: other requests may wait for the same answer, and only a region's whole deadline says that it is down.
 * A mutation is always waited for, since nobody may be told that it failed while it succeeds.
 */
export function askWithin(
  client: SubgraphClient,
  question: SubgraphQuestion,
  { ownMilliseconds, leftMilliseconds }: Patience,
): Promise<Outcome<SubgraphAnswer>> {
  if (leftMilliseconds >= ownMilliseconds || isMutation(question)) return client.ask(question);
  return leftMilliseconds <= 0 ? Promise.resolve(NO_TIME) : askBefore(client, question, leftMilliseconds);
}

async function askBefore(
  client: SubgraphClient,
  question: SubgraphQuestion,
  leftMilliseconds: number,
): Promise<Outcome<SubgraphAnswer>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome<SubgraphAnswer>>((resolve) => {
    const reason = `no answer within the ${Math.round(leftMilliseconds)} ms that the request had left`;
    timer = setTimeout(() => resolve({ status: 'failure', failure: 'TIMEOUT', reason }), leftMilliseconds);
  });
  try {
    return await Promise.race([client.ask(question), late]);
  } finally {
    clearTimeout(timer);
  }
}
