import { z } from 'zod';

/** Variables of the commands that ask a gateway. */
export const gatewayClientSettings = z.object({
  /** Token of the caller, for `maillage key` at a real hub. */
  MAILLAGE_TOKEN: z.string().optional(),
});
