import { readFile } from 'node:fs/promises';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { HubError } from '../errors';
import { type Caller, callerSchema, ROLES } from '../identity';

/** A claim by its whole name ("https://maillage.example/role") or its place in the token ("realm_access.maillage"). */
const claim = z.string().regex(/^[\w:/-]+(?:\.[\w:/-]+)*$/, 'not a path of claim names, such as "maillage.role"');

const mappingSchema = z.strictObject({
  role: claim.default('role'),
  region: claim.default('region'),
  desk: claim.default('desk'),
  sirens: claim.default('sirens'),
  /**
   * Names that the identity provider gives to the roles of the hub. A role that is given none keeps its own; one that
   * has another name no longer answers to its own, which may mean something else at the provider.
   */
  roles: z.record(z.string(), z.enum(ROLES)).default({}),
});

/** Where an identity provider's tokens say which role of the hub somebody has. */
export type ClaimsMapping = z.infer<typeof mappingSchema>;

/** The mapping of a provider that was set up for the hub: claims `role`, `region`, `desk` and `sirens`. */
export const PLAIN_MAPPING: ClaimsMapping = mappingSchema.parse({});

/** Reads a mapping file. Throws CONFIG_INVALID. */
export async function readClaimsMapping(path: string | undefined): Promise<ClaimsMapping> {
  if (path === undefined) return PLAIN_MAPPING;
  try {
    return mappingSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it cannot be read, or is not JSON';
    throw new HubError('CONFIG_INVALID', `The claims file ${path} is not usable: ${reason}.`, { path }, { cause });
  }
}

/**
 * The caller that a token describes. A claim that the role does not need is left out, since providers send more than
 * is asked; one that it needs and that is missing or wrong refuses the token. Throws TOKEN_REFUSED.
 */
export function callerOfClaims(payload: JWTPayload, mapping: ClaimsMapping): Caller {
  const found = roleOf(valueAt(payload, mapping.role), mapping);
  const claims = {
    role: found,
    ...(found === 'desk' || found === 'coordination' ? { region: valueAt(payload, mapping.region) } : {}),
    ...(found === 'desk' ? { desk: valueAt(payload, mapping.desk) } : {}),
    ...(found === 'buyer' ? { sirens: valueAt(payload, mapping.sirens) } : {}),
  };
  const result = callerSchema.safeParse(claims);
  if (result.success && result.data.role !== 'public') return result.data;
  throw new HubError(
    'TOKEN_REFUSED',
    'The token names no role of the hub, or lacks the region, desk or SIRENs that its role needs. Ask whoever manages the accounts.',
  );
}

/** One role. Of several, none is chosen: the provider has to say in which one its user acts. */
function roleOf(value: unknown, { roles }: ClaimsMapping): string | undefined {
  const names = (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
  const renamed = new Set<string>(Object.values(roles));
  const own = (name: string) => (isRole(name) && !renamed.has(name) ? [name] : []);
  const known = names.flatMap((name) => (Object.hasOwn(roles, name) ? [roles[name]] : own(name)));
  const distinct = [...new Set(known)];
  return distinct.length === 1 ? distinct[0] : undefined;
}

function isRole(name: string): boolean {
  return ROLES.some((role) => role === name);
}

function valueAt(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  let value: unknown = payload;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
