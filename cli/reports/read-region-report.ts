import {
  type CoverageReport,
  coverageReport,
  directoryAnswer,
  directoryQuestion,
  networkDirectory,
} from '../../subgraphs/kit/territories';
import { HubError } from '../../subgraphs/kit/errors';
import type { GatewayClient } from '../client';
import { readContracts, type ReportContracts } from './read-contracts';
import { readRecords, type RegionRecord } from './read-records';
import {
  REGION_BREAKDOWN_QUERY,
  REGION_QUERY,
  regionBreakdownSchema,
  regionSchema,
  type ReportRegion,
  type ReportRequest,
  REQUESTS_QUERY,
  requestsSchema,
} from './region-questions';
import { OUTCOMES_QUERY, outcomesSchema, type ReportCells, type ReportOutcomes } from './report-questions';

/** What the extract of a coordination says, as the API answered it. */
export interface RegionReport extends ReportContracts {
  readonly year: number;
  readonly readAt: Date;
  readonly region: ReportRegion['regions'][number];
  /** The buyer that the extract is of; null for all of them. */
  readonly siren: string | null;
  readonly activity: ReportRegion['consolidation'];
  readonly byMonth: ReportCells;
  readonly byDepartement: ReportCells;
  readonly bySector: ReportCells;
  readonly byBuyerKind: ReportCells;
  readonly outcomes: ReportOutcomes;
  readonly records: readonly RegionRecord[];
  readonly requests: readonly ReportRequest[];
  readonly territory: CoverageReport;
}

/** Which region's extract, of which year; of one buyer where a SIREN is given. */
export interface RegionSubject {
  readonly region: string;
  readonly year: number;
  readonly siren?: string | undefined;
}

const PARTLY = { isPartial: true };

/**
 * Asks the gateway for everything in the extract of a region. A region that is down is named in its coverages. Throws REGION_UNKNOWN and
 * what the gateway refuses with: a coordination has the extract of its own region.
 */
export async function readRegionReport(gateway: GatewayClient, subject: RegionSubject): Promise<RegionReport> {
  const { region: code, year, siren } = subject;
  const period = { from: `${year}-01`, to: `${year}-12` };
  const filter = { regions: [code], ...(siren === undefined ? {} : { buyers: [siren] }) };
  const readAt = new Date();
  const { regions, consolidation } = await gateway.ask(REGION_QUERY, { period, filter, code }, regionSchema, PARTLY);
  const [region] = regions;
  if (region === undefined) throw new HubError('REGION_UNKNOWN', `No region has the code ${code}.`, { region: code });
  const cellsOf = async (dimension: string): Promise<ReportCells> => {
    const variables = { period, filter, by: [dimension] };
    return (await gateway.ask(REGION_BREAKDOWN_QUERY, variables, regionBreakdownSchema, PARTLY)).consolidation;
  };
  const outcomes = await gateway.ask(OUTCOMES_QUERY, { period, filter }, outcomesSchema, PARTLY);
  const of = siren === undefined ? {} : { buyer: siren };
  return {
    year,
    readAt,
    region,
    siren: siren ?? null,
    activity: consolidation,
    byMonth: await cellsOf('MONTH'),
    byDepartement: await cellsOf('DEPARTEMENT'),
    bySector: await cellsOf('SECTOR'),
    byBuyerKind: await cellsOf('BUYER_KIND'),
    outcomes: outcomes.consolidation,
    records: await readRecords(gateway, [code], year),
    requests: await requestsOf(gateway, { regions: [code], ...of }),
    territory: await territoryOf(gateway, code),
    ...(await readContracts(gateway, { regions: [code], ...of })),
  };
}

async function requestsOf(gateway: GatewayClient, filter: Readonly<Record<string, unknown>>) {
  const requests: ReportRequest[] = [];
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { filter, after };
    const { mobilisationRequests: page } = await gateway.ask(REQUESTS_QUERY, variables, requestsSchema);
    requests.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return requests;
}

async function territoryOf(gateway: GatewayClient, code: string): Promise<CoverageReport> {
  const question = directoryQuestion({ withFacilitators: false });
  return coverageReport(networkDirectory(await gateway.ask(question, { codes: [code] }, directoryAnswer, PARTLY)));
}
