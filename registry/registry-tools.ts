import { lookup } from 'node:dns/promises';
import { Agent } from 'undici';
import { runConformance } from '../conformance';
import { createAddressGuard } from '../subgraphs/kit/addresses';
import type { HubSigningKey } from '../subgraphs/kit/identity';
import { checkUrlPolicy, type Composer, createComposer, runChecks } from './checks';
import type { RegistryDependencies } from './create-registry';

/** What the tools work with. */
export interface ToolDependencies {
  /** The hub's own key, null when this registry has none. */
  readonly hubSigningKey: HubSigningKey | null;
  readonly mode: 'development' | 'production';
}

/** What a registry judges regions by, and what ends it. */
export interface RegistryTools extends Pick<RegistryDependencies, 'runChecks' | 'runConformance' | 'addressProblem'> {
  /** Carries questions to regions, and none to where no region may be. */
  readonly dispatcher: Agent;
  /** What composes for the checks. */
  readonly composer: Composer;
  stop(): Promise<void>;
}

/** What the registry judges regions by: the checks, the conformance kit, and the rules about addresses. */
export function createRegistryTools({ hubSigningKey, mode }: ToolDependencies): RegistryTools {
  const composer = createComposer();
  const guard = createAddressGuard(mode === 'development' ? 'PUBLIC_OR_LOOPBACK' : 'PUBLIC');
  const dispatcher = new Agent({ connect: guard.connector });
  return {
    composer,
    dispatcher,
    runChecks: (input) => runChecks(input, { composer, resolveHost }),
    runConformance:
      hubSigningKey === null
        ? null
        : (target) =>
            runConformance(
              { ...target, key: { kind: 'HUB', signing: hubSigningKey, publishedAt: 'HUB_KEYS_URL of the hub' } },
              { dispatcher },
            ),
    addressProblem: async (region, url, allowedHosts) => {
      const findings = await checkUrlPolicy({ region, url, allowedHosts, mode }, resolveHost);
      return findings.length === 0 ? undefined : findings.map(({ message }) => message).join(' ');
    },
    async stop() {
      await composer.stop();
      await dispatcher.destroy();
    },
  };
}

async function resolveHost(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
}
