import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { composeNetworkToFile } from '../../schema';
import { HubError } from '../../subgraphs/kit/errors';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { askServed } from '../registry';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
With --network: composes the national subgraph with every region of the network file and replaces the supergraph in one
step. A network that does not compose changes nothing; every composition error is shown.
With --from-registry: prints the supergraph that the registry has served, or writes it where --out says, for another
router. Addresses in a supergraph of the hub are placeholders: docs/guides/other-routers.md.

Examples:
  maillage compose --network network.json --out supergraph.graphql
  maillage compose --network network.json --out supergraph.graphql --json
  maillage compose --from-registry > supergraph.graphql`;

interface ComposeOptions extends RegistryOptions {
  readonly network?: string;
  readonly out?: string;
  readonly fromRegistry?: boolean;
  readonly json?: boolean;
}

/** `maillage compose`: the supergraph of a network file, or the one that the registry has served. */
export function composeCommand(context: CommandContext): Command {
  const command = new Command('compose')
    .description('compose the supergraph of a network file, or fetch the one that is served')
    .option('--network <file>', 'network file: members, their addresses and schema versions')
    .option('--out <file>', 'where the supergraph is written')
    .option('--from-registry', 'fetch what the registry has served instead of composing')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action((options: ComposeOptions) => {
    const { network, out, fromRegistry } = options;
    if (fromRegistry === true && network === undefined) return fetchServed(context, options);
    if (fromRegistry !== true && network !== undefined && out !== undefined) {
      return composeFile(context, options, resolve(network), resolve(out));
    }
    throw new HubError('CONFIG_INVALID', 'Give --network and --out, or --from-registry. See --help.');
  });
}

async function composeFile(
  { output }: CommandContext,
  { json }: ComposeOptions,
  networkFile: string,
  supergraphFile: string,
): Promise<void> {
  const composed = await composeNetworkToFile({ networkFile, supergraphFile });
  const state = composed.changed ? 'written' : 'unchanged';
  output.write(
    json === true
      ? `${JSON.stringify({ ...composed, file: supergraphFile })}\n`
      : `Supergraph ${state}: ${supergraphFile}\nSHA-256 ${composed.checksum}\n`,
  );
}

async function fetchServed(context: CommandContext, options: ComposeOptions): Promise<void> {
  const served = await askServed(await registryOf(context, options));
  if (served === null) throw new HubError('REGISTRY_REFUSED', 'The registry has served no supergraph yet.');
  const { sdl, ...about } = served;
  const { output } = context;
  if (options.out !== undefined) {
    const file = resolve(options.out);
    await writeFile(file, sdl);
    output.write(options.json === true ? jsonText({ ...about, file }) : `Supergraph ${about.number}: ${file}\n`);
    return;
  }
  output.write(options.json === true ? jsonText(served) : sdl);
}
