import { type Caller, PUBLIC_CALLER } from '../identity';

/** Who sent a request: what answers depend on, and apart from it the person or machine, for counting and logs. */
export interface Identity {
  readonly caller: Caller;
  /** Stable name of the person or machine; undefined for an anonymous caller. */
  readonly subject: string | undefined;
}

/** The identity of whoever shows nothing. */
export const ANONYMOUS: Identity = Object.freeze({ caller: PUBLIC_CALLER, subject: undefined });

/** What a request shows of its sender. */
export interface Credentials {
  /** The `authorization` header. */
  readonly authorization: string | undefined;
}

/**
 * Finds out who sent a request. Throws TOKEN_REFUSED, and IDENTITY_UNAVAILABLE when what is shown cannot be checked
 * now: what is not believed never counts as anonymous.
 */
export type Identify = (credentials: Credentials) => Promise<Identity>;
