import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CheckReport } from '../checks';
import { CheckRunEntity } from './check-run.entity';

/** What a region hands in. */
export interface Submission {
  readonly region: string;
  readonly sdl: string;
  readonly schemaVersion: string;
  readonly url: string;
}

/** Tells one submission from any other: schema, version and address together. */
export function checksumOfSubmission({ sdl, schemaVersion, url }: Submission): string {
  return createHash('sha256')
    .update(JSON.stringify([sdl, schemaVersion, url]), 'utf8')
    .digest('hex');
}

/** A run of the checks, to keep. */
export interface NewCheckRun {
  readonly submission: Submission;
  readonly report: CheckReport;
  readonly actor: string;
  /** 0 when nothing was served. */
  readonly comparedWith: number;
}

/** Keeps a run of the checks. */
export function storeCheckRun(
  manager: EntityManager,
  { submission, report, actor, comparedWith }: NewCheckRun,
): Promise<CheckRunEntity> {
  return manager.save(CheckRunEntity, {
    regionCode: submission.region,
    conclusion: report.conclusion,
    checkedBy: actor,
    checksum: checksumOfSubmission(submission),
    schemaVersion: submission.schemaVersion,
    url: submission.url,
    comparedWith: comparedWith === 0 ? null : comparedWith,
    checks: report.checks,
  });
}
