import { localIdOf } from '../../books';
import type { BooksContext } from '../books-context';
import { nounOf } from '../nouns';
import { type BookRow, rowsById } from '../rows';

/** A desk in one year, beside what its territory decided. */
export interface DeskYear {
  readonly desk: BookRow;
  readonly year: number;
  readonly strategies: readonly BookRow[];
  readonly hosts: readonly BookRow[];
  readonly hoursDone: number;
  readonly hoursWaiting: number;
  readonly hoursPlanned: number;
  readonly participants: number;
}

interface Sums {
  readonly done: number;
  readonly waiting: number;
  readonly planned: number;
  readonly participants: number;
}

/** What the caller sees of a desk's year; null for a desk that is not there. A desk sees no hours of another. */
export async function deskYear(
  { region, within }: BooksContext,
  deskId: string,
  year: number,
): Promise<DeskYear | null> {
  const id = localIdOf(region, deskId);
  if (id === null) return null;
  return within(async (books) => {
    const [desk] = await rowsById(books, nounOf('Desk'), region, [id]);
    if (desk === undefined) return null;
    const span = [id, `${year}-01-01`, `${year}-12-31`];
    const held = async (noun: string, table: string, from: string, to: string) => {
      const found = (await books.query(
        `SELECT id::text AS id FROM ${table}
         WHERE desk_id = $1 AND ${from} <= $3::date AND (${to} IS NULL OR ${to} >= $2::date) ORDER BY ${from}`,
        span,
      )) as { id: string }[];
      return rowsById(
        books,
        nounOf(noun),
        region,
        found.map((row) => row.id),
      );
    };
    const [sums] = (await books.query(SUMS, span)) as Sums[];
    return {
      desk,
      year,
      strategies: await held('TerritoryStrategy', 'territory_strategy', 'valid_from', 'valid_to'),
      hosts: await held('DeskHost', 'desk_host', 'since', 'until'),
      hoursDone: sums?.done ?? 0,
      hoursWaiting: sums?.waiting ?? 0,
      hoursPlanned: sums?.planned ?? 0,
      participants: sums?.participants ?? 0,
    };
  });
}

const SUMS = `
  SELECT coalesce(sum(h.hours) FILTER (WHERE h.state = 'VALIDATED'), 0)::float8 AS done,
    coalesce(sum(h.hours) FILTER (WHERE h.state = 'ENTERED'), 0)::float8 AS waiting,
    count(DISTINCT w.participant_id) FILTER (WHERE h.state = 'VALIDATED')::int AS participants,
    (SELECT coalesce(sum(p.hours), 0)::float8 FROM hour_commitment p
      JOIN lot l ON l.id = p.lot_id JOIN contract c ON c.id = l.contract_id
      WHERE c.desk_id = $1 AND p.month BETWEEN $2::date AND $3::date) AS planned
  FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id
  WHERE w.desk_id = $1 AND h.month BETWEEN $2::date AND $3::date`;
