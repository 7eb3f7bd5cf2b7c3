import { startTestCluster, type TestCluster } from './test-cluster';

declare global {
  var maillageTestCluster: TestCluster | undefined;
}

/** Starts the one PostgreSQL of this jest run; its URL reaches the workers by their environment. */
async function setUp(): Promise<void> {
  const cluster = await startTestCluster();
  globalThis.maillageTestCluster = cluster;
  process.env['MAILLAGE_TEST_POSTGRES_URL'] = cluster.adminUrl;
}

export = setUp;
