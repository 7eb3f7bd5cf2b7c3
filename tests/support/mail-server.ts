import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that a test's server took. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they travelled. */
  readonly raw: string;
}

/** A real mail server on this machine, which keeps what it is given. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly TakenMail[];
  /** What it says to the next messages; 0 takes them. */
  refuseWith(code: number): void;
  close(): Promise<void>;
}

/** Starts it. */
export async function startMailServer(): Promise<MailServer> {
  const mails: TakenMail[] = [];
  let refusal = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal !== 0) return done(Object.assign(new Error('not now'), { responseCode: refusal }));
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: (code) => void (refusal = code),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
