import { z } from 'zod';

/** Figures of a report, as fields. */
export const FIGURES =
  'hoursPlanned hoursDone workContracts participants contracts operations masked { indicator lowerBound upperBound }';
/** What a part of a report covers, as fields. */
export const COVERAGE =
  'coverage { expected answered missing { code name status } desksExpected desksReporting isComplete }';

/** The figures of a buyer for a year, over all regions and by region. */
export const FIGURES_QUERY = `query ReportFigures($siren: Siren!, $period: PeriodInput!) {
  nationalBuyer(siren: $siren) {
    siren name isDemonstration
    partnership { signedOn endsOn members { siren name } objectives { label hours startsOn deadline activity { total { ${FIGURES} } coverage { expected answered } } } }
    activity(period: $period) {
      total { ${FIGURES} }
      regions { region { code name } status asOf isDemonstration figures { ${FIGURES} } }
      ${COVERAGE}
    }
  }
}`;

/** Hours since the convention was signed. */
export const SINCE_QUERY = `query ReportSince($siren: Siren!, $period: PeriodInput!) {
  nationalBuyer(siren: $siren) { activity(period: $period) { total { ${FIGURES} } ${COVERAGE} } }
}`;

/** The figures of a year along one dimension. */
export const BREAKDOWN_QUERY = `query ReportBreakdown($siren: Siren!, $period: PeriodInput!, $by: [Dimension!]) {
  nationalBuyer(siren: $siren) {
    activity(period: $period, by: $by) {
      breakdown { keys { value label } figures { ${FIGURES} } }
      breakdownCoverage { expected answered }
    }
  }
}`;

/** What became of participants in a year. */
export const OUTCOMES_QUERY = `query ReportOutcomes($period: PeriodInput!, $filter: FigureFilter) {
  consolidation(period: $period, filter: $filter) {
    outcomes { stage known dynamicShare masked roundedTo }
    outcomesCoverage { expected answered }
  }
}`;

/** Qualitative records that their authors share, by region. */
export const RECORDS_QUERY = `query ReportRecords($codes: [RegionCode!]) {
  regions(codes: $codes) { name network { records { kind theme title body author occurredOn } } }
}`;

/** One page of contracts. */
export const CONTRACTS_QUERY = `query ReportContracts($filter: ContractFilter, $after: String) {
  contracts(filter: $filter, first: 100, after: $after) {
    edges { region { code name } node { id buyer { siren name } title departement sector clauseType amount notifiedOn hoursPlanned hoursDone } }
    pageInfo { hasNextPage endCursor }
    coverage { expected answered missing { code name status } }
    totalCount
  }
}`;

const number = z.number().nullable();
const text = z.string().nullable();
/** Form of the regions that did not answer. */
export const missing = z.array(z.object({ code: z.string(), name: z.string(), status: z.string() }));
/** Form of FIGURES. */
export const figures = z.object({
  hoursPlanned: number,
  hoursDone: number,
  workContracts: number,
  participants: number,
  contracts: number,
  operations: number,
  masked: z.array(z.object({ indicator: z.string(), lowerBound: z.number(), upperBound: number })),
});
/** Form of COVERAGE. */
export const coverage = z
  .object({
    expected: z.number(),
    answered: z.number(),
    missing,
    desksExpected: number,
    desksReporting: number,
    isComplete: z.boolean(),
  })
  .nullable();

