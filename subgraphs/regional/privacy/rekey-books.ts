import type { DataSource, EntityManager } from 'typeorm';
import type { BookKeys } from './book-keys';
import { criterionTokens, storedCriterion } from './criterion-codes';
import { openCriterion, sealCriterion } from './seal-criterion';

/** What a change of key did. */
export interface RekeyReport {
  readonly criteria: number;
  readonly mainCriteria: number;
}

const AT_ONCE = 1_000;

/**
 * Seals everything by the first key, opening it by any: all in one transaction, so that figures never see tokens of two keys
 * at once. As owner. Throws BOOKS_KEY_UNKNOWN, BOOKS_SEAL_BROKEN, with nothing changed.
 */
export async function rekeyBooks(dataSource: DataSource, keys: BookKeys): Promise<RekeyReport> {
  return dataSource.transaction(async (books) => {
    await books.query(`SELECT set_config('maillage.actor', 'rekey', true), set_config('maillage.role', 'owner', true)`);
    await books.query('LOCK TABLE participant, participant_criterion IN SHARE ROW EXCLUSIVE MODE');
    return { criteria: await sealAgain(books, keys), mainCriteria: await countAgain(books, keys) };
  });
}

async function sealAgain(books: EntityManager, keys: BookKeys): Promise<number> {
  let [last, done] = ['0', 0];
  for (;;) {
    const rows: { id: string; person: string; sealed: Buffer }[] = await books.query(
      `SELECT id, participant_id AS person, sealed_criterion AS sealed FROM participant_criterion
       WHERE sealed_criterion IS NOT NULL AND id > $1 ORDER BY id LIMIT ${AT_ONCE}`,
      [last],
    );
    const again = rows.map(({ person, sealed }) => sealCriterion(keys, person, openCriterion(keys, person, sealed)));
    await books.query(
      `UPDATE participant_criterion c SET sealed_criterion = new.sealed
       FROM unnest($1::bigint[], $2::bytea[]) new (id, sealed) WHERE c.id = new.id`,
      [rows.map(({ id }) => id), again],
    );
    done += rows.length;
    last = rows.at(-1)?.id ?? last;
    if (rows.length < AT_ONCE) return done;
  }
}

/** The history keeps tokens too. */
async function countAgain(books: EntityManager, keys: BookKeys): Promise<number> {
  let done = 0;
  for (const { token, code } of criterionTokens(keys)) {
    const current = storedCriterion(keys, code);
    if (token === current) continue;
    const [, changed]: [unknown, number] = await books.query(
      'UPDATE participant SET criterion = $2 WHERE criterion = $1',
      [token, current],
    );
    done += changed;
    for (const side of ['before', 'after'])
      await books.query(
        `UPDATE change_record SET ${side} = jsonb_set(${side}, '{criterion}', to_jsonb($2::text))
         WHERE table_name = 'participant' AND ${side} ->> 'criterion' = $1`,
        [token, current],
      );
  }
  return done;
}
