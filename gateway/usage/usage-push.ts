import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { type HubTokenSigner, PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import type { Logger } from '../../subgraphs/kit/log';

/** Audience of the tokens by which usage is handed in. */
const AUDIENCE = 'registry-usage';
/** Where the registry takes it. */
const PATH = '/internal/usage';
/** Batches that wait while the registry is down; the oldest goes first. One comes a minute. */
const MOST_WAITING = 120;
const PUSH_MILLISECONDS = 5_000;

/** Hands batches of usage to the registry, which judges by them whom a change of the schema would break. */
export interface UsagePush {
  /** Sends a batch, and those before it that could not be sent. Never rejects. */
  push(line: string): Promise<void>;
}

/** What it is made of. */
export interface UsagePushDeps {
  /** Address of the registry, without a path. */
  readonly url: string;
  readonly signer: HubTokenSigner;
  readonly logger: Logger;
}

/** Opens the way to the registry. A batch is named, so that one that is sent twice is counted once. */
export function createUsagePush({ url, signer, logger }: UsagePushDeps): UsagePush {
  const waiting: string[] = [];
  let isFailing = false;

  async function send(body: string): Promise<'taken' | 'refused' | 'away'> {
    try {
      const token = await signer.tokenFor({ audience: AUDIENCE, caller: PUBLIC_CALLER });
      const answer = await request(new URL(PATH, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
        signal: AbortSignal.timeout(PUSH_MILLISECONDS),
      });
      await answer.body.dump();
      if (answer.statusCode === 200) return 'taken';
      return answer.statusCode >= 500 || answer.statusCode === 401 ? 'away' : 'refused';
    } catch {
      return 'away';
    }
  }

  return {
    async push(line) {
      waiting.push(JSON.stringify({ batch: randomUUID(), ...(JSON.parse(line) as object) }));
      if (waiting.length > MOST_WAITING) waiting.shift();
      for (let [first] = waiting; first !== undefined; [first] = waiting) {
        const outcome = await send(first);
        if (outcome !== 'taken' && !isFailing) logger.warn({ outcome }, 'usage could not be handed to the registry');
        isFailing = outcome !== 'taken';
        // What the registry does not understand will never be understood: it must not hold up the rest.
        if (outcome === 'away') return;
        waiting.shift();
      }
    },
  };
}
