import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { HubError } from '../kit/errors';
import { tellLauncher } from '../kit/process';
import { checkCells, checkYearSets, foldAllCells } from './cells';
import { bookKeysOf, makeBookKey, parseBookKeyFile, purgeBooks, rekeyBooks } from './privacy';
import { createRegionalDataSource } from './regional-data-source';
import { readRegionsFile, type RegionSetting } from './regions-file';
import { checkRollups } from './rollups';
import { reportFailure } from './report-failure';

/** Milliseconds in which running processes have read a key file again: they look once a second. */
const KEYS_ARE_READ = 2_500;

/** What the owner of a region's books does with them: "purge", "purge-dry-run", "rekey", "check". Its account goes to REPORT_FILE. */
async function main([task, code]: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const setting = await settingOf(environment.REGIONS_FILE, code);
  const dataSource = await open(setting);
  try {
    const text = `${JSON.stringify(await carryOut(task, dataSource, setting), null, 2)}\n`;
    if (environment.REPORT_FILE) await writeFile(environment.REPORT_FILE, text);
    else process.stdout.write(text);
    tellLauncher({ kind: 'finished', summary: {} });
  } finally {
    await dataSource.destroy();
  }
  if (process.connected) process.disconnect();
}

function carryOut(task: string | undefined, dataSource: DataSource, setting: RegionSetting): Promise<object> {
  const today = DateTime.now().setZone('Europe/Paris').toFormat('yyyy-MM-dd');
  switch (task) {
    case 'purge':
      return purge(dataSource, today);
    case 'purge-dry-run':
      return purgeBooks(dataSource, { today, isDryRun: true });
    case 'check':
      return checkFigures(dataSource);
    case 'rekey':
      return rekey(dataSource, setting);
    default:
      throw new HubError('CONFIG_INVALID', 'Say what to do with the books: purge, purge-dry-run, rekey or check.');
  }
}

/** What was forgotten leaves no former state of a rollup either. */
async function purge(dataSource: DataSource, today: string): Promise<object> {
  const report = await purgeBooks(dataSource, { today, isDryRun: false });
  await foldAllCells(dataSource);
  return report;
}

/** Computes rollups and cells anew from the rows, in one snapshot: the books go on being written meanwhile. */
function checkFigures(dataSource: DataSource): Promise<object> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const query = async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await manager.query(sql, [...values])) as Row[];
    const [{ asOf, rows }] = (await manager.query(
      'SELECT now() AS "asOf", (SELECT count(*) FROM hour_entry)::integer AS rows',
    )) as [{ asOf: Date; rows: number }];
    return {
      asOf,
      hourEntries: rows,
      rollups: await checkRollups(query),
      cells: await checkCells(query),
      yearSets: await checkYearSets(query),
    };
  });
}

/** A new key first, the others after it: whoever reads the file knows both before anything is sealed by the new one. */
async function rekey(dataSource: DataSource, { code, booksKeyFile: path }: RegionSetting): Promise<object> {
  if (path === undefined)
    throw new HubError('BOOKS_KEY_MISSING', `The regions file names no booksKeyFile for region ${code}.`, {
      region: code,
    });
  const known = parseBookKeyFile(await readFile(path, 'utf8'), path);
  const next = { keys: [makeBookKey(new Date()), ...known.keys] };
  const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
  await writeFile(temporary, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, path);
  await pause(KEYS_ARE_READ);
  return { ...(await rekeyBooks(dataSource, bookKeysOf(next))), keysInFile: next.keys.length };
}

async function settingOf(path: string | undefined, code: string | undefined): Promise<RegionSetting> {
  const found = path ? (await readRegionsFile(path)).find((setting) => setting.code === code) : undefined;
  if (found !== undefined) return found;
  throw new HubError('CONFIG_INVALID', `REGIONS_FILE names no region "${code ?? ''}".`);
}

function open({ code, databaseUrl }: RegionSetting): Promise<DataSource> {
  return createRegionalDataSource({
    url: databaseUrl,
    applicationName: `maillage-keep-books-${code}`,
    poolSize: 2,
    statementTimeout: 600_000,
  }).initialize();
}

main(process.argv.slice(2), process.env).catch((error: unknown) => {
  process.exitCode = 1;
  reportFailure('keep-books', error);
});
