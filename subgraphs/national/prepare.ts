import { HubError } from '../kit/errors';
import { createLogger } from '../kit/log';
import { tellLauncher } from '../kit/process';
import { loadNationalConfig } from './config';
import { prepareNational } from './prepare-national';

/** Prepares the national database and ends. */
async function main(): Promise<void> {
  const config = loadNationalConfig(process.env);
  const done = await prepareNational(config);
  tellLauncher({ kind: 'finished', summary: { ...done } });
}

main().then(
  () => void (process.connected && process.disconnect()),
  (error: unknown) => {
    createLogger('national-prepare').fatal({ err: error }, 'the national database could not be prepared');
    const code = error instanceof HubError ? error.code : 'INTERNAL_SERVER_ERROR';
    tellLauncher({ kind: 'failed', code, message: error instanceof Error ? error.message : 'unknown failure' });
    process.exitCode = 1;
    void (process.connected && process.disconnect());
  },
);
