import { base64url, type CryptoKey, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import {
  type Caller,
  createHubTokenSigner,
  HUB_ALGORITHM,
  HUB_ISSUER,
  HUB_TOKEN_SECONDS,
  type HubSigningKey,
  makeSigningKey,
} from '../../subgraphs/kit/identity';

/** Claims and key of a token that differs from a good one in what is named. */
interface Difference {
  readonly issuer?: string;
  readonly audience?: string | string[];
  /** Seconds from now at which it was issued; 0 unless said. */
  readonly issuedAt?: number;
  /** Seconds from its issue to its end; null leaves the end out. */
  readonly life?: number | null;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | JWK | Uint8Array;
  readonly algorithm?: string;
}

/** Makes the tokens of a run: good ones, and such as a region must refuse. */
export interface Tokens {
  /** What the gateway would send on behalf of that caller. */
  good(caller: Caller): Promise<string>;
  /** A token signed with the run's key that differs from a good one. */
  differing(difference: Difference): Promise<string>;
  /** Signed by a key that nobody trusts, under the name of the trusted one. */
  ofForeignKey(): Promise<string>;
  /** A good token whose claims were changed after it was signed. */
  altered(): Promise<string>;
  /** Of algorithm "none". */
  unsigned(): string;
  /** HS256 with the trusted public key as secret. */
  hmac(): Promise<string>;
}

/** Who asks in tokens that are to be refused. */
const CALLER: Caller = { role: 'consolidator' };

/**
 * The tokens for one subgraph. None is of any use elsewhere: even those of a wrong audience name one that no subgraph
 * has, so that an endpoint under test gets nothing that it could show to another region.
 */
export function createTokens(audience: string, signing: HubSigningKey): Tokens {
  const signer = createHubTokenSigner(signing);
  const { kid } = signing;
  const now = () => Math.floor(Date.now() / 1_000);

  const differing: Tokens['differing'] = (difference) => {
    const issuedAt = now() + (difference.issuedAt ?? 0);
    const life = difference.life === undefined ? HUB_TOKEN_SECONDS : difference.life;
    const token = new SignJWT({ ...(difference.claims ?? CALLER) })
      .setProtectedHeader({ alg: difference.algorithm ?? HUB_ALGORITHM, kid, typ: 'JWT' })
      .setIssuer(difference.issuer ?? HUB_ISSUER)
      .setAudience(difference.audience ?? audience)
      .setIssuedAt(issuedAt);
    if (life !== null) token.setExpirationTime(issuedAt + life);
    return token.sign(difference.key ?? signing.key);
  };

  return {
    good: (caller) => signer.tokenFor({ audience, caller }),
    differing,
    ofForeignKey: async () => differing({ key: (await makeSigningKey()).privateKey }),
    altered: async () => {
      const [header = '', claims = '', signature = ''] = (await differing({ claims: { role: 'public' } })).split('.');
      const changed = Buffer.from(claims, 'base64url').toString('utf8').replace('"public"', '"consolidator"');
      return [header, base64url.encode(changed), signature].join('.');
    },
    unsigned: () =>
      new UnsecuredJWT({ ...CALLER })
        .setIssuer(HUB_ISSUER)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${HUB_TOKEN_SECONDS}s`)
        .encode(),
    hmac: () => differing({ algorithm: 'HS256', key: secretOf(signing.key) }),
  };
}

/** What somebody who knows the public key would use as secret. */
function secretOf(key: HubSigningKey['key']): Uint8Array {
  const { x = 'a key that is not at hand as text' } = key as JWK;
  return new TextEncoder().encode(x.padEnd(32, '0'));
}
