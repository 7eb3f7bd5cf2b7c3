import { In } from 'typeorm';
import { writeAudit } from '../audit';
import type { CheckReport } from '../checks';
import type { ConformanceRunEntity } from '../conformance-runs/conformance-run.entity';
import { lockSupergraph } from '../database';
import { withPublication } from '../members';
import { MemberEntity, type MemberState } from '../members/member.entity';
import {
  type ChangeDependencies,
  changeSupergraph,
  type CurrentGraph,
  type GraphPlan,
  Overtaken,
} from '../supergraphs';
import { SupergraphEntity } from '../supergraphs/supergraph.entity';
import { checksumOfSubmission, type Submission } from './check-run';
import type { CheckRunEntity } from './check-run.entity';
import type { PublicationEntity } from './publication.entity';
import { type NewPublication, storePublication } from './store-publication';
import { type CheckingDependencies, invalidPartOf, runSubmissionChecks } from './run-submission-checks';

/** What became of a publication. Expected failures are values. */
export type PublishOutcome =
  | {
      readonly status: 'published';
      readonly publication: PublicationEntity;
      readonly supergraph: SupergraphEntity;
      readonly isUnchanged: boolean;
    }
  | { readonly status: 'failed'; readonly publication: PublicationEntity; readonly run: CheckRunEntity }
  | { readonly status: 'conformance-required'; readonly lastRun: ConformanceRunEntity | null; readonly message: string }
  | { readonly status: 'unknown' }
  | { readonly status: 'wrong-state'; readonly state: MemberState; readonly message: string }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** What it takes to publish. */
export interface PublishDependencies extends ChangeDependencies, CheckingDependencies {
  /** Says what is missing before a region may publish; undefined when nothing is. */
  readonly conformanceMissing: (
    submission: Submission,
  ) => Promise<{ readonly lastRun: ConformanceRunEntity | null; readonly message: string } | undefined>;
}

type Plan = GraphPlan<PublishOutcome>;

/**
 * Checks what a region hands in and, when every check passes, keeps it under the region's next number and serves it,
 * all in one step. What fails is kept, too, and never served. Handing in again what is served changes nothing.
 */
export function publishSubgraph(
  deps: PublishDependencies,
  submission: Submission,
  actor: string,
): Promise<PublishOutcome> {
  return changeSupergraph<PublishOutcome>(deps, {
    cause: 'PUBLISH',
    actor,
    refused: (problems) => {
      throw new Error(`What passed the checks does not compose: ${problems}`);
    },
    plan: (current) => planPublication(deps, submission, actor, current),
  });
}

async function planPublication(
  deps: PublishDependencies,
  submission: Submission,
  actor: string,
  current: CurrentGraph,
): Promise<Plan> {
  const invalid = invalidPartOf(submission, deps.today());
  if (invalid !== undefined) return done({ status: 'invalid', ...invalid });
  const { manager } = deps.dataSource;
  const member = await manager.findOneBy(MemberEntity, { regionCode: submission.region });
  if (member === null) return done({ status: 'unknown' });
  if (member.state === 'SUSPENDED') {
    const message = `The region ${submission.region} is suspended: it cannot publish until an administrator resumes it.`;
    return done({ status: 'wrong-state', state: member.state, message });
  }
  const served = current.publications.find(({ regionCode }) => regionCode === submission.region);
  if (served?.checksum === checksumOfSubmission(submission)) {
    const supergraph = await manager.findOneByOrFail(SupergraphEntity, { number: current.number });
    return done({ status: 'published', publication: served, supergraph, isUnchanged: true });
  }
  const report = await runSubmissionChecks(deps, submission, current);
  if (report.conclusion === 'FAILED') return done(await keepFailed(deps, { submission, report, actor, current }));
  const missing = await deps.conformanceMissing(submission);
  if (missing !== undefined) return done({ status: 'conformance-required', ...missing });
  return changeFor({ submission, report, actor, current });
}

interface Checked {
  readonly submission: Submission;
  readonly report: CheckReport;
  readonly actor: string;
  readonly current: CurrentGraph;
}

function changeFor(checked: Checked): Plan {
  const { submission, report, current } = checked;
  const { region, sdl, schemaVersion } = submission;
  let stored: PublicationEntity | undefined;
  return {
    kind: 'change',
    region,
    details: { schemaVersion, checksum: checksumOfSubmission(submission) },
    ...(report.supergraphSdl === null ? {} : { supergraphSdl: report.supergraphSdl }),
    graph: withPublication<Pick<PublicationEntity, 'regionCode' | 'sdl'>>(current, { regionCode: region, sdl }),
    store: async (manager) => {
      stored = (await storePublication(manager, newPublication(checked, true))).publication;
      const served = { state: 'CONNECTED' as const, publicationId: stored.id };
      const where = { regionCode: region, state: In(['INVITED', 'CONNECTED']) };
      const { affected } = await manager.update(MemberEntity, where, served);
      if (affected !== 1) throw new Overtaken();
      return withPublication(current, stored);
    },
    conclude: async (_manager, supergraph) => {
      if (stored === undefined) throw new Error('A publication is concluded before it is stored');
      return { status: 'published', publication: stored, supergraph, isUnchanged: false };
    },
  };
}

async function keepFailed({ dataSource }: PublishDependencies, checked: Checked): Promise<PublishOutcome> {
  const { submission, actor } = checked;
  return dataSource.transaction(async (manager): Promise<PublishOutcome> => {
    await lockSupergraph(manager);
    const { publication, run } = await storePublication(manager, newPublication(checked, false));
    const details = { publication: publication.number, checksum: publication.checksum };
    await writeAudit(manager, { actor, action: 'PUBLISH_REFUSED', region: submission.region, details });
    return { status: 'failed', publication, run };
  });
}

function newPublication({ submission, report, actor, current }: Checked, isServable: boolean): NewPublication {
  return { submission, report, actor, comparedWith: current.number, isServable };
}

function done(result: PublishOutcome): Plan {
  return { kind: 'done', result };
}
