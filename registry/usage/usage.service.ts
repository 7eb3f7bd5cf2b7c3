import type { GraphQLSchema } from 'graphql';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { writeAudit } from '../audit';
import type { UsageRecord } from '../checks';
import { currentNumber, payloadOf, sdlOf } from '../supergraphs';
import { apiSchemaOf } from './api-schema';
import { type PushedOperation, readOperations } from './read-operations';
import { takeUsageBatch } from './usage-batch';
import { OperationSetEntity, RegisteredOperationEntity } from './usage.entity';

/** Days for which what a gateway saw counts as used. */
export const USAGE_DAYS = 30;
/** Most operations of one client. */
const MAX_OPERATIONS = 1_000;

/** What became of operations to register. */
export type PushOutcome =
  | { readonly status: 'registered'; readonly set: OperationSetEntity }
  | { readonly status: 'refused'; readonly problems: readonly string[]; readonly message: string }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** What a client registers. */
export interface PushRequest {
  readonly client: string;
  readonly version: string | null;
  readonly operations: readonly PushedOperation[];
}

/** What is used of the schema, by whom. */
export interface UsageService {
  /** Replaces the operations of a client under one version, all or none. */
  push(request: PushRequest, actor: string): Promise<PushOutcome>;
  sets(): Promise<readonly OperationSetEntity[]>;
  /** Takes what a gateway counted. */
  take(batch: unknown): Promise<{ readonly taken: boolean }>;
  /** Everything that counts as used: registered, or seen in the last thirty days. */
  records(): Promise<readonly UsageRecord[]>;
}

/** Builds the service. */
export function createUsageService(dataSource: DataSource, now: () => Date): UsageService {
  const schemaOf = rememberedSchema(dataSource);
  return {
    async push(request, actor) {
      const invalid = invalidPartOf(request);
      if (invalid !== undefined) return { status: 'invalid', ...invalid };
      const schema = await schemaOf();
      if (schema === undefined) {
        return { status: 'invalid', field: 'operations', message: 'Nothing is served yet, so no operation is valid.' };
      }
      const { operations, problems } = readOperations(schema, request.operations);
      if (problems.length === 0)
        return { status: 'registered', set: await store(dataSource, request, operations, actor) };
      const message = `Some of the ${request.operations.length} operations are not valid on what is served; none was registered.`;
      return { status: 'refused', problems, message };
    },
    sets: () => dataSource.getRepository(OperationSetEntity).find({ order: { client: 'ASC', version: 'ASC' } }),
    take: (batch) => takeUsageBatch(dataSource, batch),
    records: () => readRecords(dataSource, now()),
  };
}

function invalidPartOf({ client, operations }: PushRequest): { field: string; message: string } | undefined {
  if (!/^(?!.*\d{9})[a-z][a-z0-9-]{0,39}$/.test(client)) {
    return { field: 'client', message: 'A client is named by lower case letters, digits and hyphens, 40 at most.' };
  }
  if (operations.length > MAX_OPERATIONS) {
    return { field: 'operations', message: `A client registers at most ${MAX_OPERATIONS} operations.` };
  }
  return undefined;
}

async function store(
  dataSource: DataSource,
  { client, version: given }: PushRequest,
  operations: ReturnType<typeof readOperations>['operations'],
  actor: string,
): Promise<OperationSetEntity> {
  const version = given ?? '';
  return dataSource.transaction(async (manager) => {
    await manager.delete(OperationSetEntity, { client, version });
    const set = await manager.save(OperationSetEntity, {
      client,
      version,
      operations: operations.length,
      pushedBy: actor,
    });
    const rows = operations.map(({ hash, name, coordinates }) => ({
      operationSetId: set.id,
      hash,
      name,
      coordinates: [...coordinates],
    }));
    if (rows.length > 0) await manager.insert(RegisteredOperationEntity, rows);
    await writeAudit(manager, {
      actor,
      action: 'PUSH_OPERATIONS',
      details: { client, version, operations: rows.length },
    });
    return set;
  });
}

interface RecordRow {
  readonly coordinate: string;
  readonly hash: string;
  readonly name: string | null;
  readonly client: string;
  readonly count: string;
  readonly last_seen: string | null;
}

async function readRecords(dataSource: DataSource, at: Date): Promise<readonly UsageRecord[]> {
  const since = DateTime.fromJSDate(at, { zone: 'utc' }).minus({ days: USAGE_DAYS }).toISODate();
  const rows: readonly RecordRow[] = await dataSource.query(
    `WITH used AS (
       SELECT seen.hash, seen.name, counted.client, counted.count, counted.day, seen.coordinates
       FROM usage_count counted JOIN seen_operation seen USING (operation)
       WHERE counted.day >= $1
       UNION ALL
       SELECT registered.hash, registered.name, pushed.client, 0, NULL, registered.coordinates
       FROM registered_operation registered JOIN operation_set pushed ON pushed.id = registered.operation_set_id)
     SELECT coordinate, hash, name, client, sum(count) AS count, to_char(max(day), 'YYYY-MM-DD') AS last_seen
     FROM used, unnest(coordinates) AS coordinate
     GROUP BY coordinate, hash, name, client
     ORDER BY coordinate, hash, client`,
    [since],
  );
  return rows.map(({ coordinate, hash, name, client, count, last_seen: lastSeen }) => ({
    coordinate,
    operationHash: hash,
    operationName: name,
    client: client === '' ? null : client,
    count: Number(count),
    lastSeen,
  }));
}

/** The schema that clients see, worked out once for each supergraph. */
function rememberedSchema(dataSource: DataSource): () => Promise<GraphQLSchema | undefined> {
  let known: { readonly number: number; readonly schema: GraphQLSchema } | undefined;
  return async () => {
    const number = await currentNumber(dataSource.manager);
    if (known?.number === number) return known.schema;
    const payload = await payloadOf(dataSource.manager, number);
    if (payload === undefined) return undefined;
    known = { number, schema: apiSchemaOf(sdlOf(payload)) };
    return known.schema;
  };
}
