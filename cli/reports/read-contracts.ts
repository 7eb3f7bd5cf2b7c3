import type { GatewayClient } from '../client';
import {
  CONTRACTS_QUERY,
  contractsSchema,
  type ReportContract,
  type ReportContractsCoverage,
} from './report-questions';

/** Contracts of a report, the latest first. */
export interface ReportContracts {
  readonly contracts: readonly ReportContract[];
  /** The lowest coverage of all pages. */
  readonly contractsCoverage: ReportContractsCoverage;
}

/** Reads every page of the contracts that a ContractFilter says. Regions that are down are named in the coverage. */
export async function readContracts(
  gateway: GatewayClient,
  filter: Readonly<Record<string, unknown>>,
): Promise<ReportContracts> {
  const contracts: ReportContract[] = [];
  let contractsCoverage: ReportContractsCoverage = null;
  let after: string | null = null;
  for (;;) {
    const variables: Record<string, unknown> = { filter, after };
    const { contracts: page } = await gateway.ask(CONTRACTS_QUERY, variables, contractsSchema, { isPartial: true });
    contracts.push(...(page.edges ?? []));
    if (contractsCoverage === null || (page.coverage?.answered ?? 0) < contractsCoverage.answered) {
      contractsCoverage = page.coverage;
    }
    after = page.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : null;
    if (after === null) return { contracts, contractsCoverage };
  }
}
