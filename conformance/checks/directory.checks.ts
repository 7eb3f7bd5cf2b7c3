import { type Commune, geography } from '../../subgraphs/kit/cog';
import { expect, NotRun } from '../report';
import { type Json, objectsOf, type Session, shown, textOf, textsOf } from '../session';
import type { CheckGroup } from './check';
import { expectMoment } from './figures.checks';
import { idsOf, readNetwork } from './network-facts';

/** Places that are asked for, at most. */
const PLACES = 6;
const KINDS = ['COMMUNE', 'EPCI', 'DEPARTEMENT'];

/** What the directory says of a place, or of the whole region. */
interface DirectoryEntry {
  readonly deskIds: readonly string[];
  readonly facilitatorIds: readonly string[];
  readonly asOf: unknown;
}

async function readDirectory(session: Session, place: Commune | null): Promise<DirectoryEntry> {
  const scope = session.scopes.directory(
    place === null ? null : { commune: place.code, epci: place.epci, departement: place.departement },
  );
  const { entities, errors } = await session.resolve(
    'ShardDirectory',
    [{ region: session.region.code, scope }],
    'asOf deskIds facilitatorIds',
  );
  const [entry] = entities;
  const what = () => `The directory of ${place?.name ?? 'the whole region'} is not answered: ${shown(errors)}.`;
  expect(entry != null && Array.isArray(entry['deskIds']), 'QUESTION_REFUSED', what);
  return { deskIds: textsOf(entry['deskIds']), facilitatorIds: textsOf(entry['facilitatorIds']), asOf: entry['asOf'] };
}

/** How close the closest territory of a desk is to a place: 0 for its commune; undefined when none covers it. */
function closenessOf(desk: Json, { code, epci, departement }: Commune): number | undefined {
  const codes = [code, epci, departement];
  const found = objectsOf(desk['territories']).map((territory) => {
    const kind = KINDS.indexOf(textOf(territory, 'kind') ?? '');
    return kind >= 0 && codes[kind] === territory['code'] ? kind : KINDS.length;
  });
  const closest = Math.min(...found, KINDS.length);
  return closest < KINDS.length ? closest : undefined;
}

/** Communes of the region with and without a desk that covers them: some of each, different in their desks. */
async function placesOf(session: Session): Promise<readonly Commune[]> {
  const { desks } = await readNetwork(session);
  const communes = geography()
    .communes()
    .filter(({ region }) => region === session.region.code);
  const byDesks = new Map<string, Commune>();
  for (const commune of communes) {
    const key = desks.map((desk) => closenessOf(desk, commune) ?? '-').join();
    if (!byDesks.has(key)) byDesks.set(key, commune);
  }
  return [...byDesks].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, commune]) => commune);
}

const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();

/** That the directory leads to the desks of a place, and to no other. */
export const directoryChecks: CheckGroup = {
  name: 'directory',
  needs: ['scope.answered-for', 'entities.network'],
  checks: [
    {
      name: 'whole',
      title: 'names for the whole region the desks and facilitators of the network',
      run: async (session) => {
        const [entry, { desks, facilitators }] = [await readDirectory(session, null), await readNetwork(session)];
        for (const [what, named, known] of [
          ['desks', entry.deskIds, idsOf(desks)] as const,
          ['facilitators', entry.facilitatorIds, idsOf(facilitators)] as const,
        ]) {
          const isSame = shown(sorted(named)) === shown(sorted(known));
          expect(isSame, 'DIRECTORY_DIFFERS', `It names the ${what} ${shown(named)}; the network has ${shown(known)}.`);
        }
      },
    },
    {
      name: 'facilitators',
      title: 'counts the facilitators in post',
      run: async (session) => {
        const { network, facilitators } = await readNetwork(session);
        const { facilitatorCount } = network;
        const known = new Set(idsOf(facilitators)).size;
        const what = `facilitatorCount is ${shown(facilitatorCount)}; the desks have ${known}.`;
        expect(facilitatorCount === null || facilitatorCount === known, 'FACILITATORS_MISCOUNTED', what);
      },
    },
    {
      name: 'places',
      title: 'names for a place the desks whose territories cover it, and no other',
      needs: ['directory.whole'],
      run: async (session) => {
        const { desks } = await readNetwork(session);
        const places = (await placesOf(session)).slice(0, PLACES);
        if (places.length === 0) throw new NotRun('NO_DATA', 'The official geography has no commune of the region.');
        for (const place of places) {
          const covering = idsOf(desks.filter((desk) => closenessOf(desk, place) !== undefined));
          const { deskIds } = await readDirectory(session, place);
          const missed = covering.find((id) => !deskIds.includes(id));
          expect(missed === undefined, 'DIRECTORY_PLACE_MISSED', `${missed} covers ${place.name} and is not named.`);
          const wrong = deskIds.find((id) => !covering.includes(id));
          expect(
            wrong === undefined,
            'DIRECTORY_PLACE_WRONG',
            `${wrong} is named for ${place.name}, not covered by it.`,
          );
        }
      },
    },
    {
      name: 'closest-first',
      title: 'names the desk of the closest territory first',
      needs: ['directory.places'],
      isRequired: false,
      run: async (session) => {
        const { desks } = await readNetwork(session);
        const distances = (place: Commune) => new Set(desks.flatMap((desk) => closenessOf(desk, place) ?? [])).size;
        const places = (await placesOf(session)).filter((place) => distances(place) > 1).slice(0, PLACES);
        if (places.length === 0) throw new NotRun('NO_DATA', 'No place has desks of territories of different kinds.');
        const byId = new Map(desks.map((desk) => [desk['id'], desk]));
        for (const place of places) {
          const { deskIds } = await readDirectory(session, place);
          const order = deskIds.map((id) => closenessOf(byId.get(id) ?? {}, place) ?? 0);
          const isInOrder = order.every((closeness, index) => closeness >= (order[index - 1] ?? 0));
          expect(isInOrder, 'DIRECTORY_OUT_OF_ORDER', `For ${place.name}, ${shown(deskIds)} are named in this order.`);
        }
      },
    },
    {
      name: 'as-of',
      title: 'says at which moment the directory was true',
      run: async (session) => expectMoment(session, (await readDirectory(session, null)).asOf, 'the directory'),
    },
  ],
};
