import { writeFile } from 'node:fs/promises';
import { Client } from 'pg';
import { asHubError, HubError } from '../kit/errors';
import { tellLauncher } from '../kit/process';
import { importDecp, summaryOf } from './decp-import';
import { readRegionsFile } from './regions-file';

/** Imports the DECP file given as argument; REGIONS_FILE says where the books are, REPORT_FILE takes the account. */
async function main(file: string | undefined, environment: NodeJS.ProcessEnv): Promise<void> {
  const regionsFile = environment.REGIONS_FILE;
  if (file === undefined || !regionsFile)
    throw new HubError('CONFIG_INVALID', 'Give the file to import as argument and the regions file in REGIONS_FILE.');
  const urls = new Map((await readRegionsFile(regionsFile)).map(({ code, databaseUrl }) => [code, databaseUrl]));
  const connect = async (region: string): Promise<Client> => {
    const client = new Client({ connectionString: urls.get(region), application_name: 'maillage-import-decp' });
    await client.connect();
    return client;
  };
  const onProgress = ({ region, done, total }: { region: string; done: number; total: number }): void =>
    tellLauncher({ kind: 'progress', step: `region ${region}`, done, total });
  const report = await importDecp({ path: file, regions: [...urls.keys()], connect, onProgress });
  const text = JSON.stringify(report, null, 2);
  if (environment.REPORT_FILE) await writeFile(environment.REPORT_FILE, `${text}\n`);
  tellLauncher({ kind: 'finished', summary: summaryOf(report) });
  if (process.connected) process.disconnect();
  else process.stdout.write(`${text}\n`);
}

main(process.argv[2], process.env).catch((error: unknown) => {
  const known = asHubError(error);
  const message = error instanceof Error ? error.message : String(error);
  tellLauncher({ kind: 'failed', code: known?.code ?? 'INTERNAL_SERVER_ERROR', message });
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
