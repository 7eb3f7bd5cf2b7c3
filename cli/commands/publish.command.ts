import { Command } from 'commander';
import type { CommandContext } from '../command-context';
import { EXIT, jsonText, type Paint, paintOf } from '../output';
import { type PublishOutcome, publishSubgraph, renderCheckReport } from '../registry';
import { jsonOption } from './options';
import { registryOf } from './registry-options';
import { submissionOf, type SubgraphOptions, withSubgraphOptions } from './subgraph-options';

const HELP = `
The registry checks the subgraph first; what does not pass is never served. Publishing the same again changes nothing.
In production the registry asks for a fresh conformance run of its own: \`maillage conform --registry-run\`.

Examples:
  maillage publish --region 53 --schema schema.graphql --url https://clauses.example.fr/graphql
  maillage publish --region 53 --schema schema.graphql --url https://clauses.example.fr/graphql --json`;

/** `maillage publish`: checks a subgraph and has the hub serve it. */
export function publishCommand(context: CommandContext): Command {
  const command = new Command('publish')
    .description('publish a subgraph: the hub serves it when every check passes')
    .addOption(jsonOption('{ outcome, … }: PUBLISHED, UNCHANGED, CHECKS_FAILED or CONFORMANCE_REQUIRED'))
    .addHelpText('after', HELP);
  return withSubgraphOptions(command).action(async (options: SubgraphOptions & { readonly json?: boolean }) => {
    const submission = await submissionOf(options);
    const outcome = await publishSubgraph(await registryOf(context, options), submission);
    const { output } = context;
    output.write(options.json === true ? jsonText(outcome) : describe(outcome, submission.sdl, paintOf(output)));
    if ('message' in outcome) context.setExitCode(EXIT.FAILED);
  });
}

function describe(result: PublishOutcome, sdl: string, paint: Paint): string {
  switch (result.outcome) {
    case 'PUBLISHED':
    case 'UNCHANGED': {
      const { publication, supergraph } = result;
      const { region, number, schemaVersion, url } = publication;
      const what = `${region.name} (${region.code}), publication ${number}, regional/v${schemaVersion}, at ${url}`;
      const state = result.outcome === 'PUBLISHED' ? paint.good('Published') : 'Unchanged';
      return `${state}: ${what}\nServed in supergraph ${supergraph.number}.\n`;
    }
    case 'CHECKS_FAILED':
      return `${renderCheckReport(result.report, sdl, paint)}${result.message}\n`;
    case 'CONFORMANCE_REQUIRED':
      return `${paint.bad('Not published')}: ${result.message}\n${
        result.lastRun === null
          ? ''
          : `Last run: ${result.lastRun.ranAt}, ${result.lastRun.isPassed ? `passed, valid until ${result.lastRun.validUntil}` : 'failed'}.\n`
      }`;
  }
}
