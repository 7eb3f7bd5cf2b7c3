import { HubError } from '../../subgraphs/kit/errors';
import type { GatewayClient } from '../client';
import { readContracts, type ReportContracts } from './read-contracts';
import { readRecords, type RegionRecord } from './read-records';
import {
  BREAKDOWN_QUERY,
  breakdownSchema,
  FIGURES_QUERY,
  figuresSchema,
  OUTCOMES_QUERY,
  outcomesSchema,
  type ReportBuyer,
  type ReportCells,
  type ReportContract,
  type ReportContractsCoverage,
  type ReportCoverage,
  type ReportFigures,
  type ReportOutcomes,
  SINCE_QUERY,
  sinceSchema,
} from './report-questions';

/** What a buyer's yearly report says, as the API answered it. */
export interface BuyerReport {
  readonly year: number;
  readonly readAt: Date;
  readonly buyer: ReportBuyer;
  /** From the month of signature to the end of the year; null without a convention signed by then. */
  readonly since: {
    readonly from: string;
    readonly total: ReportFigures | null;
    readonly coverage: ReportCoverage;
  } | null;
  readonly byMonth: ReportCells;
  readonly byDepartement: ReportCells;
  readonly outcomes: ReportOutcomes;
  /** Of the regions that have contracts of the buyer with hours in the year, of the year, the latest first. */
  readonly records: readonly RegionRecord[];
  readonly contracts: readonly ReportContract[];
  /** The lowest coverage of all pages. */
  readonly contractsCoverage: ReportContractsCoverage;
}

/** Whose report, of which year. */
export interface ReportSubject {
  readonly siren: string;
  readonly year: number;
}

/**
 * Asks the gateway for everything in a buyer's report. Regions that are down are named in its coverages. Throws
 * REPORT_BUYER_UNKNOWN, and what the gateway refuses with.
 */
export async function readBuyerReport(gateway: GatewayClient, { siren, year }: ReportSubject): Promise<BuyerReport> {
  const period = { from: `${year}-01`, to: `${year}-12` };
  const readAt = new Date();
  const { nationalBuyer } = await gateway.ask(FIGURES_QUERY, { siren, period }, figuresSchema, PARTLY);
  const buyer = found(nationalBuyer, siren);
  const byMonth = await cellsOf(gateway, siren, period, 'MONTH');
  const byDepartement = await cellsOf(gateway, siren, period, 'DEPARTEMENT');
  const since = await sinceSignature(gateway, buyer, year);
  const { consolidation } = await gateway.ask(
    OUTCOMES_QUERY,
    { period, filter: { buyers: [siren] } },
    outcomesSchema,
    PARTLY,
  );
  const active = (buyer.activity.regions ?? []).filter(({ figures }) => (figures?.contracts ?? 0) > 0);
  const records = await readRecords(
    gateway,
    active.map(({ region }) => region.code),
    year,
  );
  const contracts = await contractsOf(gateway, buyer);
  return { year, readAt, buyer, since, byMonth, byDepartement, outcomes: consolidation, records, ...contracts };
}

const PARTLY = { isPartial: true };

async function cellsOf(gateway: GatewayClient, siren: string, period: object, dimension: string): Promise<ReportCells> {
  const variables = { siren, period, by: [dimension] };
  const { nationalBuyer } = await gateway.ask(BREAKDOWN_QUERY, variables, breakdownSchema, PARTLY);
  return found(nationalBuyer, siren).activity;
}

async function sinceSignature(gateway: GatewayClient, { siren, partnership }: ReportBuyer, year: number) {
  const from = partnership?.signedOn.slice(0, 7);
  if (from === undefined || from > `${year}-12`) return null;
  const variables = { siren, period: { from, to: `${year}-12` } };
  const { nationalBuyer } = await gateway.ask(SINCE_QUERY, variables, sinceSchema, PARTLY);
  return { from, ...found(nationalBuyer, siren).activity };
}

/** Contracts of the buyer, then of each other legal unit under its convention. */
async function contractsOf(gateway: GatewayClient, { siren, partnership }: ReportBuyer): Promise<ReportContracts> {
  const sirens = [siren, ...(partnership?.members ?? []).map((member) => member.siren)];
  const parts: ReportContracts[] = [];
  for (const buyer of sirens) parts.push(await readContracts(gateway, { buyer }));
  const coverages = parts.map(({ contractsCoverage }) => contractsCoverage);
  const lowest = coverages.reduce((low, one) => ((one?.answered ?? 0) < (low?.answered ?? 0) ? one : low));
  return { contracts: parts.flatMap(({ contracts }) => contracts), contractsCoverage: lowest };
}

function found<Value>(value: Value | null, siren: string): Value {
  if (value !== null) return value;
  throw new HubError('REPORT_BUYER_UNKNOWN', `No buyer of SIREN ${siren} has a partnership that this caller may see.`);
}
