import type { IncomingHttpHeaders } from 'node:http';
import { type InnerList, isInnerList, parseDictionary } from 'structured-headers';
import { z } from 'zod';
import { COVERED_COMPONENTS, MAX_SIGNATURE_SECONDS, SIGNATURE_ALGORITHM, SIGNATURE_TAG } from './covered';
import { signatureRefused } from './refused';

/** What the parameters of a signature of the hub say. */
const parametersSchema = z.object({
  created: z.int().positive(),
  expires: z.int().positive(),
  keyid: z.string().min(1).max(64),
  alg: z.string(),
});

/**
 * Reads what a question says of the one signature that the gateway put on it, before anything is believed: its form,
 * algorithm, life, and that it covers everything it has to, each part whole. Gives the name of its key. Throws
 * HUB_SIGNATURE_REFUSED.
 */
export function keyNameOf(headers: IncomingHttpHeaders): string {
  const [components, parameters] = signatureOfTheHub(headers['signature-input']);
  const read = parametersSchema.safeParse(Object.fromEntries(parameters));
  if (!read.success) throw signatureRefused('The signature lacks "created", "expires", "keyid" or "alg".');
  const { created, expires, keyid, alg } = read.data;
  if (alg !== SIGNATURE_ALGORITHM)
    throw signatureRefused(`The signature is not of algorithm "${SIGNATURE_ALGORITHM}".`);
  if (expires <= created || expires - created > MAX_SIGNATURE_SECONDS) {
    throw signatureRefused(`The signature does not live from 1 to ${MAX_SIGNATURE_SECONDS} seconds.`);
  }
  // Parameters of a component ("content-digest";key=…) narrow it to a part of itself: such a one does not count.
  const whole = new Set(components.flatMap(([name, narrowing]) => (narrowing.size === 0 ? [name] : [])));
  const uncovered = COVERED_COMPONENTS.filter((component) => !whole.has(component));
  if (uncovered.length > 0) throw signatureRefused(`The signature does not cover ${uncovered.join(', ')}.`);
  return keyid;
}

function signatureOfTheHub(header: string | string[] | undefined): InnerList {
  const ofTheHub = signaturesIn(String(header ?? '')).filter(
    ([, parameters]) => parameters.get('tag') === SIGNATURE_TAG,
  );
  const [signature, second] = ofTheHub;
  if (signature === undefined) {
    throw signatureRefused(`The question carries no signature with the tag "${SIGNATURE_TAG}".`);
  }
  if (second !== undefined)
    throw signatureRefused(`The question carries two signatures with the tag "${SIGNATURE_TAG}".`);
  return signature;
}

function signaturesIn(header: string): InnerList[] {
  try {
    return [...parseDictionary(header).values()].filter(isInnerList);
  } catch (error) {
    throw signatureRefused('The header "signature-input" cannot be read.', error);
  }
}
