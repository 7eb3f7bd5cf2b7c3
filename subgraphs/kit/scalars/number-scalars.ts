import { GraphQLError, GraphQLScalarType } from 'graphql';
import { GraphQLSafeInt } from 'graphql-scalars';

/**
 * An integer from 0 to 2^53 - 1, under the name that the schema gives it. Beyond that, JSON numbers lose
 * digits without a word, so it is an error instead. (The library's NonNegativeInt rounds 1.5 to 1; its
 * SafeInt does not.)
 */
export function safeCount(name: string): GraphQLScalarType<number, number> {
  const config = GraphQLSafeInt.toConfig();
  const atLeastZero = (value: number | string): number => {
    const number = Number(value);
    if (number >= 0) return number;
    throw new GraphQLError(`${name} cannot represent ${value}, which is under 0.`);
  };
  return new GraphQLScalarType<number, number>({
    name,
    serialize: (value) => atLeastZero(config.serialize(value)),
    parseValue: (value) => atLeastZero(config.parseValue(value)),
    parseLiteral: (node, variables) => atLeastZero(config.parseLiteral(node, variables)),
  });
}
