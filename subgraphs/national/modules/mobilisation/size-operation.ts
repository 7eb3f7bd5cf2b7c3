import type { OperationKind } from './mobilisation-request.entity';
import {
  CLAUSE_SHARE,
  HOURLY_COST,
  labourShareOf,
  type ParameterName,
  type SizingParameter,
} from './sizing-parameters';

/** The formula, as it is shown with every sizing. */
export const SIZING_FORMULA =
  "heures = montant HT × part de main-d'œuvre ÷ coût horaire de la main-d'œuvre × part réservée à l'insertion";

/** A lot of an operation. */
export interface Lot {
  readonly number: string;
  readonly title: string;
  readonly cpv: string | null;
  /** Euros, excluding tax. */
  readonly amount: number | null;
}

/** What is sized. */
export interface SizedOperation {
  readonly kind: OperationKind;
  readonly cpv: string | null;
  readonly amount: number;
  readonly lots: readonly Lot[];
}

/** Values that somebody put in place of those proposed. */
export type SizingAdjustments = Readonly<Partial<Record<ParameterName, number | null | undefined>>>;

/** The hours of one part of an operation. */
export interface SizedPart {
  /** Number of the lot; null for the operation as a whole. */
  readonly lot: string | null;
  readonly amount: number;
  readonly labourShare: number;
  readonly hours: number;
}

/** Hours of insertion of an operation, with everything that they were computed from. */
export interface Sizing {
  readonly hours: number;
  /** Set when the hours were agreed otherwise than the formula gives. */
  readonly computedHours: number;
  readonly formula: string;
  readonly parameters: readonly SizingParameter[];
  readonly parts: readonly SizedPart[];
}

/**
 * A first sizing of an operation. Lots that all have an amount are sized one by one, each with the labour share of its
 * own CPV; else the operation is sized as a whole. Hours are whole, each part rounded by itself, so that parts add up.
 */
export function sizeOperation(operation: SizedOperation, adjustments: SizingAdjustments = {}): Sizing {
  const hourlyCost = adjusted(HOURLY_COST, adjustments);
  const clauseShare = adjusted(CLAUSE_SHARE, adjustments);
  const sizedParts = partsOf(operation).map(({ lot, cpv, amount }) => {
    const labourShare = adjusted(labourShareOf(operation.kind, cpv), adjustments);
    const hours = Math.round(((amount * labourShare.value) / hourlyCost.value) * clauseShare.value);
    return { part: { lot, amount, labourShare: labourShare.value, hours }, labourShare };
  });
  const hours = sizedParts.reduce((sum, { part }) => sum + part.hours, 0);
  const shares = new Map(sizedParts.map(({ labourShare }) => [labourShare.label, labourShare]));
  return {
    hours,
    computedHours: hours,
    formula: SIZING_FORMULA,
    parameters: [...shares.values(), hourlyCost, clauseShare],
    parts: sizedParts.map(({ part }) => part),
  };
}

function partsOf({ lots, cpv, amount }: SizedOperation) {
  const whole = { lot: null, cpv, amount };
  const sized = lots.flatMap((lot) =>
    lot.amount === null ? [] : [{ lot: lot.number, cpv: lot.cpv ?? cpv, amount: lot.amount }],
  );
  return lots.length > 0 && sized.length === lots.length ? sized : [whole];
}

function adjusted(parameter: SizingParameter, adjustments: SizingAdjustments): SizingParameter {
  const value = adjustments[parameter.name];
  if (value == null) return parameter;
  return { ...parameter, value, isDefault: false, source: 'Valeur saisie pour cette demande.' };
}
