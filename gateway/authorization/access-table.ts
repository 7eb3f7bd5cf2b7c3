import { type DefinitionNode, type DocumentNode, Kind, visit } from 'graphql';
import { type Requirement, requirementOf, unsupported } from '../../subgraphs/kit/authorization';
import { type AccessLinks, accessLinksOf } from './access-links';

/** What the types and fields of a supergraph need, hidden ones among them. */
export interface AccessTable {
  ofType(type: string): Requirement | undefined;
  ofField(type: string, field: string): Requirement | undefined;
  /** Whether clients cannot see a type. */
  hidesType(type: string): boolean;
  /** Whether clients cannot see a field of a type that they see. */
  hidesField(type: string, field: string): boolean;
}

/** Reads the access rules of a supergraph. Throws SUPERGRAPH_UNSUPPORTED unless every one is understood. */
export function accessTableOf(document: DocumentNode): AccessTable {
  const links = accessLinksOf(document);
  const requirements = new Map<string, Requirement>();
  const hidden = new Set<string>();
  const interned = new Map<string, Requirement>();
  let read = 0;
  const note = (coordinate: string, directives: Parameters<typeof requirementOf>[0]): void => {
    if (directives?.some(({ name }) => name.value === links.inaccessible)) hidden.add(coordinate);
    const found = requirementOf(directives, links.names, coordinate);
    if (found === undefined) return;
    read += [found.isAuthenticated, found.scopes, found.policies].filter(Boolean).length;
    // One object per rule, so that needs of the same rule are told at a glance.
    const key = JSON.stringify(found);
    requirements.set(coordinate, interned.get(key) ?? found);
    interned.set(key, interned.get(key) ?? found);
  };
  for (const node of document.definitions) noteDefinition(node, note);
  if (read !== usesOf(document, links)) throw unsupported('The supergraph', 'states who may ask at a place not read');
  return {
    ofType: (type) => requirements.get(type),
    ofField: (type, field) => requirements.get(`${type}.${field}`),
    hidesType: (type) => hidden.has(type),
    hidesField: (type, field) => hidden.has(`${type}.${field}`),
  };
}

type Note = (coordinate: string, directives: Parameters<typeof requirementOf>[0]) => void;

function noteDefinition(node: DefinitionNode, note: Note): void {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      note(node.name.value, node.directives);
      for (const field of node.fields ?? []) note(`${node.name.value}.${field.name.value}`, field.directives);
      return;
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      note(node.name.value, node.directives);
      return;
    default:
  }
}

/** Every use of the directives, wherever it stands. */
function usesOf(document: DocumentNode, { names }: AccessLinks): number {
  const all = new Set(Object.values(names));
  let uses = 0;
  visit(document, {
    Directive(node) {
      if (all.has(node.name.value)) uses += 1;
    },
  });
  return uses;
}
