import { createLogger, type Logger } from '../../subgraphs/kit/log';

/** A logger of the hub whose lines a test reads: exactly what a process would write. */
export interface CapturedLog {
  readonly logger: Logger;
  /** Everything written so far. */
  text(): string;
  /** The lines, parsed. */
  lines(): readonly Readonly<Record<string, unknown>>[];
}

/** Captures what is logged from that level on. */
export function captureLog(level = 'trace'): CapturedLog {
  const written: string[] = [];
  const logger = createLogger('test', level, { write: (line) => void written.push(line) });
  return {
    logger,
    text: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
  };
}
