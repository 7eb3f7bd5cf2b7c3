import { type DocumentNode, Kind } from 'graphql';
import type { Finding } from './check-types';
import { finding } from './finding';
import type { FindingCode } from './finding-codes';
import { type RegionalTemplate, typesOf } from './regional-template';
import { elementsOf, elementsOfType, namedTypeOf, type SchemaElement, stringArgument } from './schema-elements';
import { isHidden, templateElement } from './template-elements';

const STYLE: Readonly<Record<SchemaElement['kind'], RegExp>> = {
  TYPE: /^[A-Z][A-Za-z0-9]*$/,
  FIELD: /^(?!(?:get|list)[A-Z])[a-z][A-Za-z0-9]*$/,
  ARGUMENT: /^[a-z][A-Za-z0-9]*$/,
  INPUT_FIELD: /^[a-z][A-Za-z0-9]*$/,
  ENUM_VALUE: /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
};

/** Words that name what identifies or describes a person; such data stay in the region. */
const PERSONAL =
  /^(?:nir|nia|ssn|birth|born|naissance|prenom|firstname|lastname|surname|nationality|nationalite|disability|handicap|socialsecurity|securitesociale|rqth)/;

/** What a region might do better in what it adds: warnings, which never refuse a publication. */
export function checkLint(document: DocumentNode, template: RegionalTemplate): readonly Finding[] {
  const reachable = reachableTypes(document, template);
  return [...elementsOf(document)]
    .filter((element) => templateElement(element, template) === undefined)
    .flatMap((element) => problemsOf(element, reachable))
    .map(({ element: { coordinate, node }, code, message }) =>
      finding(template.region, code, { coordinate, node }, message),
    );
}

interface Problem {
  readonly element: SchemaElement;
  readonly code: FindingCode;
  readonly message: string;
}

function problemsOf(element: SchemaElement, reachable: ReadonlySet<string>): readonly Problem[] {
  const { coordinate, node, kind } = element;
  const name = node.name.value;
  const found: Problem[] = [];
  const report = (code: FindingCode, message: string) => found.push({ element, code, message });
  if ((node.description?.value.trim() ?? '') === '') report('DESCRIPTION_MISSING', `${coordinate} has no description.`);
  if (!STYLE[kind].test(name)) report('NAME_STYLE', `${coordinate} is not named like the rest of the schema.`);
  else if (kind === 'FIELD' && isBoolean(element) && !/^(?:is|has)[A-Z]/.test(name)) {
    report('NAME_STYLE', `${coordinate} is true or false, and does not begin with is or has.`);
  }
  if (kind !== 'TYPE' && name.split(/(?=[A-Z])|_/).some((_, index, words) => isPersonal(words.slice(index)))) {
    report('NAME_OF_PERSONAL_DATA', `${coordinate} is named like something that identifies a person.`);
  }
  const deprecated = node.directives?.find((directive) => directive.name.value === 'deprecated');
  if (deprecated !== undefined && (stringArgument(deprecated, 'reason')?.trim() ?? '') === '') {
    report('DEPRECATION_WITHOUT_REASON', `${coordinate} is deprecated without a reason.`);
  }
  if (kind === 'TYPE' && !reachable.has(coordinate)) report('TYPE_UNREACHABLE', `No field leads to ${coordinate}.`);
  return found;
}

function isPersonal(words: readonly string[]): boolean {
  return PERSONAL.test(words.join('').toLowerCase());
}

function isBoolean({ kind, node }: SchemaElement): boolean {
  return (
    kind === 'FIELD' && namedTypeOf((node as Extract<SchemaElement, { kind: 'FIELD' }>['node']).type) === 'Boolean'
  );
}

/** Types that clients can get to from those of the template that they see. */
function reachableTypes(document: DocumentNode, template: RegionalTemplate): ReadonlySet<string> {
  const types = typesOf(document);
  const visible = [...template.types].filter(([name, node]) => {
    return node.kind === Kind.OBJECT_TYPE_DEFINITION && !isHidden(name, template);
  });
  const reached = new Set<string>();
  const waiting = visible.map(([name]) => name);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const node = types.get(name);
    if (reached.has(name) || node === undefined) continue;
    reached.add(name);
    for (const element of elementsOfType(node)) {
      if ('type' in element.node) waiting.push(namedTypeOf(element.node.type));
    }
  }
  return reached;
}
