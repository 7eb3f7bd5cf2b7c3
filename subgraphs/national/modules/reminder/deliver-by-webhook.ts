import { createHmac } from 'node:crypto';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { Agent, request } from 'undici';
import { type AddressPolicy, createAddressGuard } from '../../../kit/addresses';
import type { Deliver, Delivery } from './send-digests';

/** Header that signs a webhook: `t=<seconds>,v1=<hex>`, the HMAC-SHA-256 of "<seconds>.<body>" under its secret. */
export const SIGNATURE_HEADER = 'maillage-signature';
/** Header with the identifier of a delivery, the same for each of its attempts. */
export const DELIVERY_HEADER = 'maillage-delivery';

/** Milliseconds for one attempt. */
const DEADLINE = 10_000;

/** How webhooks are called. */
export interface WebhookSettings {
  /** Addresses that webhooks may lead to: those of private networks never, unless everything may. */
  readonly addresses: AddressPolicy | 'ANY';
  /** Attempts behind the first, and milliseconds before the first of them. */
  readonly retries: number;
  readonly firstDelay: number;
}

/** What an attempt met that another may not. */
class WebhookBusyError extends Error {}

/** Delivers digests by signed POST. The receiver tells repetitions by the delivery header. */
export function createWebhookDelivery(settings: WebhookSettings): {
  readonly deliver: Deliver;
  close(): Promise<void>;
} {
  const { addresses, retries, firstDelay } = settings;
  const connect = addresses === 'ANY' ? undefined : createAddressGuard(addresses).connector;
  const dispatcher = new Agent({ connect, headersTimeout: DEADLINE, bodyTimeout: DEADLINE });
  const policy = retry(
    handleWhen((error) => error instanceof WebhookBusyError || isOfTheNetwork(error)),
    { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: firstDelay, maxDelay: 60_000 }) },
  );
  return {
    close: () => dispatcher.close(),
    deliver: async (delivery) => {
      try {
        const status = await policy.execute(() => post(dispatcher, delivery));
        return status >= 200 && status < 300 ? 'SENT' : 'FAILED';
      } catch {
        return 'FAILED';
      }
    },
  };
}

async function post(dispatcher: Agent, { id, target, waiting, day, now }: Delivery): Promise<number> {
  const body = JSON.stringify({ kind: 'mobilisation-requests-waiting', day, ...waiting });
  const seconds = Math.floor(now.getTime() / 1_000);
  const signature = createHmac('sha256', target.secret ?? '')
    .update(`${seconds}.${body}`)
    .digest('hex');
  const { statusCode, body: answer } = await request(target.address, {
    method: 'POST',
    dispatcher,
    headers: {
      'content-type': 'application/json',
      [SIGNATURE_HEADER]: `t=${seconds},v1=${signature}`,
      [DELIVERY_HEADER]: `${id}-${day}`,
    },
    body,
    signal: AbortSignal.timeout(DEADLINE),
  });
  await answer.dump({ limit: 16 * 1024 });
  if (statusCode >= 500 || statusCode === 429) throw new WebhookBusyError(`HTTP ${statusCode}`);
  return statusCode;
}

/** An address that is refused stays so. */
function isOfTheNetwork(error: Error): boolean {
  return 'code' in error && error.code !== 'ADDRESS_REFUSED';
}
