import { DateTime } from 'luxon';
import { type DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { type Change, createPost, lockPost, type PostOutcome, rewritePost, writePost } from './change-post';
import { checkPost, fault, type PostFault, type PostInput } from './check-post';
import { CorrespondentChangeEntity } from './correspondent-change.entity';
import { CorrespondentEntity } from './correspondent.entity';
import type { DirectoryActor } from './directory-actor';
import { importPosts, type ImportOutcome } from './import-posts';

/** Which posts are listed for those who keep them. */
export interface PostFilter {
  readonly region?: string | null | undefined;
  /** Those that nobody confirmed for a year, and only those. */
  readonly needsConfirmation?: boolean | null | undefined;
  readonly includeEnded?: boolean | null | undefined;
}

/** The directory, for those who keep it: a coordination sees and changes the posts of its region only. */
export interface DirectoryService {
  list(filter: PostFilter, caller: Caller): Promise<readonly CorrespondentEntity[]>;
  save(
    target: { readonly id?: string | null | undefined; readonly version?: number | null | undefined },
    input: PostInput,
    actor: DirectoryActor,
  ): Promise<PostOutcome>;
  confirm(id: string, version: number, actor: DirectoryActor): Promise<PostOutcome>;
  publish(id: string, version: number, actor: DirectoryActor): Promise<PostOutcome>;
  /** Takes no version: a person who wants out is not asked to look again. */
  withdraw(id: string, actor: DirectoryActor): Promise<PostOutcome>;
  importCsv(csv: string, isTrial: boolean, actor: DirectoryActor): Promise<ImportOutcome>;
  changesOf(postId: string): Promise<readonly CorrespondentChangeEntity[]>;
  needsConfirmation(post: CorrespondentEntity): boolean;
}

/** Builds the service of one request. */
export function createDirectoryService(dataSource: DataSource, todayOf: () => string): DirectoryService {
  const needsConfirmation = (post: CorrespondentEntity) => isUnconfirmed(post, todayOf());
  return {
    ...changes(dataSource, todayOf),
    needsConfirmation,
    changesOf: (postId) =>
      dataSource.getRepository(CorrespondentChangeEntity).find({
        where: { correspondent: { id: postId } },
        order: { id: 'ASC' },
      }),
    async list({ region, needsConfirmation: unconfirmedOnly, includeEnded }, caller) {
      const isStrange = caller.role === 'coordination' && region != null && region !== caller.region;
      if (isStrange) return [];
      const code = caller.role === 'coordination' ? caller.region : (region ?? undefined);
      const posts = await dataSource.getRepository(CorrespondentEntity).find({
        where: code === undefined ? {} : { regionCode: code },
        order: { regionCode: { direction: 'ASC', nulls: 'FIRST' }, departements: 'ASC', id: 'ASC' },
      });
      const shown = posts.filter((post) => includeEnded === true || post.validTo === null || post.validTo >= todayOf());
      return unconfirmedOnly === true ? shown.filter(needsConfirmation) : shown;
    },
    importCsv: (csv, isTrial, actor) =>
      importPosts(dataSource, csv, isTrial, { actor, today: todayOf(), origin: 'IMPORTED' }),
  };
}

/** Finds and locks a post that the actor keeps, then changes it; `version` is null where none was asked for. */
async function onPost(
  dataSource: DataSource,
  { id, actor, version }: { readonly id: string; readonly actor: DirectoryActor; readonly version: number | null },
  decide: (manager: EntityManager, post: CorrespondentEntity) => Promise<CorrespondentEntity | PostFault>,
): Promise<PostOutcome> {
  return dataSource.transaction(async (manager) => {
    const post = await lockPost(manager, id, actor);
    if (post === null) return { status: 'not-found' };
    if (version !== null && post.version !== version) return { status: 'conflict', current: post };
    const decided = await decide(manager, post);
    return 'status' in decided ? decided : { status: 'done', post: decided };
  });
}

function changes(
  dataSource: DataSource,
  todayOf: () => string,
): Pick<DirectoryService, 'save' | 'confirm' | 'publish' | 'withdraw'> {
  const change = (actor: DirectoryActor): Change => ({ actor, today: todayOf(), origin: 'ENTERED' });
  return {
    async save({ id, version }, input, actor) {
      const values = checkPost(input);
      if ('status' in values) return values;
      if (actor.role === 'coordination' && values.regionCode !== actor.region) {
        return fault('region', `A coordination keeps the posts of its region, ${actor.region}.`);
      }
      if (id == null) {
        const post = await dataSource.transaction((manager) => createPost(manager, values, change(actor)));
        return { status: 'done', post };
      }
      if (version == null) return fault('version', 'A post that is changed needs the version that was seen.');
      return onPost(dataSource, { id, actor, version }, (manager, post) =>
        rewritePost(manager, post, values, change(actor)),
      );
    },
    confirm: (id, version, actor) =>
      onPost(dataSource, { id, actor, version }, (manager, post) =>
        writePost(manager, post, 'CONFIRMED', { confirmedOn: todayOf() }, change(actor)),
      ),
    publish: (id, version, actor) =>
      onPost(dataSource, { id, actor, version }, async (manager, post) => {
        if (post.name === null) return fault('id', 'The post is vacant: there is nobody who could agree.');
        if (post.isPublished) return post;
        return writePost(manager, post, 'PUBLISHED', { isPublished: true }, change(actor));
      }),
    withdraw: (id, actor) =>
      onPost(dataSource, { id, actor, version: null }, async (manager, post) =>
        post.isPublished ? writePost(manager, post, 'WITHDRAWN', { isPublished: false }, change(actor)) : post,
      ),
  };
}

/** Whether a post is open and nobody confirmed it for a year. */
function isUnconfirmed({ confirmedOn, validFrom, validTo }: CorrespondentEntity, today: string): boolean {
  const yearAgo = DateTime.fromISO(today).minus({ years: 1 }).toISODate() ?? '';
  const isOpen = validFrom <= today && (validTo === null || validTo >= today);
  return isOpen && (confirmedOn === null || confirmedOn <= yearAgo);
}
