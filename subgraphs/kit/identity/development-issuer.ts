import { type JWK, SignJWT } from 'jose';
import type { Caller } from './caller';
import { HUB_ALGORITHM } from './hub-token';

/** `iss` of the tokens of the issuer that `npm start` brings along. A gateway in production mode refuses it. */
export const DEVELOPMENT_ISSUER = 'maillage-development';
/** `aud` of these tokens. */
export const DEVELOPMENT_AUDIENCE = 'maillage';

/** A token of the development issuer for that caller, valid for so many hours. */
export function signDevelopmentToken(key: JWK, caller: Caller, hours: number): Promise<string> {
  return new SignJWT({ ...caller })
    .setProtectedHeader({ alg: HUB_ALGORITHM, kid: key.kid, typ: 'JWT' })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(DEVELOPMENT_AUDIENCE)
    .setSubject(`development ${caller.role}`)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(key);
}
