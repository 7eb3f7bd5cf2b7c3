import type { Logger } from '../../subgraphs/kit/log';
import { createSubgraphServer, type SubgraphServer } from '../../subgraphs/kit/server';
import type { Tracing } from '../../subgraphs/kit/tracing';
import { regionalSchema } from '../../schema';
import { trusting } from './callers';
import { region, silentLogger } from './gateway-servers';

/** Starts a region on the kit's own server; `hoursDone` may fail. */
export function startKitRegion(
  code: string,
  hoursDone: () => number | Promise<number>,
  { tracing = null, logger = silentLogger }: { readonly tracing?: Tracing | null; readonly logger?: Logger } = {},
): Promise<SubgraphServer> {
  const { prefix, subgraph } = region(code);
  return createSubgraphServer({
    name: subgraph,
    typeDefs: regionalSchema(region(code), '2'),
    resolvers: {
      [`${prefix}Figures`]: {
        __resolveReference: (reference: object) => reference,
        answeredFor: () => `${code}:digest`,
        hoursDone,
      },
    },
    createContext: ({ caller }) => ({ caller }),
    logger,
    tokens: trusting(),
    tracing,
    port: 0,
    limits: { drainDelay: 0 },
  });
}
