import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { HubError } from '../../../kit/errors';
import type { Dimension } from '../../../kit/catalogue';
import { decodeFiguresScope, type FiguresScope } from '../../../kit/scope';
import type { DisclosedFigures } from '../../disclosure';
import { gather, type Gathered } from '../../gather';
import { restrictionOf } from '../caller-scope';
import { type FigureFilterInput, figuresScopeOf, type PeriodInput } from './ask-figures';
import type { ConsolidationService, TotalFigures } from './consolidation.service';
import { disclosedOf, measuresOf } from './consolidation.service';
import { fullTimeEquivalents } from './full-time-equivalents';
import { INDICATORS, type IndicatorName, indicatorValue } from './indicator-catalogue';

/** Most periods of one `consolidations`. */
export const MAX_PERIODS = 12;

interface FiguresArguments {
  readonly filter?: FigureFilterInput | null;
  readonly by?: readonly Dimension[] | null;
}

/** Parent of the figures of a region or a cell. */
export type FigureSetParent = Partial<DisclosedFigures>;

/** Parent of a national total: its sums at first, then what its distinct lists gathered. */
export type FiguresParent = Gathered & Partial<Omit<TotalFigures, keyof Gathered>>;

/** Resolvers of everything that gathers figures. They authorize, call the service and return. */
export function consolidationResolvers(service: ConsolidationService): Resolvers<NationalContext> {
  return {
    Query: {
      consolidation: (
        _: unknown,
        { period, filter, by }: FiguresArguments & { period: PeriodInput },
        context: NationalContext,
      ) => consolidationOf(service, figuresScopeOf(period, filter, by, context)),
      consolidations: (
        _: unknown,
        { periods, filter, by }: FiguresArguments & { periods: readonly PeriodInput[] },
        context: NationalContext,
      ) =>
        checkedPeriods(periods).map((period) => consolidationOf(service, figuresScopeOf(period, filter, by, context))),
    },
    Consolidation: {
      period: ({ scope }: Gathered) => decodeFiguresScope(scope),
      restrictedTo: (_: unknown, __: unknown, { caller }: NationalContext) => restrictionOf(caller),
      total: gather(service.total),
      regions: gather(service.regions),
      coverage: gather(service.coverage),
      isDemonstration: gather(service.isDemonstration),
      breakdown: gather(service.breakdown),
      breakdownCoverage: gather(service.breakdownCoverage),
      outcomes: gather(service.outcomes),
      outcomesCoverage: gather(service.outcomesCoverage),
    },
    Figures: {
      ...indicatorFields(),
      partial: ({ partial }: FiguresParent) => partial ?? [],
      buyers: gather((gathered: Gathered, ...asked) => service.distinct(gathered, ...asked, 'buyerSirens')),
      companies: gather((gathered: Gathered, ...asked) => service.distinct(gathered, ...asked, 'companySirets')),
      distinctCoverage: gather(service.distinctCoverage),
    },
    FigureSet: {
      ...indicatorFields(),
      buyers: (parent: FigureSetParent) => measuresOf(parent).buyerCount ?? null,
      companies: (parent: FigureSetParent) => measuresOf(parent).companyCount ?? null,
    },
  };
}

/** The parent of a Consolidation: what was asked and the references that make the router ask it. */
export function consolidationOf(service: ConsolidationService, scope: FiguresScope) {
  return service.scatter(scope);
}

function checkedPeriods(periods: readonly PeriodInput[]): readonly PeriodInput[] {
  if (periods.length >= 1 && periods.length <= MAX_PERIODS) return periods;
  const message = `\`periods\` holds ${periods.length} periods; it takes from 1 to ${MAX_PERIODS}. Split the question.`;
  throw new HubError('TOO_MANY_PERIODS', message, { limit: MAX_PERIODS });
}

/** One field per indicator of the catalogue (HOURS_DONE gives `hoursDone`), and how precise they are. */
function indicatorFields() {
  const fields = Object.keys(INDICATORS).map((name) => {
    const field = name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [field, (parent: FigureSetParent) => indicatorValue(name as IndicatorName, measuresOf(parent))] as const;
  });
  return {
    ...Object.fromEntries(fields),
    precision: (parent: FigureSetParent) => disclosedOf(parent).precision,
    roundedTo: (parent: FigureSetParent) => disclosedOf(parent).roundedTo,
    masked: (parent: FigureSetParent) => disclosedOf(parent).masked,
    shareOf: (parent: FigureSetParent, { hours }: { hours: number }) => {
      const { hoursDone } = measuresOf(parent);
      return hoursDone == null || hours <= 0 ? null : hoursDone / 100 / hours;
    },
    fullTimeEquivalents: (
      parent: FigureSetParent,
      { hoursPerYear, decimals }: { hoursPerYear: number; decimals: number },
    ) => {
      const { hoursDone } = measuresOf(parent);
      return hoursDone == null ? null : fullTimeEquivalents(hoursDone, hoursPerYear, decimals);
    },
  };
}
