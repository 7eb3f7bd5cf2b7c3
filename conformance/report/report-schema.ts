import { z } from 'zod';
import type { ConformanceReport } from './conformance-report';
import { REASONS, type ReasonCode } from './reasons';

const reason = z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]);
const milliseconds = z.number().min(0);
const count = z.number().int().min(0);

/** One check of a report as JSON. */
const checkSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
  group: z.string(),
  title: z.string(),
  isRequired: z.boolean(),
  status: z.enum(['PASSED', 'FAILED', 'NOT_RUN']),
  reason: reason.nullable(),
  message: z.string().nullable(),
  advice: z.string().nullable(),
  durationMs: milliseconds,
});

/** A report as JSON: what `renderJson` writes, and what tools may rely on. */
export const conformanceReportSchema: z.ZodType<ConformanceReport> = z.strictObject({
  format: z.literal(1),
  conclusion: z.enum(['PASSED', 'FAILED']),
  region: z.strictObject({ code: z.string(), name: z.string() }),
  url: z.string(),
  schemaVersion: z.string(),
  key: z.strictObject({ kind: z.enum(['TEST', 'HUB']), kid: z.string(), publishedAt: z.string() }),
  startedAt: z.iso.datetime(),
  durationMs: milliseconds,
  counts: z.strictObject({ passed: count, failed: count, notRun: count }),
  reasons: z.array(reason),
  answerTimes: z.strictObject({ questions: count, p50Ms: milliseconds, p95Ms: milliseconds, maxMs: milliseconds }),
  checks: z.array(checkSchema),
});
