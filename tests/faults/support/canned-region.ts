import { createHash } from 'node:crypto';
import { type DocumentNode, type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { buyersOf, companiesOf, figuresOf, figuresOfMonth, monthsFrom } from './known-figures';

/** JSON of an answer. */
export type Json = Record<string, unknown>;

/** A question of the gateway, as it arrives. */
export interface RegionQuestion {
  readonly query: string;
  readonly variables: { readonly representations?: readonly Json[] };
}

/** Answers a question for figures as the region of that code does, from the known figures. */
export function honestAnswer(code: string, { query, variables }: RegionQuestion): Json {
  const entities = (variables.representations ?? []).map((reference) => {
    const typeName = String(reference['__typename']);
    return pickFields(documentOf(query), entitySelection(query), typeName, shardOf(code, typeName, reference));
  });
  return { data: { _entities: entities } };
}

/** What a region must say to prove that it answered that scope: its code and half a SHA-256 of the scope's text. */
export function proofOf(code: string, scope: string): string {
  return `${code}:${createHash('sha256').update(scope, 'utf8').digest('hex').slice(0, 32)}`;
}

function shardOf(code: string, typeName: string, reference: Json): Json {
  const scope = String(reference['scope']);
  const { from, to, by } = JSON.parse(Buffer.from(scope, 'base64url').toString('utf8')) as {
    from: string;
    to: string;
    by: readonly string[];
  };
  const buyerSirens = buyersOf(code, from, to);
  const companySirets = companiesOf(code, from, to);
  return {
    __typename: typeName,
    region: code,
    scope,
    answeredFor: proofOf(code, scope),
    asOf: new Date().toISOString(),
    isDemonstration: false,
    ...figuresOf(code, from, to),
    buyerCount: buyerSirens.length,
    companyCount: companySirets.length,
    desks: 3,
    facilitators: 4,
    desksExpected: 3,
    desksReporting: 3,
    buyerSirens,
    companySirets,
    // The suite breaks down by month only.
    breakdown:
      by.length === 0 ? null : monthsFrom(from, to).map((month) => ({ keys: [month], ...figuresOfMonth(code, month) })),
  };
}

const documents = new Map<string, DocumentNode>();

function documentOf(query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query, { noLocation: true });
  documents.set(query, known);
  return known;
}

function entitySelection(query: string): SelectionSetNode {
  for (const definition of documentOf(query).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const field = definition.selectionSet.selections.find(
      (node): node is FieldNode => node.kind === Kind.FIELD && node.name.value === '_entities',
    );
    if (field?.selectionSet !== undefined) return field.selectionSet;
  }
  throw new Error(`A canned region answers questions for entities only, not ${query}`);
}

/** Keeps what was asked of an object, under the names that were asked. */
function pickFields(document: DocumentNode, { selections }: SelectionSetNode, typeName: string, from: Json): Json {
  const picked: Json = {};
  for (const node of selections) {
    if (node.kind === Kind.FIELD) {
      const value = from[node.name.value];
      if (value === undefined) throw new Error(`A canned region has no ${typeName}.${node.name.value}`);
      picked[node.alias?.value ?? node.name.value] = pickValue(document, node, typeName, value);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = node.typeCondition?.name.value ?? typeName;
      if (condition === typeName) Object.assign(picked, pickFields(document, node.selectionSet, typeName, from));
    } else {
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION && fragment.typeCondition.name.value === typeName) {
        Object.assign(picked, pickFields(document, fragment.selectionSet, typeName, from));
      }
    }
  }
  return picked;
}

function pickValue(document: DocumentNode, node: FieldNode, typeName: string, value: unknown): unknown {
  const { selectionSet } = node;
  if (selectionSet === undefined || !Array.isArray(value)) return value;
  return value.map((item: Json) => pickFields(document, selectionSet, typeName, item));
}
