import { createLogger } from '../kit/log';
import { exitWithLauncher, tellLauncher } from '../kit/process';
import { createTokenReader, openIssuer } from '../kit/sign-in';
import { createBooksServer, loadBooksConfig } from './bookkeeping';
import { reportFailure } from './report-failure';

/** Starts the own API of one region and stops it when told to. */
async function main(): Promise<void> {
  const { server: options, issuers, logLevel } = await loadBooksConfig(process.env);
  const name = `books-${options.region.code}`;
  const logger = createLogger(name, logLevel);
  const readToken = createTokenReader(await Promise.all(issuers.map(openIssuer)));
  const server = await createBooksServer(options, { logger, readToken });
  logger.info({ url: server.url }, `the books of ${options.region.name} are open`);
  const stop = async (): Promise<void> => {
    await server.stop();
    if (process.connected) process.disconnect();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  exitWithLauncher(stop, process.exit.bind(process));
  tellLauncher({ kind: 'ready', name, url: server.url });
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  reportFailure('books', error);
});
