import { basename } from 'node:path';
import type { Client } from 'pg';
import { assembleContracts } from '../../kit/decp';
import type { DecpContract, RejectedRow, RejectionReason } from '../../kit/decp';
import { createReport, type DecpReport, type RegionReport } from './decp-report';
import { importContracts, type ImportCounts, type OnProgress } from './import-contracts';
import { readDecp } from '../../kit/decp';
import { removeContracts, settleRegions, type Books } from './settle-regions';

/** What an import needs. */
export interface DecpImportSettings {
  /** The file, CSV or JSON. */
  readonly path: string;
  /** Codes of the regions whose books can be written. */
  readonly regions: readonly string[];
  /** Connects to the books of a region; the import ends the connection. */
  readonly connect: (regionCode: string) => Promise<Client>;
  readonly onProgress?: OnProgress;
}

const NOTHING: ImportCounts = { inserted: 0, updated: 0, unchanged: 0, rowsWritten: 0 };

/**
 * Imports a DECP file into the books of the regions, each contract once and in its region, and accounts
 * for every row. The file is read whole before the first write. One transaction per region: a region that
 * cannot be reached or refuses gets nothing, its contracts are reported (REGION_UNAVAILABLE) and the others
 * go on; running the import again completes it. Throws IMPORT_FILE_UNREADABLE when the file is no DECP file.
 */
export async function importDecp(settings: DecpImportSettings): Promise<DecpReport> {
  const source = await readDecp(settings.path);
  const assembly = await assembleContracts(source.items);
  const failures = new Map<string, string>();
  const books = await connectAll(settings, failures);
  try {
    const settlement = await settleRegions(assembly.contracts, books);
    for (const [region, why] of settlement.unreadable) failures.set(region, why);
    const counts = await importAll(settlement.contracts, books, settings, failures);
    const imported = settlement.contracts.filter((contract) => counts.has(contract.regionCode));
    const arrived = new Set(imported.map((contract) => contract.uid));
    const regions: RegionReport[] = [];
    for (const [code, client] of books) {
      const leaving = (settlement.leaving.get(code) ?? []).filter((uid) => arrived.has(uid));
      const movedAway = leaving.length === 0 ? 0 : await removeContracts(client, leaving);
      const { inserted, updated, unchanged, rowsWritten } = counts.get(code) ?? NOTHING;
      const contracts = inserted + updated + unchanged;
      regions.push({ code, contracts, inserted, updated, unchanged, rowsWritten, movedAway });
    }
    return createReport({
      file: basename(settings.path),
      format: source.format,
      assembly,
      imported,
      regions,
      refused: refusalsOf(settlement.contracts, counts, failures),
      warned: settlement.warnings,
    });
  } finally {
    await Promise.allSettled([...books.values()].map((client) => client.end()));
  }
}

async function connectAll(settings: DecpImportSettings, failures: Map<string, string>): Promise<Map<string, Client>> {
  const books = new Map<string, Client>();
  for (const region of [...new Set(settings.regions)].sort()) {
    try {
      const client = await settings.connect(region);
      // A connection lost between two statements makes the next one fail, where it is reported.
      client.on('error', () => undefined);
      books.set(region, client);
    } catch (error) {
      failures.set(region, messageOf(error));
    }
  }
  return books;
}

async function importAll(
  contracts: readonly DecpContract[],
  books: Books,
  settings: DecpImportSettings,
  failures: Map<string, string>,
): Promise<Map<string, ImportCounts>> {
  const counts = new Map<string, ImportCounts>();
  for (const [region, client] of books) {
    if (failures.has(region)) continue;
    const own = contracts.filter((contract) => contract.regionCode === region);
    try {
      counts.set(region, await importContracts(client, region, own, settings));
    } catch (error) {
      failures.set(region, messageOf(error));
    }
  }
  return counts;
}

function refusalsOf(
  contracts: readonly DecpContract[],
  counts: ReadonlyMap<string, ImportCounts>,
  failures: ReadonlyMap<string, string>,
): RejectedRow[] {
  return contracts
    .filter((contract) => !counts.has(contract.regionCode))
    .flatMap(({ uid, lines, regionCode }) => {
      const failure = failures.get(regionCode);
      const reason: RejectionReason = failure === undefined ? 'REGION_NOT_CONNECTED' : 'REGION_UNAVAILABLE';
      const message =
        failure === undefined
          ? `Region ${regionCode} has no books here.`
          : `The books of region ${regionCode} could not be written: ${failure}`;
      return lines.map((line) => ({ line, uid, reason, message, value: regionCode }));
    });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
