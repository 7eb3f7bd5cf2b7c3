import { writeFile } from 'node:fs/promises';
import { Client } from 'pg';
import { HubError } from '../kit/errors';
import { tellLauncher } from '../kit/process';
import { findImportKind, IMPORT_KINDS, importFile, readMapping } from './imports';
import { bookKeySource, storedCriterion } from './privacy';
import { regionOfStep, runStep, requiredSetting } from './region-step';

/**
 * Takes a file into the books of one region. Arguments: kind, file. REGIONS_FILE says where the books are, REGION whose,
 * MAPPING_FILE how the file is read; REPORT_FILE takes the account; with TRIAL nothing is written. Sensitive criteria are kept with the
 * key of BOOKS_KEY_FILE, BOOKS_KEY or the regions file.
 */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const [name = '', path] = process.argv.slice(2);
  const kind = findImportKind(name);
  if (kind === undefined) {
    const known = IMPORT_KINDS.map((one) => one.name).join(', ');
    throw new HubError('IMPORT_KIND_UNKNOWN', `"${name}" is no kind of file. Kinds: decp, ${known}.`, { kind: name });
  }
  if (path === undefined) throw new HubError('CONFIG_INVALID', 'Give the file to import as argument.');
  const mapping = await readMapping(requiredSetting('MAPPING_FILE', environment.MAPPING_FILE), kind);
  const region = await regionOfStep(environment);
  const { BOOKS_KEY_FILE: keyFile, BOOKS_KEY: key } = environment;
  const keys = bookKeySource(keyFile ?? (key === undefined ? region.booksKeyFile : undefined), key)?.current();
  const client = new Client({ connectionString: region.databaseUrl, application_name: 'maillage-import' });
  await client.connect();
  try {
    const report = await importFile({
      path,
      kind,
      mapping,
      client,
      actor: 'import',
      ...(keys === undefined ? {} : { storedCriterion: (code: string) => storedCriterion(keys, code) }),
      isTrial: environment.TRIAL === '1',
      onProgress: (progress) => tellLauncher({ kind: 'progress', ...progress }),
    });
    const text = `${JSON.stringify(report, null, 2)}\n`;
    if (environment.REPORT_FILE) await writeFile(environment.REPORT_FILE, text);
    else process.stdout.write(text);
    const { status, rowsRead, rowsAdded, rowsChanged } = report;
    tellLauncher({ kind: 'finished', summary: { status, rowsRead, rowsAdded, rowsChanged } });
  } finally {
    await client.end();
  }
}

runStep(() => main(process.env));
