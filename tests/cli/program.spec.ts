import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { ensureHubKeys } from '../../cli/record';
import { runCli } from '../support/run-cli';
import { createTemporaryFolder } from '../support/temporary-folder';

describe('the command line', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
  });
  afterAll(() => folder.remove());

  const run = (...parameters: string[]): ReturnType<typeof runCli> =>
    runCli(parameters, { MAILLAGE_DATA_DIR: folder.path });

  it('shows its commands', async () => {
    const { exitCode, stdout } = await run('--help');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
     "Usage: maillage [options] [command]

     Maillage: the GraphQL federation hub of the clauses sociales network.

     Options:
       -h, --help                        display help for command

     Commands:
       start                             start the whole hub on this machine: PostgreSQL, 18 regions,
                                         national level, gateway
       region                            stop, start or show a region of the running hub
       token [options]                   print a token that the hub of \`npm start\` believes
       key                               issue, list and revoke the API keys of machine clients
       import [options] <kind> <file>    import files into the regions’ books
       books                             keep the books of a region
       programme                         announce a buyer’s yearly programme
       decp                              compare with the published data of public contracts
       sites                             say whom to call for places
       directory                         the directory of correspondents
       report                            write reports from what the hub answers
       reminders                         remind of mobilisation requests that wait
       declare [options] <desk> <month>  declare a month of a desk as complete
       backup [options]                  back up the databases of the hub, or of one region
       restore [options] <folder>        restore one database from its backup, or look whether a backup
                                         is whole
       export [options] <kind>           export the books of a region into files that can be imported
                                         again
       signing-key [options]             make the key by which a gateway shows itself to subgraphs
       doctor [options]                  look at this machine, its hub and the registry, and say what to
                                         do
       init [options] [folder]           write a runnable subgraph of a region into an empty folder
       conform [options]                 run the conformance kit against a live endpoint of a region
       check [options]                   have the registry check a subgraph, without publishing it
       publish [options]                 publish a subgraph: the hub serves it when every check passes
       status [options]                  show members, their state and schema versions, and the
                                         supergraph that is served
       rollback [options] <what>         serve an earlier publication of a region, or an earlier
                                         supergraph, again
       suspend [options] <region>        take a region out of the graph and out of the sums
       resume [options] <region>         take a suspended region into the graph again
       maintenance [options] <region>    announce a maintenance window of a region, or take it back
       invite [options] <region>         invite a region: it may publish from now on
       host                              allow a region to serve from a host, or take that back
       credential                        issue, list and revoke credentials of the registry
       operations                        register the operations of clients
       audit [options]                   show who changed what, newest first
       compose [options]                 compose the supergraph of a network file, or fetch the one that
                                         is served
       completion <shell>                print the completion script of a shell
       help [command]                    display help for command

     Exit codes: 0 done, 1 failed, 2 unreachable or timeout, 3 bad usage.
     "
    `);
  });

  it('shows how to use the region commands', async () => {
    const { exitCode, stdout } = await run('region', '--help');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
     "Usage: maillage region [options] [command]

     stop, start or show a region of the running hub

     Options:
       -h, --help               display help for command

     Commands:
       stop <code>              stop the subgraph of a region; returns once its server is closed
       start <code>             start the subgraph of a region; returns once its server listens
       status [options] [code]  show the state of one region, or of all
       help [command]           display help for command

     Examples:
       maillage region status
       maillage region stop 53
       maillage region start 53
       maillage region status 53 --json
     "
    `);
  });

  it('shows how to import', async () => {
    const { exitCode, stdout } = await run('import', 'decp', '--help');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
     "Usage: maillage import decp [options] <file>

     import public contracts (données essentielles de la commande publique) into the regions’ books

     Arguments:
       file                   CSV or JSON file

     Options:
       --json                 print the whole report as JSON
       --regions-file <path>  databases to import into, instead of those of the running hub
       -h, --help             display help for command

     The file is CSV or JSON in the DECP format (arrêté of 22 December 2022). Importing it again changes nothing.
     Rows that are refused are counted and shown; they do not make the command fail.

     Examples:
       maillage import decp decp-2024.csv
       maillage import decp marches.json --json
       maillage import decp marches.json --regions-file /etc/maillage/regions.json
     "
    `);
  });

  it.each([
    ['an unknown command', ['publisch']],
    ['a missing argument', ['region', 'stop']],
    ['an unknown option', ['region', 'status', '--yaml']],
  ])('ends with 3 for %s, and says what to do on standard error', async (_, parameters) => {
    const { exitCode, stdout, stderr } = await run(...parameters);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('--help');
  });

  it('ends with 3 for a region that the law does not know, and lists those it knows', async () => {
    const { exitCode, stderr } = await run('region', 'stop', '22');
    expect(exitCode).toBe(3);
    expect(stderr).toMatchInlineSnapshot(`
     "REGION_UNKNOWN: "22" is not a region of the law. The codes are 01, 02, 03, 04, 06, 11, 24, 27, 28, 32, 44, 52, 53, 75, 76, 84, 93, 94.
     "
    `);
  });

  it.each([[['region', 'stop', '53']], [['region', 'status']], [['import', 'decp', 'marches.csv']]])(
    'ends with 2 when no hub runs: %j',
    async (parameters) => {
      const { exitCode, stderr } = await run(...parameters);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('HUB_NOT_RUNNING');
      expect(stderr).toContain('npm start');
    },
  );

  it('ends with 3 for settings that are not usable, naming all of them and no value', async () => {
    const environment = { PORT: 'abc', MAILLAGE_DEMONSTRATION: 'huge', MAILLAGE_POSTGRES_URL: 'mysql://secret@host' };
    const { exitCode, stderr } = await runCli(['start'], environment);
    expect(exitCode).toBe(3);
    for (const name of Object.keys(environment)) expect(stderr).toContain(name);
    expect(stderr).not.toContain('secret');
  });
});

