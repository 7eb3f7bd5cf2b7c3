import { z } from 'zod';
import { composeNetworkToFile } from '../../schema';
import { parseEnvironment } from '../../subgraphs/kit/config';
import { asHubError } from '../../subgraphs/kit/errors';
import { exitWithLauncher, tellLauncher } from '../../subgraphs/kit/process';

const settingsSchema = z.object({ NETWORK_FILE: z.string(), SUPERGRAPH_FILE: z.string() });

/** Composes in a process of its own: composition takes a second of one core and its memory goes with it. */
async function main(): Promise<void> {
  exitWithLauncher(
    () => Promise.resolve(),
    (code) => process.exit(code),
  );
  const settings = parseEnvironment(settingsSchema, process.env);
  const { checksum, changed } = await composeNetworkToFile({
    networkFile: settings.NETWORK_FILE,
    supergraphFile: settings.SUPERGRAPH_FILE,
  });
  tellLauncher({ kind: 'finished', summary: { checksum, changed: changed ? 'yes' : 'no' } });
}

main().catch((error: unknown) => {
  const known = asHubError(error);
  tellLauncher({
    kind: 'failed',
    code: known?.code ?? 'INTERNAL_SERVER_ERROR',
    message: known?.message ?? (error instanceof Error ? error.message : String(error)),
  });
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
