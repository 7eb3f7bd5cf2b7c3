import { HubError } from '../../../kit/errors';
import { type Dimension, MAX_DIMENSIONS, MAX_MONTHS, versionForDimensions } from '../../../kit/catalogue';
import { isMonth, monthsBetween } from '../../../kit/months';
import type { FiguresScope } from '../../../kit/scope';
import { type Asking, buyersFor } from '../caller-scope';
import { codesOf, departementsOf, sirensOf } from '../filters';

/** The input PeriodInput of the schema. */
export interface PeriodInput {
  readonly from: string;
  readonly to: string;
}

/** The input FigureFilter of the schema. */
export interface FigureFilterInput {
  readonly regions?: readonly string[] | null;
  readonly departements?: readonly string[] | null;
  readonly sectors?: readonly string[] | null;
  readonly clauseTypes?: readonly string[] | null;
  readonly buyers?: readonly string[] | null;
  readonly buyerKinds?: readonly string[] | null;
}

/**
 * Checks a question about figures and turns it into a scope that counts no more than the caller may see. Throws the
 * coded errors of bad input.
 */
export function figuresScopeOf(
  period: PeriodInput,
  filter: FigureFilterInput | null | undefined,
  by: readonly Dimension[] | null | undefined,
  { caller, directory }: Asking,
): FiguresScope {
  checkPeriod(period);
  return {
    kind: 'FIGURES',
    from: period.from,
    to: period.to,
    filter: {
      departements: departementsOf('filter.departements', filter?.departements),
      sectors: codesOf('filter.sectors', 'SECTOR', filter?.sectors),
      clauseTypes: codesOf('filter.clauseTypes', 'CLAUSE_TYPE', filter?.clauseTypes),
      buyers: buyersFor(caller, sirensOf('filter.buyers', filter?.buyers)),
      buyerKinds: codesOf('filter.buyerKinds', 'BUYER_KIND', filter?.buyerKinds),
    },
    by: checkedDimensions(by ?? []),
    membership: directory.membershipOf(filter?.regions, versionForDimensions(by ?? [])),
  };
}

/** Throws PERIOD_MALFORMED, PERIOD_OUT_OF_ORDER or PERIOD_TOO_LONG. */
export function checkPeriod({ from, to }: PeriodInput): void {
  for (const [name, month] of Object.entries({ from, to })) {
    if (isMonth(month)) continue;
    throw new HubError('PERIOD_MALFORMED', `period.${name} is not a month written YYYY-MM, such as "2021-01".`, {
      argument: `period.${name}`,
    });
  }
  if (from > to) {
    throw new HubError(
      'PERIOD_OUT_OF_ORDER',
      `The period ends (${to}) before it begins (${from}). Exchange \`from\` and \`to\`.`,
      { from, to },
    );
  }
  const months = monthsBetween(from, to);
  if (months > MAX_MONTHS) {
    throw new HubError(
      'PERIOD_TOO_LONG',
      `The period covers ${months} months, more than ${MAX_MONTHS}. Ask for several periods with \`consolidations\`.`,
      { months, limit: MAX_MONTHS },
    );
  }
}

function checkedDimensions(by: readonly Dimension[]): Dimension[] {
  const repeated = by.find((dimension, index) => by.indexOf(dimension) !== index);
  if (repeated !== undefined)
    throw new HubError('DIMENSION_REPEATED', `\`by\` names ${repeated} twice. Name it once.`, { dimension: repeated });
  if (by.length > MAX_DIMENSIONS) {
    throw new HubError(
      'TOO_MANY_DIMENSIONS',
      `\`by\` names ${by.length} dimensions, more than ${MAX_DIMENSIONS}. Ask for fewer.`,
      { limit: MAX_DIMENSIONS },
    );
  }
  return [...by];
}
