import { answeredFor, type DirectoryScope, encodeScope } from '../../subgraphs/kit/scope';
import { createRegionalTester, type RegionalTester, TODAY } from '../support/regional-tester';

const NETWORK = `region coordinationName facilitatorCount isDemonstration
  desks { id name hostType openedOn territories { id kind code name } facilitators { id name email phone } }`;

function placeScope(place: DirectoryScope['place']): string {
  const membership = { version: 1, expected: ['53'], asked: ['53'] };
  return encodeScope({ kind: 'DIRECTORY', place, membership });
}

const BREST = { commune: '29019', epci: '242900314', departement: '29' };

describe('the network of a region', () => {
  let tester: RegionalTester;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    tester = await createRegionalTester();
    await tester.buildCoordination({ name: 'Coordination de Bretagne' });
    const desk = async (name: string, kind: 'COMMUNE' | 'EPCI' | 'DEPARTEMENT', code: string, closedOn?: string) => {
      const built = await tester.buildDesk({ name, closedOn: closedOn ?? null });
      await tester.buildTerritory({ deskId: built.id, kind, code, name: code });
      ids[name] = built.id;
      return built;
    };
    await desk('Zone de Brest', 'COMMUNE', '29019');
    await desk('Métropole', 'EPCI', '242900314');
    const wide = await desk('Élan', 'DEPARTEMENT', '29');
    await desk('Azur', 'DEPARTEMENT', '35');
    await desk('Fermé', 'COMMUNE', '29019', TODAY);
    await tester.buildTerritory({ deskId: wide.id, kind: 'EPCI', code: '242900314' });
    await tester.buildFacilitator({ deskId: wide.id, name: 'Zoé', email: 'zoe@exemple.fr' });
    await tester.buildFacilitator({ deskId: wide.id, name: 'Éric' });
    await tester.buildFacilitator({ deskId: wide.id, name: 'Parti', endedOn: TODAY });
    await tester.buildFacilitator({ deskId: wide.id, name: 'Futur', startedOn: '2026-06-16' });
  });
  afterAll(() => tester.close());

  it('gives the coordination, the open desks in French order and who is in post', async () => {
    const [network] = await tester.entities<{ desks: { id: string; name: string }[] }>(
      'Network',
      [{ region: '53' }],
      NETWORK,
    );
    expect(network).toMatchObject({ region: '53', coordinationName: 'Coordination de Bretagne', facilitatorCount: 2 });
    expect(network?.desks.map((desk) => desk.name)).toEqual(['Azur', 'Élan', 'Métropole', 'Zone de Brest']);
    expect(network?.desks[1]).toMatchObject({
      id: `53-${ids['Élan']}`,
      hostType: 'MDE',
      openedOn: '2015-01-01',
      territories: [
        { kind: 'DEPARTEMENT', code: '29' },
        { kind: 'EPCI', code: '242900314' },
      ],
      facilitators: [{ name: 'Éric' }, { name: 'Zoé', email: 'zoe@exemple.fr' }],
    });
  });

  it('is null for another region', async () => {
    expect(await tester.entities('Network', [{ region: '28' }], NETWORK)).toEqual([null]);
  });

  it('answers a place with the closest territory first, then by name, and whoever is in post there', async () => {
    const scope = placeScope(BREST);
    const [directory] = await tester.entities<{ deskIds: string[]; facilitatorIds: string[] }>(
      'Directory',
      [{ region: '53', scope }],
      'answeredFor deskIds facilitatorIds',
    );
    expect(directory).toMatchObject({
      answeredFor: answeredFor('53', scope),
      deskIds: ['Zone de Brest', 'Élan', 'Métropole'].map((name) => `53-${ids[name]}`),
    });
    const names = await tester.entities<{ name: string }>(
      'Facilitator',
      (directory?.facilitatorIds ?? []).map((id) => ({ id })),
      'name',
    );
    expect(names.map((facilitator) => facilitator?.name)).toEqual(['Éric', 'Zoé']);
  });

  it('answers several places and the whole region with one statement', async () => {
    const places = [BREST, { commune: '35238', epci: null, departement: '35' }, null];
    let directories: ({ deskIds: string[] } | null)[] = [];
    const statements = await tester.statementsOf(async () => {
      const references = places.map((place) => ({ region: '53', scope: placeScope(place) }));
      directories = await tester.entities<{ deskIds: string[] }>('Directory', references, 'deskIds asOf');
    });
    expect(directories.map((directory) => directory?.deskIds.length)).toEqual([3, 1, 4]);
    expect(statements).toHaveLength(1);
  });

  it('says that nobody covers a place with empty lists, not with null', async () => {
    const scope = placeScope({ commune: '22278', epci: null, departement: '22' });
    const references = [{ region: '53', scope }];
    expect(await tester.entities('Directory', references, 'deskIds facilitatorIds')).toEqual([
      { deskIds: [], facilitatorIds: [] },
    ]);
  });

  it('resolves references in their order, with null for what is unknown or of another region', async () => {
    const wanted = [`53-${ids['Azur']}`, '28-1', '53-999999', '53-0', '53-x', `53-${ids['Élan']}`];
    const desks = await tester.entities<{ name: string }>(
      'Desk',
      wanted.map((id) => ({ id })),
      'name isDemonstration',
    );
    expect(desks.map((desk) => desk?.name ?? null)).toEqual(['Azur', null, null, null, null, 'Élan']);
  });

  it('resolves territories by reference', async () => {
    const [desk] = await tester.entities<{ territories: { id: string }[] }>(
      'Desk',
      [{ id: `53-${ids['Azur']}` }],
      'territories { id }',
    );
    expect(await tester.entities('Territory', desk?.territories ?? [], 'kind code name')).toEqual([
      { kind: 'DEPARTEMENT', code: '35', name: '35' },
    ]);
  });
});

describe('the number of statements of a directory', () => {
  let tester: RegionalTester;

  beforeAll(async () => {
    tester = await createRegionalTester();
  });
  afterAll(() => tester.close());

  const fill = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const desk = await tester.buildDesk();
      await tester.buildTerritory({ deskId: desk.id });
      await tester.buildFacilitator({ deskId: desk.id });
    }
  };
  const network = () => tester.entities('Network', [{ region: '53' }], NETWORK);

  it('is the same for 2 desks and for 20', async () => {
    await fill(2);
    const few = await tester.statementsOf(network);
    await fill(18);
    const many = await tester.statementsOf(network);
    expect(many).toHaveLength(few.length);
    expect(few.length).toBeLessThanOrEqual(5);
  });
});
