import { HubError } from '../../subgraphs/kit/errors';
import type { Logger } from '../../subgraphs/kit/log';
import { openUsageFiles } from './usage-file';
import { createUsageRecorder, type UsageRecorder } from './usage-recorder';

/** Starts to record usage into a folder; null records nothing. Throws CONFIG_INVALID when the folder cannot be made. */
export async function openUsage(directory: string | null, logger: Logger): Promise<UsageRecorder | null> {
  if (directory === null) return null;
  try {
    return createUsageRecorder({ sink: await openUsageFiles(directory), logger });
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', 'The folder of USAGE_DIR cannot be made or used.', {}, { cause });
  }
}
