import type { EntityManager } from 'typeorm';
import { withPublication } from '../members';
import { MemberEntity, type MemberState } from '../members/member.entity';
import {
  type ChangeDependencies,
  changeSupergraph,
  type CurrentGraph,
  currentNumber,
  type GraphPlan,
  Overtaken,
  publicationsIn,
} from '../supergraphs';
import type { SupergraphEntity } from '../supergraphs/supergraph.entity';
import { PublicationEntity } from './publication.entity';

/** What became of a rollback. Expected failures are values. */
export type RollbackOutcome =
  | { readonly status: 'restored'; readonly publication: PublicationEntity; readonly supergraph: SupergraphEntity }
  | { readonly status: 'nothing'; readonly message: string }
  | { readonly status: 'unknown' }
  | { readonly status: 'wrong-state'; readonly state: MemberState; readonly message: string };

/** What became of a rollback of the whole. */
export type SupergraphRollbackOutcome =
  | { readonly status: 'restored'; readonly supergraph: SupergraphEntity }
  | { readonly status: 'nothing'; readonly message: string };

/** Serves an earlier publication of a region again: the one of that number, or the last before the present one. */
export function rollbackSubgraph(
  deps: ChangeDependencies,
  { region, to, actor }: { readonly region: string; readonly to: number | null; readonly actor: string },
): Promise<RollbackOutcome> {
  return changeSupergraph<RollbackOutcome>(deps, {
    cause: 'ROLLBACK_SUBGRAPH',
    actor,
    refused: () => nothing('That publication no longer composes with those of the other regions.'),
    plan: async (current): Promise<GraphPlan<RollbackOutcome>> => {
      const done = (result: RollbackOutcome): GraphPlan<RollbackOutcome> => ({ kind: 'done', result });
      const member = await deps.dataSource.manager.findOneBy(MemberEntity, { regionCode: region });
      if (member === null) return done({ status: 'unknown' });
      if (member.state !== 'CONNECTED') {
        const message = `The region ${region} is not in the graph, so nothing of it can be rolled back.`;
        return done({ status: 'wrong-state', state: member.state, message });
      }
      const served = current.publications.find(({ regionCode }) => regionCode === region);
      const target = await earlierPublication(deps.dataSource.manager, region, to, served?.number ?? 0);
      if (target === null) return done(nothing('The region has no such publication that passed every check.'));
      if (target.id === served?.id) return done(nothing(`The publication ${target.number} is served already.`));
      const graph = withPublication(current, target);
      return {
        kind: 'change',
        region,
        graph,
        details: { publication: target.number },
        store: async (manager) => {
          const where = { regionCode: region, state: 'CONNECTED' as const };
          const { affected } = await manager.update(MemberEntity, where, { publicationId: target.id });
          if (affected !== 1) throw new Overtaken();
          return graph;
        },
        conclude: async (_manager, supergraph) => ({ status: 'restored', publication: target, supergraph }),
      };
    },
  });
}

function earlierPublication(
  manager: EntityManager,
  region: string,
  to: number | null,
  served: number,
): Promise<PublicationEntity | null> {
  const query = manager
    .createQueryBuilder(PublicationEntity, 'publication')
    .where('publication.regionCode = :region AND publication.isServable', { region })
    .orderBy('publication.number', 'DESC');
  if (to === null) query.andWhere('publication.number < :served', { served });
  else query.andWhere('publication.number = :to', { to });
  return query.getOne();
}

/**
 * Serves the publications of an earlier supergraph again. Regions that are suspended stay out: that is a decision about
 * the region, not about what it publishes. Regions that joined later leave the graph and may publish again.
 */
export function rollbackSupergraph(
  deps: ChangeDependencies,
  { to, actor }: { readonly to: number | null; readonly actor: string },
): Promise<SupergraphRollbackOutcome> {
  return changeSupergraph<SupergraphRollbackOutcome>(deps, {
    cause: 'ROLLBACK_SUPERGRAPH',
    actor,
    refused: () => nothing('The publications of that supergraph no longer compose.'),
    plan: async (current): Promise<GraphPlan<SupergraphRollbackOutcome>> => {
      const { manager } = deps.dataSource;
      const number = to ?? (await lastDifferent(manager, current));
      if (number === undefined || number < 1 || number > current.number) {
        return { kind: 'done', result: nothing('There is no earlier supergraph of that number to go back to.') };
      }
      const restored = await publicationsIn(manager, number);
      const members = await manager.find(MemberEntity);
      const suspended = new Set(members.flatMap((row) => (row.state === 'SUSPENDED' ? [row.regionCode] : [])));
      const graph = restored.filter(({ regionCode }) => !suspended.has(regionCode));
      if (sameGraph(graph, current.publications)) {
        return { kind: 'done', result: nothing(`What the supergraph ${number} serves is served now.`) };
      }
      return {
        kind: 'change',
        graph,
        restoredFrom: number,
        details: { restoredFrom: number },
        store: async (inTransaction) => {
          await placeMembers(inTransaction, graph);
          return graph;
        },
        conclude: async (_manager, supergraph) => ({ status: 'restored', supergraph }),
      };
    },
  });
}

/** The members in the graph are those of these publications, no more and no fewer. */
async function placeMembers(manager: EntityManager, graph: readonly PublicationEntity[]): Promise<void> {
  await manager.update(MemberEntity, { state: 'CONNECTED' }, { state: 'INVITED', publicationId: null });
  for (const { regionCode, id } of graph) {
    const placed = { state: 'CONNECTED' as const, publicationId: id };
    const { affected } = await manager.update(MemberEntity, { regionCode, state: 'INVITED' }, placed);
    if (affected !== 1) throw new Overtaken();
  }
}

async function lastDifferent(manager: EntityManager, current: CurrentGraph): Promise<number | undefined> {
  for (let number = (await currentNumber(manager)) - 1; number > 0; number -= 1) {
    if (!sameGraph(await publicationsIn(manager, number), current.publications)) return number;
  }
  return undefined;
}

function sameGraph(left: readonly PublicationEntity[], right: readonly PublicationEntity[]): boolean {
  return left.length === right.length && left.every(({ id }, index) => id === right[index]?.id);
}

function nothing(message: string): { readonly status: 'nothing'; readonly message: string } {
  return { status: 'nothing', message };
}
