import type { GraphQLSchema } from 'graphql';
import { type AnswerShape, answerShapeOf } from './answer-shape';
import { checkAnswer, type CheckedAnswer, type JsonObject } from './check-answer';
import type { LeafCheck } from './leaf-checks';
import { AnswerViolation, type Outcome } from './outcome';
import type { TransportAnswer } from './answer-reader';
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

/** Beginnings of bodies by query and name of the operation: plans repeat them, with other variables. */
const openings = new Map<string, Map<string | undefined, string>>();

/** Puts a question into the text that travels; made once, since it also tells questions apart. */
export function createQuestion(asked: Omit<SubgraphQuestion, 'body'>): SubgraphQuestion {
  const { query, operationName, variables } = asked;
  return { ...asked, body: `${openingOf(query, operationName)}${JSON.stringify(variables)}}` };
}

function openingOf(query: string, operationName: string | undefined): string {
  const ofQuery = openings.get(query);
  const known = ofQuery?.get(operationName);
  if (known !== undefined) return known;
  if (openings.size >= MAX_SHAPES) openings.clear();
  const opening = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;
  openings.set(query, new Map(ofQuery).set(operationName, opening));
  return opening;
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
    let shapes = shapesOf.get(schema);
    if (shapes === undefined || shapes.size >= MAX_SHAPES) {
      shapes = new Map();
      shapesOf.set(schema, shapes);
    }
    const kept = shapes.get(query);
    if (kept !== undefined) return kept;
    const shape = answerShapeOf(schema, query);
    shapes.set(query, shape);
    return shape;
  }

  function judge(
    question: SubgraphQuestion,
    schema: GraphQLSchema,
    received: TransportAnswer,
  ): Outcome<SubgraphAnswer> {
    const representations = question.variables['representations'] as readonly JsonObject[] | undefined;
    try {
      const answer = checkAnswer(received.body, {
        schema,
        shape: shapeOf(schema, question.query),
        representations,
        isLeaf,
      });
      const isDemonstration = received.headers[DEMONSTRATION_HEADER] === 'true';
      return { status: 'success', value: { data: answer.data, errors: answer.errors, isDemonstration } };
    } catch (error) {
      if (!(error instanceof AnswerViolation)) throw error;
      return { status: 'failure', failure: 'INVALID', reason: error.message };
    }
  }

  return {
    ask(question) {
      const { headers, body, isTrial = false } = question;
      const schema = question.schema ?? schemaOfClient?.();
      if (schema === undefined) throw new Error('A question came without its supergraph');
      const isRepeatable = !isTrial && !isMutation(question);
      return transport
        .post({ body, headers, isRepeatable })
        .then((outcome) => (outcome.status === 'failure' ? outcome : judge(question, schema, outcome.value)));
    },
  };
}
