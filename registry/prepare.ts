import { HubError } from '../subgraphs/kit/errors';
import { createLogger } from '../subgraphs/kit/log';
import { tellLauncher } from '../subgraphs/kit/process';
import { loadRegistryConfig } from './config';
import { prepareRegistry } from './prepare-registry';

/** Prepares the registry's database and ends. */
async function main(): Promise<void> {
  const done = await prepareRegistry(loadRegistryConfig(process.env));
  tellLauncher({ kind: 'finished', summary: { ...done } });
}

main().then(
  () => void (process.connected && process.disconnect()),
  (error: unknown) => {
    createLogger('registry-prepare').fatal({ err: error }, 'the registry could not be prepared');
    const code = error instanceof HubError ? error.code : 'INTERNAL_SERVER_ERROR';
    tellLauncher({ kind: 'failed', code, message: error instanceof Error ? error.message : 'unknown failure' });
    process.exitCode = 1;
    void (process.connected && process.disconnect());
  },
);
