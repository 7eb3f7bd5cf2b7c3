import { HubError } from '../../subgraphs/kit/errors';
import type { Logger } from '../../subgraphs/kit/log';
import { openUsageFiles, type UsageSink } from './usage-file';
import type { UsagePush } from './usage-push';
import { createUsageRecorder, type UsageRecorder } from './usage-recorder';

/** Where usage goes. */
export interface UsagePlaces {
  /** A folder of files; null for none. */
  readonly directory: string | null;
  /** The registry; null where none is followed. */
  readonly push: UsagePush | null;
}

/** Starts to record usage; null when it has nowhere to go. Throws CONFIG_INVALID when the folder cannot be made. */
export async function openUsage({ directory, push }: UsagePlaces, logger: Logger): Promise<UsageRecorder | null> {
  if (directory === null && push === null) return null;
  try {
    const files = directory === null ? null : await openUsageFiles(directory);
    return createUsageRecorder({ sink: bothSinks(files, push), logger });
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', 'The folder of USAGE_DIR cannot be made or used.', {}, { cause });
  }
}

/** Files and the registry take the same batches; only files grow, so that only they bound a day. */
function bothSinks(files: UsageSink | null, push: UsagePush | null): UsageSink {
  return {
    async append(day, line) {
      await push?.push(line);
      return files === null ? 0 : files.append(day, line);
    },
  };
}
