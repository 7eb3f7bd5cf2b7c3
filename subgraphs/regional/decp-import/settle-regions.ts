import type { ClientBase } from 'pg';
import type { DecpContract, ImportWarning } from '../../kit/decp';
import { inTransaction } from './transaction';

/** The books of the connected regions, by region code. */
export type Books = ReadonlyMap<string, ClientBase>;

/** Contracts settled on one region each. */
export interface Settlement {
  /** The contracts, some with the region where the books already hold them. */
  readonly contracts: readonly DecpContract[];
  /** Uids to take out of a region's books once their new region has them. */
  readonly leaving: ReadonlyMap<string, readonly string[]>;
  readonly warnings: readonly ImportWarning[];
  /** Regions whose books could not be read, with the reason. */
  readonly unreadable: ReadonlyMap<string, string>;
}

interface KnownContract {
  readonly uid: string;
  /** Nobody entered anything on it: no desk, operation, hours, further lot or work contract. */
  readonly untouched: boolean;
}

const FIND_KNOWN = `
SELECT contract.external_id AS uid,
  contract.desk_id IS NULL AND contract.operation_id IS NULL AND NOT EXISTS (
    SELECT FROM lot WHERE lot.contract_id = contract.id AND (lot.origin <> 'DECP'
      OR EXISTS (SELECT FROM hour_commitment WHERE hour_commitment.lot_id = lot.id)
      OR EXISTS (SELECT FROM work_contract WHERE work_contract.lot_id = lot.id)
      OR EXISTS (SELECT FROM lot_contractor WHERE lot_contractor.lot_id = lot.id AND lot_contractor.origin <> 'DECP'))
  ) AS untouched
FROM contract
WHERE contract.source = 'DECP' AND contract.origin = 'DECP' AND contract.external_id = ANY($1::text[])`;

/**
 * Keeps a contract in one region only when two files place it differently (one by its buyer, another by
 * its place of execution). It leaves the region that holds it only if this file gives the place and nobody
 * entered anything on it; otherwise it stays, with the warning REGION_KEPT. Regions that are not connected
 * cannot be looked into.
 */
export async function settleRegions(contracts: readonly DecpContract[], books: Books): Promise<Settlement> {
  const uids = contracts.map((contract) => contract.uid);
  const holders = new Map<string, { readonly region: string; readonly untouched: boolean }[]>();
  const unreadable = new Map<string, string>();
  for (const [region, client] of books) {
    try {
      const { rows } = await client.query<KnownContract>(FIND_KNOWN, [uids]);
      for (const { uid, untouched } of rows) holders.set(uid, [...(holders.get(uid) ?? []), { region, untouched }]);
    } catch (error) {
      unreadable.set(region, error instanceof Error ? error.message : String(error));
    }
  }
  const leaving = new Map<string, string[]>();
  const warnings: ImportWarning[] = [];
  const settled = contracts.map((contract) => {
    const elsewhere = (holders.get(contract.uid) ?? []).filter(({ region }) => region !== contract.regionCode);
    const holder = elsewhere.find(({ untouched }) => contract.regionBy === 'BUYER' || !untouched);
    const isHere = (holders.get(contract.uid)?.length ?? 0) > elsewhere.length;
    if (holder === undefined || isHere) {
      if (contract.regionBy === 'PLACE')
        for (const { region, untouched } of elsewhere)
          if (untouched) leaving.set(region, [...(leaving.get(region) ?? []), contract.uid]);
      return contract;
    }
    const message = `The books of region ${holder.region} hold this contract already: it stays there.`;
    const line = contract.lines[0] ?? 0;
    warnings.push({ line, uid: contract.uid, code: 'REGION_KEPT', message, value: contract.regionCode });
    return { ...contract, regionCode: holder.region };
  });
  return { contracts: settled, leaving, warnings, unreadable };
}

/** Takes contracts of the import, with their lots, out of the books of a region, in one transaction. */
export async function removeContracts(client: ClientBase, uids: readonly string[]): Promise<number> {
  return inTransaction(client, async () => {
    const owned = `SELECT id FROM contract WHERE source = 'DECP' AND origin = 'DECP' AND external_id = ANY($1::text[])`;
    const lots = `SELECT id FROM lot WHERE contract_id IN (${owned})`;
    await client.query(`DELETE FROM lot_contractor WHERE lot_id IN (${lots})`, [uids]);
    await client.query(`DELETE FROM lot WHERE contract_id IN (${owned})`, [uids]);
    const { rowCount } = await client.query(`DELETE FROM contract WHERE id IN (${owned})`, [uids]);
    return rowCount ?? 0;
  });
}
