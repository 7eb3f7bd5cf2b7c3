import { z } from 'zod';
import type { GatewayClient } from '../client';

const text = z.string().nullable();
const nodeSchema = z.object({
  id: z.string(),
  title: text,
  clauseType: text,
  amount: z.number().nullable(),
  notifiedOn: text,
  departement: text,
  decp: text,
});
const missingSchema = z.array(z.object({ code: z.string(), name: z.string(), status: z.string() }));
const pageSchema = z.object({
  contracts: z.object({
    edges: z.array(z.object({ region: z.object({ code: z.string() }), node: nodeSchema.nullable() })).nullable(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text }).nullable(),
    coverage: z.object({ missing: missingSchema }).nullable(),
  }),
});

/** A contract that a region holds, as far as it is compared. */
export type HeldContract = z.infer<typeof nodeSchema> & { readonly region: string };

/** What the regions hold of a buyer. */
export interface HeldContracts {
  readonly contracts: readonly HeldContract[];
  /** Regions of which nobody can tell what they hold, by code, with their status; those that are no members are not among them. */
  readonly unknown: ReadonlyMap<string, string>;
}

const PAGE = `query HeldContracts($filter: ContractFilter, $first: Int!, $after: String) {
  contracts(filter: $filter, first: $first, after: $after) {
    edges { region { code } node { id title clauseType amount notifiedOn departement decp } }
    pageInfo { hasNextPage endCursor }
    coverage { missing { code name status } }
  }
}`;
/** No contract ends before: asked for, it names the regions whose version of the regional schema cannot say links to the DECP. */
const ANY_END = '1990-01-01';

/** Reads every contract of a buyer over all regions, and which regions cannot be compared. */
export async function readHeld(gateway: GatewayClient, siren: string): Promise<HeldContracts> {
  const contracts: HeldContract[] = [];
  const unknown = new Map<string, string>();
  const note = (coverage: z.infer<typeof pageSchema>['contracts']['coverage']) => {
    for (const { code, status } of coverage?.missing ?? []) {
      if (status !== 'NOT_CONNECTED') unknown.set(code, status);
    }
  };
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { filter: { buyer: siren }, first: 100, after };
    const { contracts: page } = await gateway.ask(PAGE, variables, pageSchema, { isPartial: true });
    for (const { region, node } of page.edges ?? []) {
      // A row that was listed and then not given: its region did not answer to the end.
      if (node === null) unknown.set(region.code, 'MISSING');
      else contracts.push({ ...node, region: region.code });
    }
    note(page.coverage);
    after = page.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : null;
  } while (after !== null);
  const versions = { filter: { buyer: siren, endsFrom: ANY_END }, first: 1, after: null };
  note((await gateway.ask(PAGE, versions, pageSchema, { isPartial: true })).contracts.coverage);
  return { contracts: contracts.filter(({ region }) => !unknown.has(region)), unknown };
}
