import { z } from 'zod';
import { HubError } from '../errors';
import type { KeySource } from './hub-keys';

/** Variables that say whose signature a subgraph believes. */
export const hubKeysSettings = {
  HUB_KEYS_FILE: z.string().optional(),
  HUB_KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
};

/** Where a subgraph finds the public keys of the gateway. Throws CONFIG_INVALID unless exactly one place is named. */
export function hubKeysOf(settings: {
  readonly HUB_KEYS_FILE?: string | undefined;
  readonly HUB_KEYS_URL?: string | undefined;
}): KeySource {
  const { HUB_KEYS_FILE: file, HUB_KEYS_URL: url } = settings;
  if (file !== undefined && url === undefined) return { file };
  if (url !== undefined && file === undefined) return { url };
  throw new HubError(
    'CONFIG_INVALID',
    'Set HUB_KEYS_FILE or HUB_KEYS_URL, one of them: a subgraph answers nobody but the gateway whose public keys they give.',
  );
}
