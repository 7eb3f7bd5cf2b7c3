import { type EntityManager, IsNull, Not } from 'typeorm';
import { checksumOf, type PayloadMember, type SupergraphPayload } from '../../subgraphs/kit/registry-client';
import { MemberEntity } from '../members/member.entity';
import type { PublicationEntity } from '../publications/publication.entity';
import { compositionKey } from './composition-key';
import { SupergraphMemberEntity } from './supergraph-member.entity';
import { type SupergraphCause, SupergraphEntity } from './supergraph.entity';

/** Addresses that are the same in every supergraph of one registry. */
export interface CentralAddresses {
  readonly nationalUrl: string;
  readonly registryUrl: string;
}

/** What a new supergraph is made of. */
export interface NewSupergraph extends CentralAddresses {
  readonly number: number;
  readonly cause: SupergraphCause;
  readonly restoredFrom: number | null;
  readonly actor: string;
  /** In the order of region codes. */
  readonly publications: readonly PublicationEntity[];
  readonly supergraphSdl: string;
}

/** Writes a new supergraph with its members. The caller holds the lock. */
export async function mintSupergraph(manager: EntityManager, next: NewSupergraph): Promise<SupergraphEntity> {
  const payload = JSON.stringify(await payloadFor(manager, next));
  await manager.insert(SupergraphEntity, {
    number: next.number,
    cause: next.cause,
    restoredFrom: next.restoredFrom,
    createdBy: next.actor,
    compositionKey: compositionKey(next.publications),
    payload,
    checksum: checksumOf(payload),
  });
  if (next.publications.length > 0) {
    await manager.insert(
      SupergraphMemberEntity,
      next.publications.map(({ id, regionCode }) => ({ number: next.number, regionCode, publicationId: id })),
    );
  }
  return manager.findOneByOrFail(SupergraphEntity, { number: next.number });
}

async function payloadFor(manager: EntityManager, next: NewSupergraph): Promise<SupergraphPayload> {
  const { number, supergraphSdl, nationalUrl, registryUrl } = next;
  const windows = await manager.findBy(MemberEntity, { maintenanceTo: Not(IsNull()) });
  const windowOf = new Map(windows.map((member) => [member.regionCode, member]));
  const members = next.publications.map(({ regionCode, url, schemaVersion }): PayloadMember => {
    const { maintenanceFrom, maintenanceTo } = windowOf.get(regionCode) ?? {};
    const maintenance =
      maintenanceFrom == null || maintenanceTo == null
        ? {}
        : { maintenance: { from: maintenanceFrom.toISOString(), to: maintenanceTo.toISOString() } };
    return { code: regionCode, url, schemaVersion, ...maintenance };
  });
  return { number, supergraphSdl, network: { version: number, nationalUrl, registryUrl, members } };
}
