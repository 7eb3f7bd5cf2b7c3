import { sendRaw } from '../../support/guarded-gateway';
import { HOSTILE_REQUESTS, type HostileRequest } from '../../support/hostile-requests';
import type { HubUnderTest } from './hub';

/** A hostile request that was not refused as it should be. */
export interface Slip {
  readonly name: string;
  readonly detail: string;
}

/** Sends hostile requests, one kind after the other, each with a text of its own. */
export interface HostileClients {
  /** Sends some, one after the other. */
  send(count: number): Promise<void>;
  readonly sent: () => number;
  readonly slips: readonly Slip[];
}

/** The hub that is asked, and as whom. */
export type HostileTarget = Pick<HubUnderTest, 'url' | 'token'>;

/** Starts hostile clients of a hub. */
export function createHostileClients(target: HostileTarget): HostileClients {
  const slips: Slip[] = [];
  let sent = 0;
  return {
    slips,
    sent: () => sent,
    async send(count) {
      for (let left = count; left > 0; left -= 1) {
        const request = HOSTILE_REQUESTS[sent % HOSTILE_REQUESTS.length];
        sent += 1;
        if (request !== undefined) slips.push(...(await sendHostile(target, request, sent)));
      }
    },
  };
}

/** Sends one hostile request; gives what was wrong with the answer. */
async function sendHostile(
  { url, token }: HostileTarget,
  { name, status, code, make }: HostileRequest,
  salt: number,
): Promise<Slip[]> {
  try {
    const made = make(salt);
    const identity: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
    const seen = await sendRaw(url, { ...made, headers: { ...made.headers, ...identity } });
    if (seen.status === status && seen.code === code && seen.body.data === undefined) return [];
    return [{ name, detail: `${seen.status} ${String(seen.code)} instead of ${status} ${code}` }];
  } catch (error) {
    return [{ name, detail: `no answer: ${String(error)}` }];
  }
}

/** What one kind of hostile request costs the gateway. */
export interface HostileCost {
  readonly name: string;
  /** CPU of the gateway's process for the cheapest of several, which other work of the process disturbed least. */
  readonly milliseconds: number;
}

/** Sends every kind of hostile request by itself, several times, and measures what it costs; the dearest first. */
export async function measureHostileCosts(
  hub: HostileTarget & Pick<HubUnderTest, 'cpuMilliseconds'>,
  times: number,
): Promise<HostileCost[]> {
  const costs: HostileCost[] = [];
  for (const [index, request] of HOSTILE_REQUESTS.entries()) {
    let least = Infinity;
    for (let time = 0; time < times; time += 1) {
      const before = (await hub.cpuMilliseconds()) ?? NaN;
      await sendHostile(hub, request, 1_000_000 + index * times + time);
      least = Math.min(least, ((await hub.cpuMilliseconds()) ?? NaN) - before);
    }
    costs.push({ name: request.name, milliseconds: least });
  }
  return costs.sort((left, right) => right.milliseconds - left.milliseconds);
}
