import type { DataSource } from 'typeorm';
import { type Page, type PageRequest, readPage } from '../database';
import { MemberEntity } from '../members/member.entity';
import { readCurrentGraph } from '../supergraphs';
import { storeCheckRun, type Submission } from './check-run';
import { CheckRunEntity } from './check-run.entity';
import { PublicationEntity } from './publication.entity';
import { type PublishDependencies, publishSubgraph, type PublishOutcome } from './publish-subgraph';
import {
  rollbackSubgraph,
  rollbackSupergraph,
  type RollbackOutcome,
  type SupergraphRollbackOutcome,
} from './roll-back';
import { invalidPartOf, runSubmissionChecks } from './run-submission-checks';

/** What became of a check. */
export type CheckOutcome =
  | { readonly status: 'checked'; readonly run: CheckRunEntity }
  | { readonly status: 'unknown' }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** What regions publish. */
export interface PublicationService {
  /** Runs every check and publishes nothing. */
  check(submission: Submission, actor: string): Promise<CheckOutcome>;
  publish(submission: Submission, actor: string): Promise<PublishOutcome>;
  rollBack(region: string, to: number | null, actor: string): Promise<RollbackOutcome>;
  rollBackSupergraph(to: number | null, actor: string): Promise<SupergraphRollbackOutcome>;
  list(region: string | null, request: PageRequest): Promise<Page<PublicationEntity>>;
  find(region: string, number: number): Promise<PublicationEntity | null>;
  checks(region: string | null, request: PageRequest): Promise<Page<CheckRunEntity>>;
  checkRun(id: string): Promise<CheckRunEntity | null>;
}

/** Builds the service. Publications of one process wait for each other, so that none checks in vain. */
export function createPublicationService(deps: PublishDependencies): PublicationService {
  const { dataSource } = deps;
  const inTurn = queue();
  return {
    check: (submission, actor) => checkOnly(deps, submission, actor),
    publish: (submission, actor) => inTurn(() => publishSubgraph(deps, submission, actor)),
    rollBack: (region, to, actor) => rollbackSubgraph(deps, { region, to, actor }),
    rollBackSupergraph: (to, actor) => rollbackSupergraph(deps, { to, actor }),
    list: (region, request) => {
      const query = dataSource.getRepository(PublicationEntity).createQueryBuilder('publication');
      if (region !== null) query.where('publication.regionCode = :region', { region });
      return readPage(query, 'publication.id', request, ({ id }) => id);
    },
    find: (region, number) => dataSource.getRepository(PublicationEntity).findOneBy({ regionCode: region, number }),
    checks: (region, request) => {
      const query = dataSource.getRepository(CheckRunEntity).createQueryBuilder('run');
      if (region !== null) query.where('run.regionCode = :region', { region });
      return readPage(query, 'run.id', request, ({ id }) => id);
    },
    checkRun: (id) => dataSource.getRepository(CheckRunEntity).findOneBy({ id }),
  };
}

async function checkOnly(deps: PublishDependencies, submission: Submission, actor: string): Promise<CheckOutcome> {
  const invalid = invalidPartOf(submission, deps.today());
  if (invalid !== undefined) return { status: 'invalid', ...invalid };
  const { manager } = deps.dataSource;
  if (!(await isMember(deps.dataSource, submission.region))) return { status: 'unknown' };
  const current = await readCurrentGraph(manager);
  const report = await runSubmissionChecks(deps, submission, current);
  const run = await storeCheckRun(manager, { submission, report, actor, comparedWith: current.number });
  return { status: 'checked', run };
}

function isMember(dataSource: DataSource, region: string): Promise<boolean> {
  return dataSource.getRepository(MemberEntity).existsBy({ regionCode: region });
}

function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
