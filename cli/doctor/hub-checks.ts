import { readFile, stat } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { request } from 'undici';
import { findRegion } from '../../subgraphs/kit/regions';
import { connectToHub } from '../client';
import type { HubSettings } from '../embedded';
import { hubFilesOf } from '../embedded';
import { type Diagnosis, doubtful, failed, sound, unreachable } from './diagnosis';

const DEADLINE = 5_000;

/** Whether the gateway of this machine is ready. Nothing is said of a hub that does not run. */
export async function checkGateway({ gatewayPort }: HubSettings): Promise<readonly Diagnosis[]> {
  const url = `http://127.0.0.1:${gatewayPort}/health/ready`;
  try {
    const { statusCode, body } = await request(url, { headersTimeout: DEADLINE, bodyTimeout: DEADLINE, reset: true });
    await body.dump();
    if (statusCode === 200) return [sound('GATEWAY', `Ready at http://127.0.0.1:${gatewayPort}/graphql`)];
    return [failed('GATEWAY', `Answers ${statusCode} at ${url}.`, 'Look into logs/gateway.log of the data directory.')];
  } catch {
    return [unreachable('GATEWAY', `Nothing answers at ${url}.`, 'Look into logs/gateway.log of the data directory.')];
  }
}

/** Which regions of the running hub do not serve, and in which state they are. */
export async function checkRegions({ dataDirectory }: HubSettings): Promise<readonly Diagnosis[]> {
  const regions = await (await connectToHub(dataDirectory)).regions();
  const away = regions.filter(({ state }) => state !== 'RUNNING');
  if (away.length === 0) return [sound('REGIONS', `${regions.length} regional subgraphs run.`)];
  return away.map(({ region, state }) =>
    doubtful(
      'REGIONS',
      `${findRegion(region)?.name ?? region} (${region}) is ${state}: its part is missing from every answer.`,
      state === 'STOPPED' ? `maillage region start ${region}` : 'Wait, or look into logs/regions.log.',
    ),
  );
}

/** Whether the supergraph on disk is one, and newer than the network file that it was composed from. */
export async function checkSupergraph({ dataDirectory }: HubSettings): Promise<readonly Diagnosis[]> {
  const { supergraph: file, network } = hubFilesOf(dataDirectory);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  if (!isSupergraph(text)) {
    return [failed('SUPERGRAPH', `${file} is no supergraph.`, 'Remove it and start again: it is composed anew.')];
  }
  const [composed, changed] = await Promise.all([file, network].map((path) => stat(path).catch(() => undefined)));
  const age = `composed ${composed?.mtime.toISOString() ?? 'at an unknown moment'}`;
  if (composed !== undefined && changed !== undefined && changed.mtimeMs > composed.mtimeMs + 60_000) {
    return [doubtful('SUPERGRAPH', `${file}, ${age}, is older than ${network}.`, 'Start the hub again, or compose.')];
  }
  return [sound('SUPERGRAPH', `${file}, ${age}`)];
}

/** Whether a text is a composed supergraph: its schema links the join specification. */
function isSupergraph(text: string): boolean {
  try {
    return parse(text, { noLocation: true }).definitions.some(
      (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
    );
  } catch {
    return false;
  }
}
