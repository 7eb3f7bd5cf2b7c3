import { httpbis } from 'http-message-signatures';
import type { HubSigningKey } from '../identity';
import { CONTENT_DIGEST_HEADER, contentDigestOf } from './content-digest';
import { COVERED_COMPONENTS, SIGNATURE_PARAMETERS, SIGNATURE_SECONDS, SIGNATURE_TAG } from './covered';
import { signingKeyOf } from './ed25519';

/** A question about to be sent by POST. */
export interface OutgoingQuestion {
  readonly url: URL;
  /** Content type and authorization among them, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signs what the gateway asks, body included. */
export interface QuestionSigner {
  /** The headers of the question with `content-digest`, `signature-input` and `signature` (RFC 9421) added. */
  sign(question: OutgoingQuestion): Promise<Record<string, string>>;
}

/**
 * Signs questions with the key of the gateway. Without a nonce: regions would have to share a memory of nonces among
 * their processes, and nothing is won, since only queries travel to regions, and whoever sends one again within its
 * seconds gets what it could read on the way already.
 */
export function createQuestionSigner(key: HubSigningKey): QuestionSigner {
  const signingKey = signingKeyOf(key);
  return {
    async sign({ url, headers, body }) {
      const created = Date.now();
      const signed = await httpbis.signMessage(
        {
          key: signingKey,
          name: SIGNATURE_TAG,
          fields: [...COVERED_COMPONENTS],
          params: [...SIGNATURE_PARAMETERS],
          paramValues: {
            created: new Date(created),
            expires: new Date(created + SIGNATURE_SECONDS * 1_000),
            tag: SIGNATURE_TAG,
          },
        },
        { method: 'POST', url, headers: { ...headers, [CONTENT_DIGEST_HEADER]: contentDigestOf(body) } },
      );
      const { 'Signature-Input': input = '', Signature: signature = '', ...others } = signed.headers as Headers;
      return { ...others, 'signature-input': input, signature };
    },
  };
}

type Headers = Record<string, string>;
