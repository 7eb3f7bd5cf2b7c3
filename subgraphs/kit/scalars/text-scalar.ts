import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** What a scalar that travels as text accepts. */
export interface TextScalarRule {
  readonly name: string;
  /** Whether a text is a value of the scalar. */
  readonly isValid: (text: string) => boolean;
  /** What to throw at a caller who wrote something else; `shown` is what they wrote, shortened. */
  readonly refusal?: (shown: string) => GraphQLError;
}

/** A scalar whose values are texts, checked alike on the way in and on the way out. */
export function textScalar({ name, isValid, refusal }: TextScalarRule): GraphQLScalarType<string, string> {
  const accept = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    const shown = shorten(value);
    throw refusal?.(shown) ?? new GraphQLError(`${name} cannot represent ${shown}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: accept,
    parseValue: accept,
    parseLiteral: (node) => accept(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** What was written, as it may be quoted in a message: at most 40 characters. */
function shorten(value: unknown): string {
  if (typeof value !== 'string') return `a value that is no text`;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
