import type { Request } from 'express';
import { HubError } from '../../subgraphs/kit/errors';

/** A GraphQL request as the client sent it; nothing in it has been looked at but its outer form. */
export interface ReceivedRequest {
  readonly query: string | undefined;
  /** Hash of a registered document, in place of its text. */
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
}

const PARAMETERS = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const;

/**
 * Reads the parameters of a request from its body or, for a GET, from its address. Throws BATCHING_REFUSED
 * and REQUEST_MALFORMED.
 */
export function readRequest(request: Request): ReceivedRequest {
  const given: unknown = request.method === 'GET' ? searchOf(request) : request.body;
  if (Array.isArray(given)) {
    throw new HubError('BATCHING_REFUSED', 'The body is a list of requests. Send one request at a time.');
  }
  if (typeof given !== 'object' || given === null) throw malformed('The request is not an object');
  const parameters = given as Readonly<Record<string, unknown>>;
  return {
    query: textOf(parameters, 'query'),
    documentId: textOf(parameters, 'documentId'),
    operationName: textOf(parameters, 'operationName'),
    variables: objectOf(parameters, 'variables'),
    extensions: objectOf(parameters, 'extensions'),
  };
}

function searchOf(request: Request): Readonly<Record<string, unknown>> {
  const search = new URL(request.originalUrl, 'http://gateway.invalid').searchParams;
  const given: Record<string, unknown> = {};
  for (const name of PARAMETERS) {
    const values = search.getAll(name);
    if (values.length > 1) throw malformed(`"${name}" stands twice in the address`);
    const value = values[0];
    if (value === undefined) continue;
    given[name] = name === 'variables' || name === 'extensions' ? jsonOf(value, name) : value;
  }
  return given;
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`"${name}" is not JSON`);
  }
}

function textOf(parameters: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw malformed(`"${name}" is not a string`);
  return value;
}

function objectOf(parameters: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = parameters[name] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) throw malformed(`"${name}" is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

function malformed(what: string): HubError {
  return new HubError(
    'REQUEST_MALFORMED',
    `${what}. A GraphQL request is {"query": "…", "variables": {…}, "operationName": "…"}.`,
  );
}
