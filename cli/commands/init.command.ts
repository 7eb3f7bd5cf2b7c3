import { dirname, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { DateTime } from 'luxon';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { scaffoldFiles, type WrittenScaffold, writeScaffold } from '../scaffold';
import { jsonOption, regionOption, schemaVersionOption } from './options';

const HELP = `
Writes a small subgraph in JavaScript: a server that answers the hub alone, the whole regional schema over a file of
demonstration data, its tests, and an example of continuous integration. It needs Node and what npm gives. No file is
ever replaced.

Examples:
  maillage init --region 53
  maillage init sous-graphe --region 53 --hub https://hub.example.org
  maillage init . --region 93 --schema-version 1 --keep-existing`;

interface InitOptions {
  readonly region: Region;
  readonly schemaVersion: string;
  readonly hub: string;
  readonly keepExisting?: boolean;
  readonly json?: boolean;
}

/** `maillage init`: a runnable subgraph for a region's developer. */
export function initCommand(context: CommandContext): Command {
  return new Command('init')
    .description('write a runnable subgraph of a region into an empty folder')
    .argument('[folder]', 'where; made when it is missing', '.')
    .addOption(regionOption().makeOptionMandatory())
    .addOption(schemaVersionOption())
    .option('--hub <url>', 'address of the hub whose gateway the subgraph will believe', 'http://127.0.0.1:4000')
    .option('--keep-existing', 'also in a folder that is not empty: files that are there stay as they are')
    .addOption(jsonOption('{ region, folder, written, kept }'))
    .addHelpText('after', HELP)
    .action((folder: string, options: InitOptions) => init(context, resolve(folder), options));
}

async function init(context: CommandContext, folder: string, options: InitOptions): Promise<void> {
  const { region, schemaVersion } = options;
  const files = await scaffoldFiles({
    region,
    schemaVersion,
    keysUrl: new URL('/.well-known/jwks.json', options.hub).href,
    packageFolder: dirname(context.programFolder),
    today: DateTime.now().setZone('Europe/Paris').toISODate() ?? '',
  });
  const outcome = await writeScaffold(folder, files, { mayHoldFiles: options.keepExisting === true });
  context.output.write(
    options.json === true ? jsonText({ region: region.code, folder, ...outcome }) : describe(region, folder, outcome),
  );
}

function describe(region: Region, folder: string, { written, kept }: WrittenScaffold): string {
  const stayed = kept.length === 0 ? '' : `Left as they were: ${kept.join(', ')}.\n`;
  const place = relative('.', folder);
  return [
    `Subgraph of ${region.name} (${region.code}): ${written.length} files in ${folder}.\n${stayed}`,
    'Its data are demonstration data, in data/demonstration.json. Next:\n',
    ...(place === '' ? [] : [`  cd ${place}`]),
    '  npm install',
    '  cp .env.example .env',
    '  npm start',
    '',
    'Then, in another terminal of that folder, see that it keeps the contract of the hub:\n',
    `  maillage conform --region ${region.code} --url http://127.0.0.1:4053/graphql`,
    '',
  ].join('\n');
}
