import { HubError } from '../../subgraphs/kit/errors';
import { type Caller, type HubTokenBearer, type HubTokenVerifier } from '../../subgraphs/kit/identity';
import type { CredentialEntity } from './credential.entity';
import { CREDENTIAL_PREFIX, type CredentialService } from './credential.service';

/** Prefix of the subject of whoever comes by the registry's own door. */
const OWN_DOOR = 'credential:';

/** The credential in an `authorization` header; undefined when it holds something else. */
function credentialIn(authorization: string | undefined): string | undefined {
  return new RegExp(`^Bearer (${CREDENTIAL_PREFIX}_[\\w-]+)$`).exec(authorization ?? '')?.[1];
}

/**
 * Lets callers in by both doors of the registry: with the hub's own short-lived tokens, which the gateway sends, and
 * with credentials that the registry issued. Throws HUB_TOKEN_REFUSED and REGISTRY_CREDENTIAL_REFUSED.
 */
export function bothDoors(tokens: HubTokenVerifier, credentials: CredentialService): HubTokenVerifier {
  const bearerOf = async (authorization: string | undefined): Promise<HubTokenBearer> => {
    const text = credentialIn(authorization);
    if (text === undefined) return tokens.bearerOf(authorization);
    const row = await credentials.find(text);
    const caller = row === null ? undefined : callerOf(row);
    if (row === null || caller === undefined) throw refused();
    return { caller, subject: subjectOf(row) };
  };
  return { bearerOf, callerOf: async (authorization) => (await bearerOf(authorization)).caller };
}

/** Lets in whoever may read what is to be served: any credential of the registry. Throws REGISTRY_CREDENTIAL_REFUSED. */
export async function requireReader(credentials: CredentialService, authorization: string | undefined): Promise<void> {
  const text = credentialIn(authorization);
  if (text === undefined || (await credentials.find(text)) === null) throw refused();
}

/** Whether somebody came by the registry's own door. */
export function isOwnDoor(subject: string | undefined): boolean {
  return subject?.startsWith(OWN_DOOR) ?? false;
}

/** As whom the holder of a credential acts; a reader acts as nobody. */
function callerOf({ kind, regionCode }: CredentialEntity): Caller | undefined {
  if (kind === 'ADMINISTRATION') return { role: 'administrator' };
  if (kind === 'REGION' && regionCode !== null) return { role: 'coordination', region: regionCode };
  return undefined;
}

function subjectOf({ publicId, label }: CredentialEntity): string {
  return `${OWN_DOOR}${publicId} (${label})`;
}

function refused(): HubError {
  return new HubError(
    'REGISTRY_CREDENTIAL_REFUSED',
    'The credential opens nothing: it is unknown, has expired, was revoked, or is of another kind. Ask an administrator of the registry for another.',
  );
}
