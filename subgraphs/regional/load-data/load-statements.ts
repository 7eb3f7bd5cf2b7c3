/** How many rows each table gets. */
export interface LoadSizes {
  readonly from: number;
  readonly years: number;
  readonly desks: number;
  readonly facilitators: number;
  readonly declarations: number;
  readonly buyers: number;
  readonly operations: number;
  readonly contracts: number;
  readonly contractors: number;
  readonly lots: number;
  readonly commitments: number;
  readonly participants: number;
  readonly workContracts: number;
  readonly hours: number;
}

/** One table of a load: rows `$1` to `$2`, each made of its number. */
export interface TableLoad {
  readonly table: string;
  readonly size: Exclude<keyof LoadSizes, 'from' | 'years'>;
  readonly sql: (sizes: LoadSizes) => string;
}

/** Consecutive months that each work contract has hours in. */
export const HOURS_PER_WORK_CONTRACT = 4;

/** A number from 0 below `below` that looks random and depends on the row and the salt alone. */
const chance = (row: string, salt: number, below: number): string =>
  `((hashint8extended((${row})::bigint, ${salt}) & 9223372036854775807) % ${below})::integer`;

/** A code of a list, the first ones far more often: the square of a chance. */
const code = (list: string, row: string, salt: number): string =>
  `(SELECT l.codes[1 + (${chance(row, salt, 1000)} * ${chance(row, salt + 1, 1000)}::bigint * cardinality(l.codes) / 1000000)::integer]
    FROM load_list l WHERE l.list = '${list}')`;

/** The number of the parent of a row: one of `parents`, the same for rows near each other. */
const parentOf = (row: string, rows: number, parents: number): string =>
  `1 + ((${row}) - 1) * ${parents}::bigint / ${rows}`;

/** First month of a work contract, from January of the first year. */
const startOf = (row: string, { from, years }: LoadSizes): string =>
  `make_date(${from} + ${chance(row, 31, years)}, 1 + ${chance(row, 32, 12)}, 1)`;

const rowsOf = (columns: string, values: string, table: string): string =>
  `INSERT INTO ${table} (origin, id, ${columns}) SELECT 'DEMONSTRATION', i, ${values} FROM generate_series($1::bigint, $2::bigint) AS i`;

