import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { MAX_BATCH } from '../../../kit/loaders';
import type { DirectoryScope } from '../../../kit/scope';
import { byFrenchName } from '../../books';

/** A place with everything that may cover it; null for the whole region. (DataLoader takes no key that is null.) */
export type PlaceQuestion = Pick<DirectoryScope, 'place'>;

/** Who answers for a place today, by local identifier. */
export interface DirectoryEntry {
  readonly asOf: Date;
  /** The closest territory first, then by name. */
  readonly deskIds: readonly string[];
  /** Facilitators in post at these desks, in the order of the desks, then by name. */
  readonly facilitatorIds: readonly string[];
}

/** Loads the directory entries of places within one request. */
export type DirectoryLoader = DataLoader<PlaceQuestion, DirectoryEntry, string>;

interface DirectoryRow {
  readonly as_of: Date;
  readonly desks: readonly { readonly id: string; readonly name: string; readonly closeness: number }[] | null;
  readonly facilitators: readonly { readonly id: string; readonly name: string; readonly desk_id: string }[] | null;
}

/** One row per place asked. A commune is closer than its EPCI, which is closer than its département. */
const DIRECTORY = `
  SELECT now() AS as_of, found.desks, found.facilitators
  FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS place (commune, epci, departement, position)
  CROSS JOIN LATERAL (
    WITH covering AS (
      SELECT d.id, d.name,
        min(CASE t.kind WHEN 'COMMUNE' THEN 1 WHEN 'EPCI' THEN 2 WHEN 'DEPARTEMENT' THEN 3 ELSE 4 END) AS closeness
      FROM desk d
      LEFT JOIN desk_territory t ON t.desk_id = d.id AND (t.kind, t.code) IN
        (('COMMUNE', place.commune), ('EPCI', place.epci), ('DEPARTEMENT', place.departement))
      WHERE d.opened_on <= $1::date AND (d.closed_on IS NULL OR d.closed_on > $1::date)
        AND (place.commune IS NULL OR t.id IS NOT NULL)
      GROUP BY d.id, d.name)
    SELECT
      (SELECT json_agg(json_build_object('id', id::text, 'name', name, 'closeness', closeness)) FROM covering) AS desks,
      (SELECT json_agg(json_build_object('id', f.id::text, 'name', f.name, 'desk_id', f.desk_id::text))
        FROM facilitator f JOIN covering ON covering.id = f.desk_id
        WHERE f.started_on <= $1::date AND (f.ended_on IS NULL OR f.ended_on > $1::date)) AS facilitators) found
  ORDER BY place.position`;

/** Makes the directory loader of one request: one statement however many places are asked. */
export function createDirectoryLoader(dataSource: DataSource, today: string): DirectoryLoader {
  return new DataLoader<PlaceQuestion, DirectoryEntry, string>(
    async (questions) => {
      const places = questions.map(({ place }) => place);
      const rows = (await dataSource.query(DIRECTORY, [
        today,
        places.map((place) => place?.commune ?? null),
        places.map((place) => place?.epci ?? null),
        places.map((place) => place?.departement ?? null),
      ])) as DirectoryRow[];
      return rows.map(inOrder);
    },
    { name: 'directoryByPlace', cacheKeyFn: ({ place }) => JSON.stringify(place), maxBatchSize: MAX_BATCH },
  );
}

function inOrder({ as_of, desks, facilitators }: DirectoryRow): DirectoryEntry {
  const deskIds = [...(desks ?? [])]
    .sort((left, right) => left.closeness - right.closeness || byFrenchName(left, right))
    .map((desk) => desk.id);
  const rank = new Map(deskIds.map((id, index) => [id, index]));
  const facilitatorIds = [...(facilitators ?? [])]
    .sort((left, right) => (rank.get(left.desk_id) ?? 0) - (rank.get(right.desk_id) ?? 0) || byFrenchName(left, right))
    .map((facilitator) => facilitator.id);
  return { asOf: as_of, deskIds, facilitatorIds };
}
