import { Command } from 'commander';
import { connectToHub, type HubClient, type RegionReport } from '../client';
import type { CommandContext } from '../command-context';
import { dataDirectoryOf } from '../embedded';
import { renderTable } from '../output';
import { regionNamed } from './options';

const HELP = `
Examples:
  maillage region status
  maillage region stop 53
  maillage region start 53
  maillage region status 53 --json`;

/** `maillage region stop|start|status`: acts on the hub that runs from MAILLAGE_DATA_DIR. */
export function regionCommand(context: CommandContext): Command {
  return new Command('region')
    .description('stop, start or show a region of the running hub')
    .addHelpText('after', HELP)
    .addCommand(orderCommand(context, 'stop', (hub, code) => hub.stopRegion(code)))
    .addCommand(orderCommand(context, 'start', (hub, code) => hub.startRegion(code)))
    .addCommand(statusCommand(context));
}

function orderCommand(
  context: CommandContext,
  verb: 'stop' | 'start',
  act: (hub: HubClient, code: string) => Promise<RegionReport>,
): Command {
  const outcome = verb === 'stop' ? 'its server is closed' : 'its server listens';
  return new Command(verb)
    .description(`${verb} the subgraph of a region; returns once ${outcome}`)
    .argument('<code>', 'INSEE code of the region: 53, 01')
    .action(async (code: string) => {
      const { name } = regionNamed(code);
      const report = await act(await connectToHub(dataDirectoryOf(context.environment)), code);
      context.output.write(`${code} ${name}: ${report.state}\n`);
    });
}

function statusCommand(context: CommandContext): Command {
  return new Command('status')
    .description('show the state of one region, or of all')
    .argument('[code]', 'INSEE code of the region: 53, 01')
    .option('--json', 'print JSON: an array of { region, name, state, url }')
    .action(async (code: string | undefined, options: { readonly json?: boolean }) => {
      if (code !== undefined) regionNamed(code);
      const hub = await connectToHub(dataDirectoryOf(context.environment));
      const reports = code === undefined ? await hub.regions() : [await hub.region(code)];
      const rows = reports.map(({ region, state, url }) => ({
        region,
        name: regionNamed(region).name,
        state,
        url: url ?? null,
      }));
      context.output.write(
        options.json === true
          ? `${JSON.stringify(rows, null, 2)}\n`
          : renderTable(
              ['CODE', 'REGION', 'STATE', 'URL'],
              rows.map(({ region, name, state, url }) => [region, name, state, url ?? '-']),
            ),
      );
    });
}
