import { createSupervisor, type Supervisor, type SupervisorConfig } from '../../gateway/processes/supervisor';
import type { WorkerProcess } from '../../gateway/processes/worker-process';
import { HubError } from '../../subgraphs/kit/errors';
import { silentLogger } from '../support/gateway-servers';
import { until } from '../support/gateway-sources';

/** A worker that does what a test tells it. */
interface FakeWorker extends WorkerProcess {
  readonly name: string;
  getReady(): void;
  fail(code: 'PORT_IN_USE' | 'SUPERGRAPH_INVALID'): void;
  die(): void;
}

/** What happened, in order. */
let events: string[] = [];
let workers: FakeWorker[] = [];
/** Whether a worker ends when it is told to. */
let isObedient = true;

beforeEach(() => {
  [events, workers, isObedient] = [[], [], true];
});

function fakeWorker(): FakeWorker {
  const name = `w${workers.length + 1}`;
  let getReady = () => undefined as void;
  let refuse = (_: unknown): void => undefined;
  let end = (_: string): void => undefined;
  const ready = new Promise<string>((resolve, reject) => {
    getReady = () => resolve('http://here');
    refuse = reject;
  });
  ready.catch(() => undefined);
  const ended = new Promise<string>((resolve) => (end = resolve));
  const finish = (how: string) => {
    refuse(new HubError('SERVICE_FAILED', how));
    end(how);
  };
  const told = (what: string) => () => {
    events.push(`${what} ${name}`);
    if (isObedient || what === 'kill') finish(what);
  };
  events.push(`start ${name}`);
  const worker: FakeWorker = {
    name,
    pid: workers.length + 1,
    ready,
    ended,
    getReady: () => {
      events.push(`ready ${name}`);
      getReady();
    },
    fail: (code) => {
      refuse(new HubError(code, code));
      end('failed');
    },
    die: () => finish('signal SIGSEGV'),
    retire: told('retire'),
    stop: told('stop'),
    kill: told('kill'),
    measure: () => undefined,
    sayOperations: () => undefined,
    giveOperations: () => undefined,
    giveMetrics: () => undefined,
  };
  workers.push(worker);
  return worker;
}

const CONFIG: SupervisorConfig = {
  workers: 2,
  startMilliseconds: 60_000,
  stopMilliseconds: 60_000,
  retireMilliseconds: 60_000,
  pauseMilliseconds: 1,
  longestPauseMilliseconds: 4,
  steadyMilliseconds: 60_000,
};
const at = (index: number) => workers[index] as FakeWorker;

async function started(config: Partial<SupervisorConfig> = {}): Promise<Supervisor> {
  const supervisor = createSupervisor({ ...CONFIG, ...config }, { startWorker: fakeWorker, logger: silentLogger });
  const url = supervisor.start();
  workers.forEach((worker) => worker.getReady());
  expect(await url).toBe('http://here');
  events = [];
  return supervisor;
}

describe('the supervisor of the workers', () => {
  it('says what kept the first worker from starting, and leaves none behind', async () => {
    const supervisor = createSupervisor(CONFIG, { startWorker: fakeWorker, logger: silentLogger });
    const url = supervisor.start();
    at(0).fail('PORT_IN_USE');
    await expect(url).rejects.toMatchObject({ code: 'PORT_IN_USE' });
    expect(events).toEqual(expect.arrayContaining(['stop w2']));
    expect(workers).toHaveLength(2);
  });

  it('replaces a worker that dies, again and again', async () => {
    const supervisor = await started();
    at(0).die();
    await until(() => workers.length === 3);
    at(2).die();
    await until(() => workers.length === 4);
    at(3).fail('SUPERGRAPH_INVALID');
    await until(() => workers.length === 5);
    at(4).getReady();
    await supervisor.stop();
    expect(events.filter((event) => event.startsWith('stop'))).toEqual(['stop w2', 'stop w5']);
  });

  it('replaces one worker after the other, each new one ready before its old one ends', async () => {
    const supervisor = await started();
    const restarted = supervisor.restart();
    await until(() => workers.length === 3);
    at(2).getReady();
    await until(() => workers.length === 4);
    at(3).getReady();
    await restarted;
    expect(events).toEqual(['start w3', 'ready w3', 'retire w1', 'start w4', 'ready w4', 'retire w2']);
    await supervisor.stop();
  });

  it('ends a restart whose new worker does not get ready, and keeps the old ones', async () => {
    const supervisor = await started();
    const restarted = supervisor.restart();
    await until(() => workers.length === 3);
    at(2).fail('SUPERGRAPH_INVALID');
    await expect(restarted).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID' });
    expect(events.filter((event) => event.startsWith('retire'))).toEqual([]);
    await supervisor.stop();
    expect(workers).toHaveLength(3);
  });

  it('restarts once more when asked twice while it restarts, not twice more', async () => {
    const supervisor = await started({ workers: 1 });
    const first = supervisor.restart();
    await until(() => workers.length === 2);
    const [second, third] = [supervisor.restart(), supervisor.restart()];
    at(1).getReady();
    await first;
    await until(() => workers.length === 3);
    at(2).getReady();
    await Promise.all([second, third]);
    expect(workers).toHaveLength(3);
    await supervisor.stop();
  });

  it('kills what does not end in time', async () => {
    const supervisor = await started({ stopMilliseconds: 20 });
    isObedient = false;
    await supervisor.stop();
    expect(events).toEqual(['stop w1', 'stop w2', 'kill w1', 'kill w2']);
  });

  it('kills an old worker that does not end in time, and goes on to the next', async () => {
    const supervisor = await started({ retireMilliseconds: 20 });
    isObedient = false;
    const restarted = supervisor.restart();
    await until(() => workers.length === 3);
    at(2).getReady();
    await until(() => workers.length === 4);
    at(3).getReady();
    await restarted;
    expect(events.filter((event) => !event.startsWith('ready'))).toEqual([
      'start w3',
      'retire w1',
      'kill w1',
      'start w4',
      'retire w2',
      'kill w2',
    ]);
    isObedient = true;
    await supervisor.stop();
  });

  it('kills a new worker that is not ready in time', async () => {
    const supervisor = await started({ startMilliseconds: 20 });
    await expect(supervisor.restart()).rejects.toMatchObject({ code: 'SERVICE_FAILED' });
    expect(events).toEqual(['start w3', 'kill w3']);
    await supervisor.stop();
  });

  it('starts nothing more once it stops', async () => {
    const supervisor = await started({ pauseMilliseconds: 1, longestPauseMilliseconds: 1 });
    at(0).die();
    await supervisor.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(workers).toHaveLength(2);
  });
});
