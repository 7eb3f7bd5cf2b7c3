import {
  directoryAnswer,
  directoryQuestion,
  networkDirectory,
  type RegionDirectory,
} from '../../subgraphs/kit/territories';
import type { GatewayClient } from '../client';

/**
 * The whole directory of the network, in one question: however many places are looked up afterwards, no region is asked again. A
 * region that does not answer is there with its status and without desks.
 */
export async function readDirectory(
  gateway: GatewayClient,
  codes?: readonly string[],
): Promise<ReadonlyMap<string, RegionDirectory>> {
  const answer = await gateway.ask(
    directoryQuestion({ withFacilitators: true }),
    { codes: codes ?? null },
    directoryAnswer,
    { isPartial: true },
  );
  return networkDirectory(answer);
}
