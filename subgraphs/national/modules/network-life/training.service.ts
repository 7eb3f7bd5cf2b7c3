import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { findRegion } from '../../../kit/regions';
import { deskFor, invalidField, type NetworkMember, type NetworkOutcome, requireOrganiser } from './network-member';
import { TrainingEntity, type TrainingKind, TrainingSeatEntity } from './training.entity';

/** Most seats of one training. */
const MAX_SEATS = 10_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** When and where a training is, and how many may come. */
export interface TrainingTerms {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place?: string | null | undefined;
  readonly remoteUrl?: string | null | undefined;
  readonly seats: number;
}

/** A training to announce. */
export interface TrainingInput extends TrainingTerms {
  readonly kind: TrainingKind;
  readonly title: string;
  readonly theme: string;
  readonly description?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly validityMonths?: number | null | undefined;
}

/** Which trainings are listed. */
export interface TrainingFilter {
  readonly regions?: readonly string[] | null | undefined;
  readonly isNational?: boolean | null | undefined;
  readonly theme?: string | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

/** What became of a change of a training: beside the rest, there may be too few seats. */
export type TrainingOutcome = NetworkOutcome<TrainingEntity> | { readonly status: 'full'; readonly seatsLeft: number };

/** Trainings and practice sessions. */
export interface TrainingService {
  find(id: string): Promise<TrainingEntity | null>;
  /** In the order in which they begin, at most `first`, behind `skip`. */
  list(filter: TrainingFilter, first: number, skip: number): Promise<readonly [readonly TrainingEntity[], number]>;
  seatsOf(training: TrainingEntity): Promise<readonly TrainingSeatEntity[]>;
  schedule(input: TrainingInput, member: NetworkMember): Promise<TrainingOutcome>;
  /** Other terms, or none: cancelled. Seats never go under those that are taken. */
  change(
    input: TrainingTerms & { readonly id: string; readonly version: number; readonly isCancelled: boolean },
    member: NetworkMember,
  ): Promise<TrainingOutcome>;
  /** Takes that many seats for a desk in place of those that it had; 0 gives them back. Never more than there are. */
  book(
    input: { readonly id: string; readonly desk?: string | null | undefined; readonly seats: number },
    member: NetworkMember,
  ): Promise<TrainingOutcome>;
  recordAttendance(
    input: { readonly id: string; readonly desk: string; readonly attended: number },
    member: NetworkMember,
  ): Promise<TrainingOutcome>;
}

/** Builds the service. */
export function createTrainingService(dataSource: DataSource, now: Date): TrainingService {
  const locked = (id: string, decide: (manager: EntityManager, training: TrainingEntity) => Promise<TrainingOutcome>) =>
    dataSource.transaction(async (manager): Promise<TrainingOutcome> => {
      const training = await lockTraining(manager, id);
      return training === null ? { status: 'not-found' } : decide(manager, training);
    });
  return {
    find: async (id) => (UUID.test(id) ? dataSource.getRepository(TrainingEntity).findOneBy({ publicId: id }) : null),
    list: (filter, first, skip) => list(dataSource, filter, first, skip),
    seatsOf: ({ id }) =>
      dataSource.getRepository(TrainingSeatEntity).find({ where: { training: { id } }, order: { desk: 'ASC' } }),
    schedule: (input, member) => schedule(dataSource, input, member),
    change: (input, member) => locked(input.id, (manager, training) => change(manager, training, input, member, now)),
    book: (input, member) => locked(input.id, (manager, training) => book(manager, training, input, member, now)),
    recordAttendance: (input, member) =>
      locked(input.id, (manager, training) => recordAttendance(manager, training, input, member, now)),
  };
}

/** Bookings, changes and attendance of one training follow each other: that is what keeps seats from being sold twice. */
async function lockTraining(manager: EntityManager, id: string): Promise<TrainingEntity | null> {
  if (!UUID.test(id)) return null;
  return manager.findOne(TrainingEntity, { where: { publicId: id }, lock: { mode: 'pessimistic_write' } });
}

function list(dataSource: DataSource, filter: TrainingFilter, first: number, skip: number) {
  const query = dataSource.createQueryBuilder(TrainingEntity, 'training').where('TRUE');
  if (filter.regions != null) query.andWhere('training.region_code = ANY(:regions)', { regions: filter.regions });
  if (filter.isNational != null) {
    query.andWhere('(training.region_code IS NULL) = :isNational', { isNational: filter.isNational });
  }
  if (filter.theme != null) query.andWhere('training.theme = :theme', { theme: filter.theme });
  if (filter.from != null) query.andWhere('training.starts_at >= :from', { from: filter.from });
  if (filter.to != null) query.andWhere('training.starts_at <= :to', { to: filter.to });
  return query
    .orderBy('training.starts_at', 'ASC')
    .addOrderBy('training.id', 'ASC')
    .limit(first)
    .offset(skip)
    .getManyAndCount();
}

async function schedule(dataSource: DataSource, input: TrainingInput, member: NetworkMember): Promise<TrainingOutcome> {
  const region = input.region ?? null;
  if (region !== null && findRegion(region) === undefined) {
    return invalidField('region', `No region has the INSEE code "${region.slice(0, 20)}".`);
  }
  requireOrganiser(member, region);
  const title = input.title.trim();
  const theme = input.theme.trim();
  if (title === '' || title.length > 200) return invalidField('title', 'A title has 1 to 200 characters.');
  if (theme === '' || theme.length > 100) return invalidField('theme', 'A theme has 1 to 100 characters.');
  if (input.validityMonths != null && (input.validityMonths < 1 || input.validityMonths > 240)) {
    return invalidField('validityMonths', 'What is learned counts as current for 1 to 240 months, or for ever.');
  }
  const terms = termsOf(input);
  if ('status' in terms) return terms;
  const item = await dataSource.getRepository(TrainingEntity).save({
    origin: 'ENTERED' as const,
    publicId: randomUUID(),
    version: 1,
    kind: input.kind,
    title,
    theme,
    description: input.description?.trim() || null,
    regionCode: region,
    validityMonths: input.validityMonths ?? null,
    cancelledAt: null,
    createdBy: member.subject,
    ...terms,
  });
  return { status: 'done', item };
}

function termsOf({ startsAt, endsAt, place, remoteUrl, seats }: TrainingTerms) {
  const at = { place: place?.trim() || null, remoteUrl: remoteUrl?.trim() || null };
  if (endsAt <= startsAt) return invalidField('endsAt', 'It ends before it begins. Exchange the two moments.');
  if (at.place === null && at.remoteUrl === null) {
    return invalidField('place', 'Say where: a place, a remote address, or both.');
  }
  if (at.remoteUrl !== null && !/^https:\/\//.test(at.remoteUrl)) {
    return invalidField('remoteUrl', 'The remote address is an https URL.');
  }
  if (seats < 1 || seats > MAX_SEATS) return invalidField('seats', `There are 1 to ${MAX_SEATS} seats.`);
  return { startsAt, endsAt, seats, ...at };
}

async function change(
  manager: EntityManager,
  training: TrainingEntity,
  input: TrainingTerms & { readonly version: number; readonly isCancelled: boolean },
  member: NetworkMember,
  now: Date,
): Promise<TrainingOutcome> {
  requireOrganiser(member, training.regionCode);
  if (training.version !== input.version) {
    return { status: 'conflict', message: `The training was changed since: it is at version ${training.version}.` };
  }
  const terms = termsOf(input);
  if ('status' in terms) return terms;
  const taken = await seatsTaken(manager, training);
  if (terms.seats < taken) return invalidField('seats', `${taken} seats are taken: there cannot be fewer.`);
  const cancelledAt = input.isCancelled ? (training.cancelledAt ?? now) : null;
  Object.assign(training, { ...terms, cancelledAt, version: training.version + 1 });
  return { status: 'done', item: await manager.save(training) };
}

async function book(
  manager: EntityManager,
  training: TrainingEntity,
  input: { readonly desk?: string | null | undefined; readonly seats: number },
  member: NetworkMember,
  now: Date,
): Promise<TrainingOutcome> {
  const desk = deskFor(member, input.desk);
  if (desk === undefined) return invalidField('desk', 'Name a desk that you act for by its global identifier.');
  if (input.seats < 0 || input.seats > MAX_SEATS) return invalidField('seats', `Seats are from 0 to ${MAX_SEATS}.`);
  if (training.cancelledAt !== null) return { status: 'conflict', message: 'The training was cancelled.' };
  if (training.startsAt <= now) return { status: 'conflict', message: 'The training has begun.' };
  const seatsLeft = training.seats - (await seatsTaken(manager, training, desk));
  if (input.seats > seatsLeft) return { status: 'full', seatsLeft };
  await manager.query(
    `INSERT INTO training_seat (origin, training_id, desk, seats) VALUES ('ENTERED', $1, $2, $3)
     ON CONFLICT (training_id, desk) DO UPDATE SET seats = excluded.seats, updated_at = now()`,
    [training.id, desk, input.seats],
  );
  return { status: 'done', item: training };
}

async function recordAttendance(
  manager: EntityManager,
  training: TrainingEntity,
  { desk, attended }: { readonly desk: string; readonly attended: number },
  member: NetworkMember,
  now: Date,
): Promise<TrainingOutcome> {
  requireOrganiser(member, training.regionCode);
  if (training.startsAt > now) return { status: 'conflict', message: 'The training has not begun.' };
  if (training.cancelledAt !== null) return { status: 'conflict', message: 'The training was cancelled.' };
  if (attended < 0 || attended > MAX_SEATS) return invalidField('attended', `From 0 to ${MAX_SEATS} people came.`);
  // People of any desk may have come without a booking, to a training of whatever region.
  const known = deskFor({ caller: { role: 'consolidator' } }, desk);
  if (known === undefined) return invalidField('desk', 'Name a desk by its global identifier, such as "53-1".');
  await manager.query(
    `INSERT INTO training_seat (origin, training_id, desk, seats, attended) VALUES ('ENTERED', $1, $2, 0, $3)
     ON CONFLICT (training_id, desk) DO UPDATE SET attended = excluded.attended, updated_at = now()`,
    [training.id, known, attended],
  );
  return { status: 'done', item: training };
}

/** Seats taken, but for those of one desk. */
async function seatsTaken(manager: EntityManager, { id }: TrainingEntity, except = ''): Promise<number> {
  const row = await manager
    .createQueryBuilder(TrainingSeatEntity, 'seat')
    .select('coalesce(sum(seat.seats), 0)::int', 'taken')
    .where('seat.training_id = :id AND seat.desk <> :except', { id, except })
    .getRawOne<{ taken: number }>();
  return row?.taken ?? 0;
}
