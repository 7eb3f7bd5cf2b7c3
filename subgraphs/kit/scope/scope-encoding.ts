import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { HubError } from '../errors';
import {
  areaScopeSchema,
  contractsScopeSchema,
  directoryScopeSchema,
  figuresScopeSchema,
  totalScopeSchema,
  type AnyScope,
  type AreaScope,
  type ContractsScope,
  type DirectoryScope,
  type FiguresScope,
  type TotalScope,
} from './scope-types';

/** Longest encoded scope that a subgraph reads, in characters. */
export const MAX_SCOPE_LENGTH = 65_536;
/** Scopes kept once read. */
const MAX_KEPT = 200;

/**
 * The canonical encoding of a scope: JSON with sorted keys and without absent fields, in base64url.
 * The same question always has the same text.
 */
export function encodeScope(scope: AnyScope): string {
  return Buffer.from(canonicalJson(scope), 'utf8').toString('base64url');
}

/** Reads the scope of a figures shard. Throws SCOPE_INVALID unless it is what `encodeScope` writes. */
export const decodeFiguresScope = remembered((text: string): FiguresScope => decode(figuresScopeSchema, text));

/** Reads the scope of a page of contracts. Throws SCOPE_INVALID unless it is what `encodeScope` writes. */
export const decodeContractsScope = remembered((text: string): ContractsScope => decode(contractsScopeSchema, text));

/** Reads the scope of a directory shard. Throws SCOPE_INVALID unless it is what `encodeScope` writes. */
export const decodeDirectoryScope = (text: string): DirectoryScope => decode(directoryScopeSchema, text);

/** Reads the key of a national total. Throws SCOPE_INVALID unless it is what `encodeScope` writes. */
export const decodeTotalScope = (text: string): TotalScope => decode(totalScopeSchema, text);

/** Reads the key of the contacts of an area. Throws SCOPE_INVALID unless it is what `encodeScope` writes. */
export const decodeAreaScope = (text: string): AreaScope => decode(areaScopeSchema, text);

/**
 * What a shard that answers must say in `answeredFor`: the region's code and a digest (SHA-256, first
 * 128 bits, hexadecimal) of the encoded scope. Equality proves that this region answered this question.
 */
export function answeredFor(region: string, encodedScope: string): string {
  return `${region}:${digestOf(encodedScope)}`;
}

/** The last digest made: 18 regions are compared with the same scope in a row. */
let lastDigest = { scope: '', digest: '' };

function digestOf(scope: string): string {
  if (lastDigest.scope !== scope || lastDigest.digest === '') {
    lastDigest = { scope, digest: createHash('sha256').update(scope).digest('hex').slice(0, 32) };
  }
  return lastDigest.digest;
}

/**
 * Keeps the last scopes read: the fields of one answer decode the same text again and again. What is kept is frozen, and
 * a text that is refused is refused anew each time.
 */
function remembered<Scope extends AnyScope>(read: (text: string) => Scope): (text: string) => Scope {
  const kept = new Map<string, Scope>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const scope = Object.freeze(read(text));
    kept.set(text, scope);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return scope;
  };
}

function decode<Scope extends AnyScope>(schema: z.ZodType<Scope>, text: string): Scope {
  if (text.length > MAX_SCOPE_LENGTH) throw invalid('it is too long');
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw invalid('it is not encoded JSON');
  }
  const result = schema.safeParse(json);
  if (!result.success)
    throw invalid(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  if (encodeScope(result.data) !== text) throw invalid('it is not in canonical form');
  return result.data;
}

function invalid(reason: string): HubError {
  return new HubError('SCOPE_INVALID', `The scope cannot be answered: ${reason}.`, { reason });
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
