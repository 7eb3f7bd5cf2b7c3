/** Stops the PostgreSQL of this jest run. */
async function tearDown(): Promise<void> {
  await globalThis.maillageTestCluster?.close();
}

export = tearDown;
