import type { Commune } from '../cog';

/** What a territory of a desk is, the closest one first. */
export const COVERING_KINDS = ['COMMUNE', 'EPCI', 'DEPARTEMENT'] as const;

/** Why a desk answers for a commune: by a territory of that kind. */
export type CoveringKind = (typeof COVERING_KINDS)[number];

/** A desk with the territories that it covers. */
export interface CoveringDesk {
  readonly id: string;
  readonly name: string | null;
  readonly territories: readonly { readonly kind: string | null; readonly code: string | null }[] | null;
}

/** A desk that answers for a commune. */
export interface Covering<Desk extends CoveringDesk> {
  readonly desk: Desk;
  /** The closest of its territories that holds the commune. */
  readonly by: CoveringKind;
}

/** Which desks answer for a commune, the closest territory first, then by name; none in a white zone. */
export type CoverageOf<Desk extends CoveringDesk> = (commune: Commune) => readonly Covering<Desk>[];

const byFrenchName = new Intl.Collator('fr').compare;

/**
 * The coverage of some desks, for as many communes as asked. The rule is that of the directory of a region
 * (subgraphs/regional/modules/directory): a commune is closer than its EPCI, which is closer than its département; desks that
 * overlap are all given.
 */
export function coverageOfDesks<Desk extends CoveringDesk>(desks: readonly Desk[]): CoverageOf<Desk> {
  const byTerritory = new Map<string, Desk[]>();
  for (const desk of desks) {
    for (const { kind, code } of desk.territories ?? []) {
      const key = `${kind ?? ''} ${code ?? ''}`;
      byTerritory.set(key, [...(byTerritory.get(key) ?? []), desk]);
    }
  }
  return ({ code, epci, departement }) => {
    const codes: Readonly<Record<CoveringKind, string | null>> = {
      COMMUNE: code,
      EPCI: epci,
      DEPARTEMENT: departement,
    };
    const found = new Map<string, Covering<Desk>>();
    for (const by of COVERING_KINDS) {
      const covering = [...(byTerritory.get(`${by} ${codes[by] ?? ''}`) ?? [])];
      covering.sort((left, right) => byFrenchName(left.name ?? '', right.name ?? ''));
      for (const desk of covering) if (!found.has(desk.id)) found.set(desk.id, { desk, by });
    }
    return [...found.values()];
  };
}
