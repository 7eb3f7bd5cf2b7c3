import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import type { Logger } from '../../../kit/log';
import { type DeliveryState, ReminderDeliveryEntity, ReminderTargetEntity } from './reminder-target.entity';
import { type Waiting, waitingFor } from './waiting-requests';

/** Days between two digests of the weekly rhythm. */
const WEEK_DAYS = 7;

/** A digest to deliver. */
export interface Delivery {
  /** The same for every attempt: receivers tell repetitions by it. */
  readonly id: string;
  readonly target: ReminderTargetEntity;
  readonly waiting: Waiting;
  readonly day: string;
  readonly now: Date;
}

/** Delivers by one way. What it gives is kept: FAILED is tried again by the next run of the day, UNKNOWN is not. */
export type Deliver = (delivery: Delivery) => Promise<Exclude<DeliveryState, 'CLAIMED'>>;

/** What sends digests. A way that is null is not set up: its targets are left alone. */
export interface SendingOptions {
  readonly dataSource: DataSource;
  readonly mail: Deliver | null;
  readonly webhook: Deliver | null;
  readonly now: Date;
  readonly logger: Logger;
}

/** What a run did. */
export interface SendingReport {
  readonly sent: number;
  readonly failed: number;
  /** Targets for which nothing waits, that are not due, or that another run of the day has taken. */
  readonly skipped: number;
}

/**
 * Sends the digests that are due, each at most once a day, whatever number of processes do so: a digest is claimed in
 * the database before it is sent. One that was claimed by a process that died is not sent that day.
 */
export async function sendDigests(options: SendingOptions): Promise<SendingReport> {
  const { dataSource, now } = options;
  const day = DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).toISODate() ?? '';
  const targets = await dataSource
    .createQueryBuilder(ReminderTargetEntity, 'target')
    .where("target.rhythm <> 'OFF'")
    .andWhere('target.expires_on >= :day', { day })
    .orderBy('target.id', 'ASC')
    .getMany();
  const counts = { sent: 0, failed: 0, skipped: 0 };
  for (const target of targets) {
    const state = await sendOne(options, target, day);
    counts[state === 'SENT' ? 'sent' : state === undefined ? 'skipped' : 'failed'] += 1;
  }
  return counts;
}

async function sendOne(
  { dataSource, mail, webhook, now, logger }: SendingOptions,
  target: ReminderTargetEntity,
  day: string,
): Promise<DeliveryState | undefined> {
  const deliver = target.kind === 'MAIL' ? mail : webhook;
  if (deliver === null) return undefined;
  if (target.rhythm === 'WEEKLY' && (await wasSentThisWeek(dataSource, target, day))) return undefined;
  const waiting = await waitingFor(dataSource, target.caller, now);
  if (waiting.count === 0) return undefined;
  const id = await claim(dataSource, target, day);
  if (id === undefined) return undefined;
  const state = await deliver({ id, target, waiting, day, now }).catch((error: unknown) => {
    // The address is a person's: the row says whose it was.
    logger.error({ err: error, delivery: id }, 'a reminder could not be delivered');
    return 'UNKNOWN' as const;
  });
  await dataSource.getRepository(ReminderDeliveryEntity).update({ id }, { state });
  return state;
}

async function wasSentThisWeek(dataSource: DataSource, target: ReminderTargetEntity, day: string): Promise<boolean> {
  return dataSource
    .createQueryBuilder(ReminderDeliveryEntity, 'delivery')
    .where('delivery.target_id = :id', { id: target.id })
    .andWhere("delivery.state IN ('SENT', 'UNKNOWN') AND delivery.day > :day::date - :week::int", {
      day,
      week: WEEK_DAYS,
    })
    .getExists();
}

/** Takes the digest of the day, or nothing when somebody has it: the one place that keeps it from being sent twice. */
async function claim(dataSource: DataSource, target: ReminderTargetEntity, day: string): Promise<string | undefined> {
  const rows = await dataSource.query<readonly { readonly id: string }[]>(
    `INSERT INTO reminder_delivery AS delivery (origin, target_id, day, state) VALUES ('ENTERED', $1, $2, 'CLAIMED')
     ON CONFLICT (target_id, day) DO UPDATE SET state = 'CLAIMED', attempts = delivery.attempts + 1, updated_at = now()
       WHERE delivery.state = 'FAILED'
     RETURNING id`,
    [target.id, day],
  );
  return rows[0]?.id;
}
