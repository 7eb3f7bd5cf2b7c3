import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { type ConformanceReport } from '../../conformance';
import { CURRENT_REGIONAL_SCHEMA_VERSION, REGIONAL_SCHEMA_VERSIONS } from '../../subgraphs/kit/regional-schema';
import { findRegion, type Region } from '../../subgraphs/kit/regions';
import { writeAudit } from '../audit';
import { AllowedHostEntity } from '../members/allowed-host.entity';
import { MemberEntity } from '../members/member.entity';
import { ConformanceRunEntity } from './conformance-run.entity';

/** Days for which a run that passed lets a region publish. */
export const CONFORMANCE_DAYS = 7;
/** Most runs that are listed. */
const MAX_LISTED = 50;

/** An endpoint to look at. */
export interface ConformanceTry {
  readonly region: Region;
  readonly url: string;
  readonly schemaVersion: string;
}

/** What became of a run. */
export type RunOutcome =
  | { readonly status: 'ran'; readonly run: ConformanceRunEntity }
  | { readonly status: 'unknown' }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** What the service is made of. */
export interface ConformanceDependencies {
  readonly dataSource: DataSource;
  /** Runs the kit with the hub's key; null when this registry was given none. */
  readonly run: ((target: ConformanceTry) => Promise<ConformanceReport>) | null;
  /** What forbids to ask an address on behalf of a region; undefined when nothing does. */
  readonly addressProblem: (
    region: Region,
    url: string,
    allowedHosts: readonly string[],
  ) => Promise<string | undefined>;
  /** Whether a region may publish without a run that passed. */
  readonly isRequired: boolean;
  readonly now: () => Date;
}

/** The registry's own runs of the conformance kit: a report that a region hands in could be forged. */
export interface ConformanceService {
  run(request: { region: string; url: string; schemaVersion?: string | null }, actor: string): Promise<RunOutcome>;
  /** Newest first; of one region, or of all. */
  list(region: string | null): Promise<readonly ConformanceRunEntity[]>;
  /** What is missing before a region may publish on that version; undefined when nothing is. */
  missing(about: {
    region: string;
    schemaVersion: string;
  }): Promise<{ readonly lastRun: ConformanceRunEntity | null; readonly message: string } | undefined>;
}

/** Until when a run lets its region publish. */
export function validUntil(run: ConformanceRunEntity): Date {
  return DateTime.fromJSDate(run.createdAt)
    .plus({ hours: 24 * CONFORMANCE_DAYS })
    .toJSDate();
}

/** Builds the service. */
export function createConformanceService(deps: ConformanceDependencies): ConformanceService {
  const runs = () => deps.dataSource.getRepository(ConformanceRunEntity);
  return {
    run: (request, actor) => runAndKeep(deps, request, actor),
    list: (region) =>
      runs().find({ where: region === null ? {} : { regionCode: region }, order: { id: 'DESC' }, take: MAX_LISTED }),
    async missing({ region, schemaVersion }) {
      if (!deps.isRequired) return undefined;
      const lastRun = await runs().findOne({ where: { regionCode: region, schemaVersion }, order: { id: 'DESC' } });
      if (lastRun?.isPassed === true && validUntil(lastRun) > deps.now()) return undefined;
      const message = `Publishing needs a run of the conformance kit by the registry that passed within ${CONFORMANCE_DAYS} days, on version ${schemaVersion} of the regional schema. Run: maillage conform --registry-run`;
      return { lastRun, message };
    },
  };
}

async function runAndKeep(
  { dataSource, run, addressProblem }: ConformanceDependencies,
  request: { region: string; url: string; schemaVersion?: string | null },
  actor: string,
): Promise<RunOutcome> {
  const region = findRegion(request.region);
  const where = { regionCode: request.region };
  const member = await dataSource.getRepository(MemberEntity).findOne({ where, relations: { publication: true } });
  if (region === undefined || member === null) return { status: 'unknown' };
  const schemaVersion = request.schemaVersion ?? member.publication?.schemaVersion ?? CURRENT_REGIONAL_SCHEMA_VERSION;
  if (!REGIONAL_SCHEMA_VERSIONS.includes(schemaVersion)) {
    const message = `The regional schema has the versions ${REGIONAL_SCHEMA_VERSIONS.join(', ')}.`;
    return { status: 'invalid', field: 'schemaVersion', message };
  }
  const hosts = await dataSource.getRepository(AllowedHostEntity).findBy({ regionCode: region.code });
  const problem = await addressProblem(
    region,
    request.url,
    hosts.map(({ host }) => host),
  );
  if (problem !== undefined) return { status: 'invalid', field: 'url', message: problem };
  if (run === null) {
    const message = "This registry was not given the hub's key (HUB_SIGNING_KEY_FILE), so no endpoint would answer it.";
    return { status: 'invalid', field: 'region', message };
  }
  const report = await run({ region, url: request.url, schemaVersion });
  const saved = await dataSource.transaction(async (manager) => {
    const isPassed = report.conclusion === 'PASSED';
    const row = { regionCode: region.code, url: request.url, schemaVersion, isPassed, ranBy: actor, report };
    const kept = await manager.save(ConformanceRunEntity, row);
    const details = { run: kept.id, isPassed, url: request.url };
    await writeAudit(manager, { actor, action: 'RUN_CONFORMANCE', region: region.code, details });
    return kept;
  });
  return { status: 'ran', run: saved };
}
