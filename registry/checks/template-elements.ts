import { type ConstDirectiveNode, Kind } from 'graphql';
import type { RegionalTemplate } from './regional-template';
import { elementsOfType, type SchemaElement } from './schema-elements';

/** The template's element of the same coordinate, if it has one. */
export function templateElement(element: SchemaElement, template: RegionalTemplate): SchemaElement | undefined {
  const type = template.types.get(element.type);
  if (type === undefined) return undefined;
  for (const candidate of elementsOfType(type)) {
    if (candidate.coordinate === element.coordinate) return candidate;
  }
  return undefined;
}

/** The directives that the template gives to a coordinate; undefined for an extra. */
export function templateDirectives(
  element: SchemaElement,
  template: RegionalTemplate,
): readonly ConstDirectiveNode[] | undefined {
  const found = templateElement(element, template);
  return found === undefined ? undefined : (found.node.directives ?? []);
}

/** Types of the template that clients never see. */
export function isHidden(typeName: string, template: RegionalTemplate): boolean {
  const type = template.types.get(typeName);
  if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION) return false;
  return (type.directives ?? []).some(({ name }) => name.value === 'inaccessible');
}
