import { type ConstDirectiveNode, Kind, parse, visit } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';

/**
 * Refuses a supergraph in which a required field set gives arguments: such a field is fetched under the name of
 * the field alone, so that a client's own arguments would silently change what the requiring resolver gets.
 * Throws SUPERGRAPH_UNSUPPORTED. Arguments travel in keys (docs/adr/0001).
 */
export function refuseRequiredArguments(supergraphSdl: string): void {
  visit(parse(supergraphSdl, { noLocation: true }), {
    FieldDefinition(field) {
      for (const directive of field.directives ?? []) {
        const required = requiresOf(directive);
        if (required === undefined || !givesArguments(required)) continue;
        throw new HubError(
          'SUPERGRAPH_UNSUPPORTED',
          `The field ${field.name.value} requires "${required}". A required field takes no arguments: put them into the key.`,
          { field: field.name.value },
        );
      }
      return undefined;
    },
  });
}

function requiresOf(directive: ConstDirectiveNode): string | undefined {
  if (directive.name.value !== 'join__field') return undefined;
  const value = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function givesArguments(fieldSet: string): boolean {
  let found = false;
  visit(parse(`{ ${fieldSet} }`, { noLocation: true }), {
    Argument() {
      found = true;
    },
  });
  return found;
}
