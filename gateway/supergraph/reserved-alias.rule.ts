import { GraphQLError, type ValidationRule } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import type { ReservedNames } from './reserved-names';

/**
 * Refuses an alias that the gateway would take for a key, a required or a hidden field: the answer would
 * hold wrong values without an error. Writing a field's own name as its alias is harmless and allowed.
 */
export function reservedAliasRule(reservedNames: () => Pick<ReservedNames, 'isReserved'>): ValidationRule {
  return (context) => ({
    Field(node) {
      const alias = node.alias?.value;
      if (alias === undefined || alias === node.name.value) return;
      const parent = context.getParentType();
      if (parent === undefined || parent === null || !reservedNames().isReserved(parent.name, alias)) return;
      const error = new HubError(
        'ALIAS_RESERVED',
        `The alias "${alias}" is reserved on ${parent.name}: the hub reads that name itself. Choose another alias for "${node.name.value}".`,
        { alias, type: parent.name },
      );
      context.reportError(
        new GraphQLError(error.message, { nodes: node, extensions: error.extensions, originalError: error }),
      );
    },
  });
}
