import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import { SeenOperationEntity, UsageBatchEntity, UsageCountEntity } from './usage.entity';

const text = (length: number) => z.string().max(length);
const batchSchema = z.object({
  /** Names the batch: one that is sent again, for want of an answer, is not counted again. */
  batch: z.string().regex(/^[\w-]{8,100}$/),
  day: z.iso.date(),
  operations: z
    .array(
      z.object({
        id: text(64),
        hash: text(64),
        name: text(80).nullable(),
        coordinates: z.array(text(400)).max(5_000),
      }),
    )
    .max(5_000),
  counts: z
    .array(
      z.object({
        operation: text(64),
        client: text(40).nullable(),
        version: text(40).nullable(),
        count: z.number().int().min(1).max(1e12),
      }),
    )
    .max(5_000),
});

/** Days after which counts are forgotten: more than those that matter. */
const KEPT_DAYS = 40;

/** Takes a batch of a gateway: what operations use, and how often clients asked them. Throws REQUEST_MALFORMED. */
export async function takeUsageBatch(dataSource: DataSource, body: unknown): Promise<{ readonly taken: boolean }> {
  const read = batchSchema.safeParse(body);
  if (!read.success) throw new HubError('REQUEST_MALFORMED', 'That is not a batch of usage.');
  const { batch, day, operations, counts } = read.data;
  return dataSource.transaction(async (manager) => {
    const first = await manager
      .createQueryBuilder()
      .insert()
      .into(UsageBatchEntity)
      .values({ batch })
      .orIgnore()
      .returning('id')
      .execute();
    if ((first.raw as readonly unknown[]).length === 0) return { taken: false };
    for (const { id, hash, name, coordinates } of operations) {
      await manager.upsert(
        SeenOperationEntity,
        { operation: id, hash, name, coordinates, lastSeenOn: day },
        { conflictPaths: ['operation'] },
      );
    }
    const table = manager.connection.getMetadata(UsageCountEntity).tableName;
    for (const { operation, client, version, count } of counts) {
      await manager.query(
        `INSERT INTO ${table} (day, operation, client, version, count) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT uq_usage_count_day_operation_client
         DO UPDATE SET count = usage_count.count + excluded.count`,
        [day, operation, client ?? '', version ?? '', count],
      );
    }
    await manager.query(`DELETE FROM ${table} WHERE day < current_date - ${KEPT_DAYS}`);
    await manager.query(`DELETE FROM usage_batch WHERE created_at < now() - interval '${KEPT_DAYS} days'`);
    return { taken: true };
  });
}
