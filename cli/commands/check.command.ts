import { Command } from 'commander';
import type { CommandContext } from '../command-context';
import { EXIT, jsonText, paintOf } from '../output';
import { checkSubgraph, renderCheckReport } from '../registry';
import { jsonOption } from './options';
import { registryOf } from './registry-options';
import { submissionOf, type SubgraphOptions, withSubgraphOptions } from './subgraph-options';

const HELP = `
The registry runs every check and publishes nothing. It ends with 1 when the subgraph could not be published.

Examples:
  maillage check --region 53 --schema schema.graphql --url https://clauses.example.fr/graphql
  maillage check --region 53 --schema schema.graphql --url http://127.0.0.1:4053/graphql --schema-version 1
  MAILLAGE_REGISTRY_URL=https://registre.example.fr/graphql MAILLAGE_REGISTRY_CREDENTIAL=mlr_… \\
    maillage check --region 53 --schema schema.graphql --url https://clauses.example.fr/graphql --json`;

/** `maillage check`: whether the registry would take a subgraph. */
export function checkCommand(context: CommandContext): Command {
  const command = new Command('check')
    .description('have the registry check a subgraph, without publishing it')
    .addOption(jsonOption('the report of the checks'))
    .addHelpText('after', HELP);
  return withSubgraphOptions(command).action(async (options: SubgraphOptions & { readonly json?: boolean }) => {
    const submission = await submissionOf(options);
    const report = await checkSubgraph(await registryOf(context, options), submission);
    const { output } = context;
    output.write(options.json === true ? jsonText(report) : renderCheckReport(report, submission.sdl, paintOf(output)));
    if (report.conclusion === 'FAILED') context.setExitCode(EXIT.FAILED);
  });
}
