/** Header by which a client says who it is: `name` or `name/version`. */
export const CLIENT_HEADER = 'maillage-client';

/** A program that asks the gateway, as it names itself: nobody checks that it is true. */
export interface Client {
  readonly name: string;
  readonly version: string | null;
}

/**
 * Lower case, digits and hyphens, starting with a letter; version numbers with an optional suffix. A run of digits as
 * long as a number of a person or of a company is no name.
 */
const FORM = /^(?!.*\d{9})([a-z][a-z0-9-]{0,39})(?:\/(\d{1,5}(?:\.\d{1,5}){0,2}(?:-[a-z0-9.]{1,20})?))?$/;

/** The client that a header names; undefined unless it is well formed, so that no other text is recorded. */
export function clientOf(header: string | undefined): Client | undefined {
  const [, name, version] = FORM.exec(header ?? '') ?? [];
  return name === undefined ? undefined : { name, version: version ?? null };
}

/** Longest name of an operation that is recorded. */
const MOST_CHARACTERS = 80;

/** The name of an operation as it is recorded: null for one that is too long or holds a long number. */
export function recordableName(name: string | undefined): string | null {
  if (name === undefined || name.length > MOST_CHARACTERS || /\d{9}/.test(name)) return null;
  return name;
}
