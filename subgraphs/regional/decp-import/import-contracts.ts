import type { ClientBase } from 'pg';
import {
  INSERT_HOLDERS,
  UPSERT_BUYERS,
  UPSERT_CONTRACTORS,
  UPSERT_CONTRACTS,
  UPSERT_LOTS,
} from './contract-statements';
import type { DecpContract } from '../../kit/decp';
import { inTransaction } from './transaction';

/** What an import changed in the books of a region. */
export interface ImportCounts {
  /** Contracts. */
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows written in all tables, contracts included: 0 when the file was imported before. */
  readonly rowsWritten: number;
}

/** How the import tells how far it is, in contracts of one region. */
export type OnProgress = (progress: { readonly region: string; readonly done: number; readonly total: number }) => void;

/** Contracts written by one statement. */
const BATCH = 1000;

interface Written {
  readonly inserted: number;
  readonly updated: number;
}

/**
 * Writes contracts into the books of their region, in one transaction: all or nothing. Buyers meet by
 * SIREN, contractors by SIRET, contracts by uid. Rows of another origin are never changed, and neither is
 * what a desk entered on a contract. Importing the same contracts again writes nothing.
 */
export async function importContracts(
  client: ClientBase,
  regionCode: string,
  contracts: readonly DecpContract[],
  options: { readonly onProgress?: OnProgress } = {},
): Promise<ImportCounts> {
  const total = contracts.length;
  return inTransaction(client, async () => {
    let rowsWritten = 0;
    const run = async (statement: string, columns: readonly (readonly unknown[])[]): Promise<Written> => {
      const { rows } = await client.query<Written>(statement, [...columns]);
      const written = rows[0] ?? { inserted: 0, updated: 0 };
      rowsWritten += written.inserted + written.updated;
      return written;
    };
    await importParties(contracts, run);
    let inserted = 0;
    let updated = 0;
    for (let start = 0; start < total; start += BATCH) {
      const batch = contracts.slice(start, start + BATCH);
      const written = await run(UPSERT_CONTRACTS, contractColumns(batch));
      inserted += written.inserted;
      updated += written.updated;
      await run(UPSERT_LOTS, [batch.map((contract) => contract.uid)]);
      const holders = batch.flatMap(({ uid, holders }) => holders.map(({ siret }) => ({ uid, siret })));
      await run(INSERT_HOLDERS, [holders.map((holder) => holder.uid), holders.map((holder) => holder.siret)]);
      options.onProgress?.({ region: regionCode, done: start + batch.length, total });
    }
    return { inserted, updated, unchanged: total - inserted - updated, rowsWritten };
  });
}

/** Buyers and contractors of the whole file first, so that a name does not depend on the batches. */
async function importParties(
  contracts: readonly DecpContract[],
  run: (statement: string, columns: readonly (readonly unknown[])[]) => Promise<Written>,
): Promise<void> {
  const buyers = firstNamed(
    contracts.map(({ buyer }) => buyer),
    (buyer) => buyer.siren,
  );
  for (const batch of batchesOf(buyers))
    await run(UPSERT_BUYERS, [
      batch.map((buyer) => buyer.siren),
      batch.map((buyer) => buyer.siret),
      batch.map((buyer) => buyer.name),
    ]);
  const holders = firstNamed(
    contracts.flatMap((contract) => contract.holders),
    (holder) => holder.siret,
  );
  for (const batch of batchesOf(holders))
    await run(UPSERT_CONTRACTORS, [batch.map((holder) => holder.siret), batch.map((holder) => holder.name)]);
}

/** One per key: the first that has a name, else the first. */
function firstNamed<Party extends { readonly name: string | null }>(
  parties: readonly Party[],
  keyOf: (party: Party) => string,
): Party[] {
  const kept = new Map<string, Party>();
  for (const party of parties) if ((kept.get(keyOf(party))?.name ?? null) === null) kept.set(keyOf(party), party);
  return [...kept.values()];
}

function* batchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}

function contractColumns(batch: readonly DecpContract[]): readonly (readonly unknown[])[] {
  return [
    batch.map((contract) => contract.uid),
    batch.map((contract) => contract.buyer.siren),
    batch.map((contract) => contract.title),
    batch.map((contract) => contract.fallbackTitle),
    batch.map((contract) => contract.cpv),
    batch.map((contract) => contract.sector),
    batch.map((contract) => contract.clause !== null),
    batch.map((contract) => contract.clause?.type ?? null),
    batch.map((contract) => contract.amountCents),
    batch.map((contract) => contract.notifiedOn),
    batch.map((contract) => contract.durationMonths),
    batch.map((contract) => contract.place?.kind ?? null),
    batch.map((contract) => contract.place?.code ?? null),
    batch.map((contract) => contract.departement),
  ];
}
