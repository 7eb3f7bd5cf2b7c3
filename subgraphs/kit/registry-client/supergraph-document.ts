import { createHash } from 'node:crypto';
import { CompactSign, compactVerify, importJWK, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { HubError } from '../errors';
import { HUB_ALGORITHM, type HubSigningKey } from '../identity';
import { type Network, networkOf } from '../network';

/** Type in the head of every signature: no other token of the hub passes for one, nor one for another. */
const TYPE = 'maillage-supergraph';

/** A supergraph as the registry gives it out and as it lies on the disk of those who serve it. */
export interface SignedSupergraph {
  /** Compact JWS over number, checksum and time. */
  readonly manifest: string;
  /** Text of the payload, to the last character. */
  readonly payload: string;
}

/** A supergraph that was verified. */
export interface VerifiedSupergraph {
  readonly number: number;
  /** SHA-256 of the payload, hexadecimal. */
  readonly checksum: string;
  readonly supergraphSdl: string;
  readonly network: Network;
}

/** A member in a payload. */
export interface PayloadMember {
  readonly code: string;
  readonly url: string;
  readonly schemaVersion: string;
  readonly maintenance?: { readonly from: string; readonly to: string };
}

/** What a payload says. */
export interface SupergraphPayload {
  readonly number: number;
  readonly supergraphSdl: string;
  readonly network: {
    readonly version: number;
    readonly nationalUrl: string;
    readonly registryUrl: string | null;
    readonly members: readonly PayloadMember[];
  };
}

const signedSchema = z.object({ manifest: z.string(), payload: z.string() });
const claimsSchema = z.object({
  number: z.number().int().positive(),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
});
const payloadSchema = z.object({
  number: z.number().int().positive(),
  supergraphSdl: z.string().min(1),
  network: z.unknown(),
});

/** SHA-256 of a payload, hexadecimal. */
export function checksumOf(payload: string): string {
  return createHash('sha256').update(payload, 'utf8').digest('hex');
}

/** Signs a payload. */
export async function signSupergraph(
  { kid, key }: HubSigningKey,
  { number, payload, composedAt }: { readonly number: number; readonly payload: string; readonly composedAt: Date },
): Promise<SignedSupergraph> {
  const claims = JSON.stringify({ number, checksum: checksumOf(payload), composedAt: composedAt.toISOString() });
  const manifest = await new CompactSign(new TextEncoder().encode(claims))
    .setProtectedHeader({ alg: HUB_ALGORITHM, kid, typ: TYPE })
    .sign(await importJWK(key as JWK, HUB_ALGORITHM));
  return { manifest, payload };
}

/** The form of a signed supergraph; whether it is true is for `verifySupergraph`. Throws SUPERGRAPH_REFUSED. */
export function readSigned(json: unknown): SignedSupergraph {
  const signed = signedSchema.safeParse(json);
  if (!signed.success) throw refused('it is not a signed supergraph of the hub');
  return signed.data;
}

/**
 * Verifies signature, checksum and form. Throws SUPERGRAPH_REFUSED, saying what is wrong; whether the number may be
 * served is for whoever knows what was served before.
 */
export async function verifySupergraph(
  { manifest, payload }: SignedSupergraph,
  keys: JWTVerifyGetKey,
): Promise<VerifiedSupergraph> {
  const claims = claimsSchema.safeParse(parseJson(await verifiedText(manifest, keys)));
  if (!claims.success) throw refused('its signature is over something else');
  const { number, checksum } = claims.data;
  if (checksumOf(payload) !== checksum) throw refused('its checksum is not the one that was signed', number);
  const content = payloadSchema.safeParse(parseJson(payload));
  if (!content.success || content.data.number !== number)
    throw refused('its content is not in the form of the hub', number);
  const network = networkOf(content.data.network, `supergraph ${number}`);
  return { number, checksum, supergraphSdl: content.data.supergraphSdl, network };
}

async function verifiedText(manifest: string, keys: JWTVerifyGetKey): Promise<string> {
  try {
    const { payload, protectedHeader } = await compactVerify(manifest, keys, { algorithms: [HUB_ALGORITHM] });
    if (protectedHeader.typ !== TYPE) throw refused('its signature is of another kind');
    return new TextDecoder().decode(payload);
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw refused('its signature is not one of a trusted key', undefined, error);
  }
}

function refused(reason: string, number?: number, cause?: unknown): HubError {
  const which = number === undefined ? 'The supergraph' : `The supergraph ${number}`;
  return new HubError('SUPERGRAPH_REFUSED', `${which} is not taken: ${reason}.`, { reason }, { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
