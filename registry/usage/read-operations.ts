import { createHash } from 'node:crypto';
import { type DocumentNode, getOperationAST, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { coordinatesOf } from '../../subgraphs/kit/coordinates';

/** An operation that a client registers. */
export interface PushedOperation {
  readonly name?: string | null;
  readonly document: string;
}

/** An operation that is valid, and what it uses. */
export interface ReadOperation {
  /** SHA-256 of the document. */
  readonly hash: string;
  readonly name: string | null;
  readonly coordinates: readonly string[];
}

/** Longest document. */
const MAX_CHARACTERS = 64 * 1024;
/** Most problems that are said. */
const MAX_PROBLEMS = 100;

/** Reads operations against the schema that clients see; gives what is wrong with any of them, one line each. */
export function readOperations(
  schema: GraphQLSchema,
  pushed: readonly PushedOperation[],
): { readonly operations: readonly ReadOperation[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const operations = pushed.flatMap((one, index): ReadOperation[] => {
    const label = one.name ?? `operation ${index + 1}`;
    const read = readOperation(schema, one);
    if (!Array.isArray(read)) return [read as ReadOperation];
    problems.push(...(read as readonly string[]).map((problem) => `${label}: ${problem}`));
    return [];
  });
  return { operations, problems: problems.slice(0, MAX_PROBLEMS) };
}

function readOperation(schema: GraphQLSchema, { name, document: text }: PushedOperation): ReadOperation | string[] {
  if (text.length > MAX_CHARACTERS) return [`The document has more than ${MAX_CHARACTERS} characters.`];
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: 10_000 });
  } catch (error) {
    return [error instanceof GraphQLError ? error.message : 'The document is not GraphQL.'];
  }
  const operation = getOperationAST(document, name ?? undefined) ?? getOperationAST(document);
  if (operation == null) return ['The document must hold one operation.'];
  const errors = validate(schema, document);
  if (errors.length > 0) return errors.map(({ message }) => message);
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const coordinates = coordinatesOf(schema, document, operation);
  return { hash, name: operation.name?.value ?? name ?? null, coordinates };
}
