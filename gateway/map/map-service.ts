import { createHash } from 'node:crypto';
import { HubError } from '../../subgraphs/kit/errors';
import { directoryQuestion } from '../../subgraphs/kit/territories';
import type { DrawMap } from './draw-in-thread';
import type { DrawnMap, OwnOutlines } from './drawn-map';

/** An answer of the gateway to one GraphQL request, as JSON text. */
export type AskGateway = (query: string) => Promise<string>;

/** Keeps the map of the network. */
export interface MapService {
  /**
   * The map as the directory is at this moment: the directory is asked each time, the map is drawn when it changed. Rejects with
   * MAP_UNAVAILABLE when the national level does not answer.
   */
  current(ask: AskGateway): Promise<DrawnMap>;
  /** Reads the operator's outlines, where there are any, so that a bad file is told at the start. Rejects with OUTLINES_INVALID. */
  check(): Promise<void>;
}

/**
 * The map shows what an anonymous caller may see, without facilitators: a region keeps no agreement of theirs, and a file goes further
 * than an answer.
 */
export const MAP_QUESTION = directoryQuestion({ withFacilitators: false });

/** Builds the service. One map is kept, the last one. */
export function createMapService(draw: DrawMap, own: OwnOutlines | null): MapService {
  let last: { readonly digest: string; readonly map: Promise<DrawnMap> } | undefined;
  return {
    check: async () => {
      if (own !== null) await draw({ regions: [] }, own);
    },
    async current(ask) {
      const data = dataOf(await ask(MAP_QUESTION));
      const digest = createHash('sha256').update(JSON.stringify(data)).digest('hex');
      if (last?.digest === digest) return last.map;
      const map = draw(data, own);
      const mine = { digest, map };
      last = mine;
      // A drawing that failed is tried again by the next request.
      map.catch(() => {
        if (last === mine) last = undefined;
      });
      return map;
    },
  };
}

function dataOf(text: string): unknown {
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: readonly { message: string }[] };
  if (data != null) return data;
  const cause = new Error(errors?.[0]?.message ?? 'no data');
  const message = 'The directory of the network does not answer, so there is no map. Ask again later.';
  throw new HubError('MAP_UNAVAILABLE', message, {}, { cause });
}
