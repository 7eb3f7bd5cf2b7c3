import type { EntityManager } from 'typeorm';
import { writeAudit } from '../audit';
import { lockSupergraph } from '../database';
import { type ChangeDependencies, changeSupergraph, type GraphPlan, Overtaken } from '../supergraphs';
import type { PublicationEntity } from '../publications/publication.entity';
import type { SupergraphEntity } from '../supergraphs/supergraph.entity';
import { MemberEntity, type MemberState } from './member.entity';

/** What became of a region's standing. Expected failures are values. */
export type StandingOutcome =
  | { readonly status: 'done'; readonly member: MemberEntity; readonly supergraph: SupergraphEntity | null }
  | { readonly status: 'unknown' }
  | { readonly status: 'wrong-state'; readonly state: MemberState; readonly message: string }
  | { readonly status: 'refused'; readonly problems: string };

/** A region to suspend. */
export interface Suspension {
  readonly region: string;
  readonly reason: string;
  readonly actor: string;
  readonly now: () => Date;
}

/** Takes a region out of the graph; one that is out of it, for it never published, is only marked. */
export function suspendMember(deps: ChangeDependencies, suspension: Suspension): Promise<StandingOutcome> {
  const { region, reason, actor, now } = suspension;
  const suspended = { state: 'SUSPENDED' as const, suspendedAt: now() };
  return changeSupergraph<StandingOutcome>(deps, {
    cause: 'SUSPEND',
    actor,
    refused: (problems) => ({ status: 'refused', problems }),
    plan: async (current) => {
      const member = await deps.dataSource.manager.findOneBy(MemberEntity, { regionCode: region });
      if (member === null) return done({ status: 'unknown' });
      if (member.state === 'SUSPENDED') return done({ status: 'done', member, supergraph: null });
      if (member.state === 'INVITED') {
        return done(
          await markOnly(deps, {
            region,
            from: 'INVITED',
            to: suspended,
            action: 'SUSPEND',
            actor,
            details: { reason },
          }),
        );
      }
      const graph = current.publications.filter(({ regionCode }) => regionCode !== region);
      return { ...changeOf(region, 'CONNECTED', suspended, graph), details: { reason } };
    },
  });
}

/** Takes a suspended region into the graph again, with what it last served. */
export function resumeMember(
  deps: ChangeDependencies,
  { region, actor }: { readonly region: string; readonly actor: string },
): Promise<StandingOutcome> {
  return changeSupergraph<StandingOutcome>(deps, {
    cause: 'RESUME',
    actor,
    refused: (problems) => ({ status: 'refused', problems }),
    plan: async (current) => {
      const member = await deps.dataSource.manager.findOne(MemberEntity, {
        where: { regionCode: region },
        relations: { publication: true },
      });
      if (member === null) return done({ status: 'unknown' });
      if (member.state !== 'SUSPENDED') {
        const message = `The region ${region} is not suspended.`;
        return done({ status: 'wrong-state', state: member.state, message });
      }
      if (member.publication == null) {
        const to = { state: 'INVITED' as const, suspendedAt: null };
        return done(await markOnly(deps, { region, from: 'SUSPENDED', to, action: 'RESUME', actor, details: {} }));
      }
      const graph = withPublication(current, member.publication);
      return changeOf(region, 'SUSPENDED', { state: 'CONNECTED', suspendedAt: null }, graph);
    },
  });
}

/** The graph with one region's publication in the place of the one it had, or added, in the order of region codes. */
export function withPublication<Publication extends { readonly regionCode: string }>(
  current: { readonly publications: readonly Publication[] },
  publication: Publication,
): Publication[] {
  const others = current.publications.filter(({ regionCode }) => regionCode !== publication.regionCode);
  return [...others, publication].sort((left, right) => (left.regionCode < right.regionCode ? -1 : 1));
}

type Standing = Pick<MemberEntity, 'state' | 'suspendedAt'>;

function changeOf(
  region: string,
  from: MemberState,
  to: Standing,
  graph: readonly PublicationEntity[],
): Extract<GraphPlan<StandingOutcome>, { kind: 'change' }> {
  return {
    kind: 'change',
    region,
    graph,
    store: async (manager) => {
      await moveMember(manager, region, from, to);
      return graph;
    },
    conclude: async (manager, supergraph) => {
      const member = await manager.findOneOrFail(MemberEntity, {
        where: { regionCode: region },
        relations: { publication: true },
      });
      return { status: 'done', member, supergraph };
    },
  };
}

interface Marking {
  readonly region: string;
  readonly from: MemberState;
  readonly to: Standing;
  readonly action: string;
  readonly actor: string;
  readonly details: object;
}

/** A region that is not in the graph changes its standing without a new supergraph. */
async function markOnly(
  { dataSource }: ChangeDependencies,
  { region, from, to, action, actor, details }: Marking,
): Promise<StandingOutcome> {
  return dataSource.transaction(async (manager) => {
    await lockSupergraph(manager);
    await moveMember(manager, region, from, to);
    await writeAudit(manager, { actor, action, region, details });
    const member = await manager.findOneByOrFail(MemberEntity, { regionCode: region });
    return { status: 'done' as const, member, supergraph: null };
  });
}

async function moveMember(manager: EntityManager, region: string, from: MemberState, to: Standing): Promise<void> {
  const { affected } = await manager.update(MemberEntity, { regionCode: region, state: from }, to);
  if (affected !== 1) throw new Overtaken();
}

function done(result: StandingOutcome): GraphPlan<StandingOutcome> {
  return { kind: 'done', result };
}
