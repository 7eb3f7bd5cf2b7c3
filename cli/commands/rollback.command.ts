import { Command } from 'commander';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { rollBackSubgraph, rollBackSupergraph } from '../registry';
import { jsonOption, regionNamed, wholeNumber } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
Nothing is lost: what is restored is served under a new number, so that gateways take it.

Examples:
  maillage rollback 53              the region's publication before the present one
  maillage rollback 53 --to 3
  maillage rollback supergraph      what was served before, for all regions
  maillage rollback supergraph --to 41 --json`;

interface RollbackOptions extends RegistryOptions {
  readonly to?: number;
  readonly json?: boolean;
}

/** `maillage rollback`: serves an earlier publication of a region, or an earlier supergraph. */
export function rollbackCommand(context: CommandContext): Command {
  const command = new Command('rollback')
    .description('serve an earlier publication of a region, or an earlier supergraph, again')
    .argument('<what>', 'INSEE code of a region, or "supergraph"')
    .option(
      '--to <number>',
      'number of the publication, or of the supergraph; the one before unless given',
      wholeNumber,
    )
    .addOption(jsonOption('{ publication, supergraph }'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(async (what: string, options: RollbackOptions) => {
    const region = what === 'supergraph' ? undefined : regionNamed(what);
    const registry = await registryOf(context, options);
    if (region === undefined) {
      const result = await rollBackSupergraph(registry, options.to);
      const { number, restoredFrom } = result.supergraph;
      print(context, options, result, `Supergraph ${number} is served, with the content of ${restoredFrom ?? '?'}.\n`);
      return;
    }
    const result = await rollBackSubgraph(registry, region.code, options.to);
    const { publication, supergraph } = result;
    const text = `${region.name} (${region.code}): publication ${publication.number} is served, in supergraph ${supergraph.number}.\n`;
    print(context, options, result, text);
  });
}

function print({ output }: CommandContext, { json }: RollbackOptions, result: object, text: string): void {
  output.write(json === true ? jsonText(result) : text);
}
