import { ApolloGateway } from '@apollo/gateway';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { servedSupergraph } from '../../gateway/authorization';
import { composeNetwork, publicationsOf } from '../../schema';
import { REGIONS } from '../../subgraphs/kit/regions';

const ACCESS: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** The types of a supergraph as texts by name, without a word of who may ask. Written anew for the test. */
function typesOf(sdl: string): ReadonlyMap<string, string> {
  const document: DocumentNode = visit(parse(sdl, { noLocation: true }), {
    Directive: (node) => (ACCESS.has(node.name.value) ? null : undefined),
  });
  return new Map(
    document.definitions.flatMap((node): [string, string][] =>
      'name' in node && node.name !== undefined && node.kind !== Kind.DIRECTIVE_DEFINITION
        ? [[node.name.value, print(node)]]
        : [],
    ),
  );
}

async function load(supergraphSdl: string): Promise<unknown> {
  const gateway = new ApolloGateway({ supergraphSdl, logger: { debug() {}, info() {}, warn() {}, error() {} } });
  try {
    await gateway.load();
    await gateway.stop();
    return 'loaded';
  } catch (error) {
    // Its errors hold whole schemas, too deep for a test runner to carry.
    return error instanceof Error ? error.message : error;
  }
}

describe('the served copy of the supergraph of the network', () => {
  const members = REGIONS.map((region) => ({ region, schemaVersion: '2' }));
  const { supergraphSdl } = composeNetwork(publicationsOf(members));
  const served = servedSupergraph(supergraphSdl);

  it("is loaded by Apollo's gateway, which refuses the supergraph as it was composed", async () => {
    expect(await load(served)).toBe('loaded');
    expect(await load(supergraphSdl)).toMatch(/requiresScopes|authenticated|policy/);
  });

  it('has the same types and fields, but for the scalars of the directives', () => {
    const full = new Map(typesOf(supergraphSdl));
    expect(full.delete('requiresScopes__Scope')).toBe(true);
    expect(full.delete('policy__Policy')).toBe(true);
    expect(new Map(typesOf(served))).toEqual(full);
  });

  it('holds no word of who may ask, and is its own served copy', () => {
    expect(served).not.toMatch(
      /@authenticated|@requiresScopes|@policy|specs\.apollo\.dev\/(authenticated|requires|policy)/,
    );
    expect(servedSupergraph(served)).toBe(served);
  });

  it('comes of a supergraph in which every regional type is protected as its template is', () => {
    const needs = (type: string, scope: string) =>
      new RegExp(`^type ${type}\\b[^{]*@requiresScopes\\(scopes: \\[\\["${scope}"\\]\\]\\)`, 'm').test(supergraphSdl);
    const open = REGIONS.flatMap(({ prefix }) => [
      ...['Figures', 'FigureRow'].filter((type) => !needs(prefix + type, 'figures')).map((type) => prefix + type),
      ...['Contract', 'ContractPage', 'PageEntry', 'Buyer']
        .filter((type) => !needs(prefix + type, 'contracts'))
        .map((type) => prefix + type),
    ]);
    expect(open).toEqual([]);
    expect(needs('BretagneNetwork', 'contracts')).toBe(false);
    expect(supergraphSdl).toMatch(/^interface Contract\n[^{]*@requiresScopes\(scopes: \[\["contracts"\]\]\)/m);
  });
});
