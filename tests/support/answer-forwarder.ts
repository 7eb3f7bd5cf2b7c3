import type { IncomingHttpHeaders } from 'node:http';
import { startHttpServer, type TestServer } from './gateway-servers';

/** JSON that a test reads and changes where it expects something. */
export type Json = Record<string, unknown>;

/** A GraphQL answer, as a region sends it. */
export interface RegionAnswer {
  readonly data?: Json | null;
  readonly errors?: readonly Json[];
}

/** One question on its way to a region. */
export interface Exchange {
  readonly query: string;
  readonly variables: Readonly<Json>;
  /** The question as it travels. */
  readonly body: string;
  /** Hands the question to the region, with another body where one is given, and gives its answer. */
  passOn(changedBody?: string): Promise<RegionAnswer>;
}

/** What to do with a question: an answer for the hub, or the line cut without one. */
export type Intervention = (exchange: Exchange) => RegionAnswer | 'CUT' | Promise<RegionAnswer | 'CUT'>;

/** Stands in front of a region and hands everything on until it is told otherwise. */
export interface AnswerForwarder extends TestServer {
  /** Queries that came by since the last `intervene` or `restore`. */
  readonly queries: readonly string[];
  intervene(intervention: Intervention): void;
  restore(): void;
}

const honest: Intervention = ({ passOn }) => passOn();

/** Starts a forwarder. `target` is asked late, since a region may start after what stands in front of it. */
export async function startForwarder(target: () => string): Promise<AnswerForwarder> {
  let current = honest;
  const queries: string[] = [];
  const server = await startHttpServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString('utf8');
      const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Json };
      queries.push(query);
      let headers: Readonly<Record<string, string>> = {};
      let status = 200;
      const passOn = async (changedBody = body): Promise<RegionAnswer> => {
        const passed = { method: 'POST', headers: headersToPass(request.headers), body: changedBody };
        const answer = await fetch(target(), passed);
        status = answer.status;
        const mark = answer.headers.get('maillage-demonstration');
        headers = mark === null ? {} : { 'maillage-demonstration': mark };
        return (await answer.json()) as RegionAnswer;
      };
      const answer = await current({ query, variables, body, passOn });
      if (answer === 'CUT') return void response.destroy();
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer));
    })().catch(() => response.destroy());
  });
  const change = (intervention: Intervention): void => {
    current = intervention;
    queries.length = 0;
  };
  return { ...server, queries, intervene: change, restore: () => change(honest) };
}

/** Headers about this one connection are the sender's own; all others travel on, credentials among them. */
function headersToPass(received: IncomingHttpHeaders): Record<string, string> {
  const own = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);
  return Object.fromEntries(
    Object.entries(received).flatMap(([name, value]) =>
      own.has(name) || typeof value !== 'string' ? [] : [[name, value] as const],
    ),
  );
}
