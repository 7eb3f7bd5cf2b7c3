import { createTransport } from 'nodemailer';
import { digestOf } from './digest';
import type { Deliver } from './send-digests';

/** How mail is sent. */
export interface MailSettings {
  /** smtp://user:password@host:587, or smtps://…: what Nodemailer takes. */
  readonly smtpUrl: string;
  readonly from: string;
}

/** Milliseconds for connecting, greeting and each answer of the server. */
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Steps of SMTP before the message itself: what fails in one of them was surely not sent. */
const BEFORE_DATA = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO', 'AUTH', 'API']);

/** Delivers digests by SMTP, one connection for all. */
export function createMailDelivery({ smtpUrl, from }: MailSettings): { readonly deliver: Deliver; close(): void } {
  const { hostname } = new URL(smtpUrl);
  // Titles of operations are nobody's business on the way; a server on this machine has no way.
  const requireTLS = !['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 1, requireTLS, ...TIMES });
  const domain = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'maillage.invalid';
  return {
    close: () => transport.close(),
    async deliver({ id, target, waiting, day, now }) {
      const { subject, text } = digestOf(waiting, target.caller, now, target.expiresOn);
      try {
        await transport.sendMail({
          from,
          to: target.address,
          subject,
          text,
          messageId: `<reminder-${id}-${day}@${domain}>`,
          headers: { 'auto-submitted': 'auto-generated' },
          // A digest holds no file and no address: nothing is ever read from disk or fetched for it.
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return 'SENT';
      } catch (error) {
        return wasSurelyNotSent(error) ? 'FAILED' : 'UNKNOWN';
      }
    },
  };
}

/** The server said no, or there was none. A connection lost behind the message leaves it open whether it arrived. */
function wasSurelyNotSent(error: unknown): boolean {
  const { command, responseCode, code } = error as { command?: string; responseCode?: number; code?: string };
  if (typeof responseCode === 'number' && responseCode >= 400) return true;
  return code === 'EDNS' || code === 'ECONNECTION' || (command !== undefined && BEFORE_DATA.has(command));
}
