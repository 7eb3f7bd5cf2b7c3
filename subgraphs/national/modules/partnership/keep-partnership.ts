import type { DataSource, EntityManager } from 'typeorm';
import { NationalBuyerEntity } from '../national-buyer/national-buyer.entity';
import {
  PartnershipDocumentEntity,
  PartnershipEntity,
  PartnershipMemberEntity,
  PartnershipObjectiveEntity,
} from './partnership.entity';
import { PartnershipChangeEntity } from './partnership-change.entity';
import { firstProblem } from '../first-problem';
import { type PartnershipInput, partnershipInput } from './partnership-input';

/** What became of a convention that was signed or amended. */
export type PartnershipOutcome =
  | { readonly status: 'done'; readonly partnership: PartnershipEntity }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string }
  | { readonly status: 'not-found' }
  | { readonly status: 'conflict'; readonly current: PartnershipEntity };

/** What is amended: the convention, the version that was read, and why. */
export interface Amendment {
  readonly id: string;
  readonly version: number;
  readonly note: string;
}

const ORIGIN = 'ENTERED' as const;
const RELATIONS = { buyer: true, objectives: true, members: true, documents: true } as const;
/** PostgreSQL refuses a period that overlaps another of the same buyer. */
const OVERLAP = '23P01';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Signs a convention, with its buyer if the association did not know it yet. */
export function signPartnership(dataSource: DataSource, actor: string, given: unknown): Promise<PartnershipOutcome> {
  return checked(given, (input) =>
    written(dataSource, async (books) => {
      const buyer = await buyerOf(books, input);
      const saved = await books.getRepository(PartnershipEntity).save({ buyer, origin: ORIGIN, ...rowsOf(input) });
      return record(books, saved.publicId, { actor, note: null, before: null });
    }),
  );
}

/**
 * Says a convention anew, of the version that was read. Nothing is lost by it: the history keeps it as it was before, an
 * objective that was lowered included.
 */
export function amendPartnership(
  dataSource: DataSource,
  actor: string,
  { id, version, note }: Amendment,
  given: unknown,
): Promise<PartnershipOutcome> {
  return checked(given, (input) =>
    written(dataSource, async (books) => {
      const current = UUID.test(id) ? await findPartnership(books, id, true) : null;
      if (current === null || current.buyer.siren !== input.siren) return { status: 'not-found' };
      if (current.version !== version) return { status: 'conflict', current };
      const before = snapshotOf(current);
      await buyerOf(books, input);
      const partnership = { partnership: { id: current.id } };
      for (const part of [PartnershipObjectiveEntity, PartnershipMemberEntity, PartnershipDocumentEntity]) {
        await books.getRepository(part).delete(partnership);
      }
      const { objectives, members, documents, ...values } = rowsOf(input);
      await books.getRepository(PartnershipEntity).update(current.id, { ...values, version: version + 1 });
      await books
        .getRepository(PartnershipObjectiveEntity)
        .insert(objectives.map((row) => ({ ...row, ...partnership })));
      await books.getRepository(PartnershipMemberEntity).insert(members.map((row) => ({ ...row, ...partnership })));
      await books.getRepository(PartnershipDocumentEntity).insert(documents.map((row) => ({ ...row, ...partnership })));
      return record(books, id, { actor, note, before });
    }),
  );
}

/** A convention with its parts; null when there is none. `lock` keeps others from amending it meanwhile. */
export async function findPartnership(
  books: EntityManager,
  publicId: string,
  lock = false,
): Promise<PartnershipEntity | null> {
  const repository = books.getRepository(PartnershipEntity);
  if (lock) await repository.findOne({ where: { publicId }, lock: { mode: 'pessimistic_write' } });
  return repository.findOne({
    where: { publicId },
    relations: RELATIONS,
    order: { objectives: { deadline: 'ASC', id: 'ASC' } },
  });
}

async function checked(
  given: unknown,
  work: (input: PartnershipInput) => Promise<PartnershipOutcome>,
): Promise<PartnershipOutcome> {
  const result = partnershipInput.safeParse(given);
  if (result.success) return work(result.data);
  return { status: 'invalid', ...firstProblem(result.error) };
}

async function written(
  dataSource: DataSource,
  work: (books: EntityManager) => Promise<PartnershipOutcome>,
): Promise<PartnershipOutcome> {
  try {
    return await dataSource.transaction(work);
  } catch (error) {
    if ((error as { code?: unknown }).code !== OVERLAP) throw error;
    const message = 'overlaps another convention of the same buyer: end that one first.';
    return { status: 'invalid', field: 'signedOn', message };
  }
}

async function buyerOf(books: EntityManager, { siren, buyerName }: PartnershipInput): Promise<NationalBuyerEntity> {
  const repository = books.getRepository(NationalBuyerEntity);
  const known = await repository.findOneBy({ siren });
  return repository.save({ ...(known ?? { siren, origin: ORIGIN }), name: buyerName });
}

function rowsOf({ siren: _siren, buyerName: _name, objectives, members, documents, ...values }: PartnershipInput) {
  return {
    ...values,
    objectives: objectives.map((row) => ({ ...row, hours: row.hours.toFixed(2), origin: ORIGIN })),
    members: members.map((row) => ({ ...row, origin: ORIGIN })),
    documents: documents.map((row) => ({ ...row, origin: ORIGIN })),
  };
}

async function record(
  books: EntityManager,
  publicId: string,
  { actor, note, before }: { readonly actor: string; readonly note: string | null; readonly before: object | null },
): Promise<PartnershipOutcome> {
  const partnership = await findPartnership(books, publicId);
  if (partnership === null) throw new Error('A convention was written and is not there');
  await books.getRepository(PartnershipChangeEntity).insert({
    origin: ORIGIN,
    partnership: { id: partnership.id },
    actor,
    note,
    before,
    after: snapshotOf(partnership),
  });
  return { status: 'done', partnership };
}

/** A convention as the history keeps it. */
function snapshotOf(partnership: PartnershipEntity): object {
  const { title, scope, contactName, contactEmail, reportsDue, signedOn, endsOn, version } = partnership;
  return {
    version,
    title,
    scope,
    contactName,
    contactEmail,
    reportsDue,
    signedOn,
    endsOn,
    members: partnership.members.map(({ siren, name }) => ({ siren, name })),
    documents: partnership.documents.map(({ name, url }) => ({ name, url })),
    objectives: partnership.objectives.map(({ label, hours, deadline, startsOn, sectors, regions }) => ({
      label,
      hours: Number(hours),
      deadline,
      startsOn,
      sectors,
      regions,
    })),
  };
}
