import { z } from 'zod';
import type { Region } from '../../subgraphs/kit/regions';
import type { RegistryClient } from '../client';
import { makeChange, tryChange } from './change';
import {
  checkReportSchema,
  type CheckReportView,
  PUBLICATION,
  publicationSchema,
  REPORT,
  SUPERGRAPH,
  supergraphSchema,
} from './views';

/** A subgraph to check or publish. */
export interface Submission {
  readonly region: Region;
  readonly sdl: string;
  readonly schemaVersion: string;
  readonly url: string;
}

/** What became of a publication; `--json` of `maillage publish` is this. */
export const publishOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.enum(['PUBLISHED', 'UNCHANGED']),
    publication: publicationSchema,
    supergraph: supergraphSchema,
  }),
  z.object({ outcome: z.literal('CHECKS_FAILED'), message: z.string(), report: checkReportSchema }),
  z.object({
    outcome: z.literal('CONFORMANCE_REQUIRED'),
    message: z.string(),
    lastRun: z.object({ ranAt: z.string(), isPassed: z.boolean(), validUntil: z.string() }).nullable(),
  }),
]);
export type PublishOutcome = z.infer<typeof publishOutcomeSchema>;

/** Runs every check and publishes nothing. Throws REGISTRY_REFUSED. */
export async function checkSubgraph(registry: RegistryClient, submission: Submission): Promise<CheckReportView> {
  const { report } = await makeChange(
    registry,
    {
      name: 'checkSubgraph',
      selection: `report { ${REPORT} }`,
      success: z.object({ report: checkReportSchema }),
      refusals: ['MemberNotFoundError', 'InvalidInputError'],
    },
    inputOf(submission),
  );
  return report;
}

const successSchema = z.object({
  isUnchanged: z.boolean(),
  publication: publicationSchema,
  supergraph: supergraphSchema,
});
const lastRun = z.object({ ranAt: z.string(), isPassed: z.boolean(), validUntil: z.string() }).nullable();

/** Checks and, when every check passes, publishes and serves. Throws REGISTRY_REFUSED. */
export async function publishSubgraph(registry: RegistryClient, submission: Submission): Promise<PublishOutcome> {
  const outcome = await tryChange(
    registry,
    {
      name: 'publishSubgraph',
      selection: `isUnchanged publication { ${PUBLICATION} } supergraph { ${SUPERGRAPH} }`,
      success: successSchema,
      refusals: ['MemberNotFoundError', 'MemberStateError', 'InvalidInputError'],
      failures: {
        ChecksFailedError: {
          selection: `report { ${REPORT} }`,
          schema: z.object({ message: z.string(), report: checkReportSchema }),
        },
        ConformanceRequiredError: {
          selection: 'lastRun { ranAt isPassed validUntil }',
          schema: z.object({ message: z.string(), lastRun }),
        },
      },
    },
    inputOf(submission),
  );
  if ('success' in outcome) {
    const { isUnchanged, ...served } = outcome.success;
    return { outcome: isUnchanged ? 'UNCHANGED' : 'PUBLISHED', ...served };
  }
  const name = outcome.failure.type === 'ChecksFailedError' ? 'CHECKS_FAILED' : 'CONFORMANCE_REQUIRED';
  return publishOutcomeSchema.parse({ outcome: name, ...(outcome.failure.value as object) });
}

function inputOf({ region, ...rest }: Submission) {
  return { region: region.code, ...rest };
}
