import { request } from 'undici';
import { z } from 'zod';
import { ERRORS, type ErrorCode, HubError } from '../../subgraphs/kit/errors';

/** Asks one GraphQL server as one caller. */
export interface GraphqlClient {
  readonly url: string;
  /**
   * The data of an answer, of the form of the schema. Throws the code of the server's being unreachable, and the first
   * error that it answers; with `isPartial`, an error that leaves data of that form is the reader's to find in it, as
   * the regions that a coverage names.
   */
  ask<Schema extends z.ZodType>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    schema: Schema,
    options?: { readonly isPartial?: boolean },
  ): Promise<z.infer<Schema>>;
}

/** Which server, and how it is spoken of. */
export interface GraphqlServer {
  readonly url: string;
  /** Sent after "Bearer". */
  readonly token: string;
  /** "gateway", "registry". */
  readonly name: string;
  /** Code of the error of one that does not answer. */
  readonly unreachable: ErrorCode;
}

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() })).optional(),
});

const DEADLINE = 30_000;

/** A client of a server. Throws CONFIG_INVALID for an address to which a token would travel in the clear over a network. */
export function createGraphqlClient(server: GraphqlServer): GraphqlClient {
  const { url, name } = server;
  if (!isPrivate(url)) {
    throw new HubError('CONFIG_INVALID', `${url} is not an https address: the token could be read on the way.`);
  }
  return {
    url,
    async ask(query, variables, schema, { isPartial = false } = {}) {
      const answer = answerSchema.safeParse(await send(server, JSON.stringify({ query, variables })));
      if (!answer.success) throw unreachable(server, `What answers is not the ${name} of a hub.`);
      const [error] = answer.data.errors ?? [];
      const data = schema.safeParse(answer.data.data);
      if (data.success && (isPartial || error === undefined)) return data.data;
      if (error !== undefined) throw new HubError(codeOf(error.extensions?.code), error.message);
      throw unreachable(server, `The ${name} is of another version than this command.`);
    },
  };
}

async function send(server: GraphqlServer, body: string): Promise<unknown> {
  try {
    const response = await request(server.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server.token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body,
      headersTimeout: DEADLINE,
      bodyTimeout: DEADLINE,
      reset: true,
    });
    return await response.body.json();
  } catch {
    throw unreachable(server, 'Nothing answers there, or not with JSON.');
  }
}

function isPrivate(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLocal);
}

function codeOf(code: string | undefined): ErrorCode {
  return code !== undefined && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'INTERNAL_SERVER_ERROR';
}

function unreachable({ url, name, unreachable: code }: GraphqlServer, what: string): HubError {
  return new HubError(code, `The ${name} at ${url} gave nothing. ${what}`, { url });
}
