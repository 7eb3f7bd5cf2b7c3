import { createServer } from 'node:net';
import { findFreePorts, isPortFree } from '../../subgraphs/kit/postgres/embedded';

describe('free ports', () => {
  it('are all different, free, and none that a system gives to whoever asks for any', async () => {
    const ports = await findFreePorts(40);
    expect(new Set(ports).size).toBe(40);
    expect(ports.every((port) => port >= 15_000 && port < 32_768)).toBe(true);
    expect(await Promise.all(ports.map((port) => isPortFree(port)))).not.toContain(false);
  });

  it('are those of last time where they are still free', async () => {
    const [first = 0, taken = 0] = await findFreePorts(2);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(taken, '127.0.0.1', resolve));
    try {
      const [again, other] = await findFreePorts(2, [first, taken]);
      expect(again).toBe(first);
      expect(other).not.toBe(taken);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
