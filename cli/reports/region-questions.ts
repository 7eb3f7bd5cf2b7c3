import { z } from 'zod';
import { COVERAGE, coverage, FIGURES, figures } from './report-questions';

/** The figures of a region for a year. */
export const REGION_QUERY = `query RegionFigures($period: PeriodInput!, $filter: FigureFilter, $code: RegionCode!) {
  regions(codes: [$code]) { code name status network { coordinationName isDemonstration } }
  consolidation(period: $period, filter: $filter) { total { ${FIGURES} } regions { asOf } ${COVERAGE} }
}`;

/** The same along one dimension. */
export const REGION_BREAKDOWN_QUERY = `query RegionBreakdown($period: PeriodInput!, $filter: FigureFilter, $by: [Dimension!]) {
  consolidation(period: $period, filter: $filter, by: $by) {
    breakdown { keys { value label } figures { ${FIGURES} } }
    breakdownCoverage { expected answered }
  }
}`;

/** One page of the mobilisation requests of a region. */
export const REQUESTS_QUERY = `query RegionRequests($filter: MobilisationRequestFilter, $after: String) {
  mobilisationRequests(filter: $filter, first: 100, after: $after) {
    edges { node { siren title departement state nextActor isLate announcedAt dueAt proposedSizing { hours } agreedSizing { hours } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const text = z.string().nullable();

/** Form of the answer to REGION_QUERY. */
export const regionSchema = z.object({
  regions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      status: text,
      network: z.object({ coordinationName: text, isDemonstration: z.boolean().nullable() }).nullable(),
    }),
  ),
  consolidation: z.object({
    total: figures.nullable(),
    regions: z.array(z.object({ asOf: text })).nullable(),
    coverage,
  }),
});

/** Form of the answer to REGION_BREAKDOWN_QUERY. */
export const regionBreakdownSchema = z.object({
  consolidation: z.object({
    breakdown: z
      .array(z.object({ keys: z.array(z.object({ value: z.string(), label: z.string() })), figures }))
      .nullable(),
    breakdownCoverage: z.object({ expected: z.number(), answered: z.number() }).nullable(),
  }),
});

const requestSchema = z.object({
  siren: z.string(),
  title: z.string(),
  departement: text,
  state: z.string(),
  nextActor: text,
  isLate: z.boolean(),
  announcedAt: z.string(),
  dueAt: text,
  proposedSizing: z.object({ hours: z.number() }),
  agreedSizing: z.object({ hours: z.number() }).nullable(),
});

/** Form of the answer to REQUESTS_QUERY. */
export const requestsSchema = z.object({
  mobilisationRequests: z.object({
    edges: z.array(z.object({ node: requestSchema })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text }),
  }),
});

/** The region and its year. */
export type ReportRegion = z.infer<typeof regionSchema>;
/** A mobilisation request of the region. */
export type ReportRequest = z.infer<typeof requestSchema>;
