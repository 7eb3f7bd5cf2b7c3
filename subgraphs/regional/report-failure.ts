import { HubError } from '../kit/errors';
import { createLogger } from '../kit/log';
import { tellLauncher } from '../kit/process';

/** Says on the log and to the launcher why a process cannot go on, then lets go of the launcher. */
export function reportFailure(service: string, error: unknown): void {
  createLogger(service).fatal({ err: error }, `${service} could not do its work`);
  const code = error instanceof HubError ? error.code : 'INTERNAL_SERVER_ERROR';
  tellLauncher({ kind: 'failed', code, message: error instanceof Error ? error.message : 'unknown failure' });
  if (process.connected) process.disconnect();
}
