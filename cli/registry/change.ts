import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import type { RegistryClient } from '../client';

/** A mutation of the registry: its name, what its success holds, and the ways in which it says no. */
export interface Change<Success extends z.ZodType> {
  readonly name: string;
  /** Selection of the success type, which is named after the mutation. */
  readonly selection: string;
  readonly success: Success;
  /** Names of the types of its expected failures that are nothing but a message. */
  readonly refusals: readonly string[];
  /** Selections of expected failures that hold more, by type name. */
  readonly failures?: Readonly<Record<string, { readonly selection: string; readonly schema: z.ZodType }>>;
}

/** An expected failure that holds more than a message. */
export interface Failure {
  readonly type: string;
  readonly value: unknown;
}

const refusalSchema = z.object({ __typename: z.string(), message: z.string() });

/**
 * Carries out a mutation. Gives its success or a failure that holds something; throws REGISTRY_REFUSED with the
 * message of any other.
 */
export async function tryChange<Success extends z.ZodType>(
  registry: RegistryClient,
  change: Change<Success>,
  input: object,
): Promise<{ readonly success: z.infer<Success> } | { readonly failure: Failure }> {
  const capital = change.name.charAt(0).toUpperCase() + change.name.slice(1);
  const failures = Object.entries(change.failures ?? {});
  const query = `mutation ($input: ${capital}Input!) { result: ${change.name}(input: $input) { __typename
    ... on ${capital}Success { ${change.selection} }
    ${change.refusals.map((type) => `... on ${type} { message }`).join(' ')}
    ${failures.map(([type, { selection }]) => `... on ${type} { message ${selection} }`).join(' ')} } }`;
  const { result } = await registry.ask(
    query,
    { input },
    z.object({ result: z.looseObject({ __typename: z.string() }) }),
  );
  if (result.__typename === `${capital}Success`) return { success: change.success.parse(result) };
  const failure = change.failures?.[result.__typename];
  if (failure !== undefined) return { failure: { type: result.__typename, value: failure.schema.parse(result) } };
  throw new HubError('REGISTRY_REFUSED', refusalSchema.parse(result).message, { type: result.__typename });
}

/** Carries out a mutation of which every failure is a message. Throws REGISTRY_REFUSED. */
export async function makeChange<Success extends z.ZodType>(
  registry: RegistryClient,
  change: Change<Success>,
  input: object,
): Promise<z.infer<Success>> {
  const outcome = await tryChange(registry, change, input);
  if ('success' in outcome) return outcome.success;
  throw new HubError('INTERNAL_SERVER_ERROR', `${change.name} failed in a way that was not foreseen.`);
}
