import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { connectToHub } from '../client';
import type { CommandContext } from '../command-context';
import { EXIT } from '../output';
import { dataDirectoryOf, forkChild, hubFilesOf } from '../embedded';
import { regionNamed } from './options';

const HELP = `
Examples:
  maillage books check --region 53
  maillage books purge --region 53 --dry-run
  maillage books purge --region 53
  maillage books rekey --region 53 --regions-file /etc/maillage/regions.json`;

interface BooksOptions {
  readonly region: string;
  readonly regionsFile?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const parameterSchema = z.object({ value: z.number(), source: z.string() });
const purgeSchema = z.object({
  isDryRun: z.boolean(),
  persons: z.number(),
  accessRecords: z.number(),
  retention: parameterSchema,
  accessRetention: parameterSchema,
});
const checkSchema = z.object({
  hourEntries: z.number(),
  rollups: z.array(z.object({ rollup: z.string(), owner: z.string(), year: z.number() })),
  cells: z.array(
    z.object({ cells: z.string(), year: z.number(), dimensions: z.array(z.string()), keys: z.array(z.string()) }),
  ),
  yearSets: z.array(z.object({ year: z.number(), kind: z.string() })),
});
const rekeySchema = z.object({ criteria: z.number(), mainCriteria: z.number(), keysInFile: z.number() });

/** `maillage books check|purge|rekey`: what the owner of a region's books does with all of them. */
export function booksCommand(context: CommandContext): Command {
  const purge = task('purge', 'forget persons whose retention is over, and old records of accesses')
    .option('--dry-run', 'count them and change nothing')
    .action((options: BooksOptions) =>
      account(context, options.dryRun === true ? 'purge-dry-run' : 'purge', options, shownPurge),
    );
  const rekey = task('rekey', 'seal sensitive criteria by a new key; the old one stays in the file for backups').action(
    (options: BooksOptions) => account(context, 'rekey', options, shownRekey),
  );
  const check = task(
    'check',
    'compute what figures are read from anew, from the rows; exit code 1 when anything differs',
  ).action(async (options: BooksOptions) => {
    const json = checkSchema.parse(
      await carryOut(context, 'check', options, (found) => shownCheck(checkSchema.parse(found))),
    );
    if (differencesOf(json).length > 0) context.setExitCode(EXIT.FAILED);
  });
  return new Command('books')
    .description('keep the books of a region')
    .addHelpText('after', HELP)
    .addCommand(check)
    .addCommand(purge)
    .addCommand(rekey);
}

function task(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--region <code>', 'INSEE code of the region: 53, 01')
    .option('--json', 'print the account as JSON')
    .option('--regions-file <path>', 'where the books are, instead of those of the running hub');
}

/** Carries a task out and shows its account. */
async function account(...parameters: Parameters<typeof carryOut>): Promise<void> {
  await carryOut(...parameters);
}

async function carryOut(
  context: CommandContext,
  name: string,
  options: BooksOptions,
  show: (json: unknown) => string,
): Promise<unknown> {
  const { code } = regionNamed(options.region);
  const regionsFile = options.regionsFile ?? (await regionsFileOfRunningHub(context));
  const folder = await mkdtemp(join(tmpdir(), 'maillage-books-'));
  const reportFile = join(folder, 'report.json');
  try {
    const child = await forkChild(
      {
        id: `books-${name}`,
        label: 'livres',
        kind: 'step',
        entry: join(context.programFolder, 'subgraphs', 'regional', 'keep-books.js'),
        parameters: [name, code],
        environment: () => ({ REGIONS_FILE: resolve(regionsFile), REPORT_FILE: reportFile }),
        memory: 512,
        after: [],
      },
      { environment: context.environment, logFolder: folder, onMessage: () => undefined },
    );
    context.interruption.stop.addEventListener('abort', () => void child.stop(10_000), { once: true });
    await child.completed;
    const json: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
    context.output.write(options.json === true ? `${JSON.stringify(json, null, 2)}\n` : show(json));
    return json;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws HUB_NOT_RUNNING. */
async function regionsFileOfRunningHub(context: CommandContext): Promise<string> {
  const dataDirectory = dataDirectoryOf(context.environment);
  await (await connectToHub(dataDirectory)).regions();
  return hubFilesOf(dataDirectory).regions;
}

function shownPurge(json: unknown): string {
  const { isDryRun, persons, accessRecords, retention, accessRetention } = purgeSchema.parse(json);
  const verb = isDryRun ? 'à effacer' : 'effacé(s)';
  return [
    `Personnes ${verb} : ${persons} (conservation : ${retention.value} mois. ${retention.source})`,
    `Consultations ${verb} : ${accessRecords} (conservation : ${accessRetention.value} mois. ${accessRetention.source})`,
    '',
  ].join('\n');
}

function shownCheck(found: z.infer<typeof checkSchema>): string {
  const differences = differencesOf(found);
  const verdict = differences.length === 0 ? 'aucun écart' : `${differences.length} écart(s), le détail par --json`;
  return [
    `Agrégats recalculés à partir de ${found.hourEntries} saisies d’heures : ${verdict}.`,
    ...differences,
    '',
  ].join('\n');
}

function differencesOf({ rollups, cells, yearSets }: z.infer<typeof checkSchema>): readonly string[] {
  return [
    ...rollups.map(({ rollup, owner, year }) => `${rollup} ${owner}, ${year}`),
    ...cells.map((cell) => `${cell.cells} ${cell.year}, ${cell.dimensions.join(' × ')} : ${cell.keys.join(', ')}`),
    ...yearSets.map(({ year, kind }) => `year_set ${year} : ${kind}`),
  ];
}

function shownRekey(json: unknown): string {
  const { criteria, mainCriteria, keysInFile } = rekeySchema.parse(json);
  return `Critères rechiffrés : ${criteria}, critères principaux : ${mainCriteria}. Clés dans le fichier : ${keysInFile}.\n`;
}
