import { HubError } from '../errors';

/** The refusal of a question whose signature is not in order; `reason` says in what, for whoever set the parts up. */
export function signatureRefused(reason: string, cause?: unknown): HubError {
  const message = `${reason} This region answers only what the gateway of the hub has signed with its body.`;
  return new HubError('HUB_SIGNATURE_REFUSED', message, {}, { cause });
}
