import type { ServiceMessage } from '../../subgraphs/kit/process';
import type { RegionBoard } from './region-board';

/** The line that shows how far a process is, in French; undefined for a message that moves nothing. */
export function describeProgress(label: string, message: ServiceMessage, board: RegionBoard): string | undefined {
  if (message.kind === 'progress') return `${label} : ${message.done}/${message.total} ${message.step}`;
  if (message.kind !== 'region-started' && message.kind !== 'region-stopped') return undefined;
  const entries = board.list();
  const running = entries.filter((entry) => entry.state === 'RUNNING').length;
  return `${label} : ${running}/${entries.length} en marche`;
}
