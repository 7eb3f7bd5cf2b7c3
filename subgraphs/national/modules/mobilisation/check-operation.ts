import { geography } from '../../../kit/cog';
import { isSiren } from '../../../kit/identifiers';
import { findRegion } from '../../../kit/regions';
import type { OperationKind } from './mobilisation-request.entity';
import { type Fault, invalid } from './request-outcome';
import type { Lot, SizedOperation } from './size-operation';

/** Longest title of an operation or lot, in characters. */
const MAX_TITLE = 300;
const MAX_DESCRIPTION = 10_000;
/** Most lots of one operation. */
export const MAX_LOTS = 100;
/** Largest amount taken, in euros: above it, somebody wrote cents. */
const MAX_AMOUNT = 50_000_000_000;

/** What is bought. */
export interface PurchaseInput {
  readonly kind: OperationKind;
  readonly cpv?: string | null | undefined;
  readonly amount: number;
  readonly lots?: readonly LotInput[] | null | undefined;
}

/** An operation as a buyer announces it. */
export interface OperationInput extends PurchaseInput {
  readonly siren: string;
  readonly title: string;
  readonly description?: string | null | undefined;
  /** Exactly one of the three says where. */
  readonly commune?: string | null | undefined;
  readonly departement?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly consultationOn?: string | null | undefined;
  readonly startsOn?: string | null | undefined;
  readonly endsOn?: string | null | undefined;
}

/** A lot as a buyer announces it. */
export interface LotInput {
  readonly number: string;
  readonly title: string;
  readonly cpv?: string | null | undefined;
  readonly amount?: number | null | undefined;
}

/** An operation that can be announced. */
export interface CheckedOperation extends SizedOperation {
  readonly siren: string;
  readonly title: string;
  readonly description: string | null;
  readonly regionCode: string;
  readonly departement: string | null;
  readonly commune: string | null;
  readonly consultationOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

interface Place {
  readonly regionCode: string;
  readonly departement: string | null;
  readonly commune: string | null;
}

/** Checks an operation: the first fault, or the operation in the form in which it is kept. */
export function checkOperation(input: OperationInput): CheckedOperation | Fault {
  const title = input.title.trim();
  if (!isSiren(input.siren)) return invalid('siren', 'Not a SIREN: nine digits with a valid Luhn key.');
  if (title === '' || title.length > MAX_TITLE) {
    return invalid('title', `The title of an operation has 1 to ${MAX_TITLE} characters.`);
  }
  if ((input.description ?? '').length > MAX_DESCRIPTION) {
    return invalid('description', `A description has at most ${MAX_DESCRIPTION} characters.`);
  }
  const purchase = checkPurchase(input);
  if ('status' in purchase) return purchase;
  const { consultationOn = null, startsOn = null, endsOn = null } = input;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    return invalid('endsOn', 'The operation ends before it starts. Exchange the two days.');
  }
  const place = placeOf(input);
  if ('status' in place) return place;
  const description = input.description?.trim() || null;
  return { siren: input.siren, title, description, ...purchase, ...place, consultationOn, startsOn, endsOn };
}

/** Checks what is bought, which is all that a sizing depends on. */
export function checkPurchase(input: PurchaseInput): SizedOperation | Fault {
  const amount = amountOf(input.amount);
  if (amount === undefined) return invalid('amount', AMOUNT_RULE);
  const cpv = cpvOf(input.cpv);
  if (cpv === undefined) return invalid('cpv', CPV_RULE);
  const lots = lotsOf(input.lots ?? []);
  return 'status' in lots ? lots : { kind: input.kind, cpv, amount, lots };
}

const AMOUNT_RULE = `An amount is over 0 and at most ${MAX_AMOUNT} euros, excluding tax.`;
const CPV_RULE = 'A CPV code has two to eight digits, and may end with its check digit, as in "45000000-7".';

function amountOf(value: number): number | undefined {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(value) && rounded > 0 && rounded <= MAX_AMOUNT ? rounded : undefined;
}

function cpvOf(value: string | null | undefined): string | null | undefined {
  if (value == null || value.trim() === '') return null;
  return /^(\d{2,8})(?:-\d)?$/.exec(value.trim())?.[1];
}

function placeOf({ commune, departement, region }: OperationInput): Place | Fault {
  const given = [commune, departement, region].filter((value) => value != null && value !== '');
  if (given.length !== 1) {
    return invalid('commune', 'Say where by exactly one of `commune`, `departement` and `region`, as INSEE codes.');
  }
  if (commune) {
    const found = geography().commune(commune);
    if (found === undefined) {
      return invalid('commune', `No commune of the 18 regions has the INSEE code "${shown(commune)}".`);
    }
    return { regionCode: found.region, departement: found.departement, commune: found.code };
  }
  if (departement) {
    const found = geography().departement(departement);
    if (found === undefined) {
      return invalid('departement', `No département of the 18 regions has the INSEE code "${shown(departement)}".`);
    }
    return { regionCode: found.region, departement: found.code, commune: null };
  }
  const found = findRegion(region ?? '');
  if (found === undefined) return invalid('region', `No region has the INSEE code "${shown(region ?? '')}".`);
  return { regionCode: found.code, departement: null, commune: null };
}

function lotsOf(lots: readonly LotInput[]): readonly Lot[] | Fault {
  if (lots.length > MAX_LOTS) return invalid('lots', `An operation has at most ${MAX_LOTS} lots. Announce several.`);
  const checked: Lot[] = [];
  for (const lot of lots) {
    const number = lot.number.trim();
    const title = lot.title.trim();
    const cpv = cpvOf(lot.cpv);
    const amount = lot.amount == null ? null : amountOf(lot.amount);
    if (number === '' || number.length > 20 || checked.some((other) => other.number === number)) {
      return invalid('lots', `Each lot has a number of its own of 1 to 20 characters; "${shown(number)}" is none.`);
    }
    if (title === '' || title.length > MAX_TITLE) return invalid('lots', `Lot ${shown(number)} has no title.`);
    if (cpv === undefined) return invalid('lots', `Lot ${shown(number)}: ${CPV_RULE}`);
    if (amount === undefined) return invalid('lots', `Lot ${shown(number)}: ${AMOUNT_RULE}`);
    checked.push({ number, title, cpv, amount });
  }
  return checked;
}

function shown(text: string): string {
  return text.slice(0, 40);
}
