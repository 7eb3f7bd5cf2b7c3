import type { Environment } from '../../subgraphs/kit/config';
import { asHubError } from '../../subgraphs/kit/errors';
import { loadHubSettings } from '../embedded';
import { type Diagnosis, failed, sound } from './diagnosis';
import { checkGateway, checkRegions, checkSupergraph } from './hub-checks';
import { checkDataDirectory, checkHub, checkNode, checkPrivateFiles } from './machine-checks';
import { checkRegistry } from './registry-checks';

/** What is looked at. */
export interface ExaminationRequest {
  readonly environment: Environment;
  readonly nodeVersion: string;
  readonly now: () => number;
  /** The registry; rejects with REGISTRY_UNKNOWN when none is named. */
  readonly registryPlace: () => Promise<{ readonly url: string; readonly credential: string }>;
}

/** Looks at machine, data directory, hub and registry. Never throws for what it finds. */
export async function examine(request: ExaminationRequest): Promise<readonly Diagnosis[]> {
  const node = checkNode(request.nodeVersion);
  let settings: ReturnType<typeof loadHubSettings>;
  try {
    settings = loadHubSettings(request.environment);
  } catch (error) {
    return [node, failed('CONFIGURATION', asHubError(error)?.message ?? String(error), 'See .env.example.')];
  }
  const { isRunning, diagnosis: hub } = await checkHub(settings);
  return [
    node,
    sound('CONFIGURATION', 'Every variable of the command is usable.'),
    await checkDataDirectory(settings.dataDirectory),
    ...(await checkPrivateFiles(settings.dataDirectory)),
    hub,
    ...(isRunning ? [...(await checkGateway(settings)), ...(await checkRegions(settings))] : []),
    ...(await checkSupergraph(settings)),
    ...(await examineRegistry(request)),
  ];
}

async function examineRegistry({ registryPlace, now }: ExaminationRequest): Promise<readonly Diagnosis[]> {
  try {
    return await checkRegistry(await registryPlace(), now);
  } catch (error) {
    const known = asHubError(error);
    if (known?.code === 'REGISTRY_UNKNOWN') return [sound('REGISTRY', 'None is named, and none runs from here.')];
    return [failed('REGISTRY', known?.message ?? String(error), 'See maillage doctor --help.')];
  }
}
