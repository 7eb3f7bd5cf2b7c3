import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';
import { findRegion } from '../../../kit/regions';
import { checkSiren } from '../filters';
import { MobilisationRequestEntity } from './mobilisation-request.entity';
import { visibilityOf } from './request-caller';
import type { MobilisationState } from './transitions';

/** Largest page of requests. */
export const MAX_REQUEST_PAGE = 100;
const MAX_WAITING_DAYS = 3_650;

/** Restricts which requests are listed. */
export interface RequestFilter {
  readonly states?: readonly MobilisationState[] | null | undefined;
  readonly regions?: readonly string[] | null | undefined;
  readonly buyer?: string | null | undefined;
  readonly desk?: string | null | undefined;
  readonly programme?: string | null | undefined;
  readonly waitingLongerThanDays?: number | null | undefined;
  readonly isLate?: boolean | null | undefined;
}

/** A page to ask for. */
export interface RequestPage {
  readonly filter: RequestFilter | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
}

/** One page of requests; counts are of all pages, and asked for only when they are read. */
export interface RequestConnection {
  readonly edges: () => Promise<{ readonly cursor: string; readonly node: MobilisationRequestEntity }[]>;
  readonly pageInfo: () => Promise<{ readonly hasNextPage: boolean; readonly endCursor: string | null }>;
  readonly totalCount: () => Promise<number>;
  readonly counts: () => Promise<{ readonly state: MobilisationState; readonly count: number }[]>;
}

const cursorSchema = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });

/**
 * The requests that a caller sees, newest first. Throws PAGE_SIZE_OUT_OF_RANGE, CURSOR_MALFORMED, REGION_UNKNOWN,
 * SIREN_MALFORMED and FILTER_EMPTY.
 */
export function listRequests(dataSource: DataSource, page: RequestPage, caller: Caller, now: Date): RequestConnection {
  const { filter, first, after } = page;
  if (first < 1 || first > MAX_REQUEST_PAGE) {
    throw new HubError('PAGE_SIZE_OUT_OF_RANGE', `\`first\` is from 1 to ${MAX_REQUEST_PAGE}.`, { argument: 'first' });
  }
  const matching = () => filtered(dataSource, filter ?? {}, caller, now);
  const cursor = after == null ? undefined : readCursor(after);
  let rows: Promise<MobilisationRequestEntity[]> | undefined;
  const pageRows = () => (rows ??= readPage(matching(), first, cursor));
  return {
    edges: async () => (await pageRows()).slice(0, first).map((node) => ({ cursor: cursorOf(node), node })),
    pageInfo: async () => {
      const found = await pageRows();
      const last = found.slice(0, first).at(-1);
      return { hasNextPage: found.length > first, endCursor: last === undefined ? null : cursorOf(last) };
    },
    totalCount: () => matching().getCount(),
    counts: async () => {
      const found = await matching()
        .select('request.state', 'state')
        .addSelect('count(*)::int', 'count')
        .groupBy('request.state')
        .orderBy('request.state')
        .getRawMany<{ state: MobilisationState; count: number }>();
      return found;
    },
  };
}

function filtered(dataSource: DataSource, filter: RequestFilter, caller: Caller, now: Date) {
  const { sql, value } = visibilityOf(caller);
  const query = dataSource.createQueryBuilder(MobilisationRequestEntity, 'request').where(sql, { mine: value });
  if (filter.states != null)
    query.andWhere('request.state = ANY(:states)', { states: filled('states', filter.states) });
  if (filter.regions != null) {
    const regions = filled('regions', filter.regions);
    const unknown = regions.find((code) => findRegion(code) === undefined);
    if (unknown !== undefined) {
      throw new HubError('REGION_UNKNOWN', `No region has the code "${unknown.slice(0, 20)}".`, {
        argument: 'regions',
      });
    }
    query.andWhere('request.region_code = ANY(:regions)', { regions });
  }
  if (filter.buyer != null) {
    checkSiren('filter.buyer', filter.buyer);
    query.andWhere('request.siren = :buyer', { buyer: filter.buyer });
  }
  if (filter.desk != null) query.andWhere('request.desk = :desk', { desk: filter.desk });
  if (filter.programme != null) {
    query
      .innerJoin('request.programme', 'programme')
      .andWhere('programme.public_id::text = :programme', { programme: filter.programme });
  }
  if (filter.waitingLongerThanDays != null) {
    const days = Math.min(Math.max(filter.waitingLongerThanDays, 0), MAX_WAITING_DAYS);
    query
      .andWhere("request.state <> 'CLOSED'")
      .andWhere('request.waiting_since < :before', { before: new Date(now.getTime() - days * 86_400_000) });
  }
  if (filter.isLate != null) {
    query.andWhere(`coalesce(request.due_at < :now, FALSE) = :late`, { now, late: filter.isLate });
  }
  return query;
}

function filled<Value>(name: string, values: readonly Value[]): readonly Value[] {
  if (values.length > 0) return values;
  throw new HubError('FILTER_EMPTY', `filter.${name} is an empty list. Leave it out to ask for all.`, {
    argument: `filter.${name}`,
  });
}

/** One row more than the page holds tells whether another page follows. */
function readPage(
  query: SelectQueryBuilder<MobilisationRequestEntity>,
  first: number,
  cursor: z.infer<typeof cursorSchema> | undefined,
): Promise<MobilisationRequestEntity[]> {
  if (cursor !== undefined) {
    query.andWhere('(request.created_at, request.public_id) < (:at::timestamptz, :id::uuid)', cursor);
  }
  return query
    .orderBy('request.created_at', 'DESC')
    .addOrderBy('request.public_id', 'DESC')
    .limit(first + 1)
    .getMany();
}

function cursorOf({ createdAt, publicId }: MobilisationRequestEntity): string {
  return Buffer.from(JSON.stringify({ at: createdAt.toISOString(), id: publicId })).toString('base64url');
}

function readCursor(text: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new HubError('CURSOR_MALFORMED', '`after` was not issued by this list. Use `endCursor` as it is.', {
      argument: 'after',
    });
  }
}
