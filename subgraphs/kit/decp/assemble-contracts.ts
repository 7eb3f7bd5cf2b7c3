import type { DecpContract, DecpItem, ImportWarning, RejectedRow } from './decp-record';
import { readRow, uidOf } from './decp-rules';

/** A file read to its end: its contracts, and what was refused or odd. */
export interface Assembly {
  /** One per uid with at least one accepted row, in the order of the file. */
  readonly contracts: readonly DecpContract[];
  readonly rejected: readonly RejectedRow[];
  readonly warnings: readonly ImportWarning[];
  /** Rows read, concessions not included. */
  readonly rows: number;
  /** Concession contracts passed over: they are another kind of contract, without holders of a market. */
  readonly concessions: number;
  /** Distinct uids of the rows that could be read, refused ones included. */
  readonly contractsFound: number;
}

/** Values of which a contract has one, compared between its rows. */
const SINGLE_VALUES = ['title', 'cpv', 'amountCents', 'notifiedOn', 'durationMonths'] as const;

/**
 * Merges the rows of a file into contracts. A contract has the union of its rows' holders and, of every
 * other value, the first one stated: amounts are repeated by the source on each row, never parts of a sum.
 */
export async function assembleContracts(items: AsyncIterable<DecpItem> | Iterable<DecpItem>): Promise<Assembly> {
  const contracts = new Map<string, DecpContract>();
  const found = new Set<string>();
  const rejected: RejectedRow[] = [];
  const warnings: ImportWarning[] = [];
  const reported = new Set<string>();
  let rows = 0;
  let concessions = 0;
  for await (const item of items) {
    if (item.kind === 'concession') {
      concessions += 1;
      continue;
    }
    rows += 1;
    if (item.kind === 'unreadable') {
      rejected.push(item.rejection);
      continue;
    }
    const uid = uidOf(item.record);
    if (uid !== null) found.add(uid);
    const reading = readRow(item.record);
    if (reading.kind === 'rejected') {
      rejected.push(reading.rejection);
      continue;
    }
    warnings.push(...reading.warnings);
    const kept = contracts.get(reading.contract.uid);
    if (kept === undefined) contracts.set(reading.contract.uid, reading.contract);
    else {
      warnings.push(...conflictsOf(kept, reading.contract, reported));
      contracts.set(kept.uid, mergeRows(kept, reading.contract));
    }
  }
  warnings.push(...caseTwins(contracts));
  return {
    contracts: [...contracts.values()],
    rejected,
    warnings,
    rows,
    concessions,
    contractsFound: found.size,
  };
}

function mergeRows(kept: DecpContract, row: DecpContract): DecpContract {
  const holders = new Map(kept.holders.map((holder) => [holder.siret, holder]));
  for (const holder of row.holders) {
    const known = holders.get(holder.siret);
    if (known === undefined || known.name === null) holders.set(holder.siret, holder);
  }
  // A row that says where the work is done is worth more than one that only names the buyer.
  const where = kept.regionBy === 'BUYER' && row.regionBy === 'PLACE' ? row : kept;
  return {
    ...kept,
    lines: [...kept.lines, ...row.lines],
    regionCode: where.regionCode,
    regionBy: where.regionBy,
    place: where.place,
    departement: where.departement,
    buyer: kept.buyer.name === null ? { ...kept.buyer, name: row.buyer.name } : kept.buyer,
    title: kept.title ?? row.title,
    cpv: kept.cpv ?? row.cpv,
    sector: kept.sector ?? row.sector,
    clause: kept.clause ?? row.clause,
    amountCents: kept.amountCents ?? row.amountCents,
    notifiedOn: kept.notifiedOn ?? row.notifiedOn,
    durationMonths: kept.durationMonths ?? row.durationMonths,
    holders: [...holders.values()],
  };
}

/** One warning per contract and value, at the first row that disagrees. */
function conflictsOf(kept: DecpContract, row: DecpContract, reported: Set<string>): ImportWarning[] {
  const conflicts: ImportWarning[] = [];
  const compare = (name: string, first: unknown, other: unknown) => {
    const key = `${name} ${kept.uid}`;
    if (first === null || other === null || first === other || reported.has(key)) return;
    reported.add(key);
    const message = `Rows of one contract disagree on ${name}: "${String(first)}" is kept.`;
    conflicts.push({
      line: row.lines[0] ?? 0,
      uid: kept.uid,
      code: 'CONFLICTING_VALUE',
      message,
      value: String(other),
    });
  };
  for (const name of SINGLE_VALUES) compare(name, kept[name], row[name]);
  compare('buyer', kept.buyer.siret, row.buyer.siret);
  compare('clause', kept.clause && String(kept.clause.type), row.clause && String(row.clause.type));
  if (kept.regionBy === row.regionBy) compare('region', kept.regionCode, row.regionCode);
  return conflicts;
}

/** Uids that differ only in case: probably one contract published twice, but the source says two. */
function caseTwins(contracts: ReadonlyMap<string, DecpContract>): ImportWarning[] {
  const seen = new Map<string, string>();
  const twins: ImportWarning[] = [];
  for (const [uid, contract] of contracts) {
    const folded = uid.toLowerCase();
    const first = seen.get(folded);
    if (first === undefined) seen.set(folded, uid);
    else {
      const message = `This contract and "${first}" differ only in case: both are counted, as the source does.`;
      twins.push({ line: contract.lines[0] ?? 0, uid, code: 'UID_DIFFERS_IN_CASE', message, value: uid });
    }
  }
  return twins;
}
