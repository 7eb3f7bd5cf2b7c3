import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { millisecondsSetting } from '../config';
import { HubError } from '../errors';
import { trustedKeys } from '../identity';
import type { Logger } from '../log';
import { followRegistry, type RegistryFollower } from './follow-registry';

/** Variables of a process that follows the registry. */
export const registrySettings = {
  /** Address of the registry, without a path; without it, files say what is served. */
  REGISTRY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Public keys whose signatures are believed, a JSON Web Key Set. */
  REGISTRY_KEYS_FILE: z.string().optional(),
  /** File that holds a READER credential of the registry. */
  REGISTRY_CREDENTIAL_FILE: z.string().optional(),
  /** Where the last supergraph is kept, to start from while the registry is down. */
  SUPERGRAPH_CACHE_FILE: z.string().optional(),
  /** Time between two questions to the registry, behind its stream of events. */
  REGISTRY_POLL_MS: millisecondsSetting.default(2_000),
};

/** How a process follows the registry. */
export interface RegistryClientConfig {
  readonly url: string;
  readonly keysFile: string;
  readonly credentialFile: string | null;
  readonly copyFile: string;
  readonly pollMilliseconds: number;
}

/** The settings, null when no registry is followed. Throws CONFIG_INVALID when some are missing. */
export function registryClientOf(settings: {
  readonly REGISTRY_URL?: string | undefined;
  readonly REGISTRY_KEYS_FILE?: string | undefined;
  readonly REGISTRY_CREDENTIAL_FILE?: string | undefined;
  readonly SUPERGRAPH_CACHE_FILE?: string | undefined;
  readonly REGISTRY_POLL_MS: number;
}): RegistryClientConfig | null {
  const { REGISTRY_URL: url, REGISTRY_KEYS_FILE: keysFile, SUPERGRAPH_CACHE_FILE: copyFile } = settings;
  if (url === undefined) return null;
  if (keysFile === undefined || copyFile === undefined) {
    throw new HubError(
      'CONFIG_INVALID',
      'REGISTRY_URL needs REGISTRY_KEYS_FILE, whose signatures are believed, and SUPERGRAPH_CACHE_FILE, to start from while the registry is down.',
    );
  }
  const credentialFile = settings.REGISTRY_CREDENTIAL_FILE ?? null;
  return { url, keysFile, credentialFile, copyFile, pollMilliseconds: settings.REGISTRY_POLL_MS };
}

/** A follower by these settings. */
export function openRegistryFollower(config: RegistryClientConfig, logger: Logger): RegistryFollower {
  const { url, keysFile, credentialFile, copyFile, pollMilliseconds } = config;
  return followRegistry({
    url,
    credential: async () => (credentialFile === null ? null : readCredential(credentialFile)),
    keys: () => trustedKeys({ file: keysFile }),
    copyFile,
    pollMilliseconds,
    logger,
  });
}

async function readCredential(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', `The credential file ${path} cannot be read.`, { path }, { cause });
  }
}
