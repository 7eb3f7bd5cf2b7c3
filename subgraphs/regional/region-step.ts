import { asHubError, HubError } from '../kit/errors';
import { tellLauncher } from '../kit/process';
import { readRegionsFile, type RegionSetting } from './regions-file';

/** A variable that the process cannot do without. Throws CONFIG_INVALID. */
export function requiredSetting(name: string, value: string | undefined): string {
  if (!value) throw new HubError('CONFIG_INVALID', `Set ${name}.`, { name });
  return value;
}

/** What the file REGIONS_FILE says of the region that REGION names. Throws CONFIG_INVALID, REGION_UNKNOWN. */
export async function regionOfStep(environment: NodeJS.ProcessEnv): Promise<RegionSetting> {
  const code = requiredSetting('REGION', environment.REGION);
  const regions = await readRegionsFile(requiredSetting('REGIONS_FILE', environment.REGIONS_FILE));
  const found = regions.find((region) => region.code === code);
  if (found !== undefined) return found;
  const known = regions.map((region) => region.code).join(', ');
  throw new HubError('REGION_UNKNOWN', `The regions file has no region "${code}". It has ${known}.`, { code });
}

/** Runs a process that ends when its work is done, and tells its launcher how it ended. */
export function runStep(main: () => Promise<void>): void {
  main()
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      tellLauncher({ kind: 'failed', code: asHubError(error)?.code ?? 'INTERNAL_SERVER_ERROR', message });
      process.stderr.write(`${message}\n`);
      process.exitCode = 1;
    })
    .finally(() => {
      if (process.connected) process.disconnect();
    });
}
