import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { answerFormOf, type ObjectForm } from './answer-form';
import type { ClientNames } from './client-names';
import type { CompiledPlan } from './compiled-plan';
import type { JsonObject } from './json';

/** Most combinations of conditions whose form is kept for one operation: few are in use, all could be asked for. */
const MAX_FORMS = 32;

/** One operation, planned and ready to run for any variables. */
export interface CompiledOperation {
  /** Undefined when nothing has to be fetched. */
  readonly plan: CompiledPlan | undefined;
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The form of the answer for these variables. */
  formFor(variables: Readonly<JsonObject>): ObjectForm;
}

/** What an operation is compiled from. */
export interface OperationSource {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly names: ClientNames;
  readonly plan: CompiledPlan | undefined;
}

/** Joins a plan with the form of its answer. The form depends on variables through @skip and @include only. */
export function compileOperation({ schema, document, operation, names, plan }: OperationSource): CompiledOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const conditions = conditionVariables(document);
  const forms = new Map<string, ObjectForm>();
  return {
    plan,
    schema,
    document,
    operation,
    formFor(variables) {
      const key = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
      const known = forms.get(key);
      if (known !== undefined) return known;
      if (forms.size >= MAX_FORMS) forms.clear();
      const truths = new Map(conditions.map((name) => [name, variables[name] === true]));
      const isIncluded = (node: SelectionNode) => (node.directives ?? []).every((each) => lets(each, truths));
      const form = answerFormOf({ schema, operation, fragments, names, isIncluded });
      forms.set(key, form);
      return form;
    },
  };
}

function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = conditionOf(node);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function lets(node: DirectiveNode, truths: ReadonlyMap<string, boolean>): boolean {
  const value = conditionOf(node);
  if (value === undefined) return true;
  const isTrue = value.kind === Kind.VARIABLE ? truths.get(value.name.value) === true : isLiteralTrue(value);
  return node.name.value === 'include' ? isTrue : !isTrue;
}

function isLiteralTrue(value: NonNullable<ReturnType<typeof conditionOf>>): boolean {
  return value.kind === Kind.BOOLEAN && value.value;
}

function conditionOf(node: DirectiveNode) {
  if (node.name.value !== 'include' && node.name.value !== 'skip') return undefined;
  return node.arguments?.find(({ name }) => name.value === 'if')?.value;
}
