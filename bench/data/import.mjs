import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { round, timed } from '../lib/timing.mjs';

const { from: copyFrom } = createRequire(import.meta.url)('pg-copy-streams');
const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'subgraphs', 'regional', 'import-main.js');
const ROWS = 1_000_000;
const MONTHS = 12;
const SPEED_BAR = 0.25;
/** MiB of memory that the importing process may hold at its most. */
const MEMORY_BAR = 300;
const ROUNDS = 3;
/** Characters of a column that no mapping names: a million lines of it are two gigabytes. */
const REMARK = 2_100;

/** Books with as many contracts of work as the hours need, and nobody's hours. Load data, invented. */
const PARENTS = `
  INSERT INTO desk (origin, reference, name, host_type, opened_on) VALUES ('DEMONSTRATION', 'D', 'Charge', 'MDE', '2015-01-01');
  INSERT INTO facilitator (origin, desk_id, name, started_on) SELECT 'DEMONSTRATION', id, 'F', '2015-01-01' FROM desk;
  INSERT INTO buyer (origin, siren, name, kind) VALUES ('DEMONSTRATION', '200000008', 'A', 'STATE');
  INSERT INTO contractor (origin, siret, name) VALUES ('DEMONSTRATION', '40000000000010', 'E');
  INSERT INTO contract (origin, desk_id, reference, buyer_id, title, sector)
    SELECT 'DEMONSTRATION', d.id, 'M' || n, b.id, 'M' || n, 'BTP' FROM desk d, buyer b, generate_series(1, 100) n;
  INSERT INTO lot (origin, contract_id, number, title) SELECT 'DEMONSTRATION', id, 1, title FROM contract;
  INSERT INTO participant (origin, desk_id, reference, pseudonym, sex, education_level, criterion, birth_year)
    SELECT 'DEMONSTRATION', d.id, 'P' || n, 'P' || n, CASE n % 2 WHEN 0 THEN 'F' ELSE 'M' END, 'LEVEL_3', 'RSA', 1970 + n % 30
    FROM desk d, generate_series(1, $1::int) n;
  INSERT INTO work_contract (origin, desk_id, reference, participant_id, lot_id, employer_id, type, execution_mode, starts_on)
    SELECT 'DEMONSTRATION', p.desk_id, 'W-' || p.reference, p.id, l.id, e.id, 'CDDI', 'DIRECT_HIRE', '2024-01-01'
    FROM participant p JOIN lot l ON l.id = (SELECT min(id) FROM lot) + p.id % 100, contractor e;`;

