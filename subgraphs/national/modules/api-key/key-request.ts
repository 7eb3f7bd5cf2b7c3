import { type ApiKeyRole, type Caller, callerSchema } from '../../../kit/identity';

/** What an administrator asks for. */
export interface KeyRequest {
  readonly label: string;
  readonly role: ApiKeyRole;
  readonly region?: string | null;
  readonly desk?: string | null;
  readonly sirens?: readonly string[] | null;
  readonly days: number;
}

/** A fault in a request, by the field of the input. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** The caller that a key would stand for: exactly what its role needs, and nothing of another role. */
export function callerOfInput({ role, region, desk, sirens }: KeyRequest): { readonly caller: Caller } | Fault {
  const given = Object.entries({ region, desk, sirens }).filter(([, value]) => value !== null && value !== undefined);
  const found = callerSchema.safeParse({ role, ...Object.fromEntries(given) });
  if (found.success) return { caller: found.data };
  const [issue] = found.error.issues;
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  const field = typeof key === 'string' ? key : 'role';
  const wrong = issue?.code === 'unrecognized_keys' ? 'belongs to another role' : 'is missing or not valid';
  return {
    field,
    message: `"${field}" ${wrong}. A desk has region and desk, a coordination its region, a buyer its SIRENs, other roles nothing.`,
  };
}
