import { stat } from 'node:fs/promises';
import { request } from 'undici';
import { asHubError } from '../../subgraphs/kit/errors';
import { trustedKeys } from '../../subgraphs/kit/identity';
import { findRegion } from '../../subgraphs/kit/regions';
import { readCopy, verifySupergraph } from '../../subgraphs/kit/registry-client';
import { connectToHub } from '../client';
import { hubFilesOf, type HubSettings } from '../embedded';
import { hubKeyFilesOf } from '../record';
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

/**
 * Whether the copies of the supergraph on disk, from which gateway and national subgraph start with the registry down, are
 * signed by the registry and whole.
 */
export async function checkSupergraph({ dataDirectory }: HubSettings): Promise<readonly Diagnosis[]> {
  const { gatewayCopy, nationalCopy } = hubFilesOf(dataDirectory);
  const { registryKeys } = hubKeyFilesOf(dataDirectory);
  const found = await Promise.all([gatewayCopy, nationalCopy].map((file) => checkCopy(file, registryKeys)));
  return found.filter((diagnosis) => diagnosis !== undefined);
}

async function checkCopy(file: string, keysFile: string): Promise<Diagnosis | undefined> {
  try {
    const copy = await readCopy(file);
    if (copy === undefined) return undefined;
    const { number } = await verifySupergraph(copy, await trustedKeys({ file: keysFile }));
    const { mtime } = await stat(file);
    return sound('SUPERGRAPH', `${file}: number ${number}, signed by the registry, kept ${mtime.toISOString()}`);
  } catch (error) {
    const message = asHubError(error)?.message ?? String(error);
    return failed('SUPERGRAPH', message, `Remove ${file} while the registry runs: it is written anew.`);
  }
}
