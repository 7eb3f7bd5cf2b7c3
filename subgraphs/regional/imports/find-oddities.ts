import type { ClientBase } from 'pg';
import { fieldOf } from './field';
import type { ImportKind } from './import-kinds';
import { NAMED_PER_REASON, type ProblemBook } from './problem-book';
import type { WarningCode } from './problem-codes';

/** Text for comparison, in SQL: without accents, case and signs. */
const folded = (text: string): string =>
  `lower(btrim(regexp_replace(translate(${text}, 'ÀÂÄàâäÇçÉÈÊËéèêëÎÏîïÔÖôöÙÛÜùûüŸÿ', 'AAAaaaCcEEEEeeeeIIiiOOooUUUuuuYy'), '[^A-Za-z0-9]+', ' ', 'g')))`;

interface Oddity {
  readonly code: WarningCode;
  readonly field: string;
  /** Gives line, value and suggestion of every line at issue. */
  readonly query: string;
}

/** The same identifier under another name. */
const renamed = (table: string, key: string, line: string, name: string, field: string): Oddity => ({
  code: 'NAME_DIFFERS',
  field,
  query: `SELECT s.line, s.${name} AS value, t.name AS suggestion FROM import_line s JOIN ${table} t ON t.${key} = s.${line}
    WHERE ${folded(`s.${name}`)} <> ${folded('t.name')}`,
});

/** The same name under another SIREN, in the books or in the file. */
const sameName = (table: string, key: string, line: string, name: string, field: string): Oddity => ({
  code: 'POSSIBLE_DUPLICATE',
  field,
  query: `SELECT s.line, s.${name} AS value, min(t.key) AS suggestion FROM import_line s
    JOIN (SELECT ${key} AS key, name FROM ${table} WHERE ${key} IS NOT NULL
      UNION SELECT ${line}, ${name} FROM import_line) t
      ON ${folded('t.name')} = ${folded(`s.${name}`)} AND left(t.key, 9) <> left(s.${line}, 9)
    GROUP BY 1, 2`,
});

/** The same title at one desk under another reference, in the books or in the file. */
const sameTitle = (table: string, line: string, title: string, field: string): Oddity => ({
  code: 'POSSIBLE_DUPLICATE',
  field,
  query: `SELECT s.line, s.${title} AS value, min(t.reference) AS suggestion FROM import_line s
    JOIN (SELECT d.reference AS desk, r.reference, r.title FROM ${table} r JOIN desk d ON d.id = r.desk_id
        WHERE r.reference IS NOT NULL
      UNION SELECT desk, ${line}, ${title} FROM import_line) t
      ON t.desk = s.desk AND ${folded('t.title')} = ${folded(`s.${title}`)} AND t.reference <> s.${line}
    GROUP BY 1, 2`,
});

const BUYERS = [
  renamed('buyer', 'siren', 'buyer', 'buyer_name', 'buyerName'),
  sameName('buyer', 'siren', 'buyer', 'buyer_name', 'buyerName'),
];
const COMPANIES = [
  renamed('contractor', 'siret', 'company', 'company_name', 'companyName'),
  sameName('contractor', 'siret', 'company', 'company_name', 'companyName'),
];
const CONTRACTS = [sameTitle('contract', 'contract', 'contract_title', 'contractTitle')];

const ODDITIES: Readonly<Partial<Record<ImportKind['name'], readonly Oddity[]>>> = {
  buyers: BUYERS,
  companies: COMPANIES,
  operations: [sameTitle('operation', 'operation', 'operation_title', 'operationTitle')],
  contracts: CONTRACTS,
  flat: [...BUYERS, ...COMPANIES, ...CONTRACTS],
};

/** Reports what may be one thing under two spellings. Nothing is merged: a person decides. */
export async function findOddities(client: ClientBase, kind: ImportKind, warnings: ProblemBook): Promise<void> {
  for (const { code, field, query } of ODDITIES[kind.name] ?? []) {
    // Of one value, the first line is named.
    const { rows } = await client.query<{ line: string; value: string; suggestion: string; total: string }>(
      `SELECT min(line) AS line, value, min(suggestion) AS suggestion, count(*) OVER () AS total
      FROM (${query}) odd GROUP BY value ORDER BY 1 LIMIT $1`,
      [NAMED_PER_REASON],
    );
    for (const row of rows) warnings.add(Number(row.line), fieldOf(field), row.value, code, row.suggestion);
    const total = Number(rows[0]?.total ?? 0);
    if (total > rows.length) warnings.count(code, field, total - rows.length);
  }
}
