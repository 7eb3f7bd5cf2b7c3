import { buildSchema, type GraphQLNamedType, isEnumType, isObjectType, Kind, parse, printSchema } from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { servedSupergraph } from '../../gateway/authorization';
import { composeNetwork, publicationsOf, registrySchema } from '../../schema';
import { nationalTemplate } from '../../schema/generator/national-schema';
import { REGIONS } from '../../subgraphs/kit/regions';

describe('the schema of the registry', () => {
  const members = REGIONS.map((region) => ({ region, schemaVersion: '2' }));
  const { supergraphSdl } = composeNetwork(publicationsOf(members), { withRegistry: true });
  // Printed and read again, so that what is inspected is what clients are given.
  const api = buildSchema(
    printSchema(Supergraph.build(servedSupergraph(supergraphSdl)).apiSchema().toGraphQLJSSchema()),
  );

  const fieldsOf = (type: GraphQLNamedType | null | undefined) =>
    isObjectType(type) ? Object.values(type.getFields()) : [];

  it('composes with the network, beside the 18 regions', () => {
    expect(supergraphSdl).toContain('REGISTRY');
    expect(fieldsOf(api.getQueryType()).map(({ name }) => name)).toContain('federation');
  });

  it('keeps checking, publishing and conformance runs to its own address', () => {
    const names = fieldsOf(api.getMutationType()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['rollbackSubgraph', 'suspendMember', 'issueApiKey']));
    expect(names).not.toContain('checkSubgraph');
    expect(names).not.toContain('publishSubgraph');
    expect(names).not.toContain('runConformance');
    expect(api.getType('PublishSubgraphInput')).toBeUndefined();
    expect(api.getType('PublishSubgraphResult')).toBeUndefined();
  });

  it('nulls nothing but its own root fields when it does not answer', () => {
    const own = parse(registrySchema()).definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && ['Query', 'Mutation'].includes(node.name.value)
        ? (node.fields ?? [])
        : [],
    );
    expect(own.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE)).toEqual([]);
  });

  it('says the status of a region in the words of the national level', () => {
    const valuesOf = (definitions: ReturnType<typeof parse>['definitions']) =>
      definitions.flatMap((node) =>
        node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'RegionStatus'
          ? (node.values ?? []).map((value) => `${value.name.value}: ${value.description?.value ?? ''}`)
          : [],
      );
    expect(valuesOf(parse(registrySchema()).definitions)).toEqual(valuesOf(nationalTemplate().definitions));
    expect(isEnumType(api.getType('RegionStatus'))).toBe(true);
  });

  it('is left out of a network without registry', () => {
    expect(composeNetwork(publicationsOf(members)).supergraphSdl).not.toContain('Federation {');
  });
});
