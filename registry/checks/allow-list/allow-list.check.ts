import { type DefinitionNode, isTypeDefinitionNode, type DocumentNode, isTypeExtensionNode, Kind } from 'graphql';
import type { Finding } from '../check-types';
import { finding } from '../finding';
import type { RegionalTemplate } from '../regional-template';
import { elementsOf } from '../schema-elements';
import { checkDirectives } from './directives';
import { checkExtras } from './extras';
import { checkLink } from './link';
import { checkLooks, checkTypeName } from './type-names';
import { checkTexts } from './texts';

/**
 * What a region publishes, held against what it may publish at all: the types of its version of the regional schema,
 * and extras under its own prefix. Composition takes far more, and lets one subgraph change what others give
 * (docs/adr/0009); so whatever is not allowed here by name is refused.
 */
export function checkAllowList(document: DocumentNode, template: RegionalTemplate): readonly Finding[] {
  return [
    ...document.definitions.flatMap((node) => checkDefinition(node, template)),
    ...[...elementsOf(document)].flatMap((element) => checkDirectives(element, template)),
    ...checkLink(document, template),
    ...checkExtras(document, template),
    ...checkLooks(document, template),
    ...checkTexts(document, template.region),
  ];
}

function checkDefinition(node: DefinitionNode, template: RegionalTemplate): readonly Finding[] {
  const { region } = template;
  if (isTypeDefinitionNode(node)) return checkTypeName(node, template);
  if (isTypeExtensionNode(node)) {
    const coordinate = node.name.value;
    const own = checkTypeName(node, template);
    if (own.length > 0) return own;
    return [finding(region, 'EXTENSION_FORBIDDEN', { coordinate, node }, `${coordinate} is written as an extension.`)];
  }
  if (node.kind === Kind.DIRECTIVE_DEFINITION) {
    const coordinate = `@${node.name.value}`;
    const message = `The SDL defines the directive ${coordinate}.`;
    return [finding(region, 'DIRECTIVE_DEFINITION_FORBIDDEN', { coordinate, node }, message)];
  }
  if (node.kind === Kind.SCHEMA_DEFINITION || (node.kind === Kind.SCHEMA_EXTENSION && node.operationTypes?.length)) {
    const message = 'The SDL says which types are the roots of the schema.';
    return [finding(region, 'SCHEMA_DEFINITION_FORBIDDEN', { node }, message)];
  }
  return [];
}
