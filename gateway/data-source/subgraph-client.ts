import type { GraphQLSchema } from 'graphql';
import { type AnswerShape, answerShapeOf } from './answer-shape';
import { checkAnswer, type CheckedAnswer, type JsonObject } from './check-answer';
import type { LeafCheck } from './leaf-checks';
import { AnswerViolation, type Outcome } from './outcome';
import type { SubgraphTransport } from './subgraph-transport';

/** Response header by which a subgraph says that its database holds demonstration rows. */
const DEMONSTRATION_HEADER = 'maillage-demonstration';

/** Most questions whose shape is kept. Questions come from cached query plans, so few are in use at a time. */
const MAX_SHAPES = 2_000;

/** A question of the query planner to one subgraph. */
export interface SubgraphQuestion {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<JsonObject>;
  readonly headers: Readonly<Record<string, string>>;
  /** Everything about the caller that the answer may depend on. */
  readonly identityKey: string;
  /** The supergraph that the answer is checked against, hidden types included. Absent: that of the client. */
  readonly schema?: GraphQLSchema;
  /** The question as it travels. */
  readonly body: string;
  /** Whether the question serves to find out if a subgraph is up again: it is then sent once only. */
  readonly isTrial?: boolean;
  /** Told when the question joins an identical one under way, with the `traceparent` of that one. */
  readonly onJoined?: (traceparent: string | undefined) => void;
}

/** Puts a question into the text that travels; made once, since it also tells questions apart. */
export function createQuestion(asked: Omit<SubgraphQuestion, 'body'>): SubgraphQuestion {
  const { query, operationName, variables } = asked;
  return { ...asked, body: JSON.stringify({ query, operationName, variables }) };
}

/** Whether a question changes something. The text is the query planner's own, which names the operation first. */
export function isMutation({ query }: Pick<SubgraphQuestion, 'query'>): boolean {
  return query.startsWith('mutation');
}

/** An answer that passed every check. */
export interface SubgraphAnswer extends CheckedAnswer {
  readonly isDemonstration: boolean;
}

/** Asks one subgraph and checks what it answers. */
export interface SubgraphClient {
  ask(question: SubgraphQuestion): Promise<Outcome<SubgraphAnswer>>;
}

/** What a client is made of. */
export interface SubgraphClientDeps {
  readonly transport: SubgraphTransport;
  /** The supergraph of questions that bring none. */
  readonly schema?: () => GraphQLSchema;
  readonly isLeaf: LeafCheck;
}

/** Joins a transport with the checks of answers. Expected failures are values; nothing is thrown for them. */
export function createSubgraphClient({
  transport,
  schema: schemaOfClient,
  isLeaf,
}: SubgraphClientDeps): SubgraphClient {
  const shapesOf = new WeakMap<GraphQLSchema, Map<string, AnswerShape>>();

  function shapeOf(schema: GraphQLSchema, query: string): AnswerShape {
    const known = shapesOf.get(schema);
    const shapes = known === undefined || known.size >= MAX_SHAPES ? new Map<string, AnswerShape>() : known;
    shapesOf.set(schema, shapes);
    const shape = shapes.get(query) ?? answerShapeOf(schema, query);
    shapes.set(query, shape);
    return shape;
  }

  return {
    async ask(question) {
      const { query, variables, headers, body, isTrial = false } = question;
      const schema = question.schema ?? schemaOfClient?.();
      if (schema === undefined) throw new Error('A question came without its supergraph');
      const isRepeatable = !isTrial && !isMutation(question);
      const outcome = await transport.post({ body, headers, isRepeatable });
      if (outcome.status === 'failure') return outcome;
      const representations = variables['representations'] as readonly JsonObject[] | undefined;
      try {
        const expected = { schema, shape: shapeOf(schema, query), representations, isLeaf };
        const answer = checkAnswer(outcome.value.body, expected);
        const isDemonstration = outcome.value.headers[DEMONSTRATION_HEADER] === 'true';
        return { status: 'success', value: { ...answer, isDemonstration } };
      } catch (error) {
        if (!(error instanceof AnswerViolation)) throw error;
        return { status: 'failure', failure: 'INVALID', reason: error.message };
      }
    },
  };
}
