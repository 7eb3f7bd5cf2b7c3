import { type Caller, seesExactFigures } from '../../kit/identity';

/**
 * How precisely an answer may speak to whom:
 * - EXACT: as the regions gave it;
 * - ROUNDED: counts of persons under the threshold masked, all others rounded down to a multiple of it, save what
 *   `ownRegion` holds, which this caller knows already;
 * - WITHHELD: nothing live at all.
 */
export type Audience =
  | { readonly kind: 'EXACT' }
  | { readonly kind: 'ROUNDED'; readonly threshold: number; readonly ownRegion: string | null }
  | { readonly kind: 'WITHHELD' };

/** Smallest count of persons that is shown, by audience; also the number that counts are rounded to. */
export interface DisclosureThresholds {
  /** For desks and coordinations. */
  readonly network: number;
  /** For buyers. */
  readonly buyer: number;
}

/** Thresholds that a hub may choose from: 5 is what partners of one network commonly use, 11 what the public gets. */
export const THRESHOLD_RANGE = { least: 5, most: 11 } as const;

/** Masked under 5 and rounded to 5, for both audiences. */
export const DEFAULT_THRESHOLDS: DisclosureThresholds = Object.freeze({ network: 5, buyer: 5 });

/** Figures as the regions gave them. */
export const EXACT: Audience = Object.freeze({ kind: 'EXACT' });

const WITHHELD: Audience = Object.freeze({ kind: 'WITHHELD' });

/**
 * The audience that a caller belongs to. Roles that the gateway lets ask for no figures are answered none here
 * either, whatever reached this subgraph; so is a role that this function does not know.
 */
export function audienceOf(caller: Caller, { network, buyer }: DisclosureThresholds): Audience {
  if (seesExactFigures(caller.role)) return EXACT;
  switch (caller.role) {
    case 'coordination':
      return { kind: 'ROUNDED', threshold: network, ownRegion: caller.region };
    case 'desk':
      return { kind: 'ROUNDED', threshold: network, ownRegion: null };
    case 'buyer':
      return { kind: 'ROUNDED', threshold: buyer, ownRegion: null };
    default:
      return WITHHELD;
  }
}
