import {
  type HubSigningKey,
  type HubTokenVerifier,
  makeSigningKey,
  parseSigningKey,
} from '../../subgraphs/kit/identity';
import { createLogger } from '../../subgraphs/kit/log';
import { type Composer, composePublications } from '../../registry/checks';
import { checkCompositionOnly } from './composition-only';
import {
  createRegistry,
  type Registry,
  type RegistryDependencies,
  type RegistryOptions,
} from '../../registry/create-registry';
import { setUpMembers } from '../../registry/setup';
import type { CredentialKind } from '../../registry/credentials/credential.entity';
import type { Member } from '../../subgraphs/kit/network';
import { trusting } from './callers';

/** Composes in the process of the test. */
export const LOCAL_COMPOSER: Composer = {
  compose: async (publications) => composePublications(publications),
  stop: async () => undefined,
};

/** A registry of a test, and the keys by which its signatures are believed. */
export interface TestRegistry extends Registry {
  readonly publicKeys: Awaited<ReturnType<typeof makeSigningKey>>['publicKeys'];
  readonly signingKey: HubSigningKey;
  /** A new credential of that kind. */
  credential(kind: CredentialKind, region?: string): Promise<string>;
  /** Asks its own door as an administrator, or with another credential. */
  ask(query: string, variables?: object, credential?: string): Promise<RegistryAnswer>;
  /** Publishes the reference schema for these members. */
  setUp(members: readonly Member[]): ReturnType<typeof setUpMembers>;
}

/** Any part of an answer, read by tests that know what they asked for. */
export type Answered = { readonly [field: string]: Answered } & readonly Answered[] & string & number;

/** An answer of a registry. */
export interface RegistryAnswer {
  readonly data?: { readonly [field: string]: Answered } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Starts a registry on a migrated database; checks look at the composition alone unless told otherwise. */
export async function startRegistry(
  databaseUrl: string,
  options: Partial<RegistryOptions> = {},
  more: Partial<RegistryDependencies> = {},
): Promise<TestRegistry> {
  const { privateKey, publicKeys } = await makeSigningKey();
  const signingKey = more.signingKey ?? parseSigningKey(JSON.stringify(privateKey), 'test');
  const nationalUrl = 'http://national.invalid/graphql';
  const listening = { host: '127.0.0.1', port: 0, mode: 'development' as const, probeMilliseconds: 3_600_000 };
  const registry = await createRegistry(
    { databaseUrl, nationalUrl, registryUrl: 'http://registry.invalid/graphql', ...listening, ...options },
    {
      logger: createLogger('registry-test', 'silent'),
      tokens: trusting() as HubTokenVerifier,
      hubSigningKey: null,
      composer: LOCAL_COMPOSER,
      runChecks: (input) => checkCompositionOnly(input, LOCAL_COMPOSER),
      runConformance: null,
      addressProblem: async () => undefined,
      ...more,
      signingKey,
    },
  );
  const { services } = registry;
  const credential = async (kind: CredentialKind, region: string | null = null): Promise<string> => {
    const issued = await services.credentials.issue({ kind, region, label: 'test', days: 1 }, 'test');
    if (issued.status === 'invalid') throw new Error(issued.message);
    return issued.text;
  };
  const administrator = await credential('ADMINISTRATION');
  return {
    ...registry,
    publicKeys,
    signingKey,
    credential,
    ask: async (query, variables = {}, secret = administrator) => {
      const response = await fetch(registry.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as RegistryAnswer;
    },
    setUp: (members) => {
      const addresses = { nationalUrl, registryUrl: 'http://registry.invalid/graphql', ...options };
      const { dataSource } = services;
      return setUpMembers({ dataSource, composer: LOCAL_COMPOSER, onMinted: () => undefined, ...addresses }, members);
    },
  };
}
