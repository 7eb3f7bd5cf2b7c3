import { writeAudit } from '../audit';
import { type ChangeDependencies, changeSupergraph } from '../supergraphs';
import { MemberEntity } from './member.entity';

/** A time in which a region may not answer. */
export interface MaintenanceWindow {
  readonly from: Date;
  readonly to: Date;
  readonly reason: string | null;
}

/** What became of a declaration. */
export type MaintenanceOutcome =
  { readonly status: 'done'; readonly member: MemberEntity } | { readonly status: 'unknown' };

/** What is declared. */
export interface Declaration {
  readonly region: string;
  /** Null takes back what was declared. */
  readonly window: MaintenanceWindow | null;
  readonly actor: string;
}

/**
 * Declares a maintenance window. It travels with the supergraph, so that whoever serves knows of it with the registry
 * down; the graph itself stays as it is.
 */
export function declareMaintenance(
  deps: ChangeDependencies,
  { region, window, actor }: Declaration,
): Promise<MaintenanceOutcome> {
  const columns = {
    maintenanceFrom: window?.from ?? null,
    maintenanceTo: window?.to ?? null,
    maintenanceReason: window?.reason ?? null,
  };
  const where = { regionCode: region };
  const withPublication = { where, relations: { publication: true } };
  return changeSupergraph<MaintenanceOutcome>(deps, {
    cause: 'MAINTENANCE',
    actor,
    refused: () => ({ status: 'unknown' }),
    plan: async (current) => {
      const { dataSource } = deps;
      const member = await dataSource.manager.findOneBy(MemberEntity, where);
      if (member === null) return { kind: 'done', result: { status: 'unknown' } };
      if (member.state !== 'CONNECTED') {
        const marked = await dataSource.transaction(async (manager) => {
          await manager.update(MemberEntity, where, columns);
          await writeAudit(manager, { actor, action: 'MAINTENANCE', region, details: { ...window } });
          return manager.findOneOrFail(MemberEntity, withPublication);
        });
        return { kind: 'done', result: { status: 'done', member: marked } };
      }
      return {
        kind: 'change',
        region,
        graph: current.publications,
        details: { ...window },
        store: async (manager) => {
          await manager.update(MemberEntity, where, columns);
          return current.publications;
        },
        conclude: async (manager) => ({
          status: 'done',
          member: await manager.findOneOrFail(MemberEntity, withPublication),
        }),
      };
    },
  });
}
