import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import regional from '../../dist/subgraphs/regional/index.js';
import { median, round, timed } from '../lib/timing.mjs';

const COST_BAR = 2;
const ROUNDS = 5;
const BATCH = 60_000;
const SINGLES = 1_000;
const CHANGES = 100_000;
const WRITERS = 4;
/** Work contracts, and as many persons, lots, contracts and buyers, of the books that are changed at random. */
const ROWS = 200;
const ROLLUP_TRIGGERS = ['insert', 'update', 'delete'].map((event) => `tr_hour_entry_rollup_${event}`);

/** What rollups cost the insert that keeps them, and whether they are exact after many changes by several people at once. */
export async function run({ report, createBooks, createDurableBooks, rows }) {
  await cost({
    report,
    books: await createBooks('rollup_cost'),
    disk: 'a server that never waits for the disk',
    hasBar: false,
  });
  await cost({ report, books: await createDurableBooks('rollup_cost'), disk: 'a server as installed', hasBar: true });
  await changes({ report, createBooks, count: Math.min(CHANGES, rows) });
}

/** Parents of hours, invented load data: `count` work contracts. */
const parents = (count) => `
  INSERT INTO desk (id, origin, name, host_type, opened_on) VALUES (1, 'DEMONSTRATION', 'Charge', 'MDE', '2015-01-01');
  INSERT INTO buyer (id, origin, siren, name, kind)
    SELECT n, 'DEMONSTRATION', lpad(n::text, 9, '0'), 'Charge', 'STATE' FROM generate_series(1, ${ROWS}) n;
  INSERT INTO contract (id, origin, buyer_id, title, sector)
    SELECT n, 'DEMONSTRATION', n, 'Charge', 'BTP' FROM generate_series(1, ${ROWS}) n;
  INSERT INTO lot (id, origin, contract_id, title) SELECT n, 'DEMONSTRATION', n, 'Charge' FROM generate_series(1, ${ROWS}) n;
  INSERT INTO contractor (id, origin, name) VALUES (1, 'DEMONSTRATION', 'Charge');
  INSERT INTO participant (id, origin, pseudonym, sex, education_level, criterion)
    SELECT n, 'DEMONSTRATION', 'charge-' || n, 'F', 'LEVEL_3', 'RSA' FROM generate_series(1, ${count}) n;
  INSERT INTO work_contract (id, origin, participant_id, lot_id, desk_id, employer_id, type, execution_mode, starts_on)
    SELECT n, 'DEMONSTRATION', n, n % ${ROWS} + 1, 1, 1, 'CDD', 'PLACEMENT', '2021-01-01' FROM generate_series(1, ${count}) n;
  ANALYZE`;

const INSERT = `INSERT INTO hour_entry (origin, work_contract_id, month, hours, state)`;

async function cost({ report, books, disk, hasBar }) {
  const client = await books.connect();
  await client.query(parents(BATCH / 12 + SINGLES));
  // Other triggers are the same with and without: they are left out of both sides.
  await client.query('ALTER TABLE hour_entry DISABLE TRIGGER USER');
  const batch = () =>
    client.query(`${INSERT} SELECT 'DEMONSTRATION', n % ${BATCH / 12} + 1, make_date(2021, n % 12 + 1, 1), 100, 'VALIDATED'
      FROM generate_series(0, ${BATCH - 1}) n ON CONFLICT DO NOTHING`);
  const singles = async () => {
    for (let n = 1; n <= SINGLES; n += 1) {
      await client.query(`${INSERT} VALUES ('DEMONSTRATION', $1, '2021-01-01', 100, 'VALIDATED')`, [BATCH / 12 + n]);
    }
  };
  for (const [name, work] of [
    [`a batch of ${BATCH} rows`, batch],
    [`${SINGLES} rows one by one`, singles],
  ]) {
    const ratios = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const bare = await emptied(client, work, 'DISABLE');
      const kept = await emptied(client, work, 'ENABLE');
      ratios.push(kept / bare);
    }
    const value = round(median(ratios), 2);
    report({
      figure: `insert with rollups over insert without: ${name}, ${disk}`,
      value,
      unit: '×',
      ...(hasBar ? { bar: COST_BAR, isMet: value <= COST_BAR } : {}),
    });
  }
  await client.end();
  await books.drop();
}

/** Milliseconds of `work` on a table without rows, its rollup triggers on or off. */
async function emptied(client, work, state) {
  for (const trigger of ROLLUP_TRIGGERS) await client.query(`ALTER TABLE hour_entry ${state} TRIGGER ${trigger}`);
  await client.query('TRUNCATE hour_entry, work_year');
  return (await timed(work)).milliseconds;
}

