/** Tells signatures of the hub's gateway from those that a proxy on the way may add. */
export const SIGNATURE_TAG = 'maillage';

/** The one algorithm, by its name in RFC 9421: that of the gateway's signing key. */
export const SIGNATURE_ALGORITHM = 'ed25519';

/** Seconds that a signature of the gateway lives: long enough for one question, its repetition and a slow clock. */
export const SIGNATURE_SECONDS = 15;

/** Longest life that a region accepts, in seconds. */
export const MAX_SIGNATURE_SECONDS = 60;

/**
 * What a signature has to cover. `@authority` and not `@target-uri`, whose scheme changes where a proxy ends TLS.
 * `@query` although the gateway sends none: some GraphQL servers prefer a `query` found there to that of the body.
 */
export const COVERED_COMPONENTS: readonly string[] = [
  '@method',
  '@authority',
  '@path',
  '@query',
  'content-digest',
  'content-type',
  'authorization',
];

/** Parameters that a signature has to carry. */
export const SIGNATURE_PARAMETERS: readonly string[] = ['created', 'expires', 'keyid', 'alg', 'tag'];
