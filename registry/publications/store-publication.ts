import type { EntityManager } from 'typeorm';
import { checksumOfSubmission, type NewCheckRun, storeCheckRun } from './check-run';
import type { CheckRunEntity } from './check-run.entity';
import { PublicationEntity } from './publication.entity';

/** Most characters of a schema that are kept: what is larger fails the checks by its size alone. */
const MAX_KEPT = 256 * 1024;

/** A publication with the run of the checks that judged it. */
export interface NewPublication extends NewCheckRun {
  /** Whether it passed, and may be served now or later. */
  readonly isServable: boolean;
}

/** Keeps a publication under its region's next number, with its checks. The caller holds the lock of the supergraph. */
export async function storePublication(
  manager: EntityManager,
  { isServable, ...checked }: NewPublication,
): Promise<{ readonly publication: PublicationEntity; readonly run: CheckRunEntity }> {
  const run = await storeCheckRun(manager, checked);
  const { submission, actor: publishedBy } = checked;
  const { region: regionCode, sdl, schemaVersion, url } = submission;
  const last = (await manager.maximum(PublicationEntity, 'number', { regionCode })) ?? 0;
  const publication = await manager.save(PublicationEntity, {
    regionCode,
    number: last + 1,
    schemaVersion,
    url,
    sdl: isServable ? sdl : sdl.slice(0, MAX_KEPT),
    checksum: checksumOfSubmission(submission),
    isServable,
    publishedBy,
    checkRunId: run.id,
  });
  return { publication, run };
}
