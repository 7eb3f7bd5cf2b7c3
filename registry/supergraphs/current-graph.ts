import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { PublicationEntity } from '../publications/publication.entity';
import { SupergraphMemberEntity } from './supergraph-member.entity';
import { SupergraphEntity } from './supergraph.entity';

/** What is served now. */
export interface CurrentGraph {
  /** 0 before anything was. */
  readonly number: number;
  /** In the order of region codes. */
  readonly publications: readonly PublicationEntity[];
}

/** Number of what is served now; 0 before anything was. */
export async function currentNumber(manager: EntityManager): Promise<number> {
  return (await manager.maximum(SupergraphEntity, 'number', {})) ?? 0;
}

/** What is served now. */
export async function readCurrentGraph(manager: EntityManager): Promise<CurrentGraph> {
  const number = await currentNumber(manager);
  return { number, publications: await publicationsIn(manager, number) };
}

/** What one supergraph was composed of, in the order of region codes. */
export async function publicationsIn(manager: EntityManager, number: number): Promise<PublicationEntity[]> {
  return manager
    .createQueryBuilder(PublicationEntity, 'publication')
    .innerJoin(SupergraphMemberEntity, 'served', 'served.publicationId = publication.id')
    .where('served.number = :number', { number })
    .orderBy('publication.regionCode', 'ASC')
    .getMany();
}

/** The payload of one supergraph; undefined when there is none of that number. */
export async function payloadOf(manager: EntityManager, number: number): Promise<string | undefined> {
  const row = await manager.findOne(SupergraphEntity, { where: { number }, select: { number: true, payload: true } });
  return row?.payload;
}

/** The composed schema in a payload of the registry's own. */
export function sdlOf(payload: string): string {
  return z.object({ supergraphSdl: z.string() }).parse(JSON.parse(payload)).supergraphSdl;
}

/** A schema that was composed of the same before, if there is one: then nothing needs to be composed. */
export async function composedBefore(manager: EntityManager, key: string): Promise<string | undefined> {
  const row = await manager.findOne(SupergraphEntity, {
    where: { compositionKey: key },
    order: { number: 'DESC' },
    select: { number: true, payload: true },
  });
  return row === null ? undefined : sdlOf(row.payload);
}
