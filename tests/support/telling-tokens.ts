import type { HubTokenVerifier } from '../../subgraphs/kit/identity';
import { spokenTokens } from './callers';

/** As `spokenTokens`, and every caller is a person of whom it is known who they are. */
export const tellingTokens: HubTokenVerifier = {
  callerOf: (authorization) => spokenTokens.callerOf(authorization),
  bearerOf: async (authorization) => {
    const caller = await spokenTokens.callerOf(authorization);
    return { caller, subject: caller.role === 'public' ? undefined : `test ${JSON.stringify(caller)}` };
  },
};
