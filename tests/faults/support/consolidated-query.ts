import { REGION_CODES } from './known-figures';
import type { SeededRandom } from './seeded-random';

/** What a client of the suite asks. */
export interface ConsolidatedQuery {
  readonly from: string;
  readonly to: string;
  /** Regions asked for, ascending; all 18 when undefined. */
  readonly regions: readonly string[] | undefined;
  /** Whether buyers and companies are asked for, which takes a second round. */
  readonly hasDistinct: boolean;
  /** Whether a breakdown by month is asked for. */
  readonly hasBreakdown: boolean;
}

/** Draws a question: a period of 1 to 12 months from 2018 on, sometimes of some regions only. */
export function drawQuery(random: SeededRandom): ConsolidatedQuery {
  const start = random.below(72);
  const monthOf = (index: number) => `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  const isFiltered = random.below(4) === 0;
  return {
    from: monthOf(start),
    to: monthOf(start + random.below(12)),
    regions: isFiltered ? random.sample(REGION_CODES, 1 + random.below(5)).sort() : undefined,
    hasDistinct: random.below(3) === 0,
    hasBreakdown: random.below(4) === 0,
  };
}

/** Regions that an answer to the question has to speak of. */
export function expectedRegions({ regions }: ConsolidatedQuery): readonly string[] {
  return regions ?? REGION_CODES;
}

/** The question as a GraphQL request. */
export function requestOf(query: ConsolidatedQuery): { query: string; variables: Readonly<Record<string, unknown>> } {
  const { from, to, regions, hasBreakdown } = query;
  return {
    query: textOf(query),
    variables: {
      period: { from, to },
      filter: regions === undefined ? null : { regions },
      by: hasBreakdown ? ['MONTH'] : null,
    },
  };
}

const COVERAGE = '{ expected answered missing { code status } }';
const FIGURES = 'hoursPlanned hoursDone workContracts participants womenShare qpvShare contracts lots operations';

function textOf({ hasDistinct, hasBreakdown }: ConsolidatedQuery): string {
  return `query Faults($period: PeriodInput!, $filter: FigureFilter, $by: [Dimension!]) {
  consolidation(period: $period, filter: $filter, by: $by) {
    total { ${FIGURES} partial { indicator value answered missing { code status } }
      ${hasDistinct ? `buyers companies distinctCoverage ${COVERAGE}` : ''} }
    coverage ${COVERAGE}
    regions { region { code } status figures { ${FIGURES} } }
    ${hasBreakdown ? `breakdown { keys { value } figures { hoursDone workContracts } } breakdownCoverage ${COVERAGE}` : ''}
  }
}`;
}
