import { type ConstDirectiveNode, Kind, type ObjectTypeDefinitionNode, valueFromASTUntyped } from 'graphql';
import { nationalTemplate } from '../../schema/generator/national-schema';

/** The scopes that a field of the root needs, as schema/national.graphql says. */
export function scopesOfRootFields(root: 'Query' | 'Mutation' = 'Query'): ReadonlyMap<string, readonly string[]> {
  const type = nationalTemplate().definitions.find(
    (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === root,
  );
  const scopes = (directives: readonly ConstDirectiveNode[] = []) => {
    const value = directives.find(({ name }) => name.value === 'requiresScopes')?.arguments?.[0]?.value;
    return value === undefined ? [] : (valueFromASTUntyped(value) as string[][]).flat();
  };
  return new Map((type?.fields ?? []).map((field) => [field.name.value, scopes(field.directives)]));
}
