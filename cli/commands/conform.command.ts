import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import {
  type ConformanceReport,
  conformanceReportSchema,
  renderJson,
  renderJunit,
  renderText,
  runConformance,
  testKeyOf,
} from '../../conformance';
import { HubError } from '../../subgraphs/kit/errors';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { EXIT, paintOf } from '../output';
import { askConformanceRun } from '../registry';
import { jsonOption, regionOption, schemaVersionOption } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
The endpoint must trust the test key of the folder (its public half is conformance-hub-keys.json); a subgraph of
\`maillage init\` does. A check that was not run is never one that passed. A run with a test key is for you; the run that
counts for publishing is the registry's own: --registry-run asks for it, with the hub's key.

Examples:
  maillage conform --region 53 --url http://127.0.0.1:4053/graphql
  maillage conform --region 53 --url http://127.0.0.1:4053/graphql --junit conformance.xml
  maillage conform --prepare --keys /etc/subgraph/test
  maillage conform --region 53 --url https://staging.example.org/graphql --registry-run`;

interface ConformOptions extends RegistryOptions {
  readonly region?: Region;
  readonly url?: string;
  readonly schemaVersion: string;
  readonly keys: string;
  readonly prepare?: boolean;
  readonly registryRun?: boolean;
  readonly junit?: string;
  readonly json?: boolean;
}

/** `maillage conform`: whether a live endpoint behaves as the regional schema says. */
export function conformCommand(context: CommandContext): Command {
  const command = new Command('conform')
    .description('run the conformance kit against a live endpoint of a region')
    .addOption(regionOption())
    .option('--url <url>', 'GraphQL address of the endpoint')
    .addOption(schemaVersionOption())
    .option('--keys <folder>', 'folder of the test key, which is made there when it is missing', '.')
    .addOption(new Option('--prepare', 'make the test key and end: the endpoint can then be told to trust it'))
    .option('--registry-run', 'have the registry run the kit: the run that counts for publishing')
    .option('--junit <file>', 'write the report as JUnit XML, too')
    .addOption(jsonOption('the report'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action((options: ConformOptions) =>
    options.prepare === true ? prepare(context, options) : conform(context, options),
  );
}

async function prepare({ output }: CommandContext, { keys }: ConformOptions): Promise<void> {
  const { publishedAt } = await testKeyOf(resolve(keys));
  output.write(`The endpoint must trust ${publishedAt}\n`);
}

async function conform(context: CommandContext, options: ConformOptions): Promise<void> {
  const { region, url, schemaVersion } = options;
  if (region === undefined || url === undefined) {
    throw new HubError('CONFIG_INVALID', 'Name the endpoint: --region and --url. See --help.');
  }
  if (options.registryRun === true) {
    const run = await askConformanceRun(await registryOf(context, options), {
      region: region.code,
      url,
      schemaVersion,
    });
    await showReport(context, conformanceReportSchema.parse(JSON.parse(run.report)), options);
    return;
  }
  const key = await testKeyOf(resolve(options.keys));
  const { warn, columns } = context.output;
  const report = await runConformance(
    { region, url, schemaVersion, key },
    columns === undefined ? {} : { onCheck: ({ id }) => warn(`\r\u001b[K${id.slice(0, columns - 1)}`) },
  );
  if (columns !== undefined) warn('\r\u001b[K');
  await showReport(context, report, options);
}

/** Prints a report, writes it as JUnit where asked, and sets the exit code by its conclusion. */
async function showReport(
  { output, setExitCode }: CommandContext,
  report: ConformanceReport,
  { json, junit }: Pick<ConformOptions, 'json' | 'junit'>,
): Promise<void> {
  const paint = paintOf(output);
  const colors = { PASSED: paint.good, FAILED: paint.bad, NOT_RUN: paint.doubtful };
  output.write(json === true ? renderJson(report) : renderText(report, (text, status) => colors[status](text)));
  if (junit !== undefined) await writeFile(resolve(junit), renderJunit(report));
  if (report.conclusion === 'PASSED') return;
  setExitCode(report.reasons.includes('UNREACHABLE') ? EXIT.UNREACHABLE : EXIT.FAILED);
}
