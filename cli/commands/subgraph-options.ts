import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import type { Region } from '../../subgraphs/kit/regions';
import type { Submission } from '../registry';
import { regionOption, schemaVersionOption } from './options';
import { type RegistryOptions, withRegistryOptions } from './registry-options';

/** Which subgraph is checked or published. */
export interface SubgraphOptions extends RegistryOptions {
  readonly region: Region;
  readonly schema: string;
  readonly schemaVersion: string;
  readonly url: string;
}

/** Adds the options that name a subgraph. */
export function withSubgraphOptions(command: Command): Command {
  return withRegistryOptions(
    command
      .addOption(regionOption().makeOptionMandatory())
      .requiredOption('--schema <file>', 'SDL that the subgraph publishes')
      .addOption(schemaVersionOption())
      .requiredOption('--url <url>', 'address at which the hub asks the subgraph'),
  );
}

/** The subgraph that the options name. Throws CONFIG_INVALID for a schema that cannot be read. */
export async function submissionOf({ region, schema, schemaVersion, url }: SubgraphOptions): Promise<Submission> {
  try {
    return { region, schemaVersion, url, sdl: await readFile(resolve(schema), 'utf8') };
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', `The schema ${schema} cannot be read.`, { schema }, { cause });
  }
}