async function changes({ report, createBooks, count }) {
  const books = await createBooks('rollup_changes');
  const owner = await books.connect();
  await owner.query(parents(ROWS));
  const generator = xoroshiro128plus(Number(process.env.MAILLAGE_BENCH_SEED ?? 20_260_101));
  const pick = (most) => uniformInt(generator, 1, most);
  let left = count;
  let deadlocks = 0;
  const write = async () => {
    const client = await books.connect();
    while (left > 0) {
      left -= 1;
      const [sql, values] = randomChange(pick);
      for (let isDone = false; !isDone;) {
        isDone = await client.query(sql, values).then(
          () => true,
          (error) => {
            if (error.code !== '40P01') throw error;
            deadlocks += 1;
            return false;
          },
        );
      }
    }
    await client.end();
  };
  const folder = await regional.createRegionalDataSource(folderOf(books)).initialize();
  let folds = 0;
  const fold = async () => {
    while (left > 0) {
      const { rows: open, undone } = await regional.foldCells(folder);
      if (open + undone > 0) folds += 1;
    }
  };
  const work = [fold(), ...Array.from({ length: WRITERS }, write)];
  const { milliseconds } = await timed(() => Promise.all(work));
  const query = async (sql, values = []) => (await owner.query(sql, [...values])).rows;
  const differences = [...(await regional.checkRollups(query)), ...(await regional.checkCells(query))];
  await regional.foldAllCells(folder);
  differences.push(...(await regional.checkCells(query)));
  await folder.destroy();
  report({
    figure: `differences of rollups and cells after ${count} random changes by ${WRITERS} writers and a folder at once`,
    value: differences.length,
    unit: 'rows',
    bar: 0,
    isMet: differences.length === 0,
    note: `${round(milliseconds / 1000)} s, ${deadlocks} deadlocks made again, ${folds} folds`,
  });
  if (differences.length > 0) console.log(JSON.stringify(differences.slice(0, 3)));
  await owner.end();
  await books.drop();
}

/** Connects as whoever folds. */
function folderOf({ url }) {
  return {
    url,
    applicationName: 'bench-folder',
    poolSize: 1,
    statementTimeout: 600_000,
    readsAs: 'maillage_folder',
  };
}

/** One change of hours, or of anything that they are grouped by. */
function randomChange(pick) {
  const month = `202${pick(2)}-${String(pick(12)).padStart(2, '0')}-01`;
  const one = (values) => values[pick(values.length) - 1];
  const kind = pick(20);
  if (kind <= 10) {
    return [
      `${INSERT} VALUES ('DEMONSTRATION', $1, $2, $3, $4)
       ON CONFLICT (work_contract_id, month) DO UPDATE SET hours = excluded.hours, state = excluded.state`,
      [pick(ROWS), month, pick(1_500) / 10, one(['ENTERED', 'VALIDATED', 'VALIDATED'])],
    ];
  }
  switch (kind) {
    case 11:
    case 12:
      return ['DELETE FROM hour_entry WHERE work_contract_id = $1 AND month = $2', [pick(ROWS), month]];
    case 13:
      return [
        'UPDATE work_contract SET lot_id = $2, participant_id = $3 WHERE id = $1',
        [pick(ROWS), pick(ROWS), pick(ROWS)],
      ];
    case 14:
      return [
        'UPDATE participant SET sex = $2, birth_year = $3 WHERE id = $1',
        [pick(ROWS), one(['F', 'M']), 1960 + pick(40)],
      ];
    case 15:
      return [
        'UPDATE contract SET sector = $2, departement_code = $3, buyer_id = $4 WHERE id = $1',
        [pick(ROWS), one(['BTP', 'CLEANING']), one(['29', '35', null]), pick(ROWS)],
      ];
    case 16:
      return ['UPDATE lot SET contract_id = $2, number = $3 WHERE id = $1', [pick(ROWS), pick(ROWS), pick(1_000_000)]];
    case 17:
      return ['UPDATE buyer SET kind = $2 WHERE id = $1', [pick(ROWS), one(['STATE', 'HOSPITAL'])]];
    case 18:
      return [
        `INSERT INTO hour_commitment (origin, lot_id, month, hours) VALUES ('DEMONSTRATION', $1, $2, $3)
         ON CONFLICT (lot_id, month) DO UPDATE SET hours = excluded.hours`,
        [pick(ROWS), month, pick(10_000) / 10],
      ];
    case 19:
      return [
        'UPDATE hour_entry SET state = $2 WHERE work_contract_id = $1',
        [pick(ROWS), one(['ENTERED', 'VALIDATED'])],
      ];
    default:
      return ['DELETE FROM hour_commitment WHERE lot_id = $1', [pick(ROWS)]];
  }
}
