import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import type { Caller } from '../kit/identity';
import { type AbsenceReasons, type Directory, readAbsenceReasons } from './gather';
import { type CorrespondentService, createCorrespondentService } from './modules/correspondent';
import { type NationalBuyerService, createNationalBuyerService } from './modules/national-buyer';

/** What every resolver of one request shares. */
export interface NationalContext {
  /** On whose behalf the gateway asks. */
  readonly caller: Caller;
  readonly directory: Directory;
  /** Why regions are absent, as the gateway says; it decorates coverage and decides nothing. */
  readonly reasons: AbsenceReasons;
  readonly correspondents: CorrespondentService;
  readonly nationalBuyers: NationalBuyerService;
}

/** What the request itself says. */
export interface IncomingFacts {
  readonly caller: Caller;
  readonly regionStatusHeader: string | undefined;
  readonly now: Date;
}

/** Builds the context of one request. */
export function createNationalContext(
  dataSource: DataSource,
  directory: Directory,
  { caller, regionStatusHeader, now }: IncomingFacts,
): NationalContext {
  // Only correspondents ask for it, and time zones are dear.
  const today = () => DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).toISODate() ?? '';
  return {
    caller,
    directory,
    reasons: readAbsenceReasons(regionStatusHeader),
    correspondents: createCorrespondentService(dataSource, today),
    nationalBuyers: createNationalBuyerService(dataSource),
  };
}
