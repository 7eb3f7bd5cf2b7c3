import { QueryPlanner, prettyFormatQueryPlan } from '@apollo/query-planner';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { servedSupergraph } from '../../gateway/authorization';
import { composeNetwork, nationalSchema, publicationsOf, regionalSchema } from '../../schema';
import { REGIONS, regionOf, type Region } from '../../subgraphs/kit/regions';

interface TestMember {
  readonly region: Region;
  readonly schemaVersion: string;
}

/** The first regions of the law, then invented ones: the hub must not depend on there being 18. */
function membersOf(count: number, versionOf: (index: number) => string = () => '2'): TestMember[] {
  const invented = Array.from({ length: 100 }, (_, index) => regionOf(`R${100 + index}`, `Région ${100 + index}`));
  return [...REGIONS, ...invented]
    .slice(0, count)
    .map((region, index) => ({ region, schemaVersion: versionOf(index) }));
}

function planOf(supergraphSdl: string, query: string): string {
  const supergraph = Supergraph.build(servedSupergraph(supergraphSdl));
  const planner = new QueryPlanner(supergraph);
  return prettyFormatQueryPlan(planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(query))));
}

function fetchesOf(plan: string, service: string): number {
  return plan.split(`Fetch(service: "${service}")`).length - 1;
}

const CONSOLIDATION = `{ consolidation(period: { from: "2021-01", to: "2021-12" }) {
  total { hoursDone womenShare } coverage { answered } regions { status figures { hoursDone } } } }`;

describe.each([2, 18, 100])('with %i regions', (count) => {
  const members = membersOf(count, (index) => (index % 2 === 0 ? '2' : '1'));
  const { supergraphSdl, nationalSdl } = composeNetwork(publicationsOf(members));

  it('composes with mixed versions of the regional schema', () => {
    expect(Supergraph.build(servedSupergraph(supergraphSdl)).schema.type('Consolidation')).toBeDefined();
  });

  it('plans one parallel fetch per region and one gather', () => {
    const plan = planOf(supergraphSdl, CONSOLIDATION);
    expect(members.map(({ region }) => fetchesOf(plan, region.subgraph))).toEqual(members.map(() => 1));
    expect(fetchesOf(plan, 'national')).toBe(2);
    expect(plan).toContain('Parallel {');
  });

  it('asks a region on an older version only for what it publishes', () => {
    const [current, older] = members;
    expect(nationalSdl).toMatch(new RegExp(`\\.\\.\\. on ${current?.region.prefix}Figures \\{[^}]* lots `));
    expect(nationalSdl).not.toMatch(new RegExp(`\\.\\.\\. on ${older?.region.prefix}Figures \\{[^}]* lots `));
  });
});

describe('a region on an older version of the regional schema', () => {
  const [current, older] = membersOf(2, (index) => (index === 0 ? '2' : '1'));

  it('publishes nothing of the later version', () => {
    expect(regionalSchema(older!.region, '1')).not.toContain('openedOn');
    expect(regionalSchema(older!.region, '2')).toContain('openedOn');
  });

  it('keeps its place behind the interface: the national counterpart gives the missing field', () => {
    const sdl = nationalSchema(publicationsOf([current!, older!]));
    expect(sdl).toMatch(new RegExp(`type ${current!.region.prefix}Desk [^}]*openedOn: Date @external`, 's'));
    expect(sdl).toMatch(new RegExp(`type ${older!.region.prefix}Desk [^}]*openedOn: Date\\n`, 's'));
  });
});

describe('the shard generator', () => {
  const members = membersOf(18);
  const { supergraphSdl, nationalSdl } = composeNetwork(publicationsOf(members));

  it('hides every shard from clients', () => {
    const api = Supergraph.build(servedSupergraph(supergraphSdl)).apiSchema();
    const shards = ['Figures', 'FigureRow', 'ContractPage', 'PageEntry', 'Directory'];
    const visible = members.flatMap(({ region }) =>
      shards.filter((type) => api.type(region.prefix + type) !== undefined),
    );
    expect(visible).toEqual([]);
    expect(api.type('BretagneNetwork')).toBeDefined();
  });

  it('gives every type of a region one owner beside the national counterpart', () => {
    const owners = [...supergraphSdl.matchAll(/^type (\w+)[^{]*?\{/gms)]
      .filter(([, name]) => name?.startsWith('Bretagne'))
      .map(([head]) => [...head.matchAll(/graph: (\w+)/g)].map((match) => match[1]));
    expect(owners.length).toBeGreaterThan(8);
    expect(new Set(owners.flat())).toEqual(new Set(['NATIONAL', 'REGION_53_']));
  });

  it('makes every field that a region owns nullable, except keys', () => {
    const document = parse(regionalSchema(members[0]!.region, '2'));
    const offending = document.definitions.flatMap((node) => {
      if (node.kind !== 'ObjectTypeDefinition') return [];
      const key = node.directives?.find((directive) => directive.name.value === 'key')?.arguments?.[0]?.value;
      const keys = key?.kind === 'StringValue' ? key.value.split(' ') : [];
      const required = (node.fields ?? []).filter((field) => field.type.kind === 'NonNullType');
      return required
        .filter((field) => !keys.includes(field.name.value))
        .map((field) => `${node.name.value}.${field.name.value}`);
    });
    expect(offending).toEqual([]);
  });

  it('never shares a field between regions and never passes arguments in @requires', () => {
    expect(supergraphSdl).not.toContain('@shareable');
    const requires = [...supergraphSdl.matchAll(/requires: "([^"]*)"/g)].map((match) => match[1]);
    expect(requires.length).toBeGreaterThan(10);
    expect(requires.filter((fields) => fields?.includes('('))).toEqual([]);
  });

  it('gives the same text for the same members', () => {
    expect(nationalSchema(publicationsOf(members))).toBe(nationalSdl);
  });

  it('composes without any member, so that a hub can start empty', () => {
    expect(() => composeNetwork([])).not.toThrow();
  });

  it('refuses a version of the regional schema that does not exist', () => {
    expect(() => regionalSchema(members[0]!.region, '99')).toThrow(/no version "99"/);
  });

  it('reads contracts in two rounds: keys from every region, rows from their owners', () => {
    const plan = planOf(
      supergraphSdl,
      '{ contracts(first: 10) { edges { cursor node { id title } } pageInfo { endCursor } } }',
    );
    expect(members.map(({ region }) => fetchesOf(plan, region.subgraph))).toEqual(members.map(() => 2));
    expect(fetchesOf(plan, 'national')).toBe(2);
  });
});
