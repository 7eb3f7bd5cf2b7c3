import { createHash } from 'node:crypto';
import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import { checkNumber, checkText } from './check-values';
import { type CostOf, costOfOperation } from './estimate-cost';
import type { DocumentLimits } from './limits-config';
import { type DocumentMeasures, measureDocument } from './measure-document';
import { parseFailure, scanText } from './scan-text';

/** An operation of a document within the limits. */
export interface MeasuredOperation {
  readonly node: OperationDefinitionNode;
  readonly name: string | undefined;
  readonly costOf: CostOf;
}

/** A document within the limits. */
export interface MeasuredDocument {
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operations: readonly MeasuredOperation[];
  /** Whether it asks for the schema itself. */
  readonly introspects: boolean;
}

const THE_DOCUMENT = 'The document';

/**
 * Reads and measures a document: everything about it that does not depend on variables. Throws a HubError
 * with the limit that it breaks. Takes no more than a few milliseconds, whatever the text.
 */
export function checkDocument(text: string, schema: GraphQLSchema, limits: DocumentLimits): MeasuredDocument {
  scanText(text, limits);
  const document = parseText(text);
  const measures = measureDocument(document, limits);
  checkMeasures(measures, limits);
  const introspects = checkNodes(document, limits);
  const operations = document.definitions
    .filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => ({ node, name: node.name?.value, costOf: costOfOperation(schema, document, node) }));
  return { hash: createHash('sha256').update(text).digest('hex'), document, operations, introspects };
}

function parseText(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw parseFailure(error);
  }
}

function checkMeasures({ aliases, rootFields, mergedPairs }: DocumentMeasures, limits: DocumentLimits): void {
  if (rootFields > limits.rootFields) {
    throw new HubError(
      'TOO_MANY_ROOT_FIELDS',
      `The document asks for ${rootFields} fields at the root; ${limits.rootFields} are allowed. Split it into several requests.`,
      { limit: limits.rootFields, found: rootFields },
    );
  }
  if (aliases > limits.aliases) {
    throw new HubError(
      'TOO_MANY_ALIASES',
      `The document uses ${aliases} aliases; ${limits.aliases} are allowed. Use the fields that take lists, or split it.`,
      { limit: limits.aliases, found: aliases },
    );
  }
  if (mergedPairs > limits.mergedPairs) {
    throw new HubError(
      'TOO_MANY_REPEATED_FIELDS',
      'The document repeats the same fields too often. Write each field once.',
      { limit: limits.mergedPairs, found: mergedPairs },
    );
  }
}

/** Looks at directives, literals and names of variables; says whether the document asks for the schema. */
function checkNodes(document: DocumentNode, limits: DocumentLimits): boolean {
  let directives = 0;
  let introspects = false;
  visit(document, {
    enter(node: ASTNode) {
      if ('directives' in node && node.directives !== undefined && node.directives.length > 0) {
        directives += node.directives.length;
        checkRepeated(node.directives);
      }
      if (node.kind === Kind.FIELD) introspects ||= node.name.value === '__schema' || node.name.value === '__type';
      if (node.kind === Kind.VARIABLE_DEFINITION) checkVariableName(node.variable.name.value);
      if (node.kind === Kind.STRING) checkText(node.value, THE_DOCUMENT);
      if (node.kind === Kind.FLOAT || node.kind === Kind.INT) checkNumber(Number(node.value), THE_DOCUMENT);
    },
  });
  if (directives > limits.directives) {
    throw new HubError(
      'TOO_MANY_DIRECTIVES',
      `The document holds ${directives} directives; ${limits.directives} are allowed. Split it into several requests.`,
      { limit: limits.directives, found: directives },
    );
  }
  return introspects;
}

/** A value under this name would become an object's prototype, and its variable seem not to be given. */
function checkVariableName(name: string): void {
  if (name !== '__proto__') return;
  throw new HubError('VARIABLE_RESERVED', `The variable "$${name}" has a reserved name. Choose another.`);
}

/** No directive of the hub may stand twice at one place. */
function checkRepeated(directives: readonly { readonly name: DirectiveNode['name'] }[]): void {
  const names = directives.map(({ name }) => name.value);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return;
  throw new HubError(
    'DIRECTIVE_REPEATED',
    `The directive "@${repeated.slice(0, 60)}" stands twice at the same place. Write it once.`,
    { directive: repeated.slice(0, 60) },
  );
}
