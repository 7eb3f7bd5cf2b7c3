import { type DocumentNode, Kind } from 'graphql';
import { REGIONAL_SCHEMA_VERSIONS } from '../../subgraphs/kit/regional-schema';
import type { Region } from '../../subgraphs/kit/regions';
import type { Finding } from './check-types';
import { finding } from './finding';
import { linksOf, type RegionalTemplate, typesOf } from './regional-template';
import { directiveText, elementsOfType, type SchemaElement, typeText } from './schema-elements';

/** Directives whose absence or change the allow-list names. */
const ACCESS: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** The finding for a version of the regional schema that the hub does not understand. */
export function unknownVersion(region: Region, version: string): Finding {
  const known = REGIONAL_SCHEMA_VERSIONS.map((each) => `"${each}"`).join(', ');
  const message = `The regional schema has no version "${version.slice(0, 40)}"; the hub understands ${known}.`;
  return finding(region, 'SCHEMA_VERSION_UNKNOWN', {}, message);
}

/** Whether everything that the declared version of the regional schema holds is there, as it is there. */
export function checkConformity(document: DocumentNode, template: RegionalTemplate): readonly Finding[] {
  const { region, version } = template;
  const types = typesOf(document);
  const found: Finding[] = [];
  if (linksOf(document).length === 0) {
    found.push(
      finding(region, 'LINK_MISSING', { line: 1 }, 'The schema is not linked to the federation specification.'),
    );
  }
  for (const [name, expected] of template.types) {
    const given = types.get(name);
    if (given === undefined) {
      const message = `The type ${name} of regional/v${version} is missing.`;
      found.push(finding(region, 'TYPE_MISSING', { coordinate: name }, message));
    } else if (given.kind !== expected.kind) {
      const message = `${name} is ${describe(given.kind)}; in regional/v${version} it is ${describe(expected.kind)}.`;
      found.push(finding(region, 'KIND_DIFFERENT', { coordinate: name, node: given }, message));
    } else {
      found.push(...compareTypes([...elementsOfType(given)], [...elementsOfType(expected)], template));
    }
  }
  return found;
}

function compareTypes(
  given: readonly SchemaElement[],
  expected: readonly SchemaElement[],
  template: RegionalTemplate,
): readonly Finding[] {
  const byCoordinate = new Map(given.map((element) => [element.coordinate, element]));
  const type = given[0];
  return expected.flatMap((element) => {
    const { coordinate } = element;
    const found = byCoordinate.get(coordinate);
    if (found !== undefined)
      return [...compareElements(found, element, template), ...compareDirectives(found, element, template)];
    if (element.kind === 'ARGUMENT') return [argumentFinding(element, type, template, 'is missing')];
    const message = `The field ${coordinate} of regional/v${template.version} is missing.`;
    return [finding(template.region, 'FIELD_MISSING', { coordinate, node: type?.node }, message)];
  });
}

function compareElements(
  given: SchemaElement,
  expected: SchemaElement,
  template: RegionalTemplate,
): readonly Finding[] {
  if (given.kind === 'ARGUMENT' && expected.kind === 'ARGUMENT') {
    const isSame =
      typeText(given.node.type) === typeText(expected.node.type) && defaultOf(given) === defaultOf(expected);
    return isSame ? [] : [argumentFinding(given, given, template, 'has another type or default value')];
  }
  if (given.kind !== 'FIELD' || expected.kind !== 'FIELD') return [];
  const { coordinate, node } = given;
  const found: Finding[] = [];
  if (typeText(node.type) !== typeText(expected.node.type)) {
    const message = `${coordinate} has the type ${typeText(node.type)}; in regional/v${template.version} it is ${typeText(expected.node.type)}.`;
    found.push(finding(template.region, 'FIELD_TYPE_DIFFERENT', { coordinate, node }, message));
  }
  const names = new Set(expected.node.arguments?.map(({ name }) => name.value));
  for (const argument of node.arguments ?? []) {
    if (names.has(argument.name.value)) continue;
    const place = { coordinate: `${coordinate}(${argument.name.value}:)`, node: argument };
    const message = `${coordinate} takes the argument ${argument.name.value}, which regional/v${template.version} does not know.`;
    found.push(finding(template.region, 'ARGUMENT_DIFFERENT', place, message));
  }
  return found;
}

function compareDirectives(
  given: SchemaElement,
  expected: SchemaElement,
  { region, version }: RegionalTemplate,
): readonly Finding[] {
  const texts = new Set((given.node.directives ?? []).map(directiveText));
  return (expected.node.directives ?? [])
    .filter((directive) => !ACCESS.has(directive.name.value) && !texts.has(directiveText(directive)))
    .map((directive) => {
      const message = `${given.coordinate} lacks ${directiveText(directive)} of regional/v${version}.`;
      return finding(region, 'DIRECTIVE_MISSING', { coordinate: given.coordinate, node: given.node }, message);
    });
}

function argumentFinding(
  { coordinate }: SchemaElement,
  at: SchemaElement | undefined,
  { region, version }: RegionalTemplate,
  problem: string,
): Finding {
  const message = `The argument ${coordinate} of regional/v${version} ${problem}.`;
  return finding(region, 'ARGUMENT_DIFFERENT', { coordinate, node: at?.node }, message);
}

function defaultOf(element: SchemaElement): string {
  if (element.kind !== 'ARGUMENT' || element.node.defaultValue === undefined) return '';
  return JSON.stringify(element.node.defaultValue, (key, value: unknown) => (key === 'loc' ? undefined : value));
}

function describe(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    [Kind.OBJECT_TYPE_DEFINITION]: 'an object type',
    [Kind.INTERFACE_TYPE_DEFINITION]: 'an interface',
    [Kind.UNION_TYPE_DEFINITION]: 'a union',
    [Kind.ENUM_TYPE_DEFINITION]: 'an enumeration',
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'an input object',
    [Kind.SCALAR_TYPE_DEFINITION]: 'a scalar',
  };
  return names[kind] ?? kind;
}
