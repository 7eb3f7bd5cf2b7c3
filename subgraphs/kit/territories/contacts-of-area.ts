import { type Area, areaNamed, type Commune, type NamedArea } from '../cog';
import { HubError } from '../errors';
import { contactOf } from './contact-of-commune';
import { COVERING_KINDS, type CoveringKind } from './cover-communes';
import type { DirectoryDesk, DirectoryPost, RegionDirectory } from './network-directory';

/** A desk of an area, and how much of it it answers for. */
export interface AreaDesk {
  readonly desk: DirectoryDesk;
  /** The widest of its territories there. */
  readonly by: CoveringKind;
  readonly communes: number;
  readonly population: number;
}

/** Whom to call in a département or an EPCI. */
export interface AreaContacts {
  readonly area: Area;
  readonly communes: number;
  /** The desk of most inhabitants first. */
  readonly desks: readonly AreaDesk[];
  /** Communes that no desk covers. */
  readonly whiteZones: readonly Commune[];
  /** Coordinations of the départements that the area is in, by code of the département. */
  readonly coordinators: ReadonlyMap<string, DirectoryPost | null>;
  /** Regions of the area whose desks are not known, with their status: an EPCI may lie in two. */
  readonly absent: ReadonlyMap<string, string>;
}

/** The area that a code names. Throws AREA_UNKNOWN. */
export function requireArea(code: string): NamedArea {
  const area = areaNamed(code);
  if (area !== undefined) return area;
  const message = `"${code.slice(0, 20)}" is no département (29, 2A, 974) and no SIREN of an EPCI of the 18 regions.`;
  throw new HubError('AREA_UNKNOWN', message, { area: code.slice(0, 20) });
}

/** The contacts of a département or an EPCI, by the rule of its communes. */
export function contactsOfArea(
  { area, communes }: NamedArea,
  directory: ReadonlyMap<string, RegionDirectory>,
): AreaContacts {
  const desks = new Map<string, AreaDesk>();
  const whiteZones: Commune[] = [];
  const coordinators = new Map<string, DirectoryPost | null>();
  const absent = new Map<string, string>();
  for (const commune of communes) {
    const contact = contactOf(commune, directory);
    coordinators.set(commune.departement, contact.coordinator);
    if (contact.kind === 'REGION_ABSENT') absent.set(commune.region, contact.status);
    if (contact.kind === 'WHITE_ZONE') whiteZones.push(commune);
    if (contact.kind !== 'DESK') continue;
    for (const { desk, by } of contact.desks) desks.set(desk.id, added(desks.get(desk.id), { desk, by }, commune));
  }
  const most = [...desks.values()].sort((left, right) => right.population - left.population);
  return { area, communes: communes.length, desks: most, whiteZones, coordinators, absent };
}

function added(
  known: AreaDesk | undefined,
  { desk, by }: { readonly desk: DirectoryDesk; readonly by: CoveringKind },
  { population }: Commune,
): AreaDesk {
  const { communes = 0, population: sum = 0, by: before = by } = known ?? {};
  const widest = COVERING_KINDS.indexOf(before) > COVERING_KINDS.indexOf(by) ? before : by;
  return { desk, by: widest, communes: communes + 1, population: sum + population };
}
