import { type DocumentNode, Kind, specifiedScalarTypes, type TypeNode } from 'graphql';
import type { Finding } from '../check-types';
import { finding } from '../finding';
import { isReservedByJavaScript } from '../names';
import { type RegionalTemplate, typesOf } from '../regional-template';
import { elementsOf, namedTypeOf, type SchemaElement } from '../schema-elements';
import { isHidden, templateElement } from '../template-elements';

const BUILT_IN: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));

/** Whether what a region adds to the template is such that it can harm only itself. */
export function checkExtras(document: DocumentNode, template: RegionalTemplate): readonly Finding[] {
  const defined = new Set([...BUILT_IN, ...typesOf(document).keys()]);
  return [...elementsOf(document)].flatMap((element) => {
    const ofTemplate = templateElement(element, template);
    if (element.kind === 'TYPE') return checkType(element, template);
    if (ofTemplate !== undefined) return [];
    return [
      ...checkName(element, template),
      ...checkPlace(element, template),
      ...checkReference(element, defined, template),
    ];
  });
}

function checkType(element: SchemaElement, template: RegionalTemplate): readonly Finding[] {
  const { node, coordinate } = element;
  const { region } = template;
  const found: Finding[] = [];
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION && (node.interfaces?.length ?? 0) > 0) {
    const names = node.interfaces?.map(({ name }) => name.value).join(' & ');
    found.push(finding(region, 'IMPLEMENTS_FORBIDDEN', { coordinate, node }, `${coordinate} implements ${names}.`));
  }
  const ofTemplate = template.types.get(coordinate);
  const isChanged =
    node.kind === Kind.SCALAR_TYPE_DEFINITION &&
    ofTemplate?.kind === Kind.SCALAR_TYPE_DEFINITION &&
    node.description !== undefined &&
    node.description.value !== ofTemplate.description?.value;
  if (isChanged) {
    const message = `The scalar ${coordinate} of all regions has another description.`;
    found.push(finding(region, 'SHARED_SCALAR_CHANGED', { coordinate, node }, message));
  }
  return found;
}

function checkName({ kind, node, coordinate, type }: SchemaElement, template: RegionalTemplate): readonly Finding[] {
  const name = node.name.value;
  const refuse = (message: string) => [finding(template.region, 'NAME_RESERVED', { coordinate, node }, message)];
  if (isReservedByJavaScript(name)) return refuse(`${coordinate} has a name with a meaning of its own.`);
  if (kind === 'FIELD' && template.reservedFields.get(type)?.has(name)) {
    return refuse(`${coordinate} belongs to another version of the regional schema, or to the national one.`);
  }
  return [];
}

function checkPlace(element: SchemaElement, template: RegionalTemplate): readonly Finding[] {
  if (element.kind !== 'FIELD') return [];
  const { node, coordinate, type } = element;
  const found: Finding[] = [];
  if (isHidden(type, template)) {
    const message = `${coordinate} stands on a type that clients do not see.`;
    found.push(finding(template.region, 'EXTRA_ON_HIDDEN_TYPE', { coordinate, node }, message));
  }
  if (node.type.kind === Kind.NON_NULL_TYPE) {
    found.push(finding(template.region, 'EXTRA_NOT_NULLABLE', { coordinate, node }, `${coordinate} may not be null.`));
  }
  return found;
}

function checkReference(
  element: SchemaElement,
  defined: ReadonlySet<string>,
  { region }: RegionalTemplate,
): readonly Finding[] {
  if (element.kind === 'TYPE' || element.kind === 'ENUM_VALUE') return [];
  const { node, coordinate } = element;
  const type = namedTypeOf(node.type satisfies TypeNode);
  if (defined.has(type)) return [];
  const message = `${coordinate} has the type ${type}, which is not defined.`;
  return [finding(region, 'EXTRA_TYPE_UNKNOWN', { coordinate, node }, message)];
}
