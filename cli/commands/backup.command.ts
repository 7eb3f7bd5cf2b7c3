import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { backUpDatabase } from '../../subgraphs/kit/backup';
import type { Region } from '../../subgraphs/kit/regions';
import { type DatabaseOptions, namedDatabases } from '../backup';
import type { CommandContext } from '../command-context';
import { HubError } from '../../subgraphs/kit/errors';
import { regionOption } from './options';

const HELP = `
Writes the rows of each database into a folder of its own, all of one moment, while everything goes on running. Files are
readable to you only and hold what the database holds: persons, under their pseudonyms. Sealed criteria stay sealed: the
region's key is not in the backup, so keep a copy of it elsewhere.

Settings (environment):
  DATABASE_URL   one database to back up, as its owner, instead of those of the running hub

Examples:
  maillage backup --out /var/sauvegardes/2026-11-25
  maillage backup --region 53 --out /var/sauvegardes/2026-11-25
  maillage backup --regions-file /etc/maillage/regions.json --out /var/sauvegardes/2026-11-25`;

interface BackupOptions extends DatabaseOptions {
  readonly region?: Region;
  readonly out: string;
}

/** `maillage backup`: all rows of the hub's databases, or of one region's, into a folder. */
export function backupCommand(context: CommandContext): Command {
  return new Command('backup')
    .description('back up the databases of the hub, or of one region')
    .addOption(regionOption('only the books of this region: 53, 01'))
    .option('--regions-file <path>', 'databases to back up, instead of those of the running hub')
    .requiredOption('--out <folder>', 'folder to write to; each database gets a new one in it')
    .addHelpText('after', HELP)
    .action(async ({ region, out, ...from }: BackupOptions) => {
      const all = await namedDatabases(context, from);
      const chosen = region === undefined ? all : all.filter(({ name }) => name === `region_${region.code}`);
      if (chosen.length === 0)
        throw new HubError(
          'CONFIG_INVALID',
          'No database of that name is known here. See --regions-file, DATABASE_URL.',
        );
      for (const { name, url } of chosen) {
        const folder = join(resolve(out), name);
        const { tables } = await backUpDatabase({ url, folder });
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        context.output.write(
          `${name} : ${String(tables.length)} tables, ${rows.toLocaleString('fr-FR')} lignes → ${folder}\n`,
        );
      }
    });
}
