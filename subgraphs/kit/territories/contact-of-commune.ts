import type { Commune } from '../cog';
import type { Covering } from './cover-communes';
import type { DirectoryDesk, DirectoryPost, RegionDirectory } from './network-directory';

/** Whom to call for a commune. */
export type CommuneContact =
  /** Desks answer for it, the closest territory first. */
  | {
      readonly kind: 'DESK';
      readonly commune: Commune;
      readonly desks: readonly Covering<DirectoryDesk>[];
      readonly coordinator: DirectoryPost | null;
    }
  /** No desk covers it: the coordination does. */
  | { readonly kind: 'WHITE_ZONE'; readonly commune: Commune; readonly coordinator: DirectoryPost | null }
  /** Its region did not answer: only the coordination is known. */
  | {
      readonly kind: 'REGION_ABSENT';
      readonly commune: Commune;
      readonly status: string;
      readonly coordinator: DirectoryPost | null;
    };

/** Whom to call for a commune. */
export function contactOf(commune: Commune, directory: ReadonlyMap<string, RegionDirectory>): CommuneContact {
  const region = directory.get(commune.region);
  const coordinator = region?.coordinatorOf(commune.departement) ?? null;
  if (region?.status !== 'LIVE') {
    return { kind: 'REGION_ABSENT', commune, status: region?.status ?? 'NOT_ASKED', coordinator };
  }
  const desks = region.coverageOf(commune);
  return desks.length === 0
    ? { kind: 'WHITE_ZONE', commune, coordinator }
    : { kind: 'DESK', commune, desks, coordinator };
}
