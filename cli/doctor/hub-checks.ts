import { readFile, stat } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { request } from 'undici';
import { z } from 'zod';
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

/** Whether the copy of the supergraph on disk, from which the gateway starts with the registry down, is one. */
export async function checkSupergraph({ dataDirectory }: HubSettings): Promise<readonly Diagnosis[]> {
  const { gatewayCopy: file } = hubFilesOf(dataDirectory);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const copy = readCopy(text);
  if (copy === undefined || !isSupergraph(copy.supergraphSdl)) {
    return [
      failed('SUPERGRAPH', `${file} is no supergraph.`, 'Remove it while the registry runs: it is written anew.'),
    ];
  }
  const kept = await stat(file).catch(() => undefined);
  return [
    sound('SUPERGRAPH', `${file}: number ${copy.number}, kept ${kept?.mtime.toISOString() ?? 'at an unknown moment'}`),
  ];
}

const payloadSchema = z.object({ number: z.number(), supergraphSdl: z.string() });

/** What a copy holds. Its signature is for those who serve it. */
function readCopy(text: string): z.infer<typeof payloadSchema> | undefined {
  try {
    const { payload } = z.object({ payload: z.string() }).parse(JSON.parse(text));
    return payloadSchema.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
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
