import { randomBytes, randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { DataSource, Repository } from 'typeorm';
import { z } from 'zod';
import type { RequestActor } from '../mobilisation';
import { type ReminderRhythm, ReminderTargetEntity } from './reminder-target.entity';

/** Days for which reminders go on after they were set. */
export const REMINDER_DAYS = 180;
/** Most webhooks of one person. */
const MAX_WEBHOOKS = 5;

const emailSchema = z.email().max(254);

/** What became of a change of reminders. */
export type ReminderOutcome =
  | { readonly status: 'done'; readonly target: ReminderTargetEntity }
  | { readonly status: 'not-found' }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** The reminders of whoever asks. */
export interface ReminderService {
  setMail(
    input: { readonly email: string; readonly rhythm: ReminderRhythm },
    actor: RequestActor,
  ): Promise<ReminderOutcome>;
  /** Registers an address, or renews it with a new secret. */
  registerWebhook(input: { readonly url: string }, actor: RequestActor): Promise<ReminderOutcome>;
  removeWebhook(id: string, actor: RequestActor): Promise<ReminderOutcome>;
}

/** Builds the service. */
export function createReminderService(dataSource: DataSource, now: Date): ReminderService {
  const targets = dataSource.getRepository(ReminderTargetEntity);
  const expiry = () =>
    DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).plus({ days: REMINDER_DAYS }).toISODate() ?? '';
  const save: Save = async (target) => ({
    status: 'done',
    target: await targets.save({ publicId: randomUUID(), origin: 'ENTERED' as const, ...target, expiresOn: expiry() }),
  });
  return {
    async setMail({ email, rhythm }, { subject, caller }) {
      const address = email.trim();
      if (!emailSchema.safeParse(address).success) {
        return { status: 'invalid', field: 'email', message: 'This is no e-mail address.' };
      }
      const known = await targets.findOneBy({ subject, kind: 'MAIL' });
      return save({ ...known, subject, caller, kind: 'MAIL', address, rhythm, secret: null });
    },
    registerWebhook: ({ url }, actor) => registerWebhook(targets, save, url, actor),
    async removeWebhook(id, { subject }) {
      const known = z.uuid().safeParse(id).success
        ? await targets.findOneBy({ subject, kind: 'WEBHOOK', publicId: id })
        : null;
      if (known === null) return { status: 'not-found' };
      await targets.delete({ id: known.id });
      return { status: 'done', target: known };
    },
  };
}

type Save = (target: Partial<ReminderTargetEntity>) => Promise<ReminderOutcome>;

async function registerWebhook(
  targets: Repository<ReminderTargetEntity>,
  save: Save,
  url: string,
  { subject, caller }: RequestActor,
): Promise<ReminderOutcome> {
  const problem = webhookProblem(url);
  if (problem !== undefined) return { status: 'invalid', field: 'url', message: problem };
  const own = await targets.findBy({ subject, kind: 'WEBHOOK' });
  const known = own.find(({ address }) => address === url);
  if (known === undefined && own.length >= MAX_WEBHOOKS) {
    return { status: 'invalid', field: 'url', message: `One caller has at most ${MAX_WEBHOOKS} webhooks. Remove one.` };
  }
  const secret = `mlw_${randomBytes(32).toString('base64url')}`;
  return save({ ...known, subject, caller, kind: 'WEBHOOK', address: url, rhythm: 'DAILY', secret });
}

/** Whether the address leads to a private network is looked at when a connection is made: names change. */
function webhookProblem(url: string): string | undefined {
  if (url.length > 2_000 || !URL.canParse(url)) return 'This is no URL of at most 2000 characters.';
  const { protocol, username, password, hostname } = new URL(url);
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) return 'A webhook is at an https address.';
  if (username !== '' || password !== '') return 'The URL of a webhook holds no password: requests are signed.';
  return undefined;
}
