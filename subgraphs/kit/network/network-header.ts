import { z } from 'zod';
import type { Network } from './network-file';

/** Request header by which a gateway tells the national subgraph on which network a question was planned. */
export const NETWORK_HEADER = 'maillage-network';

/** The network of a question: its version, and who is a member in it. */
export interface PlannedNetwork {
  readonly version: number;
  readonly members: readonly string[];
}

const schema = z.object({ version: z.number().int().min(1), members: z.array(z.string().max(4)).max(200) });

/** The text of the header for a network. */
export function networkHeaderOf({ version, members }: Network): string {
  return JSON.stringify({ version, members: members.map(({ region }) => region.code) });
}

/** Reads the header; undefined when there is none, as behind any other router, or when it is not readable. */
export function readNetworkHeader(text: string | undefined): PlannedNetwork | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
