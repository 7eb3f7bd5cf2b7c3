import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { meets, rolesMeeting } from '../../subgraphs/kit/authorization';
import { HubError } from '../../subgraphs/kit/errors';
import type { Caller } from '../../subgraphs/kit/identity';
import { accessTableOf } from './access-table';
import { collectNeeds, type Need } from './collect-needs';

/** Who may ask what, of one supergraph. */
export interface Authorization {
  /** What an operation needs, collected once for as long as its document is kept. */
  needsOf(document: DocumentNode, operation: OperationDefinitionNode): readonly Need[];
  /**
   * Refuses an operation of which the caller may not ask some part. Throws UNAUTHENTICATED for an anonymous caller,
   * FORBIDDEN for any other.
   */
  check(document: DocumentNode, operation: OperationDefinitionNode, caller: Caller): void;
}

/** Reads who may ask what from a supergraph as it was composed. Throws SUPERGRAPH_UNSUPPORTED. */
export function createAuthorization(document: DocumentNode, schema: GraphQLSchema): Authorization {
  const access = { schema, table: accessTableOf(document) };
  const known = new WeakMap<OperationDefinitionNode, readonly Need[]>();
  const needsOf: Authorization['needsOf'] = (asked, operation) => {
    const needs = known.get(operation) ?? collectNeeds(access, asked, operation);
    known.set(operation, needs);
    return needs;
  };
  return {
    needsOf,
    check(asked, operation, caller) {
      const unmet = needsOf(asked, operation).find(({ requirement }) => !meets(caller, requirement));
      if (unmet !== undefined) throw refusal(unmet, caller);
    },
  };
}

function refusal({ coordinate, requirement }: Need, { role }: Caller): HubError {
  const roles = rolesMeeting(requirement);
  const forWhom = roles.length === 0 ? 'no role of the hub' : roles.join(', ');
  if (role === 'public') {
    return new HubError('UNAUTHENTICATED', `${coordinate} is for signed-in callers: ${forWhom}. Send a token.`, {
      coordinate,
      roles,
    });
  }
  return new HubError(
    'FORBIDDEN',
    `The role "${role}" may not ask for ${coordinate}; it is for: ${forWhom}. Leave it out, or sign in in another role.`,
    { coordinate, roles },
  );
}
