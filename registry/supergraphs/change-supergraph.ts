import type { DataSource, EntityManager } from 'typeorm';
import { HubError } from '../../subgraphs/kit/errors';
import { findRegion } from '../../subgraphs/kit/regions';
import { writeAudit } from '../audit';
import type { Composer } from '../checks';
import { lockSupergraph } from '../database';
import type { PublicationEntity } from '../publications/publication.entity';
import { compositionKey } from './composition-key';
import { composedBefore, type CurrentGraph, currentNumber, readCurrentGraph } from './current-graph';
import { type CentralAddresses, mintSupergraph } from './mint-supergraph';
import type { SupergraphCause, SupergraphEntity } from './supergraph.entity';

/** What a change does once it is known that nothing came before it. */
export interface GraphChange<Result> {
  readonly kind: 'change';
  /** The composed schema, where checks have composed it already. */
  readonly supergraphSdl?: string;
  /** What it will be composed of, as far as schemas go. */
  readonly graph: readonly Pick<PublicationEntity, 'regionCode' | 'sdl'>[];
  /** Writes what comes before the supergraph, and gives what it is composed of. Throws `Overtaken` to plan anew. */
  readonly store: (manager: EntityManager) => Promise<readonly PublicationEntity[]>;
  /** Writes what comes after it, and says what was done. */
  readonly conclude: (manager: EntityManager, supergraph: SupergraphEntity) => Promise<Result>;
  readonly restoredFrom?: number;
  /** Region that the change is about, and what the audit log says of it beside the numbers. */
  readonly region?: string;
  readonly details?: object;
}

/** What is to be done about a request, given what is served. */
export type GraphPlan<Result> = GraphChange<Result> | { readonly kind: 'done'; readonly result: Result };

/** A request to change what is served. */
export interface ChangeRequest<Result> {
  readonly cause: SupergraphCause;
  readonly actor: string;
  /** Works out what to do, slow parts included; called anew when another change came first. */
  readonly plan: (current: CurrentGraph) => Promise<GraphPlan<Result>>;
  /** The answer when what is planned does not compose. */
  readonly refused: (problems: string) => Result;
}

/** What it takes to change what is served. */
export interface ChangeDependencies extends CentralAddresses {
  readonly dataSource: DataSource;
  readonly composer: Composer;
  /** Told of each new supergraph, once it is committed. */
  readonly onMinted: (number: number) => void;
}

/** Thrown within a change when what it was planned on has changed. */
export class Overtaken extends Error {}

/** Times that a change is planned anew before it gives up. */
const MAX_ATTEMPTS = 12;

/**
 * Changes what is served: plans and composes outside of any transaction, then writes everything in one, under a lock,
 * and only if nothing came in between; otherwise it plans anew on what came. A process that dies at any moment leaves
 * the change whole or absent. Throws REGISTRY_BUSY.
 */
export async function changeSupergraph<Result>(
  deps: ChangeDependencies,
  request: ChangeRequest<Result>,
): Promise<Result> {
  const { dataSource } = deps;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    try {
      const current = await readCurrentGraph(dataSource.manager);
      const plan = await request.plan(current);
      if (plan.kind === 'done') return plan.result;
      const composed = await compose(deps, plan);
      if (composed.kind === 'refused') return request.refused(composed.problems);
      const { supergraphSdl } = composed;
      const { result, number } = await commit(deps, request, { current, plan, supergraphSdl });
      deps.onMinted(number);
      return result;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw new HubError(
    'REGISTRY_BUSY',
    'Other changes of what is served came first each time. Nothing was changed; try again.',
  );
}

interface Commitment<Result> {
  readonly current: CurrentGraph;
  readonly plan: GraphChange<Result>;
  readonly supergraphSdl: string;
}

async function commit<Result>(
  { dataSource, nationalUrl, registryUrl }: ChangeDependencies,
  { cause, actor }: ChangeRequest<Result>,
  { current, plan, supergraphSdl }: Commitment<Result>,
): Promise<{ readonly result: Result; readonly number: number }> {
  return dataSource.transaction(async (manager) => {
    await lockSupergraph(manager);
    if ((await currentNumber(manager)) !== current.number) throw new Overtaken();
    const publications = await plan.store(manager);
    const number = current.number + 1;
    const restoredFrom = plan.restoredFrom ?? null;
    const content = { publications, supergraphSdl, nationalUrl, registryUrl };
    const supergraph = await mintSupergraph(manager, { number, cause, restoredFrom, actor, ...content });
    const result = await plan.conclude(manager, supergraph);
    const about = plan.region === undefined ? {} : { region: plan.region };
    await writeAudit(manager, { actor, action: cause, ...about, details: { supergraph: number, ...plan.details } });
    return { result, number };
  });
}

type Composed =
  | { readonly kind: 'composed'; readonly supergraphSdl: string }
  | { readonly kind: 'refused'; readonly problems: string };

async function compose(
  { dataSource, composer }: ChangeDependencies,
  { supergraphSdl, graph }: GraphChange<unknown>,
): Promise<Composed> {
  const known = supergraphSdl ?? (await composedBefore(dataSource.manager, compositionKey(graph)));
  if (known !== undefined) return { kind: 'composed', supergraphSdl: known };
  const publications = graph.flatMap(({ regionCode, sdl }) => {
    const region = findRegion(regionCode);
    return region === undefined ? [] : [{ region, sdl }];
  });
  const outcome = await composer.compose(publications);
  switch (outcome.kind) {
    case 'COMPOSED':
      return { kind: 'composed', supergraphSdl: outcome.supergraphSdl };
    case 'REFUSED':
      return { kind: 'refused', problems: outcome.problems.map(({ message }) => message).join('; ') };
    case 'EXHAUSTED':
    case 'CRASHED':
      throw new HubError(
        'COMPOSITION_FAILED',
        `The network could not be composed (${outcome.kind}). Nothing was changed.`,
      );
  }
}
