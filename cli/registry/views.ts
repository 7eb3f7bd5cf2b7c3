import { z } from 'zod';

/**
 * What the registry answers, as commands read and print it. `--json` is these forms and stays: a field is added, never
 * renamed or removed.
 */

const region = z.object({ code: z.string(), name: z.string() });

/** Selection of a region. */
export const REGION = 'region { code name }';

/** Who uses what a finding touches. */
const useSchema = z.object({
  client: z.string().nullable(),
  operation: z.string().nullable(),
  requests: z.number(),
  lastSeenOn: z.string().nullable(),
});

/** One thing that a check found. */
export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['ERROR', 'BREAKING', 'DANGEROUS', 'WARNING', 'SAFE']),
  coordinate: z.string().nullable(),
  line: z.number().nullable(),
  message: z.string(),
  advice: z.string(),
  usedBy: z.array(useSchema),
});
export type FindingView = z.infer<typeof findingSchema>;

/** What the checks say of a subgraph. */
export const checkReportSchema = z.object({
  id: z.string(),
  region,
  conclusion: z.enum(['PASSED', 'FAILED']),
  checkedAt: z.string(),
  checkedBy: z.string(),
  checksum: z.string(),
  schemaVersion: z.string(),
  url: z.string(),
  comparedWith: z.number().nullable(),
  checks: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['COMPLETED', 'FAILED', 'SKIPPED']),
      reason: z.string().nullable(),
      findings: z.array(findingSchema),
    }),
  ),
});
export type CheckReportView = z.infer<typeof checkReportSchema>;

/** Selection of a report. */
export const REPORT = `id ${REGION} conclusion checkedAt checkedBy checksum schemaVersion url comparedWith
  checks { name status reason findings { code severity coordinate line message advice
    usedBy { client operation requests lastSeenOn } } }`;

/** What is served. */
export const supergraphSchema = z.object({
  number: z.number(),
  checksum: z.string(),
  composedAt: z.string(),
  cause: z.string(),
  restoredFrom: z.number().nullable(),
});
export type SupergraphView = z.infer<typeof supergraphSchema>;

/** Selection of a supergraph. */
export const SUPERGRAPH = 'number checksum composedAt cause restoredFrom';

/** What a region published once, without its schema. */
export const publicationSchema = z.object({
  region,
  number: z.number(),
  schemaVersion: z.string(),
  url: z.string(),
  checksum: z.string(),
  isServable: z.boolean(),
  isServed: z.boolean(),
  publishedAt: z.string(),
  publishedBy: z.string(),
});
export type PublicationView = z.infer<typeof publicationSchema>;

/** Selection of a publication. */
export const PUBLICATION = `${REGION} number schemaVersion url checksum isServable isServed publishedAt publishedBy`;

/** A region that takes part, or was invited. */
export const memberSchema = z.object({
  region,
  state: z.enum(['INVITED', 'CONNECTED', 'SUSPENDED']),
  status: z.string().nullable(),
  probedAt: z.string().nullable(),
  latencyMs: z.number().nullable(),
  schemaVersion: z.string().nullable(),
  lastPublishedAt: z.string().nullable(),
  servedPublication: z.number().nullable(),
  maintenance: z.object({ from: z.string(), to: z.string(), reason: z.string().nullable() }).nullable(),
  suspendedAt: z.string().nullable(),
});
export type MemberView = z.infer<typeof memberSchema>;

/** Selection of a member. */
export const MEMBER = `${REGION} state status probedAt latencyMs schemaVersion lastPublishedAt servedPublication
  maintenance { from to reason } suspendedAt`;

/** A version of the regional schema, its calendar and who is on it. */
export const schemaVersionSchema = z.object({
  version: z.string(),
  publishedOn: z.string(),
  deprecatedOn: z.string().nullable(),
  retiredOn: z.string().nullable(),
  members: z.array(region),
});
export type SchemaVersionView = z.infer<typeof schemaVersionSchema>;

/** A credential of the registry, without its secret. */
export const credentialSchema = z.object({
  id: z.string(),
  kind: z.enum(['REGION', 'ADMINISTRATION', 'READER']),
  region: region.nullable(),
  label: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  lastUsedOn: z.string().nullable(),
});
export type CredentialView = z.infer<typeof credentialSchema>;

/** Selection of a credential. */
export const CREDENTIAL = `id kind ${REGION} label createdAt createdBy expiresAt revokedAt lastUsedOn`;

/** One change of the audit log. */
export const auditEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  region: region.nullable(),
  details: z.string(),
});
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

/** The operations that a client has registered. */
export const operationSetSchema = z.object({
  client: z.string(),
  version: z.string().nullable(),
  operations: z.number(),
  pushedAt: z.string(),
  pushedBy: z.string(),
});
export type OperationSetView = z.infer<typeof operationSetSchema>;

/** A run of the conformance kit by the registry; its report is JSON in the form of `maillage conform --json`. */
export const conformanceRunSchema = z.object({
  id: z.string(),
  url: z.string(),
  isPassed: z.boolean(),
  ranAt: z.string(),
  validUntil: z.string(),
  report: z.string(),
});
