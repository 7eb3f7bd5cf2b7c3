import pino, { type Logger } from 'pino';

/** Paths never written to a log, whatever object they come in. */
const REDACTED = [
  'authorization',
  '*.authorization',
  'headers.authorization',
  '*.headers.authorization',
  'password',
  '*.password',
  'databaseUrl',
  '*.databaseUrl',
];

/** Structured JSON log of a service, on standard error so that standard output stays for results. */
export function createLogger(service: string, level = 'info'): Logger {
  return pino({ name: service, level, redact: { paths: REDACTED, censor: '[redacted]' } }, pino.destination(2));
}

export type { Logger };
