import { localIdOf } from '../../books';
import { problem } from '../rows/input-problem';
import type { Rule } from './noun-rules';

/** Nothing new is written for a desk that has closed. */
export const deskIsOpen: Rule = async (books, region, row) => {
  const id = typeof row['desk'] === 'string' ? localIdOf(region, row['desk']) : null;
  if (id === null) return [];
  const [closed] = (await books.query(
    `SELECT to_char(closed_on, 'YYYY-MM-DD') AS day FROM desk WHERE id = $1 AND closed_on < current_date`,
    [id],
  )) as { day: string }[];
  return closed === undefined ? [] : [problem('DESK_CLOSED', 'desk', `Le guichet est fermé depuis le ${closed.day}.`)];
};
