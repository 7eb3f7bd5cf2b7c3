import type { Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HubError } from '../../subgraphs/kit/errors';
import type { GatewayLimits } from './limits-config';

/** Names the client of a request, for counting: its identity where there is one, else its address. */
export type ClientKey = (request: Request, response: Response) => string;

const MINUTE_SECONDS = 60;

/**
 * Lets a client in while it keeps to its rate and to its number of requests under way. Refuses with
 * RATE_LIMITED and `retry-after` before any body is read. Counts are those of this process.
 */
export function admitClient(
  limits: Pick<GatewayLimits, 'requestsPerMinute' | 'requestsInFlight'>,
  keyOf: ClientKey,
): RequestHandler {
  const { requestsPerMinute, requestsInFlight } = limits;
  const limiter =
    requestsPerMinute === 0
      ? undefined
      : new RateLimiterMemory({ points: requestsPerMinute, duration: MINUTE_SECONDS, keyPrefix: '' });
  const underWay = new Map<string, number>();

  return async (request, response, next) => {
    const key = keyOf(request, response);
    const current = underWay.get(key) ?? 0;
    if (requestsInFlight > 0 && current >= requestsInFlight) {
      throw refused(response, 1, `More than ${requestsInFlight} requests of this client are under way.`);
    }
    underWay.set(key, current + 1);
    response.once('close', () => {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    });
    if (limiter !== undefined) {
      const waitSeconds = await secondsToWait(limiter, key);
      if (waitSeconds > 0) {
        throw refused(response, waitSeconds, `This client sent more than ${requestsPerMinute} requests in a minute.`);
      }
    }
    next();
  };
}

/**
 * The address of a client as a key. Of an IPv6 address the network counts: one client owns 2^64 addresses.
 */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return 'address:unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return `address:${mapped}`;
  if (!address.includes(':')) return `address:${address}`;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  return `address:${[...groups, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...after].slice(0, 4).join(':')}`;
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
  }
}

function refused(response: Response, seconds: number, what: string): HubError {
  response.set('retry-after', String(seconds));
  return new HubError('RATE_LIMITED', `${what} Ask again in ${seconds} s.`, { retryAfterSeconds: seconds });
}
