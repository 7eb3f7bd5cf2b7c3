import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import type { DocumentLimits } from './limits-config';

/** What one document asks, with its fragments written out. */
export interface DocumentMeasures {
  readonly selections: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly mergedPairs: number;
}

type Executable = OperationDefinitionNode | FragmentDefinitionNode;

/**
 * Measures a document in time proportional to its text, however often fragments use each other: sizes are
 * computed once per fragment, and the document is written out only when that is known to be small. Throws
 * FRAGMENT_CYCLE, TOO_MANY_SELECTIONS and QUERY_TOO_DEEP, after which nothing else is measured.
 */
export function measureDocument(
  document: DocumentNode,
  limits: Pick<DocumentLimits, 'selections' | 'depth'>,
): DocumentMeasures {
  const fragments = fragmentsOf(document);
  const definitions = document.definitions.filter(
    (node): node is Executable => node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const sizeOf = sizing(fragments);
  const sizes = definitions.map(({ selectionSet }) => sizeOf(selectionSet));
  // Fragments count by themselves too: validation compares the fields of each of them.
  const selections = sizes.reduce((sum, { count }) => sum + count, 0);
  const depth = Math.max(0, ...sizes.map((size) => size.depth));
  if (selections > limits.selections) {
    throw new HubError(
      'TOO_MANY_SELECTIONS',
      `The document selects more than ${limits.selections} fields once its fragments are written out. Ask for less in one request.`,
      { limit: limits.selections },
    );
  }
  if (depth > limits.depth) {
    throw new HubError(
      'QUERY_TOO_DEEP',
      `The document nests fields ${depth} levels deep; ${limits.depth} are allowed. Ask for less in one request.`,
      { limit: limits.depth, found: depth },
    );
  }
  const written = definitions.map(({ kind, selectionSet }) => ({
    isOperation: kind === Kind.OPERATION_DEFINITION,
    ...writeOut(selectionSet, fragments),
  }));
  const sum = (count: (one: (typeof written)[number]) => number) => written.reduce((all, one) => all + count(one), 0);
  return {
    selections,
    depth,
    aliases: sum(({ isOperation, aliases }) => (isOperation ? aliases : 0)),
    rootFields: sum(({ isOperation, rootFields }) => (isOperation ? rootFields : 0)),
    mergedPairs: sum(({ mergedPairs }) => mergedPairs),
  };
}

/** Fragments of a document by their names. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document by their names. */
export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node): [string, FragmentDefinitionNode] => [node.name.value, node]),
  );
}

interface Size {
  readonly count: number;
  readonly depth: number;
}

const NOTHING: Size = { count: 0, depth: 0 };

function sizing(fragments: Fragments): (set: SelectionSetNode) => Size {
  const known = new Map<string, Size>();
  const open = new Set<string>();

  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    if (size !== undefined) return size;
    const definition = fragments.get(name);
    // Validation names a fragment that does not exist.
    if (definition === undefined) return NOTHING;
    if (open.has(name)) {
      throw new HubError('FRAGMENT_CYCLE', `The fragment "${name}" uses itself. Break the circle.`, { fragment: name });
    }
    open.add(name);
    const found = ofSet(definition.selectionSet);
    open.delete(name);
    known.set(name, found);
    return found;
  };
  const ofSet = ({ selections }: SelectionSetNode): Size => {
    let count = 0;
    let depth = 0;
    for (const node of selections) {
      let inner: Size;
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet === undefined ? NOTHING : ofSet(node.selectionSet);
        inner = { count: below.count, depth: below.depth + 1 };
      } else {
        inner = node.kind === Kind.INLINE_FRAGMENT ? ofSet(node.selectionSet) : ofFragment(node.name.value);
      }
      count += 1 + inner.count;
      depth = Math.max(depth, inner.depth);
    }
    return { count, depth };
  };
  return ofSet;
}

interface Written {
  readonly aliases: number;
  readonly rootFields: number;
  readonly mergedPairs: number;
}

/** Walks what is known to be small. Fields of one response name are merged as the executor would. */
function writeOut(root: SelectionSetNode, fragments: Fragments): Written {
  let aliases = 0;
  let rootFields = 0;
  let mergedPairs = 0;

  const collect = ({ selections }: SelectionSetNode, groups: Map<string, FieldNode[]>): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        if (node.alias !== undefined) aliases += 1;
        const name = node.alias?.value ?? node.name.value;
        const group = groups.get(name);
        if (group === undefined) groups.set(name, [node]);
        else group.push(node);
      } else {
        const set =
          node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet;
        if (set !== undefined) collect(set, groups);
      }
    }
  };
  const walk = (sets: readonly SelectionSetNode[], isRoot: boolean): void => {
    const groups = new Map<string, FieldNode[]>();
    for (const set of sets) collect(set, groups);
    for (const group of groups.values()) {
      if (isRoot) rootFields += group.length;
      mergedPairs += (group.length * (group.length - 1)) / 2;
      const below = group.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
      if (below.length > 0) walk(below, false);
    }
  };
  walk([root], true);
  return { aliases, rootFields, mergedPairs };
}
