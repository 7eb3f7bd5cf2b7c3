import type { GraphQLError } from 'graphql';
import { type Publication, tryComposeNetwork } from '../../../schema';
import type { CompositionOutcome, CompositionProblem } from '../check-types';

/** Composes here and now. A stack that overflows is an outcome; time and memory are not bounded. */
export function composePublications(publications: readonly Publication[]): CompositionOutcome {
  try {
    const outcome = tryComposeNetwork(publications, { withRegistry: true });
    if (outcome.kind === 'composed') return { kind: 'COMPOSED', ...outcome.supergraph };
    return { kind: 'REFUSED', problems: outcome.errors.slice(0, MOST_PROBLEMS).map(problemOf) };
  } catch (thrown) {
    if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) return { kind: 'EXHAUSTED', what: 'STACK' };
    return { kind: 'CRASHED', message: thrown instanceof Error ? thrown.message : 'unknown' };
  }
}

const MOST_PROBLEMS = 50;
const LONGEST_MESSAGE = 1_000;

/** Nodes of composition errors carry the name of their subgraph, which graphql-js knows nothing of. */
type SubgraphNode = NonNullable<GraphQLError['nodes']>[number] & { readonly subgraph?: string };

function problemOf(error: GraphQLError): CompositionProblem {
  const code = error.extensions['code'];
  const nodes: readonly SubgraphNode[] = error.nodes ?? [];
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    message: error.message.slice(0, LONGEST_MESSAGE),
    places: nodes.flatMap(({ subgraph, loc }) =>
      subgraph === undefined || loc === undefined ? [] : [{ subgraph, line: loc.startToken.line }],
    ),
  };
}
