import type { EntityManager } from 'typeorm';
import { recordAccess } from '../../privacy';
import type { BookNoun } from '../nouns';
import type { BookRow } from '../rows';

/** Writes down a look at rows of persons, and gives the rows; of other nouns it only gives them. */
export async function watchPersons<Rows extends readonly BookRow[]>(
  books: EntityManager,
  noun: BookNoun,
  rows: Rows,
  operation: string,
): Promise<Rows> {
  if (noun.name === 'Participant')
    await recordAccess(
      books,
      rows.map((row) => String(row['localId'])),
      operation,
    );
  return rows;
}
