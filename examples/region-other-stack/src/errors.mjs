import { GraphQLError } from 'graphql';

/** An error that may be shown: its text says nothing of the inside. */
export function refusal(code, message) {
  return new GraphQLError(message, { extensions: { code } });
}
