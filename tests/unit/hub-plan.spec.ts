import { createHubPlan, GATEWAY_SERVICE } from '../../cli/embedded/hub-plan';
import { hubFilesOf, loadHubSettings } from '../../cli/embedded';
import { hubKeyFilesOf } from '../../cli/record';

function gatewayEnvironment(environment: Readonly<Record<string, string>>) {
  const { gatewayPort, gatewayWorkers, demonstration } = loadHubSettings(environment);
  const plan = createHubPlan({
    programFolder: '/program',
    regionsFile: 'regions.json',
    networkFile: 'network.json',
    files: hubFilesOf('/data'),
    registryDatabaseUrl: () => '',
    registryPort: 2,
    nationalDatabaseUrl: () => '',
    nationalPort: 1,
    gatewayPort,
    gatewayWorkers,
    demonstration,
    keys: hubKeyFilesOf('/data'),
  });
  return plan.find(({ id }) => id === GATEWAY_SERVICE)?.environment();
}

describe('the gateway of `npm start`', () => {
  it('is one process, whatever the number of cores', () => {
    expect(gatewayEnvironment({})).toMatchObject({ GATEWAY_WORKERS: '1', PORT: '4000' });
  });

  it('is as many processes as are asked for', () => {
    expect(gatewayEnvironment({ GATEWAY_WORKERS: '3' })).toMatchObject({ GATEWAY_WORKERS: '3' });
  });
});
