import { BOOKS_SERVICE, createHubPlan, GATEWAY_SERVICE } from '../../cli/embedded/hub-plan';
import { hubFilesOf, loadHubSettings } from '../../cli/embedded';
import { hubKeyFilesOf } from '../../cli/record';

function planOf(environment: Readonly<Record<string, string>>) {
  const { gatewayPort, gatewayWorkers, demonstration, booksRegion } = loadHubSettings(environment);
  return createHubPlan({
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
    booksRegion,
    booksPort: 3,
    keys: hubKeyFilesOf('/data'),
  });
}

function gatewayEnvironment(environment: Readonly<Record<string, string>>) {
  return planOf(environment)
    .find(({ id }) => id === GATEWAY_SERVICE)
    ?.environment();
}

describe('the gateway of `npm start`', () => {
  it('is one process, whatever the number of cores', () => {
    expect(gatewayEnvironment({})).toMatchObject({ GATEWAY_WORKERS: '1', PORT: '4000' });
  });

  it('is as many processes as are asked for', () => {
    expect(gatewayEnvironment({ GATEWAY_WORKERS: '3' })).toMatchObject({ GATEWAY_WORKERS: '3' });
  });
});

describe("a region's own API in `npm start`", () => {
  it('runs for the region that is named, and for none unless one is', () => {
    const books = planOf({ MAILLAGE_BOOKS_REGION: '53' }).find(({ id }) => id === BOOKS_SERVICE);
    expect(books?.environment()).toMatchObject({ REGION: '53', REGIONS_FILE: 'regions.json', BOOKS_PORT: '3' });
    expect(planOf({}).map(({ id }) => id)).not.toContain(BOOKS_SERVICE);
  });

  it('is of a region of the law', () => {
    expect(() => loadHubSettings({ MAILLAGE_BOOKS_REGION: '5' })).toThrow('MAILLAGE_BOOKS_REGION');
  });
});