/** An import of hours beside a bare COPY of the same rows into the same table, with its indexes, checks and triggers. */
export async function run({ report, createBooks, rows }) {
  const count = Math.min(ROWS, rows);
  const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-import-'));
  try {
    const files = await writeFiles(folder, count);
    const ratios = [];
    const peaks = [];
    for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
      const bare = await bareCopy(createBooks, count);
      const imported = await importHours(createBooks, count, folder, files);
      ratios.push(bare / imported.milliseconds);
      peaks.push(imported.peak);
      const seconds = `${round(bare / 1000)} s by COPY, ${round(imported.milliseconds / 1000)} s by import`;
      report({
        figure: `round ${round_ + 1}: ${count} hours`,
        value: round(bare / imported.milliseconds, 2),
        unit: '×',
        note: seconds,
      });
    }
    const ratio = ratios.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
    const peak = Math.max(...peaks);
    report({
      figure: `import of ${count} hours with validation over a bare COPY, speed`,
      value: round(ratio, 2),
      unit: '×',
      bar: SPEED_BAR,
      isMet: ratio >= SPEED_BAR,
    });
    report({
      figure: 'memory of the importing process at its most',
      value: peak,
      unit: 'MiB',
      bar: MEMORY_BAR,
      isMet: peak < MEMORY_BAR,
    });
    await largeFile({ report, createBooks, count, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same lines with a long remark each, which the import passes over. */
async function largeFile({ report, createBooks, count, folder }) {
  const files = await writeFiles(folder, count, ';' + 'x'.repeat(REMARK));
  const { size } = await stat(files.file);
  const { peak, milliseconds } = await importHours(createBooks, count, folder, files);
  report({
    figure: `memory of the importing process at its most, a file of ${round(size / 1e9, 2)} GB`,
    value: peak,
    unit: 'MiB',
    bar: MEMORY_BAR,
    isMet: peak < MEMORY_BAR,
    note: `${round(milliseconds / 1000)} s`,
  });
}

async function prepare(createBooks, count) {
  const books = await createBooks('import');
  const client = await books.connect();
  for (const statement of PARENTS.split(';').filter((text) => text.trim() !== ''))
    await client.query(statement, statement.includes('$1') ? [Math.ceil(count / MONTHS)] : []);
  await client.query('VACUUM ANALYZE');
  return { books, client };
}

function* linesOf(count, lineOf, header = '') {
  let text = header;
  for (let index = 0; index < count; index += 1) {
    text += lineOf(Math.floor(index / MONTHS), String((index % MONTHS) + 1).padStart(2, '0'), 20 + (index % 100));
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

async function bareCopy(createBooks, count) {
  const { books, client } = await prepare(createBooks, count);
  const { rows } = await client.query('SELECT id FROM work_contract ORDER BY participant_id');
  const ids = rows.map(({ id }) => id);
  const facilitator = (await client.query('SELECT id FROM facilitator')).rows[0].id;
  const lineOf = (work, month, hours) =>
    `${ids[work]}\t2024-${month}-01\t${hours}.25\tVALIDATED\t${facilitator}\t2024-06-01\tIMPORTED\t1\n`;
  const copy = `COPY hour_entry (work_contract_id, month, hours, state, validated_by, validated_at, origin, import_run_id) FROM STDIN`;
  const { milliseconds } = await timed(() =>
    pipeline(Readable.from(linesOf(count, lineOf)), client.query(copyFrom(copy))),
  );
  await client.end();
  await books.drop();
  return milliseconds;
}

async function writeFiles(folder, count, remark = '') {
  const file = join(folder, 'heures.csv');
  const mapping = join(folder, 'heures.mapping.json');
  const lineOf = (work, month, hours) => `W-P${work + 1};${month}/2024;${hours},25;oui;F${remark}\n`;
  const lines = linesOf(count, lineOf, `Contrat;Mois;Heures;Validé;Par${remark === '' ? '' : ';Remarque'}\n`);
  await pipeline(Readable.from(lines), createWriteStream(file));
  const columns = { workContract: 'Contrat', month: 'Mois', hours: 'Heures', state: 'Validé', validatedBy: 'Par' };
  const codes = { state: { oui: 'VALIDATED' } };
  await writeFile(mapping, JSON.stringify({ constants: { desk: 'D' }, columns, codes, months: ['M/yyyy'] }));
  return { file, mapping };
}

/** In a process of its own, as the command does it, whose memory is looked at while it works. */
async function importHours(createBooks, count, folder, { file, mapping }) {
  const { books, client } = await prepare(createBooks, count);
  const regions = join(folder, 'regions.json');
  const reportFile = join(folder, 'report.json');
  await writeFile(regions, JSON.stringify([{ code: '53', databaseUrl: books.url, port: 0 }]));
  const env = { ...process.env, REGIONS_FILE: regions, REGION: '53', MAPPING_FILE: mapping, REPORT_FILE: reportFile };
  let peak = 0;
  const { milliseconds } = await timed(async () => {
    const child = fork(MAIN, ['hours', file], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const look = setInterval(async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }, 200);
    const [code] = await once(child, 'exit');
    clearInterval(look);
    if (code !== 0) throw new Error(`The import ended with ${code}`);
  });
  const { status, rowsAdded, problemCounts } = JSON.parse(await readFile(reportFile, 'utf8'));
  if (status !== 'TAKEN' || rowsAdded !== count) throw new Error(JSON.stringify({ status, rowsAdded, problemCounts }));
  await client.end();
  await books.drop();
  return { milliseconds, peak: Math.round(peak) };
}
