import { resolve } from 'node:path';
import { Command } from 'commander';
import { restoreDatabase, verifyBackup } from '../../subgraphs/kit/backup';
import { HubError } from '../../subgraphs/kit/errors';
import type { Region } from '../../subgraphs/kit/regions';
import { type DatabaseOptions, namedDatabases } from '../backup';
import type { CommandContext } from '../command-context';
import { regionOption } from './options';

const HELP = `
The database must be new: migrated to the level of the backup, and holding nothing. It is restored whole or not at all;
a backup that was cut or altered is refused. Stop what serves the database before, and start it again afterwards.

Settings (environment):
  DATABASE_URL   database to restore into, as its owner

Examples:
  maillage restore /var/sauvegardes/2026-11-25/region_53 --verify
  DATABASE_URL=postgres://… maillage restore /var/sauvegardes/2026-11-25/region_53
  maillage restore /var/sauvegardes/2026-11-25/region_53 --region 53 --regions-file regions.json`;

interface RestoreOptions extends DatabaseOptions {
  readonly region?: Region;
  readonly verify?: boolean;
}

/** `maillage restore FOLDER`: one database from its backup. */
export function restoreCommand(context: CommandContext): Command {
  return new Command('restore')
    .description('restore one database from its backup, or look whether a backup is whole')
    .argument('<folder>', 'folder of one database, as `backup` made it')
    .addOption(regionOption('region whose books are restored: 53, 01'))
    .option('--regions-file <path>', 'where the database of the region is, instead of the running hub')
    .option('--verify', 'only look whether the backup is whole')
    .addHelpText('after', HELP)
    .action(async (folder: string, { region, verify, ...into }: RestoreOptions) => {
      const path = resolve(folder);
      const manifest =
        verify === true
          ? await verifyBackup(path)
          : await restoreDatabase({ folder: path, url: await targetOf(into, region) });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0).toLocaleString('fr-FR');
      const what = verify === true ? 'sauvegarde entière' : 'restauré';
      context.output.write(`${manifest.database}, ${manifest.takenAt} : ${what}, ${rows} lignes\n`);
    });

  async function targetOf(into: DatabaseOptions, region: Region | undefined): Promise<string> {
    const all = await namedDatabases(context, into);
    const [only, second] = region === undefined ? all : all.filter(({ name }) => name === `region_${region.code}`);
    if (only !== undefined && second === undefined) return only.url;
    throw new HubError(
      'CONFIG_INVALID',
      'Say which database to restore into: --region, with --regions-file or the running hub, or DATABASE_URL.',
    );
  }
}
