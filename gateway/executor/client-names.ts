import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import { withoutNestedAbstract } from './narrow-fragments';

/** Put before a response name that fetched data cannot hold under the client's own name. */
const PREFIX = '_alias_';

/** Whether some type of the supergraph has a key, a required or a hidden field of that name. */
export type IsReservedName = (name: string) => boolean;

/** How the response names of one operation stand in fetched data. */
export interface ClientNames {
  /** The name under which a field stands in fetched data. */
  fetchedName(field: FieldNode): string;
}

/**
 * Gives fields names of their own in fetched data where the client's name would be taken for a key, a required
 * or a hidden field: the plan then cannot mix them up, and an alias can neither replace nor reveal such a field.
 * A name depends on nothing but the response name and whether the field stands for itself, so that selections
 * that merge for the client also merge in the plan.
 */
export function clientNames(isReserved: IsReservedName): ClientNames {
  return {
    fetchedName(field) {
      const name = responseName(field);
      const standsForItself = name === field.name.value && (field.arguments?.length ?? 0) === 0;
      if (standsForItself || !(isReserved(name) || name.startsWith(PREFIX))) return name;
      return PREFIX + name;
    },
  };
}

/** The client's name for a step of an error's path. */
export function clientStep(step: string | number): string | number {
  return typeof step === 'string' && step.startsWith(PREFIX) ? step.slice(PREFIX.length) : step;
}

/** The key of a field in an answer. */
export function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

/**
 * The document that is planned in place of the client's: the chosen operation with the fragments as the planner can plan them, under
 * the names of fetched data. Objects of which perhaps nothing is asked are asked for their type: the planner would leave them
 * out, and an object that is there would look like none. Throws ALIAS_RESERVED for an alias that would reach into
 * JavaScript objects.
 */
export function plannableDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  names: ClientNames,
  schema: GraphQLSchema,
): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return visit(withoutNestedAbstract({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }, schema), {
    Field(node) {
      if (node.alias === undefined) return renamed(node, names.fetchedName(node));
      if (node.alias.value === '__proto__') {
        throw new HubError('ALIAS_RESERVED', 'The alias "__proto__" is reserved. Choose another.', {
          alias: '__proto__',
        });
      }
      // The type of an object is fetched once, whatever a client calls it.
      if (node.name.value === '__typename') return { ...node, alias: undefined };
      return renamed(node, names.fetchedName(node));
    },
    SelectionSet: (node, _key, parent) => (isField(parent) ? withSomething(node) : undefined),
  });
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The selections with the type of the object among them, unless some field is asked of every object anyway. */
function withSomething(set: SelectionSetNode): SelectionSetNode | undefined {
  if (set.selections.some(isUnconditional)) return undefined;
  return { ...set, selections: [TYPENAME, ...set.selections] };
}

function isUnconditional(node: SelectionNode): boolean {
  return node.kind === Kind.FIELD && (node.directives ?? []).length === 0;
}

function isField(node: ASTNode | readonly ASTNode[] | undefined): node is FieldNode {
  return node !== undefined && 'kind' in node && node.kind === Kind.FIELD;
}

function renamed(node: FieldNode, name: string): FieldNode | undefined {
  if (name === responseName(node)) return undefined;
  return { ...node, alias: { kind: Kind.NAME, value: name } };
}
