import { expect, NotRun } from '../report';
import { type Json, objectsOf, shown, type Session, textOf } from '../session';

/** Fields of the directory's rows, lists of rows left out. */
export const DESK_FIELDS = ['id', 'name', 'hostType', 'email', 'phone', 'openedOn', 'isDemonstration'];
export const TERRITORY_FIELDS = ['id', 'kind', 'code', 'name'];
export const STRATEGY_FIELDS = [
  'id',
  'title',
  'decidedBy',
  'decidedOn',
  'validFrom',
  'validTo',
  'hoursPerYear',
  'personsPerYear',
  'isDemonstration',
];
export const RECORD_FIELDS = ['id', 'kind', 'theme', 'author', 'title', 'body', 'occurredOn', 'isDemonstration'];
export const FACILITATOR_FIELDS = ['id', 'name', 'email', 'phone', 'isDemonstration'];

/** The network of the region, read once. */
export interface NetworkFacts {
  readonly network: Json;
  readonly desks: readonly Json[];
  readonly territories: readonly Json[];
  readonly facilitators: readonly Json[];
  /** Since version 3; none before. */
  readonly strategies: readonly Json[];
  readonly records: readonly Json[];
}

/** Reads the network. Throws ENTITY_NOT_RESOLVED, and NO_DATA when it has no desk. */
export function readNetwork(session: Session): Promise<NetworkFacts> {
  return session.once('network', async () => {
    const desk = session.select('ShardDesk', DESK_FIELDS);
    const isShared = session.select('ShardNetwork', ['strategies']) !== '';
    const shared = isShared
      ? `strategies { ${session.select('ShardStrategy', STRATEGY_FIELDS)} } records { ${session.select('ShardRecord', RECORD_FIELDS)} }`
      : '';
    const selection = `region coordinationName facilitatorCount isDemonstration desks { ${desk}
      territories { ${session.select('ShardTerritory', TERRITORY_FIELDS)} }
      facilitators { ${session.select('ShardFacilitator', FACILITATOR_FIELDS)} } } ${shared}`;
    const { entities, errors } = await session.resolve('ShardNetwork', [{ region: session.region.code }], selection);
    const [network] = entities;
    const problem = () => `The network of ${session.region.code} is ${shown(network)}; errors: ${shown(errors)}.`;
    expect(network != null && errors.length === 0, 'ENTITY_NOT_RESOLVED', problem);
    const desks = objectsOf(network['desks']);
    if (desks.length === 0) throw new NotRun('NO_DATA', 'The network has no desk.');
    const below = (field: string) => desks.flatMap((one) => objectsOf(one[field]));
    return {
      network,
      desks,
      territories: below('territories'),
      facilitators: below('facilitators'),
      strategies: objectsOf(network['strategies']),
      records: objectsOf(network['records']),
    };
  });
}

/** Identifiers of rows; a row without one is left out. */
export function idsOf(rows: readonly Json[]): string[] {
  return rows.flatMap((row) => textOf(row, 'id') ?? []);
}
