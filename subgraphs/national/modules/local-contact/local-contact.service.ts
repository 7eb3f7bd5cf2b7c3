import { type Commune, geography, isCommuneCode } from '../../../kit/cog';
import { HubError } from '../../../kit/errors';
import { decodeDirectoryScope, encodeScope } from '../../../kit/scope';
import {
  type AbsenceReasons,
  type Directory,
  type Gathered,
  oncePerAnswer,
  type RegionOutcome,
  type RegionStatus,
  matchShards,
} from '../../gather';
import { isIdOf } from '../contract';

/** Which desks of a region answer for a place. */
export interface PlaceDesks {
  readonly deskIds: readonly string[];
  readonly facilitatorIds: readonly string[];
}

/** A row of a region, for the router to read there. */
export type RowReference = { readonly __typename: string; readonly id: string };

/** Finds whom to call for a commune: the region is known here, its desks are known to the region. */
export interface LocalContactService {
  /** Throws COMMUNE_MALFORMED or COMMUNE_UNKNOWN. */
  scatter(commune: string): { scope: string; shards: readonly DirectoryReference[] };
  status(gathered: Gathered, reasons: AbsenceReasons): RegionStatus;
  isWhiteZone(gathered: Gathered, reasons: AbsenceReasons): boolean | null;
  desks(gathered: Gathered, reasons: AbsenceReasons): readonly RowReference[] | null;
  facilitators(gathered: Gathered, reasons: AbsenceReasons): readonly RowReference[] | null;
}

/** Builds the service. */
export function createLocalContactService(directory: Directory): LocalContactService {
  const outcomeOf = oncePerAnswer(({ scope: encoded, shards }, reasons): RegionOutcome<PlaceDesks> | undefined => {
    const { membership } = decodeDirectoryScope(encoded);
    return matchShards({ membership, scope: encoded, shards, reasons, read: readPlaceDesks })[0];
  });
  const references = (
    gathered: Gathered,
    reasons: AbsenceReasons,
    type: string,
    list: keyof PlaceDesks,
  ): RowReference[] | null => {
    const outcome = outcomeOf(gathered, reasons);
    if (outcome?.kind !== 'counted') return null;
    const typename = directory.region(outcome.code).prefix + type;
    return outcome.values[list].map((id) => ({ __typename: typename, id }));
  };

  return {
    scatter: (code) => {
      if (!isCommuneCode(code)) {
        const message =
          '`commune` is not an INSEE code: five digits, or 2A or 2B and three digits in Corsica. A postal code is not an INSEE code.';
        throw new HubError('COMMUNE_MALFORMED', message, { argument: 'commune' });
      }
      const commune = geography().commune(code);
      if (commune === undefined) {
        throw new HubError(
          'COMMUNE_UNKNOWN',
          `No commune of the 18 regions has the INSEE code "${code}". Check that it is not a postal code.`,
          { commune: code },
        );
      }
      const membership = directory.membershipOf([commune.region]);
      const place = { commune: commune.code, epci: commune.epci, departement: commune.departement };
      const scope = encodeScope({ kind: 'DIRECTORY', place, membership });
      return { scope, shards: directoryReferences(directory, membership.asked, scope) };
    },
    status: (gathered, reasons) => outcomeOf(gathered, reasons)?.status ?? 'MISSING',
    isWhiteZone: (gathered, reasons) => {
      const outcome = outcomeOf(gathered, reasons);
      return outcome?.kind === 'counted' ? outcome.values.deskIds.length === 0 : null;
    },
    desks: (gathered, reasons) => references(gathered, reasons, 'Desk', 'deskIds'),
    facilitators: (gathered, reasons) => references(gathered, reasons, 'Facilitator', 'facilitatorIds'),
  };
}

/** The commune that a scope of this service asks about. Throws SCOPE_INVALID for any other scope. */
export function placeOf(encoded: string): Commune {
  const { place } = decodeDirectoryScope(encoded);
  const commune = place === null ? undefined : geography().commune(place.commune);
  if (commune === undefined) throw new HubError('SCOPE_INVALID', 'The scope names no place that is known.');
  return commune;
}

/** A reference to one region's directory shard, for the router to follow. */
export type DirectoryReference = { readonly __typename: string; readonly region: string; readonly scope: string };

/** References to the directory shards of these regions. */
export function directoryReferences(
  directory: Directory,
  asked: readonly string[],
  scope: string,
): readonly DirectoryReference[] {
  return asked.map((code) => ({ __typename: `${directory.region(code).prefix}Directory`, region: code, scope }));
}

/** What a region says of a place, checked; undefined when it is nonsense. */
export function readPlaceDesks(shard: Readonly<Record<string, unknown>>, code: string): PlaceDesks | undefined {
  const deskIds = readIds(shard['deskIds'], code);
  const facilitatorIds = readIds(shard['facilitatorIds'], code);
  return deskIds === undefined || facilitatorIds === undefined ? undefined : { deskIds, facilitatorIds };
}

function readIds(value: unknown, code: string): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const areIds = value.every((id: unknown) => typeof id === 'string' && isIdOf(code, id));
  return areIds && new Set(value).size === value.length ? (value as string[]) : undefined;
}
