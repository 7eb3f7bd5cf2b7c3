import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import type { CommandContext } from '../command-context';
import { forkChild, type PlannedProcess } from '../embedded';
import { EXIT, jsonText } from '../output';

const HELP = `
Run it once a day where the national database is, by cron or a timer; run twice on a day, it sends nothing twice.

Settings (environment):
  DATABASE_URL       the national database
  SMTP_URL           smtp://user:password@host:587; without it no mail is sent
  MAIL_FROM          sender of the mails
  WEBHOOK_ADDRESSES  public, loopback or any (public)

Example:
  DATABASE_URL=postgres://… SMTP_URL=smtps://… MAIL_FROM="Maillage <rappels@example.org>" maillage reminders send`;

const reportSchema = z.object({ sent: z.number(), failed: z.number(), skipped: z.number() });

/** `maillage reminders send`: the digests of mobilisation requests that wait longer than agreed. */
export function remindersCommand(context: CommandContext): Command {
  const send = new Command('send')
    .description('send the digests that are due, each at most once a day')
    .option('--json', 'print JSON: { sent, failed, skipped }')
    .addHelpText('after', HELP)
    .action((options: { readonly json?: boolean }) => sendReminders(context, options.json === true));
  return new Command('reminders')
    .description('remind of mobilisation requests that wait')
    .addHelpText('after', '\nExamples:\n  maillage reminders send')
    .addCommand(send);
}

async function sendReminders(context: CommandContext, isJson: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-reminders-'));
  try {
    const child = await forkChild(planOf(context), {
      environment: context.environment,
      logFolder: folder,
      onMessage: () => undefined,
    });
    context.interruption.stop.addEventListener('abort', () => void child.stop(10_000), { once: true });
    const message = await child.completed;
    const report = reportSchema.parse(message?.kind === 'finished' ? message.summary : undefined);
    const { sent, failed, skipped } = report;
    context.output.write(isJson ? jsonText(report) : `${sent} sent, ${failed} failed, ${skipped} not due.\n`);
    if (failed > 0) context.setExitCode(EXIT.FAILED);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function planOf(context: CommandContext): PlannedProcess {
  return {
    id: 'send-reminders',
    label: 'rappels',
    kind: 'step',
    entry: join(context.programFolder, 'subgraphs', 'national', 'send-reminders-main.js'),
    environment: () => ({}),
    memory: 256,
    after: [],
  };
}
