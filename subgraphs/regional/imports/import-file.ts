import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HubError } from '../../kit/errors';
import { checkLines, checkStep, type StepKeys } from './check-lines';
import { findOddities } from './find-oddities';
import { fieldsOf } from './import-kinds';
import type { ImportReport } from './import-report';
import type { ImportSettings } from './import-settings';
import { inImportTransaction } from './import-transaction';
import { ProblemBook } from './problem-book';
import { stageLines } from './stage-lines';
import { type StepCounts, writeStep } from './write-step';

/** What of the report is known at the end only. */
type Outcome = Pick<ImportReport, 'status' | 'tables' | 'rowsAdded' | 'rowsChanged' | 'rowsUnchanged' | 'importRun'>;

const NOTHING: Outcome = {
  status: 'REFUSED',
  tables: [],
  rowsAdded: 0,
  rowsChanged: 0,
  rowsUnchanged: 0,
  importRun: null,
};

/**
 * Takes a file into the books of a region, whole or not at all. Lines stream into a temporary table while their values are
 * read, are checked set by set, and are then written in one transaction; rows that the file does not change are not
 * touched, so that the same file again changes nothing. Memory does not grow with the file.
 *
 * Throws IMPORT_FILE_UNREADABLE, IMPORT_ARCHIVE_REFUSED, IMPORT_MAPPING_INVALID or IMPORT_REFUSED_BY_BOOKS; what is wrong
 * in lines is in the report.
 */
export async function importFile(settings: ImportSettings): Promise<ImportReport> {
  const { client, kind } = settings;
  const problems = new ProblemBook();
  const warnings = new ProblemBook();
  const sha256 = await digestOf(settings.path);
  try {
    const { reader, rowsRead } = await stageLines(settings, problems);
    const about = { file: basename(settings.path), kind: kind.name, sha256, rowsRead };
    const said = new Set(reader.fields.map(({ name }) => name));
    const result = await inImportTransaction<Outcome>(settings, async (importRun) => {
      settings.onProgress?.({ step: 'check', done: 0, total: 1 });
      await checkLines(client, kind, problems);
      const keys: StepKeys[] = [];
      for (const step of kind.steps) keys.push(await checkStep(client, step, said, problems));
      await findOddities(client, kind, warnings);
      if (!problems.isEmpty) return { isKept: false, result: NOTHING };
      const tables = await writeSteps(settings, said, keys, importRun);
      const counts = countsOf(tables, keys);
      await client.query(
        'UPDATE import_run SET rows_read = $2, rows_added = $3, rows_changed = $4, rows_unchanged = $5, file_sha256 = $6 WHERE id = $1',
        [importRun, rowsRead, counts.rowsAdded, counts.rowsChanged, counts.rowsUnchanged, sha256],
      );
      const isTrial = settings.isTrial === true;
      const status = isTrial ? ('TRIED' as const) : ('TAKEN' as const);
      return { isKept: !isTrial, result: { status, tables, ...counts, importRun: isTrial ? null : importRun } };
    });
    return {
      ...about,
      ...result,
      problemCounts: problems.counts(),
      problems: problems.problems(),
      warningCounts: warnings.counts(),
      warnings: warnings.problems(),
    };
  } finally {
    await client
      .query('DROP TABLE IF EXISTS pg_temp.import_line, pg_temp.import_problem, pg_temp.import_row')
      .catch(() => undefined);
  }
}

function countsOf(tables: readonly StepCounts[], keys: readonly StepKeys[]) {
  const rowsAdded = tables.reduce((sum, { added }) => sum + added, 0);
  const rowsChanged = tables.reduce((sum, { changed }) => sum + changed, 0);
  const all = keys.reduce((sum, one) => sum + one.keys, 0);
  return { rowsAdded, rowsChanged, rowsUnchanged: all - rowsAdded - rowsChanged };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (cause) {
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} cannot be opened.`, { path }, { cause });
  }
  return hash.digest('hex');
}

async function writeSteps(
  { client, kind, onProgress }: ImportSettings,
  said: ReadonlySet<string>,
  keys: readonly StepKeys[],
  importRun: string,
): Promise<StepCounts[]> {
  const staged = new Set(fieldsOf(kind).map(({ name }) => name));
  const tables: StepCounts[] = [];
  for (const [index, step] of kind.steps.entries()) {
    onProgress?.({ step: 'write', done: index, total: kind.steps.length });
    const isRepeated = keys[index]?.isRepeated ?? true;
    tables.push(await writeStep(client, step, { said, staged, isRepeated, importRun }));
  }
  onProgress?.({ step: 'write', done: kind.steps.length, total: kind.steps.length });
  return tables;
}
