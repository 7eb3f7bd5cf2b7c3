import { DateTime } from 'luxon';
import { isSiret } from '../identifiers';
import { isMonth } from '../months';
import { readCpv } from './cpv-sector';
import type { DecpContract, DecpRecord, ImportWarning, RejectedRow, RejectionReason, WarningCode } from './decp-record';
import { locateBuyer, locatePlace, type Location } from './locate';
import { foldText } from '../text';
import { readClause } from './social-clause';

/**
 * The rules by which a row of the DECP is taken, taken with a warning, or refused. First fault wins.
 *
 * | Found in the row                                           | What happens                                    |
 * |------------------------------------------------------------|-------------------------------------------------|
 * | another number of columns than the header                  | refused, COLUMN_COUNT                           |
 * | not readable as a row (an open quote, not an object)       | refused, ROW_UNREADABLE                         |
 * | no `uid` and no `id`                                       | refused, CONTRACT_ID_MISSING                    |
 * | the buyer is ATEXO, who sells the publishing platform      | refused, TEST_ROW                               |
 * | the buyer's SIRET is absent, not 14 digits, or fails Luhn  | refused, BUYER_SIRET_INVALID                    |
 * | amount negative, not a number, or above 10 billion euros   | refused, AMOUNT_INVALID                         |
 * | amount absent or 0                                         | unknown, AMOUNT_MISSING                         |
 * | date that is not one, or not from 1990 to 2099             | refused, DATE_INVALID                           |
 * | date absent                                                | unknown, DATE_MISSING                           |
 * | place of execution outside the 18 regions (975, 978, BE…)  | refused, REGION_OUTSIDE_SCOPE                   |
 * | place unknown, or a postal code over two regions           | the buyer's region, PLACE_UNREADABLE            |
 * | no place, or only "France"                                 | the buyer's region                              |
 * | the buyer's region is outside the 18                       | refused, REGION_OUTSIDE_SCOPE                   |
 * | neither a place nor a region of the buyer                  | refused, REGION_MISSING                         |
 * | duration not a whole number of months up to 1200 ("NC")    | unknown, DURATION_UNREADABLE                    |
 * | CPV not of the vocabulary                                  | unknown, sector OTHER_SERVICES, CPV_UNREADABLE  |
 * | social considerations absent or `[]`                       | no clause, nothing concluded                    |
 * | social considerations of other words                       | no clause, CLAUSE_UNREADABLE                    |
 * | a clause and "Pas de considération sociale" together       | no clause, CLAUSE_CONTRADICTORY                 |
 * | holder "1", absent, not a SIRET, or failing Luhn           | contract without that holder, HOLDER_INVALID    |
 * | rows of one contract that disagree                         | the first stated value, CONFLICTING_VALUE       |
 *
 * Modifications are not applied: what is kept is the contract as it was notified.
 */
export type RowReading =
  | { readonly kind: 'accepted'; readonly contract: DecpContract; readonly warnings: readonly ImportWarning[] }
  | { readonly kind: 'rejected'; readonly rejection: RejectedRow };

/** ATEXO: its rows are trials of the platform itself. */
const TEST_BUYER_SIREN = '440909562';
const TEST_BUYER_NAME = /^atexo\b/;
/** Above any French public contract; larger is a typing error or a placeholder. */
const MAX_AMOUNT_EUROS = 10_000_000_000;
const MAX_DURATION_MONTHS = 1200;

type Warn = (code: WarningCode, message: string, value: string | null) => void;
type Fault = { readonly reason: RejectionReason; readonly message: string; readonly value: string | null };

/** The key under which the rows of one contract meet: the source's `uid`, else buyer's SIRET and number. */
export function uidOf(record: DecpRecord): string | null {
  if (record.uid !== null) return record.uid;
  return record.id === null || record.buyerId === null ? null : record.buyerId + record.id;
}

/** Judges one row by the table above. */
export function readRow(record: DecpRecord): RowReading {
  const uid = uidOf(record);
  const warnings: ImportWarning[] = [];
  const refuse = (fault: Fault): RowReading => ({ kind: 'rejected', rejection: { line: record.line, uid, ...fault } });
  if (uid === null)
    return refuse({ reason: 'CONTRACT_ID_MISSING', message: 'The row names no contract.', value: record.id });
  const warn: Warn = (code, message, value) => warnings.push({ line: record.line, uid, code, message, value });
  const buyerFault = findBuyerFault(record);
  if (buyerFault !== undefined) return refuse(buyerFault);
  const amountCents = readAmount(record.amount, warn);
  if (amountCents === undefined) {
    const message = 'The amount is negative, not a number, or above 10 billion euros.';
    return refuse({ reason: 'AMOUNT_INVALID', message, value: record.amount });
  }
  const notifiedOn = readDate(record.notifiedOn, warn);
  if (notifiedOn === undefined) {
    const message = 'The date of notification is not a date from 1990 to 2099.';
    return refuse({ reason: 'DATE_INVALID', message, value: record.notifiedOn });
  }
  const where = readRegion(record, warn);
  if ('reason' in where) return refuse(where);
  const siret = record.buyerId ?? '';
  const contract: DecpContract = {
    uid,
    lines: [record.line],
    ...where,
    buyer: { siren: siret.slice(0, 9), siret, name: record.buyerName },
    title: record.title,
    fallbackTitle: `Marché ${record.id ?? uid}`,
    ...readSector(record.cpv, warn),
    clause: readConsiderations(record.considerations, warn),
    amountCents,
    notifiedOn,
    durationMonths: readDuration(record.durationMonths, warn),
    holders: record.holders.flatMap((holder) => readHolder(holder, warn)),
  };
  return { kind: 'accepted', contract, warnings };
}

