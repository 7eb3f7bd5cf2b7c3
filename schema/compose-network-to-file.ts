import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { readNetwork } from '../subgraphs/kit/network';
import { composeNetwork, publicationsOf } from './generator/compose-network';

/** What a composition to file left behind. */
export interface ComposedFile {
  /** SHA-256 of the supergraph's text, hexadecimal. */
  readonly checksum: string;
  /** Whether the file was written; false when it already held the same supergraph. */
  readonly changed: boolean;
}

/**
 * Composes the network of a network file and puts the supergraph where the gateway reads it. The
 * file is replaced in one step, and only by a supergraph that composes.
 * Throws CONFIG_INVALID for an unusable network file and COMPOSITION_FAILED with every composition error.
 */
export async function composeNetworkToFile(options: {
  networkFile: string;
  supergraphFile: string;
}): Promise<ComposedFile> {
  const network = await readNetwork(options.networkFile);
  const { supergraphSdl } = composeNetwork(publicationsOf(network.members), {
    withRegistry: network.registryUrl != null,
  });
  const checksum = createHash('sha256').update(supergraphSdl).digest('hex');
  const present = await readFile(options.supergraphFile, 'utf8').catch(() => undefined);
  if (present === supergraphSdl) return { checksum, changed: false };
  const temporary = `${options.supergraphFile}.${randomUUID()}.part`;
  await writeFile(temporary, supergraphSdl, { mode: 0o644 });
  await rename(temporary, options.supergraphFile);
  return { checksum, changed: true };
}
