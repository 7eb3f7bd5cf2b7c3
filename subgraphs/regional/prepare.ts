import { tellLauncher } from '../kit/process';
import { loadPrepareConfig } from './config';
import { prepareRegions } from './prepare-regions';
import { reportFailure } from './report-failure';

/** Prepares the database of every region and ends. */
async function main(): Promise<void> {
  const summary = await prepareRegions(loadPrepareConfig(process.env), (progress) =>
    tellLauncher({ kind: 'progress', ...progress }),
  );
  tellLauncher({ kind: 'finished', summary: { ...summary } });
  if (process.connected) process.disconnect();
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  reportFailure('prepare-regions', error);
});
