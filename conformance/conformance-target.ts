import type { Dispatcher } from 'undici';
import type { HubSigningKey } from '../subgraphs/kit/identity';
import type { Region } from '../subgraphs/kit/regions';
import type { ConformanceCheck } from './report';

/** The key with which the kit signs, as the gateway of the hub does. */
export interface ConformanceKey {
  /** TEST: made for the occasion. HUB: the hub's own, for the run that counts. */
  readonly kind: 'TEST' | 'HUB';
  readonly signing: HubSigningKey;
  /** File or address of the public keys that the endpoint has to trust; quoted in the report. */
  readonly publishedAt: string;
}

/** The endpoint that is looked at. */
export interface ConformanceTarget {
  /** URL of its GraphQL endpoint. */
  readonly url: string;
  /** The region that it says it is. */
  readonly region: Region;
  /** Version of the regional schema that it says it publishes: "2". */
  readonly schemaVersion: string;
  readonly key: ConformanceKey;
}

/** How it is looked at. */
export interface ConformanceOptions {
  /** Months of the year whose figures are compared; the year of the last ten with most hours unless said. */
  readonly period?: { readonly from: string; readonly to: string };
  /** Longest that 95 of 100 answers may take, 1500 ms unless said: what the hub waits. */
  readonly maxAnswerMilliseconds?: number;
  /** Longest that any question waits, 10 s unless said. */
  readonly requestTimeoutMilliseconds?: number;
  /** Longest that the whole run may take, 5 minutes unless said: what is not looked at by then is not run. */
  readonly maxRunMilliseconds?: number;
  /** Most contracts that are paged through, 5000 unless said. */
  readonly maxContracts?: number;
  /** Largest body that the endpoint may accept, 8 MiB unless said. */
  readonly bodyLimitBytes?: number;
  /** Carries the requests; a caller that guards addresses brings its own. It stays its owner's. */
  readonly dispatcher?: Dispatcher;
  /** The clock, real unless said. */
  readonly now?: () => Date;
  /** Told of every check when it ends. */
  readonly onCheck?: (check: ConformanceCheck) => void;
}
