import { resolve } from 'node:path';
import { Command } from 'commander';
import { composeNetworkToFile } from '../../schema';
import type { CommandContext } from '../command-context';

const HELP = `
Composes the national subgraph with every region of the network file and replaces the supergraph in one step.
A network that does not compose changes nothing; every composition error is shown.

Examples:
  maillage compose --network network.json --out supergraph.graphql
  maillage compose --network network.json --out supergraph.graphql --json`;

interface ComposeOptions {
  readonly network: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `maillage compose`: the supergraph that the gateway serves, from the file that names the members. */
export function composeCommand(context: CommandContext): Command {
  return new Command('compose')
    .description('compose the supergraph of a network file')
    .requiredOption('--network <file>', 'network file: members, their addresses and schema versions')
    .requiredOption('--out <file>', 'where the gateway reads the supergraph')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .action((options: ComposeOptions) => compose(context, options));
}

async function compose(context: CommandContext, options: ComposeOptions): Promise<void> {
  const supergraphFile = resolve(options.out);
  const composed = await composeNetworkToFile({ networkFile: resolve(options.network), supergraphFile });
  const state = composed.changed ? 'written' : 'unchanged';
  context.output.write(
    options.json === true
      ? `${JSON.stringify({ ...composed, file: supergraphFile })}\n`
      : `Supergraph ${state}: ${supergraphFile}\nSHA-256 ${composed.checksum}\n`,
  );
}
