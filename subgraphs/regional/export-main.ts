import { writeFile } from 'node:fs/promises';
import { Client } from 'pg';
import { HubError } from '../kit/errors';
import { tellLauncher } from '../kit/process';
import { EXPORT_KINDS, exportBooks } from './exports';
import { regionOfStep, runStep, requiredSetting } from './region-step';

/**
 * Writes the books of one region into files. Arguments: kind or "all", format. REGIONS_FILE says where the books are,
 * REGION whose, EXPORT_FOLDER where the files go; REPORT_FILE takes the account.
 */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const [name = '', format = 'csv'] = process.argv.slice(2);
  const kinds = EXPORT_KINDS.filter((kind) => name === 'all' || kind.name === name);
  if (kinds.length === 0) {
    const known = EXPORT_KINDS.map((kind) => kind.name).join(', ');
    throw new HubError('IMPORT_KIND_UNKNOWN', `"${name}" is no kind of file. Kinds: all, ${known}.`, { kind: name });
  }
  if (format !== 'csv' && format !== 'xlsx')
    throw new HubError('CONFIG_INVALID', 'The format is csv or xlsx.', { format });
  const folder = requiredSetting('EXPORT_FOLDER', environment.EXPORT_FOLDER);
  const client = new Client({
    connectionString: (await regionOfStep(environment)).databaseUrl,
    application_name: 'maillage-export',
  });
  await client.connect();
  try {
    const onProgress = (progress: { step: string; done: number; total: number }): void =>
      tellLauncher({ kind: 'progress', ...progress });
    const files = await exportBooks({ client, kinds, format, folder, onProgress });
    const text = `${JSON.stringify({ folder, files }, null, 2)}\n`;
    if (environment.REPORT_FILE) await writeFile(environment.REPORT_FILE, text);
    else process.stdout.write(text);
    tellLauncher({ kind: 'finished', summary: { files: files.length } });
  } finally {
    await client.end();
  }
}

runStep(() => main(process.env));
