import { HubError } from '../kit/errors';
import type { HubTokenVerifier } from '../kit/identity';
import type { Logger } from '../kit/log';
import type { Network } from '../kit/network';
import { findRegion } from '../kit/regions';
import type { QuestionVerifier } from '../kit/signatures';
import type { Tracing } from '../kit/tracing';
import type { SharedOptions } from './config';
import {
  createRegionalSubgraph,
  type RegionalSubgraph,
  type RegionalSubgraphOptions,
} from './create-regional-subgraph';
import type { RegionSetting } from './regions-file';

/** What is told of a region. */
export type RegionEvent =
  | { readonly kind: 'region-started'; readonly region: string; readonly url: string }
  | { readonly kind: 'region-stopped'; readonly region: string };

/** Several regions in one process; each has its own server and its own database connections. */
export interface AllRegions {
  /** Stops a region for real: its server and its connections close. Nothing happens when it is stopped. */
  stopRegion(code: string): Promise<void>;
  /** Starts a stopped region again, at its address. Nothing happens when it runs. */
  startRegion(code: string): Promise<void>;
  /** Stops every region. */
  stop(): Promise<void>;
}

/** What `startAllRegions` needs. */
export interface AllRegionsOptions {
  readonly settings: readonly RegionSetting[];
  /** Says which version each member publishes. */
  readonly network: Network;
  readonly shared: SharedOptions;
  readonly logger: Logger;
  /** Reads the gateway's tokens for a subgraph of that name. */
  readonly tokensFor: (audience: string) => HubTokenVerifier;
  /** Asks of every question that the gateway has signed it with its body; all are taken unless said. */
  readonly questions?: QuestionVerifier | undefined;
  /** Shared by the regions of the process; its owner stops it. */
  readonly tracing?: Tracing | null;
  readonly onEvent: (event: RegionEvent) => void;
}

/** One region of the process; changes of its state wait for each other. */
interface Slot {
  options: RegionalSubgraphOptions;
  running: RegionalSubgraph | undefined;
  lastChange: Promise<void>;
}

/** Starts every region of the file. Throws what the first failing region throws, with every other one stopped. */
export async function startAllRegions(options: AllRegionsOptions): Promise<AllRegions> {
  const { settings, logger, tokensFor, questions, tracing, onEvent } = options;
  const slots = new Map(settings.map((setting) => [setting.code, slotOf(setting, options)]));

  const start = async (slot: Slot): Promise<void> => {
    if (slot.running !== undefined) return;
    slot.running = await createRegionalSubgraph(slot.options, { logger, tokensFor, questions, tracing });
    // A region that the system gave a port keeps it, so that it is found again after a stop.
    slot.options = { ...slot.options, port: Number(new URL(slot.running.url).port) };
    onEvent({ kind: 'region-started', region: slot.options.region.code, url: slot.running.url });
  };
  const stop = async (slot: Slot): Promise<void> => {
    if (slot.running === undefined) return;
    const { running } = slot;
    slot.running = undefined;
    await running.stop();
    onEvent({ kind: 'region-stopped', region: running.region.code });
  };
  const change = (code: string, action: (slot: Slot) => Promise<void>): Promise<void> => {
    const slot = slots.get(code);
    if (slot === undefined) return Promise.reject(notServed(code));
    const done = slot.lastChange.then(() => action(slot));
    slot.lastChange = done.catch(() => undefined);
    return done;
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all([...slots.keys()].map((code) => change(code, stop)));
  };

  const started = await Promise.allSettled([...slots.keys()].map((code) => change(code, start)));
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    await stopAll();
    throw failed.reason;
  }
  return { stopRegion: (code) => change(code, stop), startRegion: (code) => change(code, start), stop: stopAll };
}

function slotOf(setting: RegionSetting, { network, shared }: AllRegionsOptions): Slot {
  const member = network.members.find(({ region }) => region.code === setting.code);
  const region = member?.region ?? findRegion(setting.code);
  if (region === undefined) {
    throw new HubError('REGION_UNKNOWN', `The regions file names "${setting.code}", which the law does not know.`, {
      region: setting.code,
    });
  }
  const options = {
    ...shared,
    region,
    databaseUrl: setting.databaseUrl,
    port: setting.port,
    booksKeyFile: setting.booksKeyFile,
    schemaVersion: member?.schemaVersion,
  };
  return { options, running: undefined, lastChange: Promise.resolve() };
}

function notServed(code: string): HubError {
  return new HubError('REGION_UNKNOWN', `This process does not serve region "${code}".`, { region: code });
}
