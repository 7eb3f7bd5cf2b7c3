import type { DataSource } from 'typeorm';
import { CURRENT_REGIONAL_SCHEMA_VERSION, isRetired } from '../../subgraphs/kit/regional-schema';
import { findRegion } from '../../subgraphs/kit/regions';
import { AllowedHostEntity } from '../members/allowed-host.entity';
import type { CheckInput, CheckReport, MemberPublication, UsageRecord } from '../checks';
import { type CurrentGraph, payloadOf, sdlOf } from '../supergraphs';
import type { Submission } from './check-run';

/** What it takes to check a submission. */
export interface CheckingDependencies {
  readonly dataSource: DataSource;
  readonly mode: 'development' | 'production';
  readonly runChecks: (input: CheckInput) => Promise<CheckReport>;
  /** The day, YYYY-MM-DD. */
  readonly today: () => string;
  /** What clients use of the schema. */
  readonly usage: () => Promise<readonly UsageRecord[]>;
}

/** Longest version and address that are looked at. */
const MAX_VERSION = 10;
const MAX_URL = 2_000;

/** What of a submission cannot even be checked; undefined when it can. */
export function invalidPartOf(
  { sdl, schemaVersion, url }: Submission,
  today: string,
): { field: string; message: string } | undefined {
  if (sdl.includes('\0')) return { field: 'sdl', message: 'The schema holds a NUL character. Remove it.' };
  if (schemaVersion.length > MAX_VERSION || !/^[1-9]\d*$/.test(schemaVersion)) {
    return { field: 'schemaVersion', message: 'A version of the regional schema is a number: "1", "2".' };
  }
  if (isRetired(schemaVersion, today)) {
    const message = `Version ${schemaVersion} of the regional schema is retired. Implement version ${CURRENT_REGIONAL_SCHEMA_VERSION}.`;
    return { field: 'schemaVersion', message };
  }
  if (url.length > MAX_URL || url.includes('\0')) {
    return { field: 'url', message: `An address has at most ${MAX_URL} characters, none of them NUL.` };
  }
  return undefined;
}

/** Runs every check on a submission of a region of the law, against what is served. */
export async function runSubmissionChecks(
  { dataSource, mode, runChecks, usage }: CheckingDependencies,
  submission: Submission,
  current: CurrentGraph,
): Promise<CheckReport> {
  const region = findRegion(submission.region);
  if (region === undefined) throw new Error(`No region ${submission.region} is known`);
  const payload = current.number === 0 ? undefined : await payloadOf(dataSource.manager, current.number);
  const hosts = await dataSource.getRepository(AllowedHostEntity).findBy({ regionCode: region.code });
  const { sdl, schemaVersion, url } = submission;
  return runChecks({
    region,
    sdl,
    schemaVersion,
    url,
    current: {
      publications: current.publications.flatMap(memberPublicationOf),
      supergraphSdl: payload === undefined ? null : sdlOf(payload),
    },
    allowedHosts: hosts.map(({ host }) => host),
    mode,
    usage: await usage(),
  });
}

function memberPublicationOf(row: CurrentGraph['publications'][number]): MemberPublication[] {
  const region = findRegion(row.regionCode);
  return region === undefined ? [] : [{ region, sdl: row.sdl, schemaVersion: row.schemaVersion, url: row.url }];
}
