import { HubError } from '../../subgraphs/kit/errors';
import type { ServiceMessage } from '../../subgraphs/kit/process';

/** Whether the subgraph of a region takes requests. */
export type RegionState = 'STARTING' | 'RUNNING' | 'STOPPED';

/** One region as the launcher sees it. */
export interface RegionEntry {
  readonly region: string;
  readonly state: RegionState;
  readonly url: string | undefined;
}

/** The states of the regions of one hub, and those who wait for a change. */
export interface RegionBoard {
  /** In the order in which the regions were given. */
  list(): readonly RegionEntry[];
  /** Throws REGION_UNKNOWN. */
  find(region: string): RegionEntry;
  /** Takes in what the regional process tells. */
  receive(message: ServiceMessage): void;
  /** Resolves once the region is in that state. Throws HUB_TIMEOUT after `milliseconds`. */
  waitFor(region: string, state: RegionState, milliseconds: number): Promise<RegionEntry>;
}

/** Creates the board of the regions with these codes, all starting. */
export function createRegionBoard(codes: readonly string[]): RegionBoard {
  const entries = new Map<string, RegionEntry>(
    codes.map((region) => [region, { region, state: 'STARTING', url: undefined }]),
  );
  const waiting = new Set<() => void>();

  function find(region: string): RegionEntry {
    const entry = entries.get(region);
    if (entry === undefined)
      throw new HubError('REGION_UNKNOWN', `No region "${region}" runs in this hub. It runs ${codes.join(', ')}.`, {
        region,
      });
    return entry;
  }

  function put(entry: RegionEntry): void {
    if (!entries.has(entry.region)) return;
    entries.set(entry.region, entry);
    for (const check of waiting) check();
  }

  return {
    list: () => [...entries.values()],
    find,
    receive: (message) => {
      if (message.kind === 'region-started') put({ region: message.region, state: 'RUNNING', url: message.url });
      if (message.kind === 'region-stopped') put({ region: message.region, state: 'STOPPED', url: undefined });
    },
    waitFor: (region, state, milliseconds) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (find(region).state !== state) return;
          end();
          resolve(find(region));
        };
        const timer = setTimeout(() => {
          end();
          reject(new HubError('HUB_TIMEOUT', `Region ${region} is not ${state} after ${milliseconds} ms.`, { region }));
        }, milliseconds);
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      }),
  };
}
