import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from './private-file';

const registryAccessSchema = z.object({
  /** GraphQL address of the registry: "http://127.0.0.1:4002/graphql". */
  url: z.url(),
  /** A credential of the registry for its administration: "mlr_…". */
  credential: z.string().min(1),
});

/** How commands reach the registry of a data directory: `registry.json`, mode 0600. */
export type RegistryAccess = z.infer<typeof registryAccessSchema>;

/** Path of the access of a data directory. */
export function registryAccessPath(dataDirectory: string): string {
  return join(dataDirectory, 'registry.json');
}

/** The access that the launcher left for commands; undefined when no hub with a registry was started from there. */
export async function readRegistryAccess(dataDirectory: string): Promise<RegistryAccess | undefined> {
  return readPrivateJson(registryAccessPath(dataDirectory), registryAccessSchema);
}

/** Leaves an access for the commands of this user, in one step. */
export async function writeRegistryAccess(dataDirectory: string, access: RegistryAccess): Promise<void> {
  await writePrivateJson(registryAccessPath(dataDirectory), access);
}
