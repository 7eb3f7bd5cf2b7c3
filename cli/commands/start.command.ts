import { Command } from 'commander';
import { signDevelopmentToken } from '../../subgraphs/kit/identity';
import type { CommandContext } from '../command-context';
import { askFirstConsolidation, createProgressDisplay, loadHubSettings, runHub, welcomeMessage } from '../embedded';
import { readIssuerKey } from '../record';

const HELP = `
Settings (environment):
  PORT                     port of the gateway (4000)
  GATEWAY_WORKERS          processes of the gateway (1)
  MAILLAGE_DATA_DIR        folder of the embedded hub (.maillage)
  MAILLAGE_DEMONSTRATION   full, small or none (full)
  MAILLAGE_ABSENT_REGIONS  regions that it does not run, such as 53,76: to rehearse how one joins
  MAILLAGE_POSTGRES_URL    administrator URL of a PostgreSQL to use instead of starting one
  MAILLAGE_POSTGRES_BIN    folder of the PostgreSQL programs to start

Examples:
  npm start
  PORT=4100 MAILLAGE_DATA_DIR=/tmp/essai npx maillage start
  MAILLAGE_POSTGRES_URL=postgres://admin:…@db.example.org/postgres npx maillage start`;

/** Region whose absence the welcome message proposes to try. */
const EXAMPLE_REGION = '53';

/** Hours that the token of the welcome message lives. */
const TOKEN_HOURS = 12;

/** `maillage start`: the whole hub on this machine, until Ctrl-C. */
export function startCommand(context: CommandContext): Command {
  return new Command('start')
    .description('start the whole hub on this machine: PostgreSQL, 18 regions, national level, gateway')
    .addHelpText('after', HELP)
    .action(async () => {
      const settings = loadHubSettings(context.environment);
      const display = createProgressDisplay(context.output);
      await runHub(settings, {
        environment: context.environment,
        programFolder: context.programFolder,
        display,
        interruption: context.interruption,
        firstQuestion:
          settings.demonstration === 'none'
            ? undefined
            : async (graphqlUrl) => askFirstConsolidation(graphqlUrl, await consolidatorToken(settings.dataDirectory)),
        onReady: async (graphqlUrl, booksUrl) =>
          context.output.write(
            welcomeMessage({
              graphqlUrl,
              booksUrl,
              token: await consolidatorToken(settings.dataDirectory),
              elapsed: display.elapsed(),
              demonstration: settings.demonstration,
              exampleRegion: settings.regionCodes.includes(EXAMPLE_REGION)
                ? EXAMPLE_REGION
                : (settings.regionCodes[0] ?? EXAMPLE_REGION),
            }),
          ),
      });
    });
}

/** A token to try the hub with, of the role that sees most. */
async function consolidatorToken(dataDirectory: string): Promise<string> {
  const key = await readIssuerKey(dataDirectory);
  return key === undefined ? '' : signDevelopmentToken(key, { role: 'consolidator' }, TOKEN_HOURS);
}