describe('maillage import decp', () => {
  const importFile = (file: string, ...options: string[]): ReturnType<typeof runCli> =>
    runCli(['import', 'decp', file, '--regions-file', 'regions.json', ...options]);

  it('shows what each region received and what was refused', async () => {
    const { exitCode, stdout } = await importFile('marches.csv');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
     "marches.csv (CSV): 5 rows read, 1 refused; 4 contracts found, 3 imported, 1 refused.

     CODE  REGION    NEW  UPDATED  UNCHANGED
     53    Bretagne    2        0          1

     Refused, by reason:
       BUYER_INVALID: 1

     First refusals:
       line 4: BUYER_INVALID: not a SIRET
     "
    `);
  });

  it('prints the whole report as JSON', async () => {
    const { exitCode, stdout } = await importFile('marches.csv', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rows: { read: 5 }, warnings: [], lineUnit: 'LINE' });
  });

  it('ends with 3 when the file cannot be read', async () => {
    const { exitCode, stderr } = await importFile('absent.csv');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('IMPORT_FILE_UNREADABLE');
    expect(stderr).toContain('absent.csv');
  });
});

describe('maillage token and signing-key', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
  });
  afterAll(() => folder.remove());

  const run = (...parameters: string[]): ReturnType<typeof runCli> =>
    runCli(parameters, { MAILLAGE_DATA_DIR: folder.path });

  it('give no token before a hub was started', async () => {
    expect(await run('token', '--role', 'consolidator')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('HUB_NOT_RUNNING'),
    });
  });

  it.each([
    [['--role', 'desk', '--region', '53']],
    [['--role', 'desk', '--region', '53', '--desk', '76-1']],
    [['--role', 'buyer']],
    [['--role', 'buyer', '--siren', '123456789']],
    [['--role', 'coordination', '--region', '99']],
    [['--role', 'consolidator', '--region', '53']],
    [['--role', 'king']],
    [[]],
  ])('refuse the caller %j', async (parameters) => {
    expect((await run('token', ...parameters)).exitCode).toBe(3);
  });

  it('sign what the hub of the data directory believes', async () => {
    await ensureHubKeys(folder.path);
    const { stdout, exitCode } = await run('token', '--role', 'buyer', '--siren', '552081317', '--hours', '1');
    expect(exitCode).toBe(0);
    expect(decodeJwt(stdout.trim())).toMatchObject({
      iss: 'maillage-development',
      role: 'buyer',
      sirens: ['552081317'],
    });
  });

  it('make a key once, and never replace it', async () => {
    const file = join(folder.path, 'key.json');
    expect((await run('signing-key', '--out', file)).exitCode).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(`${file}.public`, 'utf8')).not.toContain('"d"');
    expect((await run('signing-key', '--out', file)).exitCode).toBe(3);
  });
});
