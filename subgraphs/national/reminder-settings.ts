import { z } from 'zod';
import { databaseUrlSetting, type Environment, parseEnvironment } from '../kit/config';
import { HubError } from '../kit/errors';
import type { MailSettings, WebhookSettings } from './modules/reminder';

/** Variables of the process that sends reminders. */
export const reminderSettings = z.object({
  DATABASE_URL: databaseUrlSetting,
  /** smtp://user:password@host:587 or smtps://host; without it no mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of the mails; needed with SMTP_URL. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be an address, or a name and <address>')
    .optional(),
  /** Addresses that webhooks may lead to: public ones, this machine's as well, or any. */
  WEBHOOK_ADDRESSES: z.enum(['public', 'loopback', 'any']).default('public'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

/** Settings of a run. */
export interface ReminderConfig {
  readonly databaseUrl: string;
  /** Null when no mail is sent. */
  readonly mail: MailSettings | null;
  readonly webhook: WebhookSettings;
  readonly logLevel: string;
}

const POLICIES = { public: 'PUBLIC', loopback: 'PUBLIC_OR_LOOPBACK', any: 'ANY' } as const;
/** Three more attempts within about seven seconds: a run is not to wait for one address. */
const RETRIES = { retries: 3, firstDelay: 1_000 };

/** Reads the settings. Throws CONFIG_INVALID with every problem. */
export function loadReminderConfig(environment: Environment): ReminderConfig {
  const settings = parseEnvironment(reminderSettings, environment);
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = settings;
  if (smtpUrl !== undefined && from === undefined) {
    throw new HubError('CONFIG_INVALID', 'MAIL_FROM is needed with SMTP_URL. See .env.example.');
  }
  return Object.freeze({
    databaseUrl: settings.DATABASE_URL,
    mail: smtpUrl === undefined || from === undefined ? null : { smtpUrl, from },
    webhook: { addresses: POLICIES[settings.WEBHOOK_ADDRESSES], ...RETRIES },
    logLevel: settings.LOG_LEVEL,
  });
}
