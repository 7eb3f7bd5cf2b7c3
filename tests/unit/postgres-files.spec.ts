import { parsePostmasterFile, serverArguments } from '../../subgraphs/kit/postgres/embedded';

describe('the postmaster file', () => {
  it('gives process, port and readiness', () => {
    const text = '4242\n/data\n1764000000\n5433\n\n127.0.0.1\n  5243 7\nready   \n';
    expect(parsePostmasterFile(text)).toEqual({ pid: 4242, port: 5433, isReady: true });
  });

  it('is not ready while the server recovers', () => {
    const text = '4242\n/data\n1764000000\n5433\n\n127.0.0.1\n  5243 7\nstarting\n';
    expect(parsePostmasterFile(text)?.isReady).toBe(false);
  });

  it('is nothing when it is empty or cut before the process number', () => {
    expect(parsePostmasterFile('')).toBeUndefined();
    expect(parsePostmasterFile('\n/data')).toBeUndefined();
  });

  it('never names this process group: a negative number is not a server', () => {
    expect(parsePostmasterFile('-1\n/data\n1\n5433')).toBeUndefined();
  });
});

describe('the settings of the server', () => {
  const settings = { port: 5433, major: 18, durability: 'durable', maxConnections: 120 } as const;

  it('keep it on this machine and on TCP', () => {
    expect(serverArguments(settings)).toEqual(
      expect.arrayContaining(['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'port=5433']),
    );
  });

  it('wait for the disk unless the cluster is thrown away', () => {
    expect(serverArguments(settings)).not.toContain('fsync=off');
    expect(serverArguments({ ...settings, durability: 'throwaway' })).toContain('fsync=off');
  });

  it('leave out what an older server does not know', () => {
    expect(serverArguments(settings)).toContain('io_method=sync');
    expect(serverArguments({ ...settings, major: 15 })).not.toContain('io_method=sync');
  });
});
