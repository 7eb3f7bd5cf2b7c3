import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { NationalOrigin } from '../../database/national-entity';
import {
  CorrespondentChangeEntity,
  type CorrespondentChangeKind,
  type PostValues,
} from './correspondent-change.entity';
import { CorrespondentEntity } from './correspondent.entity';
import type { CheckedPost, PostFault } from './check-post';
import type { DirectoryActor } from './directory-actor';

/** What became of a change. Expected failures are values; `current` is what the caller has to look at again. */
export type PostOutcome =
  | { readonly status: 'done'; readonly post: CorrespondentEntity }
  | { readonly status: 'not-found' }
  | { readonly status: 'conflict'; readonly current: CorrespondentEntity }
  | PostFault;

/** Who changes, on which day, from what source. */
export interface Change {
  readonly actor: DirectoryActor;
  /** Day in Paris. */
  readonly today: string;
  readonly origin: Exclude<NationalOrigin, 'DEMONSTRATION'>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A post that the actor keeps, locked; null when there is none, or it is another region's: nobody can tell which. */
export async function lockPost(
  manager: EntityManager,
  id: string,
  { role, region }: DirectoryActor,
): Promise<CorrespondentEntity | null> {
  if (!UUID.test(id)) return null;
  const own = role === 'coordination' ? { regionCode: region ?? '' } : {};
  return manager.findOne(CorrespondentEntity, {
    where: { publicId: id, ...own },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Makes a post. Nobody is published before they agreed. */
export async function createPost(
  manager: EntityManager,
  values: CheckedPost,
  { actor, today, origin }: Change,
): Promise<CorrespondentEntity> {
  const { id } = await manager
    .getRepository(CorrespondentEntity)
    .save({ ...values, publicId: randomUUID(), isPublished: false, confirmedOn: today, origin });
  const post = await manager.findOneByOrFail(CorrespondentEntity, { id });
  await keep(manager, { post, kind: 'CREATED', before: null, actor, origin });
  return post;
}

/**
 * Writes what a post says from now on. Whoever changes it has looked at it, so it is confirmed; a post that another
 * person takes is not published until that person agrees.
 */
export async function rewritePost(
  manager: EntityManager,
  post: CorrespondentEntity,
  values: CheckedPost,
  change: Change,
): Promise<CorrespondentEntity> {
  const isPublished = post.isPublished && values.name === post.name;
  return writePost(manager, post, 'CHANGED', { ...values, isPublished, confirmedOn: change.today }, change);
}

/** Writes some values of a post with its history. */
export async function writePost(
  manager: EntityManager,
  post: CorrespondentEntity,
  kind: CorrespondentChangeKind,
  values: Partial<PostValues>,
  { actor, origin }: Change,
): Promise<CorrespondentEntity> {
  const before = valuesOf(post);
  const written = await manager
    .getRepository(CorrespondentEntity)
    .save(Object.assign(post, values, { version: post.version + 1 }));
  await keep(manager, { post: written, kind, before, actor, origin });
  return written;
}

/** What a post says, as its history keeps it. */
export function valuesOf(post: CorrespondentEntity): PostValues {
  const { regionCode, departements, name, organisation, email, phone, isPublished, confirmedOn } = post;
  const { validFrom, validTo } = post;
  const person = { name, function: post.function, organisation, email, phone };
  return { regionCode, departements, ...person, isPublished, confirmedOn, validFrom, validTo };
}

async function keep(
  manager: EntityManager,
  change: Pick<CorrespondentChangeEntity, 'kind' | 'before' | 'origin'> & {
    readonly post: CorrespondentEntity;
    readonly actor: DirectoryActor;
  },
): Promise<void> {
  const { post, kind, before, actor, origin } = change;
  const { subject, role } = actor;
  await manager.getRepository(CorrespondentChangeEntity).insert({
    correspondent: { id: post.id },
    kind,
    actor: subject,
    role,
    before,
    after: valuesOf(post),
    origin,
  });
}
