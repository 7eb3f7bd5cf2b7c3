import { HubError } from '../kit/errors';
import { createLogger } from '../kit/log';
import { createDataSource } from '../kit/postgres';
import { tellLauncher } from '../kit/process';
import { createMailDelivery, createWebhookDelivery, sendDigests } from './modules/reminder';
import { NATIONAL_ENTITIES } from './national-entities';
import { loadReminderConfig } from './reminder-settings';

/** Sends the reminders that are due and ends: run every day, by `maillage reminders send` or as it is. */
async function main(): Promise<void> {
  const config = loadReminderConfig(process.env);
  const logger = createLogger('national-reminders', config.logLevel);
  const dataSource = createDataSource({
    url: config.databaseUrl,
    entities: NATIONAL_ENTITIES,
    poolSize: 2,
    applicationName: 'maillage-reminders',
  });
  await dataSource.initialize().catch((cause: unknown) => {
    throw new HubError('DATABASE_UNAVAILABLE', 'The national database cannot be reached.', {}, { cause });
  });
  const mail = config.mail === null ? null : createMailDelivery(config.mail);
  const webhook = createWebhookDelivery(config.webhook);
  try {
    const ways = { mail: mail?.deliver ?? null, webhook: webhook.deliver };
    const report = await sendDigests({ dataSource, ...ways, now: new Date(), logger });
    tellLauncher({ kind: 'finished', summary: { ...report } });
    if (!process.connected) process.stdout.write(`${JSON.stringify(report)}\n`);
    if (report.failed > 0 && !process.connected) process.exitCode = 1;
  } finally {
    mail?.close();
    await webhook.close();
    await dataSource.destroy();
    if (process.connected) process.disconnect();
  }
}

main().catch((error: unknown) => {
  createLogger('national-reminders').fatal({ err: error }, 'reminders could not be sent');
  const code = error instanceof HubError ? error.code : 'INTERNAL_SERVER_ERROR';
  tellLauncher({ kind: 'failed', code, message: error instanceof Error ? error.message : 'unknown failure' });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
