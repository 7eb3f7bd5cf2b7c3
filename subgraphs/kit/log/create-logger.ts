import pino, { type DestinationStream, type Logger } from 'pino';
import { scrubText } from './scrub-text';
import { scrubObject, scrubValue } from './scrub-value';

/** Fields that `scrubObject` made ready: pino must not serialise them a second time. */
const asItIs = (value: unknown): unknown => value;

/**
 * Structured JSON log of a service, on standard error unless said, so that standard output stays for results. The one
 * place where logs are redacted: every text, object and error passes `scrub-text.ts` and `scrub-value.ts`, whoever
 * writes it. A line below the level costs nothing: it gets here only when it is written.
 */
export function createLogger(
  service: string,
  level = 'info',
  destination: DestinationStream = pino.destination(2),
): Logger {
  const logger = pino(
    {
      name: service,
      level,
      formatters: { log: scrubObject },
      serializers: { err: asItIs, error: asItIs },
      hooks: {
        logMethod(given, write) {
          write.apply(this, textsScrubbed(given) as typeof given);
        },
      },
    },
    destination,
  );
  return withScrubbedChildren(logger);
}

/**
 * Scrubs what becomes the text of a line: the message, what is filled into it, and the message of an error that
 * stands alone, which pino would repeat as it is.
 */
function textsScrubbed(given: readonly unknown[]): unknown[] {
  const [first, ...rest] = given;
  const texts = rest.map((value) => scrubValue(value));
  if (typeof first !== 'object' || first === null) return [scrubValue(first), ...texts];
  if (first instanceof Error) return [{ err: first }, ...(texts.length > 0 ? texts : [scrubText(first.message)])];
  if (texts.length > 0 || 'msg' in first) return [first, ...texts];
  const { err } = first as { readonly err?: unknown };
  return err instanceof Error ? [first, scrubText(err.message)] : [first];
}

/** Names given to a child logger bypass pino's formatters once there is a grandchild, so they are scrubbed here. */
function withScrubbedChildren(logger: Logger): Logger {
  const makeChild = logger.child;
  const child = function (this: Logger, bindings: Readonly<Record<string, unknown>>, options?: object) {
    return makeChild.call(this, scrubObject(bindings), options as never);
  };
  return Object.assign(logger, { child: child as unknown as Logger['child'] });
}

export type { Logger };
