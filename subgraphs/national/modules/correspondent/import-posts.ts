import type { DataSource, EntityManager } from 'typeorm';
import { type Change, createPost, rewritePost, valuesOf, writePost } from './change-post';
import { type CheckedPost, checkPost } from './check-post';
import { readSheet, type SheetLine, type SheetProblem } from './correspondent-csv';
import { CorrespondentEntity } from './correspondent.entity';

/** What became of a sheet: every line of it, or none. */
export type ImportOutcome =
  | {
      readonly status: 'done';
      readonly created: number;
      readonly changed: number;
      readonly unchanged: number;
    }
  | { readonly status: 'rejected'; readonly problems: readonly SheetProblem[] };

interface Line extends Omit<SheetLine, 'post'> {
  readonly values: CheckedPost;
  readonly key: string;
}

/**
 * Takes a sheet whole or not at all. A line is the post of the same place and function, or a new one; posts that the
 * sheet does not name stay as they are. A trial writes nothing.
 */
export async function importPosts(
  dataSource: DataSource,
  csv: string,
  isTrial: boolean,
  change: Change,
): Promise<ImportOutcome> {
  const { lines, problems } = checkLines(csv, change);
  if (problems.length > 0) return { status: 'rejected', problems };
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    // Two sheets at once would make the same posts twice.
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('maillage.directory.import'))`);
    const counts = await writeLines(runner.manager, lines, change);
    await (isTrial ? runner.rollbackTransaction() : runner.commitTransaction());
    return { status: 'done', ...counts };
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

function checkLines(csv: string, { actor, today }: Change): { lines: Line[]; problems: SheetProblem[] } {
  const { lines: read, problems: found } = readSheet(csv, today);
  const problems = [...found];
  const lines: Line[] = [];
  const lineOfKey = new Map<string, number>();
  for (const { line, post, isPublished } of read) {
    const values = checkPost(post);
    if ('status' in values) {
      problems.push({ line, field: values.field, message: values.message });
      continue;
    }
    if (actor.role === 'coordination' && values.regionCode !== actor.region) {
      problems.push({
        line,
        field: 'region',
        message: `A coordination keeps the posts of its region, ${actor.region}.`,
      });
      continue;
    }
    const key = keyOf(values);
    const earlier = lineOfKey.get(key);
    if (earlier !== undefined) {
      problems.push({ line, field: 'function', message: `Line ${earlier} is the same post: its place and function.` });
      continue;
    }
    lineOfKey.set(key, line);
    lines.push({ line, values, isPublished, key });
  }
  return { lines, problems: problems.sort((left, right) => left.line - right.line) };
}

async function writeLines(manager: EntityManager, lines: readonly Line[], change: Change) {
  const { actor, today } = change;
  const present = await manager.find(CorrespondentEntity, {
    where: actor.role === 'coordination' ? { regionCode: actor.region ?? '' } : {},
    lock: { mode: 'pessimistic_write' },
    order: { id: 'ASC' },
  });
  const open = present.filter(({ validTo }) => validTo === null || validTo >= today);
  const postOfKey = new Map(open.map((post) => [keyOf(post), post]));
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (const { values, key, isPublished } of lines) {
    const post = postOfKey.get(key);
    const written =
      post === undefined
        ? await createPost(manager, values, change)
        : await rewriteIfOther(manager, post, values, change);
    const wasWritten = post === undefined || written !== null;
    const isNow = await publishAs(manager, written ?? post, isPublished, change);
    if (post === undefined) counts.created += 1;
    else counts[wasWritten || isNow ? 'changed' : 'unchanged'] += 1;
  }
  return counts;
}

/** Writes what differs; null when nothing does. The first day of a post is kept: sheets that lack it say "today". */
async function rewriteIfOther(
  manager: EntityManager,
  post: CorrespondentEntity,
  values: CheckedPost,
  change: Change,
): Promise<CorrespondentEntity | null> {
  const isSamePerson = values.name === post.name;
  const next = { ...values, validFrom: isSamePerson ? post.validFrom : values.validFrom };
  const current = valuesOf(post);
  const differs = Object.entries(next).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(current[field as keyof CheckedPost]),
  );
  return differs ? rewritePost(manager, post, next, change) : null;
}

/** Publishes or withdraws where the sheet says so. Whether anything changed. */
async function publishAs(
  manager: EntityManager,
  post: CorrespondentEntity | undefined,
  isPublished: boolean | null,
  change: Change,
): Promise<boolean> {
  if (post === undefined || isPublished === null || post.name === null || post.isPublished === isPublished)
    return false;
  await writePost(manager, post, isPublished ? 'PUBLISHED' : 'WITHDRAWN', { isPublished }, change);
  return true;
}

/** The same place and function are the same post. */
function keyOf(post: Pick<CheckedPost, 'regionCode' | 'departements' | 'function'>): string {
  const title = post.function.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return JSON.stringify([post.regionCode, [...post.departements].sort(), title]);
}
