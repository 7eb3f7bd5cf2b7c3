import type { IncomingHttpHeaders } from 'node:http';
import { ExpiredError, httpbis, type VerifyingKey } from 'http-message-signatures';
import type { CryptoKey, JWTVerifyGetKey } from 'jose';
import { asHubError } from '../errors';
import { HUB_ALGORITHM } from '../identity';
import { COVERED_COMPONENTS, SIGNATURE_PARAMETERS, SIGNATURE_TAG } from './covered';
import { verifyingKeyOf } from './ed25519';
import { signatureRefused } from './refused';
import { keyNameOf } from './signature-input';

/** Seconds by which clocks of gateway and region may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** A question as it arrived, without its body. */
export interface ArrivedQuestion {
  readonly method: string;
  /** Path and query, as they were asked for. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/** Believes only what the gateway has signed. */
export interface QuestionVerifier {
  /**
   * Resolves when a signature of the gateway covers the question, the digest of its body included; the body itself has
   * to be held against that digest. Throws HUB_SIGNATURE_REFUSED, and IDENTITY_UNAVAILABLE when the gateway's keys
   * cannot be had.
   */
  check(question: ArrivedQuestion): Promise<void>;
}

/**
 * Checks signatures by the public keys of the gateway. `publicUrl` is the address by which the gateway asks; without
 * it, host and path are those that arrived, so a proxy on the way must leave both as they were.
 */
export function createQuestionVerifier(keys: JWTVerifyGetKey, publicUrl?: string): QuestionVerifier {
  return {
    async check({ method, target, headers }) {
      const keyName = keyNameOf(headers);
      const key = await keyOf(keys, keyName);
      const message = { method, url: addressOf(headers.host, target, publicUrl), headers: headers as KnownHeaders };
      try {
        const isSigned = await httpbis.verifyMessage(
          {
            keyLookup: ({ tag }) => Promise.resolve(tag === SIGNATURE_TAG ? key : null),
            requiredFields: [...COVERED_COMPONENTS],
            requiredParams: [...SIGNATURE_PARAMETERS],
            tolerance: CLOCK_TOLERANCE_SECONDS,
          },
          message,
        );
        if (isSigned === true) return;
      } catch (error) {
        if (error instanceof ExpiredError)
          throw signatureRefused('The signature has expired, or is of the future.', error);
        throw signatureRefused('The signature cannot be checked against the question.', error);
      }
      throw signatureRefused('The signature is not that of this question.');
    },
  };
}

/** The library leaves out of account what is undefined, as a header that did not come. */
type KnownHeaders = Record<string, string | string[]>;

async function keyOf(keys: JWTVerifyGetKey, keyName: string): Promise<VerifyingKey> {
  let key: CryptoKey;
  try {
    const header = { alg: HUB_ALGORITHM, kid: keyName };
    key = (await keys(header, { payload: '', signature: '' })) as CryptoKey;
  } catch (error) {
    throw asHubError(error) ?? signatureRefused('The signature is of a key that is not one of the hub.', error);
  }
  return verifyingKeyOf(keyName, key);
}

/** Where the gateway meant to ask. */
function addressOf(host: string | undefined, target: string, publicUrl: string | undefined): URL {
  try {
    const arrived = new URL(`http://${host ?? ''}${target}`);
    if (publicUrl === undefined) return arrived;
    const asked = new URL(publicUrl);
    asked.search = arrived.search;
    return asked;
  } catch (error) {
    throw signatureRefused('The question names no host.', error);
  }
}
