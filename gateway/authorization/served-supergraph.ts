import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { accessLinksOf } from './access-links';

/**
 * The supergraph without what says who may ask: links, definitions, uses and scalars of @authenticated,
 * @requiresScopes and @policy. Apollo's JavaScript gateway refuses to load them; the hub enforces them itself, from
 * the supergraph as it was composed. Nothing else changes. Throws SUPERGRAPH_UNSUPPORTED.
 */
export function servedSupergraph(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const { names, scalars, links } = accessLinksOf(document);
  if (links.size === 0) return supergraphSdl;
  const removed = new Set(Object.values(names));
  const served: DocumentNode = visit(document, {
    Directive: (node) => (links.has(node as never) || removed.has(node.name.value) ? null : undefined),
    DirectiveDefinition: (node) => (removed.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (scalars.has(node.name.value) ? null : undefined),
  });
  const isEmptied = (node: DocumentNode['definitions'][number]) =>
    node.kind === Kind.SCHEMA_EXTENSION && !node.directives?.length && !node.operationTypes?.length;
  return print({ ...served, definitions: served.definitions.filter((node) => !isEmptied(node)) });
}
