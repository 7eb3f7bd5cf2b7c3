import type { MemberPublication } from '../../registry/checks';
import { checkInvariant, publicationsWith } from '../../registry/checks/invariant.check';
import { templateOf } from '../../registry/checks/regional-template';
import { OTHERS, PUBLISHER } from '../registry/corpus';
import { plus, withField } from '../registry/corpus/hostile-case';
import { checkInput, composedOnce, supergraphOf, validPublication } from '../support/check-bench';

const others = [validPublication(OTHERS[0]!)];

/** Looks at the invariant alone, as if every check before it had let the SDL pass. */
function invariantOf(incoming: MemberPublication, present: readonly MemberPublication[] = others) {
  const template = templateOf(incoming.region, incoming.schemaVersion)!;
  const composed = composedOnce(publicationsWith(present, incoming));
  if (composed.kind !== 'COMPOSED') throw new Error(JSON.stringify(composed));
  const baseline = composedOnce(publicationsWith(present, { ...incoming, sdl: template.sdl }));
  return checkInvariant(checkInput(incoming, present), template, { incoming: composed, baseline });
}

const hostile = (sdl: string): MemberPublication => ({ ...validPublication(PUBLISHER), sdl });
const imports = (names: string, sdl: string) => sdl.replace('"@policy"]', `"@policy", ${names}]`);

describe('the invariant of a supergraph', () => {
  it.each([
    ['a region that is new', validPublication(PUBLISHER), others],
    ['the first region of all', validPublication(PUBLISHER), []],
    ['a region as it is', validPublication(PUBLISHER), [...others, validPublication(PUBLISHER)]],
    ['a newer version', validPublication(PUBLISHER), [...others, validPublication(PUBLISHER, '1')]],
    ['an older version', validPublication(PUBLISHER, '1'), [...others, validPublication(PUBLISHER)]],
    ['a newer version of the only region', validPublication(PUBLISHER), [validPublication(PUBLISHER, '1')]],
    ['an extra field', hostile(withField('BretagneNetwork', 'bikes: Int')), others],
    [
      'an extra type, input and enumeration',
      hostile(
        `${withField('BretagneNetwork', 'bikes(where: BretagneWhere): [BretagneBike!]')}
         type BretagneBike { colour: BretagneColour } input BretagneWhere { a: Int } enum BretagneColour { RED }`,
      ),
      others,
    ],
    ['other descriptions of its own types', hostile(withField('BretagneDesk', '"Bikes." bikes: Int')), others],
  ])('holds for %s', (_, incoming, present) => {
    expect(invariantOf(incoming, present)).toEqual([]);
  });

  it.each([
    [
      'takes a national field over',
      plus(
        'type LocalContact @key(fields: "scope") { scope: Scope! communeName: String! @override(from: "national") }',
      ),
      '"@override"',
      ['OWNER_CHANGED', 'LocalContact.communeName'],
    ],
    [
      'has national data sent to it',
      plus(
        'type Region @key(fields: "code") { code: RegionCode! name: String! @external leak: String @requires(fields: "name") }',
      ),
      '"@external", "@requires"',
      ['FOREIGN_COORDINATE_CHANGED', 'Region.leak'],
    ],
    [
      'has data of another region sent to it',
      plus(
        'type NormandieDesk @key(fields: "id") { id: ID! email: String @external leak: String @requires(fields: "email") }',
      ),
      '"@external", "@requires"',
      ['FOREIGN_COORDINATE_CHANGED', 'NormandieDesk.leak'],
    ],
    [
      'has what the national counterpart of its own type gives sent to it',
      plus('type Region @key(fields: "code", resolvable: false) { code: RegionCode! name: String! @external }').replace(
        /^(type BretagneContract [^{]*\{)$/m,
        '$1\n  region: Region! @external\n  leak: String @requires(fields: "region { name }")',
      ),
      '"@external", "@requires"',
      ['OWNER_CHANGED', 'BretagneContract.leak'],
    ],
    [
      'makes a national input smaller',
      plus('input FigureFilter { sectors: [Code!] }'),
      '"@shareable"',
      ['FOREIGN_COORDINATE_CHANGED', 'FigureFilter.regions'],
    ],
    [
      'hides a shared scalar',
      withField('BretagneNetwork', 'bikes: Int').replace('scalar Scope', 'scalar Scope @inaccessible'),
      '"@shareable"',
      ['FOREIGN_COORDINATE_CHANGED', 'Scope'],
    ],
    [
      'adds a mutation',
      plus('type Mutation { deleteEverything: Boolean }'),
      '"@shareable"',
      ['FOREIGN_COORDINATE_CHANGED', 'Mutation.deleteEverything'],
    ],
    ['adds a query', plus('type Query { bikes: Int }'), '"@shareable"', ['FOREIGN_COORDINATE_CHANGED', 'Query.bikes']],
    [
      'closes an interface of the nation',
      plus('').replace('type BretagneDesk @key(fields: "id")', 'type BretagneDesk @key(fields: "id") @authenticated'),
      '"@shareable"',
      ['FOREIGN_COORDINATE_CHANGED', 'Desk'],
    ],
    [
      'adds a type under no prefix',
      plus('type Bicycle { count: Int }'),
      '"@shareable"',
      ['FOREIGN_COORDINATE_CHANGED', 'Bicycle'],
    ],
    [
      'adds a key to its own type',
      plus('').replace(
        'type BretagneDesk @key(fields: "id")',
        'type BretagneDesk @key(fields: "id") @key(fields: "name")',
      ),
      '"@shareable"',
      ['OWNER_CHANGED', 'BretagneDesk'],
    ],
    [
      'shares a field of a desk',
      plus('').replace(/^(type BretagneDesk [^]*?email: String)$/m, '$1 @tag(name: "mine")'),
      '"@tag"',
      ['FOREIGN_COORDINATE_CHANGED', '@tag'],
    ],
  ])('by itself refuses a subgraph that composes and %s', (_, sdl, names, [code, coordinate]) => {
    const found = invariantOf(hostile(imports(names, sdl))).map((finding) => [finding.code, finding.coordinate]);
    expect(found).toContainEqual([code, coordinate]);
  });

  it('sees what differs from what is served, whatever the hub would generate today', () => {
    const present = [...others, validPublication(PUBLISHER)];
    const served = supergraphOf(present).replace('"""Where a page ends."""', '"""Where a page began."""');
    const template = templateOf(PUBLISHER, '2')!;
    const composed = composedOnce(publicationsWith(present, validPublication(PUBLISHER)));
    if (composed.kind !== 'COMPOSED') throw new Error(composed.kind);
    const input = checkInput(validPublication(PUBLISHER), present, {
      current: { publications: present, supergraphSdl: served },
    });
    expect(checkInvariant(input, template, { incoming: composed, baseline: composed })).toMatchObject([
      { code: 'FOREIGN_COORDINATE_CHANGED', coordinate: 'PageInfo' },
    ]);
  });
});