function findBuyerFault(record: DecpRecord): Fault | undefined {
  const siret = record.buyerId ?? '';
  if (siret.startsWith(TEST_BUYER_SIREN) || TEST_BUYER_NAME.test(foldText(record.buyerName ?? '')))
    return { reason: 'TEST_ROW', message: 'The buyer is the vendor of the platform: a trial.', value: siret };
  if (isSiret(siret)) return undefined;
  const message = 'The SIRET of the buyer is not 14 digits with a valid Luhn key.';
  return { reason: 'BUYER_SIRET_INVALID', message, value: record.buyerId };
}

/** Cents; null when unknown; undefined when refused. */
function readAmount(text: string | null, warn: Warn): number | null | undefined {
  const euros = text === null ? 0 : /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(euros >= 0 && euros <= MAX_AMOUNT_EUROS)) return undefined;
  if (euros > 0) return Math.round(euros * 100);
  warn('AMOUNT_MISSING', 'The amount is absent or 0: kept as unknown.', text);
  return null;
}

/** YYYY-MM-DD, a time or a time zone after it dropped; null when absent; undefined when refused. */
function readDate(text: string | null, warn: Warn): string | null | undefined {
  if (text === null) {
    warn('DATE_MISSING', 'The date of notification is absent: kept as unknown.', null);
    return null;
  }
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T+Z -].*)?$/.exec(text)?.[1] ?? '';
  return DateTime.fromISO(day, { zone: 'utc' }).isValid && isMonth(day.slice(0, 7)) ? day : undefined;
}

type Where = Pick<DecpContract, 'regionCode' | 'regionBy' | 'place' | 'departement'>;

function readRegion(record: DecpRecord, warn: Warn): Where | Fault {
  const executed = locatePlace(record.placeCode, record.placeType);
  const said = [record.placeType, record.placeCode].filter((text) => text !== null).join(' ');
  if (executed.kind === 'FOUND') return whereOf(executed, 'PLACE');
  if (executed.kind === 'OUTSIDE') {
    const message = 'The place of execution is outside the 18 regions.';
    return { reason: 'REGION_OUTSIDE_SCOPE', message, value: said };
  }
  if (executed.kind === 'UNREADABLE')
    warn('PLACE_UNREADABLE', `Counted in the region of the buyer: ${executed.why}.`, said);
  const buyer = locateBuyer({
    region: record.buyerRegion,
    departement: record.buyerDepartement,
    siren: (record.buyerId ?? '').slice(0, 9),
  });
  if (buyer.kind === 'FOUND') return whereOf(buyer, 'BUYER');
  const value = record.buyerRegion ?? record.buyerDepartement;
  if (buyer.kind === 'OUTSIDE')
    return { reason: 'REGION_OUTSIDE_SCOPE', message: 'The buyer is outside the 18 regions.', value };
  const message = 'The row gives no place of execution and no region of the buyer.';
  return { reason: 'REGION_MISSING', message, value };
}

function whereOf(found: Extract<Location, { kind: 'FOUND' }>, by: 'PLACE' | 'BUYER'): Where {
  const place = by === 'PLACE' ? found.place : null;
  return { regionCode: found.region, regionBy: by, place, departement: found.departement };
}

function readSector(text: string | null, warn: Warn): Pick<DecpContract, 'cpv' | 'sector'> {
  if (text === null) return { cpv: null, sector: null };
  const reading = readCpv(text);
  if (reading.cpv === null) warn('CPV_UNREADABLE', 'The code is not of the CPV: sector OTHER_SERVICES.', text);
  return reading;
}

function readConsiderations(values: readonly string[] | null, warn: Warn): DecpContract['clause'] {
  const reading = readClause(values);
  if (reading.kind === 'STATED') return { type: reading.type };
  const said = (values ?? []).join(', ');
  if (reading.kind === 'UNREADABLE')
    warn('CLAUSE_UNREADABLE', 'The social considerations are not of DECP 2.0.3: no clause is recorded.', said);
  if (reading.kind === 'CONTRADICTORY')
    warn('CLAUSE_CONTRADICTORY', 'The source says both a clause and none: no clause is recorded.', said);
  return null;
}

function readDuration(text: string | null, warn: Warn): number | null {
  if (text === null) return null;
  const months = /^\d+(?:\.0+)?$/.test(text) ? Number(text) : NaN;
  if (months <= MAX_DURATION_MONTHS) return months;
  warn('DURATION_UNREADABLE', 'The duration is not a whole number of months up to 1200: kept as unknown.', text);
  return null;
}

function readHolder(holder: DecpRecord['holders'][number], warn: Warn): DecpContract['holders'] {
  if (holder.id !== null && isSiret(holder.id)) return [{ siret: holder.id, name: holder.name }];
  const message = 'The holder has no valid SIRET: the contract is kept without it.';
  warn('HOLDER_INVALID', message, [holder.idType, holder.id].filter((text) => text !== null).join(' ') || null);
  return [];
}
