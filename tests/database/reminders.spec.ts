import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import type { Caller } from '../../subgraphs/kit/identity';
import { createDataSource } from '../../subgraphs/kit/postgres';
import { createMailDelivery, createWebhookDelivery, sendDigests } from '../../subgraphs/national/modules/reminder';
import { NATIONAL_ENTITIES } from '../../subgraphs/national/national-entities';
import { loadReminderConfig } from '../../subgraphs/national/reminder-settings';
import { ask } from '../support/ask';
import { CONSOLIDATOR, speakingAs } from '../support/callers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { silentLogger } from '../support/gateway-servers';
import { type MailServer, startMailServer } from '../support/mail-server';
import { startNational, unreachableNetwork } from '../support/national-server';
import { tellingTokens } from '../support/telling-tokens';

const SIREN = '552081317';
const BUYER: Caller = { role: 'buyer', sirens: [SIREN] };
const BRETAGNE: Caller = { role: 'coordination', region: '53' };
const CORSE: Caller = { role: 'coordination', region: '94' };
const ANNOUNCED = new Date('2026-11-02T09:00:00Z');
/** Past the seven days of an announcement. */
const LATE = new Date('2026-11-10T06:00:00Z');

interface Reminder {
  readonly __typename: string;
  readonly reminder?: { readonly id: string; readonly expiresOn: string };
  readonly secret?: string | null;
  readonly field?: string;
  readonly code?: string;
}

let database: TestDatabase;
let national: Awaited<ReturnType<typeof startNational>>;
let mailServer: MailServer;
const clock = { now: ANNOUNCED };
const sources: DataSource[] = [];
beforeAll(async () => {
  database = await createTestDatabase('national');
  national = await startNational(database.url, unreachableNetwork([]), tellingTokens, { now: () => clock.now });
  mailServer = await startMailServer();
  for (const title of ['Collège\r\nBcc: tiers@example.org', 'Médiathèque']) {
    await changeAs(BUYER, 'announceMobilisationRequest', {
      ...{ siren: SIREN, title, kind: 'WORKS', amount: 900_000, region: '53' },
    });
  }
  const options = { url: database.url, entities: NATIONAL_ENTITIES, poolSize: 2, applicationName: 'test' };
  sources.push(await createDataSource(options).initialize(), await createDataSource(options).initialize());
});
afterAll(async () => {
  for (const source of sources) await source.destroy();
  await mailServer.close();
  await national.stop();
  await database.close();
});

async function changeAs(caller: Caller, field: string, input: object): Promise<Reminder> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
  const fields = field.endsWith('Request')
    ? ''
    : `... on ReminderSuccess { reminder { id expiresOn } secret } ... on ReminderNotFoundError { code }
       ... on InvalidInputError { field }`;
  const query = `mutation ($input: ${type}) { ${field}(input: $input) { __typename ${fields} } }`;
  const answer = await ask<Record<string, Reminder>>(
    national.url,
    query,
    { input },
    { authorization: speakingAs(caller) },
  );
  const result = answer.data?.[field];
  if (result === undefined) throw new Error(JSON.stringify(answer.errors));
  return result;
}

/** One run of the command's process. */
async function run(now: Date, source: DataSource | undefined = sources[0]) {
  if (source === undefined) throw new Error('no database');
  const mail = createMailDelivery({ smtpUrl: mailServer.url, from: 'Maillage <rappels@example.org>' });
  const webhook = createWebhookDelivery({ addresses: 'PUBLIC_OR_LOOPBACK', retries: 2, firstDelay: 1 });
  try {
    const ways = { mail: mail.deliver, webhook: webhook.deliver };
    return await sendDigests({ dataSource: source, ...ways, now, logger: silentLogger });
  } finally {
    mail.close();
    await webhook.close();
  }
}

