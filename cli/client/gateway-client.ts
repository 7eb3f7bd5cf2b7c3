import { request } from 'undici';
import { z } from 'zod';
import { ERRORS, type ErrorCode, HubError } from '../../subgraphs/kit/errors';

/** Asks the gateway of a hub as one caller. */
export interface GatewayClient {
  /**
   * The data of an answer, of the form of the schema. Throws GATEWAY_UNREACHABLE, and the first error that the gateway
   * answers.
   */
  ask<Schema extends z.ZodType>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    schema: Schema,
  ): Promise<z.infer<Schema>>;
}

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() })).optional(),
});

const DEADLINE = 30_000;

/**
 * A client of the gateway at an address. Throws CONFIG_INVALID for one to which a token would travel in the clear over
 * a network.
 */
export function createGatewayClient(url: string, token: string): GatewayClient {
  if (!isPrivate(url)) {
    throw new HubError('CONFIG_INVALID', `${url} is not an https address: the token could be read on the way.`);
  }
  return {
    async ask(query, variables, schema) {
      const answer = answerSchema.safeParse(await send(url, token, JSON.stringify({ query, variables })));
      if (!answer.success) throw unreachable(url, 'What answers is not the gateway of a hub.');
      const [error] = answer.data.errors ?? [];
      if (error !== undefined) throw new HubError(codeOf(error.extensions?.code), error.message);
      const data = schema.safeParse(answer.data.data);
      if (data.success) return data.data;
      throw unreachable(url, 'The gateway is of another version than this command.');
    },
  };
}

async function send(url: string, token: string, body: string): Promise<unknown> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body,
      headersTimeout: DEADLINE,
      bodyTimeout: DEADLINE,
      reset: true,
    });
    return await response.body.json();
  } catch {
    throw unreachable(url, 'Nothing answers there, or not with JSON.');
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

function unreachable(url: string, what: string): HubError {
  return new HubError('GATEWAY_UNREACHABLE', `The gateway at ${url} gave nothing. ${what}`, { url });
}
