import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { findRegion } from '../../../kit/regions';
import { deskFor, invalidField, type NetworkMember, type NetworkOutcome, requireOrganiser } from './network-member';
import {
  DeskResourceEntity,
  type ResourceKind,
  ResourceVersionEntity,
  SharedResourceEntity,
} from './shared-resource.entity';

const MAX_TEXT = 100_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A version to publish: the first of a new resource, or the next of one. */
export interface ResourceInput {
  readonly id?: string | null | undefined;
  /** Number of the version that it replaces; 0 for a new resource. */
  readonly replaces: number;
  readonly kind: ResourceKind;
  readonly theme: string;
  readonly region?: string | null | undefined;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly url?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
}

/** Which resources are listed. */
export interface ResourceFilter {
  /** Words of French, as people type them: quotes for a phrase, - for what is not wanted. */
  readonly search?: string | null | undefined;
  readonly kind?: ResourceKind | null | undefined;
  readonly theme?: string | null | undefined;
}

type Outcome = NetworkOutcome<SharedResourceEntity>;

/** Model clauses, notes of doctrine and guides, with their versions. */
export interface ResourceService {
  find(id: string): Promise<SharedResourceEntity | null>;
  /** By how well the current version fits the words, else by its title; at most `first`, behind `skip`. */
  list(
    filter: ResourceFilter,
    first: number,
    skip: number,
  ): Promise<readonly [readonly SharedResourceEntity[], number]>;
  /** Latest first. */
  versionsOf(resource: SharedResourceEntity): Promise<readonly ResourceVersionEntity[]>;
  publish(input: ResourceInput, member: NetworkMember): Promise<Outcome>;
  /** Notes that a desk works with a version from now on. */
  take(
    input: { readonly id: string; readonly number: number; readonly desk?: string | null | undefined },
    member: NetworkMember,
  ): Promise<Outcome>;
}

/** Builds the service. */
export function createResourceService(dataSource: DataSource, now: Date): ResourceService {
  const find = async (id: string) =>
    UUID.test(id) ? dataSource.getRepository(SharedResourceEntity).findOneBy({ publicId: id }) : null;
  return {
    find,
    list: (filter, first, skip) => list(dataSource, filter, first, skip),
    versionsOf: ({ id }) =>
      dataSource.getRepository(ResourceVersionEntity).find({ where: { resource: { id } }, order: { number: 'DESC' } }),
    publish: (input, member) => dataSource.transaction((manager) => publish(manager, input, member)),
    take: async ({ id, number, desk: asked }, member) => {
      const resource = await find(id);
      if (resource === null) return { status: 'not-found' };
      const desk = deskFor(member, asked);
      if (desk === undefined) return invalidField('desk', 'Name a desk that you act for by its global identifier.');
      if (number < 1 || number > resource.currentNumber) {
        return invalidField('number', `The resource has the versions 1 to ${resource.currentNumber}.`);
      }
      await dataSource
        .getRepository(DeskResourceEntity)
        .upsert(
          { origin: 'ENTERED', resource: { id: resource.id }, desk, number, takenAt: now },
          { conflictPaths: ['resource', 'desk'] },
        );
      return { status: 'done', item: resource };
    },
  };
}

function list(dataSource: DataSource, { search, kind, theme }: ResourceFilter, first: number, skip: number) {
  const document = "to_tsvector('french', version.title || ' ' || version.summary || ' ' || version.text)";
  const query = dataSource
    .createQueryBuilder(SharedResourceEntity, 'resource')
    .innerJoin(
      ResourceVersionEntity,
      'version',
      'version.resource_id = resource.id AND version.number = resource.current_number',
    );
  if (kind != null) query.andWhere('resource.kind = :kind', { kind });
  if (theme != null) query.andWhere('resource.theme = :theme', { theme });
  const words = search?.trim().slice(0, 500);
  if (words) {
    const asked = "websearch_to_tsquery('french', :words)";
    query.andWhere(`${document} @@ ${asked}`, { words }).addSelect(`ts_rank(${document}, ${asked})`, 'fit');
    query.orderBy('fit', 'DESC');
  } else {
    query.addSelect('version.title', 'title').orderBy('title', 'ASC');
  }
  return query.addOrderBy('resource.id', 'ASC').limit(first).offset(skip).getManyAndCount();
}

async function publish(manager: EntityManager, input: ResourceInput, member: NetworkMember): Promise<Outcome> {
  const fault = faultOf(input);
  if (fault !== undefined) return fault;
  const resource = await resourceFor(manager, input, member);
  if ('status' in resource) return resource;
  await manager.insert(ResourceVersionEntity, {
    origin: 'ENTERED',
    resource: { id: resource.id },
    number: resource.currentNumber,
    title: input.title.trim(),
    summary: input.summary.trim(),
    text: input.text,
    url: input.url ?? null,
    validUntil: input.validUntil ?? null,
    publishedBy: member.subject,
  });
  return { status: 'done', item: resource };
}

/** The row of the resource with the number of the version to come, locked; the kind and region of one that is known stay. */
async function resourceFor(
  manager: EntityManager,
  { id, replaces, kind, theme, region }: ResourceInput,
  member: NetworkMember,
): Promise<SharedResourceEntity | Exclude<Outcome, { readonly status: 'done' }>> {
  const resources = manager.getRepository(SharedResourceEntity);
  if (id == null) {
    requireOrganiser(member, region ?? null);
    return resources.save({
      origin: 'ENTERED' as const,
      publicId: randomUUID(),
      kind,
      theme: theme.trim(),
      regionCode: region ?? null,
      currentNumber: 1,
    });
  }
  const known = UUID.test(id)
    ? await resources.findOne({ where: { publicId: id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (known === null) return { status: 'not-found' };
  requireOrganiser(member, known.regionCode);
  if (known.currentNumber !== replaces) {
    return { status: 'conflict', message: `Version ${known.currentNumber} was published since. Look at it first.` };
  }
  return resources.save(Object.assign(known, { theme: theme.trim(), currentNumber: replaces + 1 }));
}

function faultOf({ region, title, theme, summary, text, url }: ResourceInput) {
  if (region != null && findRegion(region) === undefined)
    return invalidField('region', 'No region has this INSEE code.');
  if (title.trim() === '' || title.length > 200) return invalidField('title', 'A title has 1 to 200 characters.');
  if (theme.trim() === '' || theme.length > 100) return invalidField('theme', 'A theme has 1 to 100 characters.');
  if (summary.length > 2_000) return invalidField('summary', 'A summary has at most 2000 characters.');
  if (text.length > MAX_TEXT) return invalidField('text', `A text has at most ${MAX_TEXT} characters.`);
  if (url != null && (url.length > 2_000 || !/^https?:\/\//.test(url))) {
    return invalidField('url', 'The address is an http or https URL of at most 2000 characters.');
  }
  return undefined;
}