/** Form of the answer to FIGURES_QUERY. */
export const figuresSchema = z.object({
  nationalBuyer: z
    .object({
      siren: z.string(),
      name: z.string(),
      isDemonstration: z.boolean().nullable(),
      partnership: z
        .object({
          signedOn: z.string(),
          endsOn: text,
          members: z.array(z.object({ siren: z.string(), name: z.string() })),
          objectives: z.array(
            z.object({
              label: z.string(),
              hours: z.number(),
              startsOn: z.string(),
              deadline: z.string(),
              activity: z.object({
                total: figures.nullable(),
                coverage: z.object({ expected: z.number(), answered: z.number() }).nullable(),
              }),
            }),
          ),
        })
        .nullable(),
      activity: z.object({
        total: figures.nullable(),
        regions: z
          .array(
            z.object({
              region: z.object({ code: z.string(), name: z.string() }),
              status: z.string(),
              asOf: text,
              isDemonstration: z.boolean().nullable(),
              figures: figures.nullable(),
            }),
          )
          .nullable(),
        coverage,
      }),
    })
    .nullable(),
});

/** Form of the answer to SINCE_QUERY. */
export const sinceSchema = z.object({
  nationalBuyer: z.object({ activity: z.object({ total: figures.nullable(), coverage }) }).nullable(),
});

/** Form of the answer to BREAKDOWN_QUERY. */
export const breakdownSchema = z.object({
  nationalBuyer: z
    .object({
      activity: z.object({
        breakdown: z
          .array(z.object({ keys: z.array(z.object({ value: z.string(), label: z.string() })), figures }))
          .nullable(),
        breakdownCoverage: z.object({ expected: z.number(), answered: z.number() }).nullable(),
      }),
    })
    .nullable(),
});

const outcomeSchema = z.object({
  stage: z.string(),
  known: number,
  dynamicShare: number,
  masked: text,
  roundedTo: number,
});

/** Form of the answer to OUTCOMES_QUERY. */
export const outcomesSchema = z.object({
  consolidation: z.object({
    outcomes: z.array(outcomeSchema).nullable(),
    outcomesCoverage: z.object({ expected: z.number(), answered: z.number() }).nullable(),
  }),
});

const recordSchema = z.object({ kind: text, theme: text, title: text, body: text, author: text, occurredOn: text });

/** Form of the answer to RECORDS_QUERY. */
export const recordsSchema = z.object({
  regions: z.array(
    z.object({
      name: z.string(),
      network: z.object({ records: z.array(recordSchema).nullable() }).nullable(),
    }),
  ),
});

const contractSchema = z.object({
  region: z.object({ code: z.string(), name: z.string() }),
  node: z
    .object({
      id: z.string(),
      buyer: z.object({ siren: text, name: text }).nullable(),
      title: text,
      departement: text,
      sector: text,
      clauseType: text,
      amount: number,
      notifiedOn: text,
      hoursPlanned: number,
      hoursDone: number,
    })
    .nullable(),
});

/** Form of the answer to CONTRACTS_QUERY. */
export const contractsSchema = z.object({
  contracts: z.object({
    edges: z.array(contractSchema).nullable(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text }).nullable(),
    coverage: z.object({ expected: z.number(), answered: z.number(), missing }).nullable(),
    totalCount: number,
  }),
});

/** Figures as the API gives them: null is unknown, unless it is named in `masked`. */
export type ReportFigures = z.infer<typeof figures>;
/** Which regions a part of the report covers; null when none answered. */
export type ReportCoverage = z.infer<typeof coverage>;
/** The buyer and its year. */
export type ReportBuyer = NonNullable<z.infer<typeof figuresSchema>['nationalBuyer']>;
/** Cells along one dimension; null when no region answered. */
export type ReportCells = NonNullable<z.infer<typeof breakdownSchema>['nationalBuyer']>['activity'];
/** What is known of outcomes at one stage. */
export type ReportOutcome = z.infer<typeof outcomeSchema>;
/** Outcomes of a year, and which regions say them. */
export type ReportOutcomes = z.infer<typeof outcomesSchema>['consolidation'];
/** A record that its author shares. */
export type ReportRecord = z.infer<typeof recordSchema>;
/** A contract, and the region that holds it. */
export type ReportContract = z.infer<typeof contractSchema>;
/** What is known of one page of contracts. */
export type ReportContractsCoverage = z.infer<typeof contractsSchema>['contracts']['coverage'];
