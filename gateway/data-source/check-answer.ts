import {
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { AnswerShape, FieldShape, ShapeLevel } from './answer-shape';
import type { LeafCheck } from './leaf-checks';
import { AnswerViolation } from './outcome';

/** A JSON object of an answer. */
export type JsonObject = Record<string, unknown>;

/** An error as the subgraph sent it: nothing in it may reach a client unread. */
export interface ReceivedError {
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
  readonly extensions: Readonly<JsonObject>;
}

/** An answer that keeps the contract of subgraphs. */
export interface CheckedAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly ReceivedError[];
}

/** What an answer is checked against. */
export interface Expectation {
  readonly schema: GraphQLSchema;
  readonly shape: AnswerShape;
  /** Entities asked for, when the question is for entities. */
  readonly representations: readonly JsonObject[] | undefined;
  readonly isLeaf: LeafCheck;
}

/**
 * Checks that an answer says what was asked and nothing else: fields, types, ranges, entities in the
 * order asked, error paths within the question. Throws AnswerViolation otherwise; the whole answer is
 * then worthless, since a subgraph that is wrong in one place cannot be trusted in the next.
 */
export function checkAnswer(body: unknown, expected: Expectation): CheckedAnswer {
  if (!isObject(body)) throw new AnswerViolation('the answer is not an object');
  const errors = errorsOf(body, expected);
  const data = body['data'] ?? null;
  if (data === null) {
    if (errors.length === 0) throw new AnswerViolation('the answer has neither data nor errors');
    return { data: null, errors };
  }
  checkObject(data, expected.shape.rootTypeName, expected.shape.root, expected, 'data');
  return { data: data as JsonObject, errors };
}

function checkObject(value: unknown, typeName: string, level: ShapeLevel, expected: Expectation, place: string): void {
  if (!isObject(value)) throw new AnswerViolation(`${place} is not an object`);
  const fields = level.fieldsOf(typeName);
  for (const key of Object.keys(value)) {
    if (fields.has(key)) continue;
    if (key !== '__typename' || value[key] !== typeName) throw new AnswerViolation(`${place} is not what was asked`);
  }
  for (const [key, field] of fields) {
    const found = value[key];
    if (found !== undefined || Object.hasOwn(value, key)) checkField(found, typeName, field, expected, place, key);
    else if (!field.isOptional) throw new AnswerViolation(`${place}.${key} is absent`);
  }
}

/** Places are named by two parts, joined where they have to be told: most are never. */
function checkField(
  value: unknown,
  owner: string,
  field: FieldShape,
  expected: Expectation,
  above: string,
  key: string,
): void {
  if (field.leaf !== undefined && value !== null && value !== undefined) {
    if (expected.isLeaf(field.leaf, value, field.name)) return;
    throw new AnswerViolation(`${above}.${key} is not a ${field.leaf.name} of this subgraph`);
  }
  const place = `${above}.${key}`;
  if (field.name === '__typename') {
    if (value !== owner) throw new AnswerViolation(`${place} is another type`);
  } else if (field.name === '_entities' && expected.representations !== undefined) {
    checkEntities(value, expected.representations, field, expected, place);
  } else if (field.type === undefined) {
    throw new AnswerViolation(`${place} is not in the supergraph`);
  } else {
    checkValue(value, field.type, field, expected, place);
  }
}

function checkEntities(
  value: unknown,
  representations: readonly JsonObject[],
  field: FieldShape,
  expected: Expectation,
  place: string,
): void {
  if (!Array.isArray(value) || value.length !== representations.length) {
    throw new AnswerViolation(`${place} does not hold the ${representations.length} entities asked for`);
  }
  value.forEach((entity: unknown, index) => {
    const typeName = representations[index]?.['__typename'];
    if (entity === null || field.level === undefined) return;
    checkObject(entity, String(typeName), field.level, expected, `${place}.${index}`);
  });
}

function checkValue(
  value: unknown,
  type: GraphQLOutputType,
  field: FieldShape,
  expected: Expectation,
  place: string,
): void {
  if (value === null || value === undefined) {
    if (isNonNullType(type)) throw new AnswerViolation(`${place} is null`);
    return;
  }
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    if (!Array.isArray(value)) throw new AnswerViolation(`${place} is not a list`);
    for (const item of value as unknown[]) checkValue(item, nullable.ofType, field, expected, place);
    return;
  }
  const named = getNamedType(nullable);
  if (isLeafType(named)) {
    if (!expected.isLeaf(named, value, field.name)) {
      throw new AnswerViolation(`${place} is not a ${named.name} of this subgraph`);
    }
  } else if (field.level !== undefined) {
    checkObject(value, runtimeTypeName(value, named, expected.schema, place), field.level, expected, place);
  }
}

function runtimeTypeName(value: unknown, declared: GraphQLNamedType, schema: GraphQLSchema, place: string): string {
  if (!isAbstractType(declared)) return declared.name;
  const name = isObject(value) ? value['__typename'] : undefined;
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  if (!isObjectType(type) || !schema.isSubType(declared, type)) {
    throw new AnswerViolation(`${place} is not a ${declared.name}`);
  }
  return type.name;
}

function errorsOf(body: JsonObject, expected: Expectation): readonly ReceivedError[] {
  const errors = body['errors'] ?? [];
  if (!Array.isArray(errors)) throw new AnswerViolation('errors is not a list');
  return errors.map((error: unknown): ReceivedError => {
    if (!isObject(error) || typeof error['message'] !== 'string') throw new AnswerViolation('an error has no message');
    const extensions = isObject(error['extensions']) ? error['extensions'] : {};
    return { message: error['message'], path: pathOf(error['path'], expected), extensions };
  });
}

/** The path of an error, which must lead into what was asked: otherwise a region could blame another. */
function pathOf(path: unknown, { shape, representations }: Expectation): ReceivedError['path'] {
  if (path === undefined || path === null) return undefined;
  if (!Array.isArray(path)) throw new AnswerViolation('the path of an error is not a list');
  let level: ShapeLevel | undefined = shape.root;
  const steps = path.map((step: unknown): string | number => {
    if (typeof step === 'number' && Number.isSafeInteger(step) && step >= 0) return step;
    const field: FieldShape | undefined = typeof step === 'string' ? level?.anyField(step) : undefined;
    if (field === undefined) throw new AnswerViolation('the path of an error leads out of the question');
    level = field.level;
    return String(step);
  });
  if (steps[0] === '_entities' && typeof steps[1] === 'number' && steps[1] >= (representations?.length ?? 0)) {
    throw new AnswerViolation('the path of an error leads to an entity that was not asked for');
  }
  return steps;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
