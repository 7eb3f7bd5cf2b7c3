import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Whether a value that a subgraph gave is one of a leaf type. */
export type LeafTest = (value: unknown) => boolean;

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

const BUILT_IN: Readonly<Record<string, LeafTest>> = {
  Int: (value) => Number.isInteger(value) && (value as number) <= MAX_INT && (value as number) >= MIN_INT,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string' || Number.isSafeInteger(value),
};

/**
 * The test of a leaf type of the API schema. Values pass as they are: a subgraph has serialised them already.
 * A scalar of the network means something to data sources only, which check it there.
 */
export function leafTestOf(type: GraphQLLeafType): LeafTest {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => values.has(value);
  }
  return (Object.hasOwn(BUILT_IN, type.name) ? BUILT_IN[type.name] : undefined) ?? (() => true);
}
