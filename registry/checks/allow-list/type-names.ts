import {
  type DocumentNode,
  Kind,
  specifiedScalarTypes,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import type { Finding } from '../check-types';
import { finding } from '../finding';
import { isOwn, lookOf, otherOwner } from '../names';
import type { RegionalTemplate } from '../regional-template';
import { elementsOf, type SchemaElement } from '../schema-elements';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
const BUILT_IN: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));
const EXTRA_KINDS: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
]);

/** Whether the region may define a type of that name and kind. */
export function checkTypeName(
  node: TypeDefinitionNode | TypeExtensionNode,
  template: RegionalTemplate,
): readonly Finding[] {
  const { region, types, hubTypes } = template;
  const name = node.name.value;
  const found = (...[code, message]: [Parameters<typeof finding>[1], string]) => [
    finding(region, code, { coordinate: name, node }, message),
  ];
  // A type of another kind than the template's is for the check of conformity to name.
  if (types.has(name)) return [];
  if (ROOTS.has(name)) return found('ROOT_TYPE_FORBIDDEN', `The SDL defines the root type ${name}.`);
  const other = otherOwner(region, name);
  if (other !== undefined) return found('TYPE_OF_ANOTHER_REGION', `${name} belongs to ${other.name} (${other.code}).`);
  if (hubTypes.has(name) || BUILT_IN.has(name)) {
    return found('TYPE_OF_THE_HUB', `${name} belongs to the national schema.`);
  }
  if (!isOwn(region, name)) return found('TYPE_NOT_OWN', `${name} does not begin with ${region.prefix}.`);
  if (!EXTRA_KINDS.has(node.kind)) return found('KIND_FORBIDDEN', `${name} is an interface or a union.`);
  return [];
}

/** Whether names can be taken for others: types for types, fields for fields of their type. */
export function checkLooks(document: DocumentNode, template: RegionalTemplate): readonly Finding[] {
  const seen = new Map<string, SchemaElement>();
  const found: Finding[] = [];
  // What the template declares comes first, so that the finding names the extra.
  const elements = [...elementsOf(document)].toSorted((left, right) => rank(left) - rank(right));
  for (const element of elements) {
    const key = element.kind === 'TYPE' ? lookOf(element.coordinate) : `${element.type} ${lookOf(element.coordinate)}`;
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, element);
      continue;
    }
    // The same name twice is for the check of parsing to name.
    if (other.coordinate === element.coordinate || isOfTemplate(element, template)) continue;
    const { coordinate, node } = element;
    const message = `${coordinate} looks like ${other.coordinate}.`;
    found.push(finding(template.region, 'NAME_CONFUSABLE', { coordinate, node }, message));
  }
  return found;

  function rank(element: SchemaElement): number {
    return isOfTemplate(element, template) ? 0 : 1;
  }
}

function isOfTemplate({ kind, type, node }: SchemaElement, { types, reservedFields }: RegionalTemplate): boolean {
  if (kind === 'TYPE') return types.has(type);
  return kind === 'FIELD' && reservedFields.get(type)?.has(node.name.value) === true;
}