const daysLater = (days: number) => new Date(LATE.getTime() + days * 86_400_000);
const bodyOf = (raw: string | undefined) =>
  Buffer.from(
    (raw ?? '')
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

describe('reminders by e-mail', () => {
  it('go to whoever is to act, and to the association, once something waits longer than agreed', async () => {
    await changeAs(BRETAGNE, 'setReminders', { email: 'bretagne@example.org', rhythm: 'DAILY' });
    await changeAs(CORSE, 'setReminders', { email: 'corse@example.org', rhythm: 'DAILY' });
    await changeAs(BUYER, 'setReminders', { email: 'acheteur@example.org', rhythm: 'DAILY' });
    const set = await changeAs(CONSOLIDATOR, 'setReminders', { email: 'association@example.org', rhythm: 'WEEKLY' });
    expect(set).toMatchObject({ __typename: 'ReminderSuccess', secret: null, reminder: { expiresOn: '2027-05-01' } });

    expect(await run(new Date('2026-11-05T06:00:00Z'))).toEqual({ sent: 0, failed: 0, skipped: 4 });
    expect(await run(LATE)).toEqual({ sent: 2, failed: 0, skipped: 2 });
    expect(mailServer.mails.flatMap(({ to }) => to).sort()).toEqual([
      'association@example.org',
      'bretagne@example.org',
    ]);
    const [first] = mailServer.mails;
    expect(bodyOf(first?.raw)).toContain('2 demandes de mobilisation attendent votre réponse au-delà du délai convenu');
    // A title of several lines adds no line, let alone a head.
    expect(bodyOf(first?.raw)).toContain('- Collège Bcc: tiers@example.org\r\n');
    expect(first?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  it('are never sent twice on a day, by two processes at once either', async () => {
    expect(await run(LATE)).toMatchObject({ sent: 0 });
    const before = mailServer.mails.length;
    const reports = await Promise.all([0, 1, 0, 1].map((index) => run(daysLater(1), sources[index])));
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(mailServer.mails.slice(before).map(({ to }) => to)).toEqual([['bretagne@example.org']]);
  });

  it('are tried again by the next run of the day when the server refused them', async () => {
    const before = mailServer.mails.length;
    mailServer.refuseWith(451);
    expect(await run(daysLater(2))).toMatchObject({ sent: 0, failed: 1 });
    mailServer.refuseWith(0);
    expect(await run(daysLater(2))).toMatchObject({ sent: 1, failed: 0 });
    expect(mailServer.mails.length).toBe(before + 1);
  });

  it('come weekly to whoever wants that, not at all to whoever wants none, and end by themselves', async () => {
    await changeAs(BRETAGNE, 'setReminders', { email: 'bretagne@example.org', rhythm: 'OFF' });
    const before = mailServer.mails.length;
    expect(await run(daysLater(6))).toMatchObject({ sent: 0 });
    expect(await run(daysLater(7))).toMatchObject({ sent: 1 });
    expect(mailServer.mails.slice(before).map(({ to }) => to)).toEqual([['association@example.org']]);
    expect(await run(new Date('2027-05-02T06:00:00Z'))).toEqual({ sent: 0, failed: 0, skipped: 0 });
  });

  it('are refused an address that is none', async () => {
    const input = { email: 'a@example.org, b@example.org', rhythm: 'DAILY' };
    expect(await changeAs(BUYER, 'setReminders', input)).toMatchObject({ field: 'email' });
  });
});

describe('reminders by webhook', () => {
  const calls: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  let answers: number[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      calls.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rappels`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('are signed, tried again while the other side is busy, and tell repetitions apart', async () => {
    const { secret, reminder } = await changeAs(BRETAGNE, 'registerReminderWebhook', { url });
    answers = [503, 503, 204];
    expect(await run(daysLater(14))).toMatchObject({ failed: 0 });
    expect(calls).toHaveLength(3);
    const [first, , last] = calls;
    expect(new Set(calls.map(({ headers }) => headers['maillage-delivery'])).size).toBe(1);
    const [, seconds, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(last?.headers['maillage-signature'])) ?? [];
    const expected = createHmac('sha256', secret ?? '').update(`${seconds}.${last?.body}`);
    expect(signature).toBe(expected.digest('hex'));
    expect(JSON.parse(first?.body ?? '{}')).toMatchObject({ kind: 'mobilisation-requests-waiting', count: 2 });

    expect(await changeAs(CORSE, 'removeReminderWebhook', { id: reminder?.id })).toMatchObject({
      code: 'REMINDER_UNKNOWN',
    });
    await changeAs(BRETAGNE, 'removeReminderWebhook', { id: reminder?.id });
    await run(daysLater(15));
    expect(calls).toHaveLength(3);
  });

  it('reach no address inside, whatever the name says', async () => {
    await changeAs(BRETAGNE, 'registerReminderWebhook', { url });
    const guarded = createWebhookDelivery({ addresses: 'PUBLIC', retries: 2, firstDelay: 1 });
    const [dataSource] = sources;
    if (dataSource === undefined) throw new Error('no database');
    const options = { dataSource, mail: null, webhook: guarded.deliver, now: daysLater(21), logger: silentLogger };
    expect(await sendDigests(options)).toMatchObject({ sent: 0, failed: 1 });
    await guarded.close();
    expect(calls).toHaveLength(3);
  });

  it.each(['http://example.org/hook', 'https://me:secret@example.org/', 'file:///etc/passwd', 'nowhere'])(
    'are refused %s',
    async (address) => {
      expect(await changeAs(BRETAGNE, 'registerReminderWebhook', { url: address })).toMatchObject({ field: 'url' });
    },
  );
});

describe('the settings of reminders', () => {
  const DATABASE_URL = 'postgres://localhost/national';
  it('send no mail without a server, and none without a sender', () => {
    expect(loadReminderConfig({ DATABASE_URL }).mail).toBeNull();
    expect(() => loadReminderConfig({ DATABASE_URL, SMTP_URL: 'smtp://localhost' })).toThrow('MAIL_FROM');
    expect(() => loadReminderConfig({ DATABASE_URL, SMTP_URL: 'http://localhost', MAIL_FROM: 'a@b.fr' })).toThrow(
      'SMTP_URL',
    );
  });
});