/** Every table, parents first. */
export const LOADS: readonly TableLoad[] = [
  {
    table: 'desk',
    size: 'desks',
    sql: ({ from }) =>
      rowsOf('name, host_type, opened_on', `'Guichet de charge ' || i, 'MDE', make_date(${from - 5}, 1, 1)`, 'desk'),
  },
  {
    table: 'facilitator',
    size: 'facilitators',
    sql: ({ from, desks }) =>
      rowsOf(
        'desk_id, name, started_on',
        `1 + i % ${desks}, 'Facilitateur de charge ' || i, make_date(${from - 5}, 1, 1)`,
        'facilitator',
      ),
  },
  {
    table: 'declaration',
    size: 'declarations',
    sql: ({ from, desks }) => {
      const month = `(make_date(${from}, 1, 1) + make_interval(months => ((i - 1) / ${desks})::integer))::date`;
      return rowsOf('desk_id, month, declared_at', `1 + i % ${desks}, ${month}, ${month} + 40`, 'declaration');
    },
  },
  {
    table: 'buyer',
    size: 'buyers',
    sql: () =>
      rowsOf(
        'siren, name, kind',
        `lpad((100000000 + i)::text, 9, '0'), 'Acheteur de charge ' || i, ${code('BUYER_KIND', 'i', 1)}`,
        'buyer',
      ),
  },
  {
    table: 'operation',
    size: 'operations',
    sql: ({ desks, operations, buyers }) =>
      rowsOf(
        'desk_id, buyer_id, title',
        `1 + i % ${desks}, ${parentOf('i', operations, buyers)}, 'Opération de charge ' || i`,
        'operation',
      ),
  },
  {
    table: 'contract',
    size: 'contracts',
    sql: ({ desks, contracts, operations }) =>
      `INSERT INTO contract (origin, id, operation_id, desk_id, buyer_id, title, sector, clause_type, departement_code)
       SELECT 'DEMONSTRATION', i, o.id, 1 + i % ${desks}, o.buyer_id, 'Marché de charge ' || i, ${code('SECTOR', 'i', 3)},
         nullif(${code('CLAUSE_TYPE', 'i', 5)}, 'UNKNOWN'),
         (ARRAY['35', '29', '56', '22', NULL])[1 + ${chance('i', 7, 9)} / 2]
       FROM generate_series($1::bigint, $2::bigint) AS i JOIN operation o ON o.id = ${parentOf('i', contracts, operations)}`,
  },
  {
    table: 'contractor',
    size: 'contractors',
    sql: () =>
      rowsOf(
        'siret, name',
        `CASE WHEN i % 50 > 0 THEN lpad((20000000000000 + i)::text, 14, '0') END, 'Entreprise de charge ' || i`,
        'contractor',
      ),
  },
  {
    table: 'lot',
    size: 'lots',
    sql: ({ lots, contracts }) =>
      rowsOf('contract_id, number, title', `${parentOf('i', lots, contracts)}, i, 'Lot de charge ' || i`, 'lot'),
  },
  {
    table: 'hour_commitment',
    size: 'commitments',
    sql: (sizes) => {
      const lot = '(1 + (i - 1) / 6)';
      return rowsOf(
        'lot_id, month, hours',
        `${lot}, (${startOf(lot, sizes)} + make_interval(months => ((i - 1) % 6)::integer))::date, 50 + i % 300`,
        'hour_commitment',
      );
    },
  },
  {
    table: 'participant',
    size: 'participants',
    sql: () =>
      rowsOf(
        'pseudonym, birth_year, sex, education_level, criterion, lives_in_qpv',
        `'CHARGE-' || i, CASE WHEN i % 40 > 0 THEN 1960 + ${chance('i', 11, 45)} END,
         (ARRAY['F', 'M', 'M', 'M', 'M', 'M', 'UNKNOWN'])[1 + ${chance('i', 12, 13)} / 2],
         ${code('EDUCATION_LEVEL', 'i', 13)}, ${code('CRITERION', 'i', 15)},
         CASE WHEN i % 30 > 0 THEN ${chance('i', 17, 5)} = 0 END`,
        'participant',
      ),
  },
  {
    table: 'work_contract',
    size: 'workContracts',
    sql: (sizes) =>
      rowsOf(
        'participant_id, lot_id, desk_id, employer_id, type, execution_mode, starts_on',
        `1 + ${chance('i', 21, sizes.participants)}, ${parentOf('i', sizes.workContracts, sizes.lots)}, 1 + i % ${sizes.desks},
         1 + ${chance('i', 22, sizes.contractors)}, ${code('WORK_CONTRACT_TYPE', 'i', 23)}, ${code('EXECUTION_MODE', 'i', 25)},
         ${startOf('i', sizes)}`,
        'work_contract',
      ),
  },
  {
    table: 'hour_entry',
    size: 'hours',
    sql: (sizes) => {
      const work = `(1 + (i - 1) / ${HOURS_PER_WORK_CONTRACT})`;
      const month = `make_interval(months => ((i - 1) % ${HOURS_PER_WORK_CONTRACT})::integer)`;
      return rowsOf(
        'work_contract_id, month, hours, state',
        `${work}, (${startOf(work, sizes)} + ${month})::date, (100 + ${chance('i', 33, 14000)})::numeric / 100, 'VALIDATED'`,
        'hour_entry',
      );
    },
  },
];

/** Tables that a load fills, parents first. */
export const LOADED_TABLES: readonly string[] = LOADS.map(({ table }) => table);
