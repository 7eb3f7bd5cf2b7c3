import type { FetchTrace } from '../telemetry';
import { askWithin, type Patience } from './ask-within';
import type { Outcome } from './outcome';
import type { SubgraphAnswer, SubgraphClient, SubgraphQuestion } from './subgraph-client';

/** `askWithin` as a part of the request's trace, when it has one: the subgraph is told to continue it. */
export function askTraced(
  client: SubgraphClient,
  question: SubgraphQuestion,
  patience: Patience,
  trace: FetchTrace | undefined,
): Promise<Outcome<SubgraphAnswer>> {
  return trace === undefined ? askWithin(client, question, patience) : askInTrace(client, question, patience, trace);
}

async function askInTrace(
  client: SubgraphClient,
  question: SubgraphQuestion,
  patience: Patience,
  trace: FetchTrace,
): Promise<Outcome<SubgraphAnswer>> {
  const headers = { ...question.headers, traceparent: trace.traceparent };
  let outcome: Outcome<SubgraphAnswer> | undefined;
  try {
    outcome = await askWithin(client, { ...question, headers, onJoined: trace.joined }, patience);
    return outcome;
  } finally {
    trace.end(outcome);
  }
}
