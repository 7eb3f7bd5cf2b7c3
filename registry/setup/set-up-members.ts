import type { EntityManager } from 'typeorm';
import { regionalSchema } from '../../schema';
import type { Member } from '../../subgraphs/kit/network';
import { CHECK_NAMES, type CheckReport } from '../checks';
import { checksumOfSubmission, storePublication, type Submission } from '../publications';
import type { PublicationEntity } from '../publications/publication.entity';
import { withPublication } from '../members';
import { MemberEntity } from '../members/member.entity';
import {
  type ChangeDependencies,
  changeSupergraph,
  compositionKey,
  type CurrentGraph,
  type GraphPlan,
  payloadOf,
} from '../supergraphs';
import { SupergraphEntity } from '../supergraphs/supergraph.entity';

/** In whose name the set-up acts. */
export const SETUP_ACTOR = 'setup';

/** What the set-up did. */
export interface SetUp {
  /** Number of what is served. */
  readonly supergraph: number;
  /** Regions that it published. */
  readonly published: readonly string[];
}

/**
 * Publishes the reference schema for these members, and has what is served composed by this release of the hub and with
 * its present addresses. What a region published by itself stays, and so does a suspension. Changes nothing the second
 * time.
 */
export function setUpMembers(deps: ChangeDependencies, members: readonly Member[]): Promise<SetUp> {
  return changeSupergraph<SetUp>(deps, {
    cause: 'SETUP',
    actor: SETUP_ACTOR,
    refused: (problems) => {
      throw new Error(`The members of the set-up do not compose: ${problems}`);
    },
    plan: async (current): Promise<GraphPlan<SetUp>> => {
      const submissions = await submissionsFor(deps, members, current);
      if (submissions.length === 0 && (await isUpToDate(deps, current))) {
        return { kind: 'done', result: { supergraph: current.number, published: [] } };
      }
      const fresh = submissions.map(({ region: regionCode, sdl }) => ({ regionCode, sdl }));
      return {
        kind: 'change',
        graph: fresh.reduce<readonly Pick<PublicationEntity, 'regionCode' | 'sdl'>[]>(
          (graph, publication) => withPublication({ publications: graph }, publication),
          current.publications,
        ),
        store: (manager) => store(manager, submissions, current),
        conclude: async (_manager, { number }) => ({
          supergraph: number,
          published: submissions.map(({ region }) => region),
        }),
      };
    },
  });
}

/** What has to be published anew: members that have nothing in the graph, or what an earlier set-up put there. */
async function submissionsFor(
  { dataSource }: ChangeDependencies,
  members: readonly Member[],
  current: CurrentGraph,
): Promise<Submission[]> {
  const standing = new Map((await dataSource.manager.find(MemberEntity)).map((row) => [row.regionCode, row.state]));
  return members.flatMap(({ region, url, schemaVersion }): Submission[] => {
    if (standing.get(region.code) === 'SUSPENDED') return [];
    const served = current.publications.find(({ regionCode }) => regionCode === region.code);
    if (served !== undefined && served.publishedBy !== SETUP_ACTOR) return [];
    const submission = { region: region.code, sdl: regionalSchema(region, schemaVersion), schemaVersion, url };
    return served?.checksum === checksumOfSubmission(submission) ? [] : [submission];
  });
}

/** Whether what is served was composed by this release of the hub, and names its present addresses. */
async function isUpToDate(
  { dataSource, nationalUrl, registryUrl }: ChangeDependencies,
  { number, publications }: CurrentGraph,
): Promise<boolean> {
  if (number === 0) return false;
  const row = await dataSource.manager.findOneByOrFail(SupergraphEntity, { number });
  if (row.compositionKey !== compositionKey(publications)) return false;
  const payload = JSON.parse((await payloadOf(dataSource.manager, number)) ?? '{}') as {
    readonly network?: { readonly nationalUrl?: string; readonly registryUrl?: string };
  };
  return payload.network?.nationalUrl === nationalUrl && payload.network.registryUrl === registryUrl;
}

/** The reference schema is the hub's own: it is composed and nothing else is looked at, which the report says. */
const REPORT: CheckReport = {
  conclusion: 'PASSED',
  checks: CHECK_NAMES.map((name) =>
    name === 'COMPOSITION'
      ? { name, status: 'COMPLETED', findings: [] }
      : { name, status: 'SKIPPED', findings: [], reason: 'The set-up publishes the reference schema as generated.' },
  ),
  supergraphSdl: null,
};

async function store(
  manager: EntityManager,
  submissions: readonly Submission[],
  current: CurrentGraph,
): Promise<readonly PublicationEntity[]> {
  let graph: readonly PublicationEntity[] = current.publications;
  for (const submission of submissions) {
    const { publication } = await storePublication(manager, {
      submission,
      report: REPORT,
      actor: SETUP_ACTOR,
      comparedWith: current.number,
      isServable: true,
    });
    const member = {
      regionCode: submission.region,
      state: 'CONNECTED' as const,
      publicationId: publication.id,
      suspendedAt: null,
    };
    await manager.upsert(MemberEntity, member, { conflictPaths: ['regionCode'] });
    graph = withPublication({ publications: graph }, publication);
  }
  return graph;
}
