import {
  type CheckDependencies,
  type CheckInput,
  type Composer,
  type CompositionOutcome,
  composePublications,
  type MemberPublication,
} from '../../registry/checks';
import { regionalSchema } from '../../schema';
import type { Region } from '../../subgraphs/kit/regions';

/** What a region publishes when it publishes the regional schema as it is. */
export function validPublication(region: Region, schemaVersion = '2'): MemberPublication {
  const url = `https://${region.subgraph}.example.org/graphql`;
  return { region, sdl: regionalSchema(region, schemaVersion), schemaVersion, url };
}

const outcomes = new Map<string, CompositionOutcome>();

/** What composing these publications comes to, composed once in a file of tests. */
export function composedOnce(publications: readonly Pick<MemberPublication, 'region' | 'sdl'>[]): CompositionOutcome {
  const key = JSON.stringify(publications.map(({ region, sdl }) => [region.code, sdl]));
  const outcome = outcomes.get(key) ?? composePublications(publications);
  outcomes.set(key, outcome);
  return outcome;
}

/** The supergraph of these publications, which must compose. */
export function supergraphOf(publications: readonly MemberPublication[]): string {
  const outcome = composedOnce(publications);
  if (outcome.kind !== 'COMPOSED') throw new Error(JSON.stringify(outcome));
  return outcome.supergraphSdl;
}

/** A publication that nothing is wrong with, in a network of others, with changes. */
export function checkInput(
  publication: MemberPublication,
  publications: readonly MemberPublication[],
  overrides: Partial<CheckInput> = {},
): CheckInput {
  return {
    ...publication,
    current: overrides.current ?? {
      publications,
      supergraphSdl: publications.length === 0 ? null : supergraphOf(publications),
    },
    allowedHosts: [`${publication.region.subgraph}.example.org`],
    mode: 'production',
    usage: [],
    ...overrides,
  };
}

/** Composes in the test's own process. */
export const composerInProcess: Composer = {
  compose: async (publications) => composedOnce(publications),
  stop: async () => undefined,
};

/** What checks need: every name leads to a public address. */
export const DEPENDENCIES: CheckDependencies = {
  composer: composerInProcess,
  resolveHost: async () => ['192.88.98.7'],
};
