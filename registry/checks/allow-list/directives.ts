import type { ConstDirectiveNode } from 'graphql';
import { PLAIN_ACCESS_NAMES, requirementOf } from '../../../subgraphs/kit/authorization';
import { asHubError } from '../../../subgraphs/kit/errors';
import type { Finding } from '../check-types';
import { finding } from '../finding';
import type { RegionalTemplate } from '../regional-template';
import { directiveText, type SchemaElement } from '../schema-elements';
import { templateDirectives } from '../template-elements';

const ACCESS: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** What each of these would do to others, for the message. Directives that are not named here are refused as well. */
const HARM: ReadonlyMap<string, string> = new Map([
  ['override', 'takes a field over from another subgraph'],
  ['requires', 'has the gateway send what other subgraphs answer'],
  ['provides', 'answers in the place of another subgraph'],
  ['external', 'names a field of another subgraph'],
  ['shareable', 'offers to answer what another subgraph answers'],
  ['interfaceObject', 'adds fields to the types of others'],
  ['composeDirective', 'carries a directive into what the hub serves'],
  ['extends', 'extends a type of another subgraph'],
  ['context', 'hands values to other fields'],
  ['fromContext', 'takes values from other fields'],
]);

/** Whether an element carries only directives that the template gives it; an extra may be deprecated and guarded. */
export function checkDirectives(element: SchemaElement, template: RegionalTemplate): readonly Finding[] {
  const expected = templateDirectives(element, template);
  const given = element.node.directives ?? [];
  return expected === undefined
    ? [...given.flatMap((node) => checkOnExtra(node, element, template)), ...checkRule(element, template)]
    : checkOnTemplate(given, expected, element, template);
}

function checkOnTemplate(
  given: readonly ConstDirectiveNode[],
  expected: readonly ConstDirectiveNode[],
  { coordinate, node: owner }: SchemaElement,
  template: RegionalTemplate,
): readonly Finding[] {
  const allowed = new Set(expected.map(directiveText));
  const texts = given.map(directiveText);
  const unexpected = given
    .filter((node, index) => !allowed.has(directiveText(node)) || texts.indexOf(directiveText(node)) !== index)
    .map((node) => refuse(node, coordinate, template));
  const weakened = expected
    .filter(({ name }) => ACCESS.has(name.value) && !given.some((node) => node.name.value === name.value))
    .map((node) => {
      const message = `${coordinate} lacks ${directiveText(node)}: what the regional schema guards would be open.`;
      return finding(template.region, 'ACCESS_WEAKENED', { coordinate, node: owner }, message);
    });
  return [...unexpected, ...weakened];
}

function checkOnExtra(
  node: ConstDirectiveNode,
  { coordinate, kind }: SchemaElement,
  template: RegionalTemplate,
): readonly Finding[] {
  const name = node.name.value;
  const isGuard = ACCESS.has(name) && (kind === 'TYPE' || kind === 'FIELD') && template.imports.has(`@${name}`);
  const isDeprecation = name === 'deprecated' && kind !== 'TYPE';
  return isGuard || isDeprecation ? [] : [refuse(node, coordinate, template)];
}

/** Whether the hub understands who may ask for an extra: it serves nothing whose rule it would misread. */
function checkRule(element: SchemaElement, { region }: RegionalTemplate): readonly Finding[] {
  const { node, coordinate } = element;
  try {
    requirementOf(node.directives, PLAIN_ACCESS_NAMES, coordinate);
    return [];
  } catch (thrown) {
    const error = asHubError(thrown);
    if (error === undefined) throw thrown;
    return [finding(region, 'ACCESS_UNKNOWN', { coordinate, node }, error.message)];
  }
}

function refuse(node: ConstDirectiveNode, coordinate: string, { region }: RegionalTemplate): Finding {
  const name = node.name.value;
  const place = { coordinate, node };
  const what = `${coordinate} carries ${directiveText(node).slice(0, 120)}`;
  if (name === 'inaccessible') return finding(region, 'INACCESSIBLE_FORBIDDEN', place, `${what}.`);
  if (name === 'key') return finding(region, 'KEY_FORBIDDEN', place, `${what}, which the regional schema does not.`);
  if (ACCESS.has(name)) return finding(region, 'ACCESS_CHANGED', place, `${what}, which the regional schema does not.`);
  const harm = HARM.get(name.replace(/^federation__/, ''));
  return finding(region, 'DIRECTIVE_FORBIDDEN', place, harm === undefined ? `${what}.` : `${what}, which ${harm}.`);
}
