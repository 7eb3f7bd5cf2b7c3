import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { type AbsenceReasons, type Directory, readAbsenceReasons } from './gather';
import { type CorrespondentService, createCorrespondentService } from './modules/correspondent';
import { type NationalBuyerService, createNationalBuyerService } from './modules/national-buyer';

/** What every resolver of one request shares. */
export interface NationalContext {
  readonly directory: Directory;
  /** Why regions are absent, as the gateway says; it decorates coverage and decides nothing. */
  readonly reasons: AbsenceReasons;
  readonly correspondents: CorrespondentService;
  readonly nationalBuyers: NationalBuyerService;
}

/** Builds the context of one request. */
export function createNationalContext(
  dataSource: DataSource,
  directory: Directory,
  regionStatusHeader: string | undefined,
  now: Date,
): NationalContext {
  const today = DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).toISODate() ?? '';
  return {
    directory,
    reasons: readAbsenceReasons(regionStatusHeader),
    correspondents: createCorrespondentService(dataSource, today),
    nationalBuyers: createNationalBuyerService(dataSource),
  };
}
