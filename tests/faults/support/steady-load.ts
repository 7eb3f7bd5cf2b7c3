import { Agent, request } from 'node:http';

/** Load that does not wait for answers: a slow gateway gets no fewer questions. */
export interface SteadyLoad {
  readonly asked: number;
  /** What went wrong, in words; empty when nothing did. */
  readonly failures: readonly string[];
  /** Milliseconds of every answer. */
  readonly times: readonly number[];
  /** Connections opened so far. */
  readonly connections: number;
  /** Asks no more and waits for the last answer. */
  stop(): Promise<void>;
}

/** How to ask. */
export interface LoadOptions {
  /** Address of GraphQL. */
  readonly url: string;
  readonly perSecond: number;
  readonly connections: number;
  readonly token: string;
  readonly hoursDone: number;
}

const REGIONS = '{ regions { code name } }';
const CONSOLIDATION = `{ consolidation(period: { from: "2021-01", to: "2021-12" }) {
  total { hoursDone } coverage { expected answered } } }`;
const REGION_COUNT = 18;

/**
 * Asks over kept-alive connections, with a client that repeats nothing by itself, and holds every answer against what
 * is known: status 200, no error, 18 regions of 18, the very sum.
 */
export function startLoad({ url, perSecond, connections, token, hoursDone }: LoadOptions): SteadyLoad {
  // Every connection is used in its turn, as by many clients with one connection each.
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const failures: string[] = [];
  const times: number[] = [];
  const underWay = new Set<Promise<void>>();
  let asked = 0;
  let opened = 0;

  function ask(): void {
    asked += 1;
    // Two of five consolidate 18 regions; the others ask the national level only.
    const query = asked % 5 < 2 ? CONSOLIDATION : REGIONS;
    const startedAt = performance.now();
    const answered = post({ agent, url, token }, JSON.stringify({ query }), () => (opened += 1))
      .then(({ status, text }) => problemOf(status, text, query === CONSOLIDATION ? hoursDone : undefined))
      .catch((error: unknown) => String(error))
      .then((problem) => {
        times.push(performance.now() - startedAt);
        if (problem !== undefined) failures.push(problem);
        underWay.delete(answered);
      });
    underWay.add(answered);
  }

  const startedAt = performance.now();
  const timer = setInterval(() => {
    while (asked < ((performance.now() - startedAt) / 1_000) * perSecond) ask();
  }, 5);
  return {
    get asked() {
      return asked;
    },
    failures,
    times,
    get connections() {
      return opened;
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      agent.destroy();
    },
  };
}

function problemOf(status: number, text: string, hoursDone: number | undefined): string | undefined {
  if (status !== 200) return `status ${status}: ${text.slice(0, 200)}`;
  const { data, errors } = JSON.parse(text) as {
    data?: {
      regions?: unknown[];
      consolidation?: { total?: { hoursDone?: number }; coverage?: { answered?: number } };
    };
    errors?: unknown;
  };
  if (errors !== undefined) return `errors: ${text.slice(0, 300)}`;
  const isRight =
    hoursDone === undefined
      ? data?.regions?.length === REGION_COUNT
      : data?.consolidation?.total?.hoursDone === hoursDone && data.consolidation.coverage?.answered === REGION_COUNT;
  return isRight ? undefined : `wrong: ${text.slice(0, 300)}`;
}

function post(
  { agent, url, token }: { readonly agent: Agent; readonly url: string; readonly token: string },
  body: string,
  onConnection: () => void,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
      });
      response.on('error', reject);
    });
    sent.on('socket', (socket) => {
      if (!sent.reusedSocket && socket.connecting) onConnection();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
