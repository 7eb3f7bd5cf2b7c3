import { z } from 'zod';
import type { RegistryClient } from '../client';
import {
  auditEntrySchema,
  MEMBER,
  memberSchema,
  REGION,
  schemaVersionSchema,
  SUPERGRAPH,
  supergraphSchema,
} from './views';

/** The hub as the registry knows it; `--json` of `maillage status` is this. */
export const statusSchema = z.object({
  supergraph: supergraphSchema.nullable(),
  members: z.array(memberSchema),
  schemaVersions: z.array(schemaVersionSchema),
});
export type StatusView = z.infer<typeof statusSchema>;

/** Members, the versions they are on, and what is served. */
export async function askStatus(registry: RegistryClient, region: string | undefined): Promise<StatusView> {
  const query = `query ($regions: [RegionCode!]) { federation {
    supergraph { ${SUPERGRAPH} }
    members(regions: $regions) { ${MEMBER} }
    schemaVersions { version publishedOn deprecatedOn retiredOn members { code name } } } }`;
  const regions = region === undefined ? null : [region];
  const { federation } = await registry.ask(query, { regions }, z.object({ federation: statusSchema }));
  return federation;
}

const servedSchema = supergraphSchema.extend({ sdl: z.string() });

/** The supergraph that is served, with its schema; null when nothing is. */
export async function askServed(registry: RegistryClient): Promise<z.infer<typeof servedSchema> | null> {
  const query = `{ federation { supergraph { ${SUPERGRAPH} sdl } } }`;
  const schema = z.object({ federation: z.object({ supergraph: servedSchema.nullable() }) });
  return (await registry.ask(query, {}, schema)).federation.supergraph;
}

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const connectionSchema = z.object({ edges: z.array(z.object({ node: auditEntrySchema })), pageInfo });

/** A page of the audit log; `--json` of `maillage audit` is this. */
export const auditPageSchema = pageInfo.extend({ entries: z.array(auditEntrySchema) });

/** One page of the audit log, newest first. */
export async function askAuditLog(
  registry: RegistryClient,
  { region, first, after }: { readonly region?: string; readonly first: number; readonly after?: string },
): Promise<z.infer<typeof auditPageSchema>> {
  const query = `query ($region: RegionCode, $first: Int!, $after: String) { federation {
    auditLog(region: $region, first: $first, after: $after) {
      edges { node { id at actor action ${REGION} details } } pageInfo { hasNextPage endCursor } } } }`;
  const { federation } = await registry.ask(
    query,
    { region: region ?? null, first, after: after ?? null },
    z.object({ federation: z.object({ auditLog: connectionSchema }) }),
  );
  const { edges, pageInfo: end } = federation.auditLog;
  return { entries: edges.map(({ node }) => node), ...end };
}
