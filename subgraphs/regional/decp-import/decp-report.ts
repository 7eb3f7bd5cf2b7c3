import type { Assembly } from '../../kit/decp';
import type { DecpContract, ImportWarning, RejectedRow, RejectionReason, WarningCode } from '../../kit/decp';
import type { ImportCounts } from './import-contracts';
import type { DecpFormat } from '../../kit/decp';

/** What the import did in the books of one region. */
export interface RegionReport extends ImportCounts {
  readonly code: string;
  /** Contracts of the file that are in this region: inserted + updated + unchanged. */
  readonly contracts: number;
  /** Contracts taken out of these books because the file says that they are executed in another region. */
  readonly movedAway: number;
}

/**
 * The account of an import, stable: the same file and the same books give the same report to the byte.
 * `rows.read` = `rows.accepted` + `rows.rejected`; `contracts.found` = `imported` + `rejected`.
 */
export interface DecpReport {
  readonly file: string;
  readonly format: DecpFormat;
  /** What `line` counts: lines of the file (CSV) or records from 1 (JSON). */
  readonly lineUnit: 'LINE' | 'RECORD';
  readonly rows: { readonly read: number; readonly accepted: number; readonly rejected: number };
  readonly contracts: { readonly found: number; readonly imported: number; readonly rejected: number };
  /** Concession contracts of the file, passed over. */
  readonly concessions: number;
  /** Every connected region, in order of code. */
  readonly regions: readonly RegionReport[];
  readonly rejectedByReason: Readonly<Partial<Record<RejectionReason, number>>>;
  readonly warningsByCode: Readonly<Partial<Record<WarningCode, number>>>;
  /** In order of lines. */
  readonly rejected: readonly RejectedRow[];
  readonly warnings: readonly ImportWarning[];
}

/** What is needed to write the account. */
export interface ReportParts {
  readonly file: string;
  readonly format: DecpFormat;
  readonly assembly: Assembly;
  readonly imported: readonly DecpContract[];
  readonly regions: readonly RegionReport[];
  /** Refused after assembly: no region to take them. */
  readonly refused: readonly RejectedRow[];
  readonly warned: readonly ImportWarning[];
}

/** Writes the account of an import. */
export function createReport(parts: ReportParts): DecpReport {
  const { assembly, imported } = parts;
  const rejected = byLine([...assembly.rejected, ...parts.refused]);
  const warnings = byLine([...assembly.warnings, ...parts.warned]);
  return {
    file: parts.file,
    format: parts.format,
    lineUnit: parts.format === 'CSV' ? 'LINE' : 'RECORD',
    rows: { read: assembly.rows, accepted: assembly.rows - rejected.length, rejected: rejected.length },
    contracts: {
      found: assembly.contractsFound,
      imported: imported.length,
      rejected: assembly.contractsFound - imported.length,
    },
    concessions: assembly.concessions,
    regions: parts.regions,
    rejectedByReason: countBy(rejected.map((row) => row.reason)),
    warningsByCode: countBy(warnings.map((warning) => warning.code)),
    rejected,
    warnings,
  };
}

/** The account in a few numbers, for a line on a terminal. Contracts, unless the name says rows. */
export function summaryOf(report: DecpReport): Readonly<Record<string, number>> {
  const sum = (name: 'inserted' | 'updated' | 'unchanged') =>
    report.regions.reduce((total, region) => total + region[name], 0);
  return {
    rows: report.rows.read,
    rejectedRows: report.rows.rejected,
    contracts: report.contracts.imported,
    rejectedContracts: report.contracts.rejected,
    inserted: sum('inserted'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    warnings: report.warnings.length,
  };
}

function byLine<Row extends { readonly line: number }>(rows: Row[]): Row[] {
  return rows.sort((left, right) => left.line - right.line);
}

function countBy<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
