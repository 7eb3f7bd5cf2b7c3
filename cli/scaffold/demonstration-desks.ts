import { geography } from '../../subgraphs/kit/cog';
import type { Month } from '../../subgraphs/kit/months';
import type { Region } from '../../subgraphs/kit/regions';

interface Territory {
  readonly id: number;
  readonly kind: 'COMMUNE' | 'EPCI' | 'DEPARTEMENT';
  readonly code: string;
  readonly name: string;
}

/**
 * Three demonstration desks on the real geography of a region: one of a département, one of its largest EPCI, one of its
 * largest commune, so that a place finds the closest. The third opened later, and one month lacks its declaration.
 */
export function demonstrationDesks(region: Region, months: readonly Month[]) {
  const isHere = (place: { readonly region: string }) => place.region === region.code;
  const bySize = (left: { readonly population: number }, right: { readonly population: number }) =>
    right.population - left.population;
  const departements = geography().departements().filter(isHere);
  const [commune] = geography().communes().filter(isHere).sort(bySize);
  const [epci] = geography().epcis().filter(isHere).sort(bySize);
  const territories: Territory[][] = [
    departements.map(({ code, name }, index) => ({ id: 10 + index, kind: 'DEPARTEMENT', code, name })),
    epci === undefined ? [] : [{ id: 100, kind: 'EPCI', code: epci.code, name: epci.name }],
    commune === undefined ? [] : [{ id: 101, kind: 'COMMUNE', code: commune.code, name: commune.name }],
  ];
  return {
    departements: departements.map(({ code }) => code),
    desks: territories.map((covered, index) => deskOf(index + 1, covered, months)),
    facilitators: [1, 2, 3, 4, 5].map(facilitatorOf),
  };
}

function deskOf(id: number, territories: readonly Territory[], months: readonly Month[]) {
  const openedOn = id === 3 ? '2022-03-14' : '2015-01-05';
  const open = months.filter((month) => month >= openedOn.slice(0, 7));
  return {
    id,
    name: `Guichet de démonstration n° ${id}`,
    hostType: ['MDE', 'PLIE', 'EPCI'][id - 1] ?? 'OTHER',
    email: `guichet-${id}@exemple.maillage.invalid`,
    // ARCEP keeps 01 99 00 xx xx for works of fiction.
    phone: `01 99 00 53 0${id}`,
    openedOn,
    closedOn: null,
    territories,
    declaredMonths: id === 2 ? open.filter((month) => month !== '2023-06') : open,
  };
}

function facilitatorOf(id: number) {
  return {
    id,
    desk: (id % 3) + 1,
    name: `Facilitatrice de démonstration n° ${id}`,
    email: `facilitatrice-${id}@exemple.maillage.invalid`,
    phone: `01 99 00 53 1${id}`,
    startedOn: '2019-09-02',
    endedOn: id === 5 ? '2024-06-30' : null,
  };
}
