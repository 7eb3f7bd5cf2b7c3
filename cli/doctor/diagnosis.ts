import { z } from 'zod';

/** One thing that was looked at; `--json` of `maillage doctor` is a list of these. */
export const diagnosisSchema = z.object({
  check: z.string(),
  status: z.enum(['OK', 'WARNING', 'FAILED']),
  /** What was found. */
  message: z.string(),
  /** What to do; null when there is nothing to do. */
  advice: z.string().nullable(),
  /** Whether it failed because something does not answer. */
  isUnreachable: z.boolean(),
});

/** One thing that was looked at. */
export type Diagnosis = z.infer<typeof diagnosisSchema>;

/** Nothing to do. */
export function sound(check: string, message: string): Diagnosis {
  return { check, status: 'OK', message, advice: null, isUnreachable: false };
}

/** It works, and somebody should look. */
export function doubtful(check: string, message: string, advice: string): Diagnosis {
  return { check, status: 'WARNING', message, advice, isUnreachable: false };
}

/** It does not work. */
export function failed(check: string, message: string, advice: string): Diagnosis {
  return { check, status: 'FAILED', message, advice, isUnreachable: false };
}

/** It does not answer. */
export function unreachable(check: string, message: string, advice: string): Diagnosis {
  return { check, status: 'FAILED', message, advice, isUnreachable: true };
}
