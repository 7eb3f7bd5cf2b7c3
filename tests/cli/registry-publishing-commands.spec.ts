import { readFile, writeFile } from 'node:fs/promises';
import { checkReportSchema, publishOutcomeSchema } from '../../cli/registry';
import {
  MOMENT,
  PUBLICATION,
  SUPERGRAPH,
  expectForm,
  reportOf,
  useRegistryCommands,
} from '../support/registry-commands';
import { runCli } from '../support/run-cli';

const { registry, path, run, subgraph } = useRegistryCommands();

describe('maillage check', () => {
  it('passes with 0 and prints the report as JSON', async () => {
    registry().answer({ checkSubgraph: { __typename: 'CheckSubgraphSuccess', report: reportOf('PASSED') } });
    const { exitCode, stdout } = await run('check', ...subgraph(), '--json');
    expect(exitCode).toBe(0);
    expectForm(checkReportSchema, stdout);
    expect(registry().inputs).toEqual([
      { region: '53', url: PUBLICATION.url, schemaVersion: '3', sdl: await readFile(path('schema.graphql'), 'utf8') },
    ]);
  });

  it('fails with 1 and shows the line, who uses what, and what to do', async () => {
    registry().answer({ checkSubgraph: { __typename: 'CheckSubgraphSuccess', report: reportOf('FAILED') } });
    const { exitCode, stdout } = await run('check', ...subgraph());
    expect(exitCode).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
     "Bretagne (53), regional/v2, compared with supergraph 6

       passed  SIZE
       FAILED  DIFF         1 finding
       not run LINT         DIFF failed.

     BREAKING FIELD_REMOVED  BretagneDesk.email
         2 | id: ID!
         BretagneDesk.email would be gone.
         used by carte, operation Desks: 1200 requests in 30 days, last on 2026-11-23
         used by a client without a name, operation without a name: registered
         → Keep the field, or ask its clients to leave it first.

     FAILED: this cannot be served.
     "
    `);
  });

  it('says what the registry says of a region that is no member', async () => {
    registry().answer({ checkSubgraph: { __typename: 'MemberNotFoundError', message: 'Bretagne was not invited.' } });
    expect(await run('check', ...subgraph())).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'REGISTRY_REFUSED: Bretagne was not invited.\n',
    });
  });

  it('ends with 2 when the registry does not answer, 3 for a schema that is not there or no credential', async () => {
    const nobody = ['--registry', 'http://127.0.0.1:9/graphql'];
    expect(await run('check', ...subgraph(), ...nobody)).toMatchObject({ exitCode: 2 });
    expect(await run('check', '--region', '53', '--schema', 'absent', '--url', PUBLICATION.url)).toMatchObject({
      exitCode: 3,
    });
    const without = await runCli(['status', '--registry', registry().url], { MAILLAGE_DATA_DIR: path() });
    expect(without).toMatchObject({ exitCode: 3 });
    expect(without.stderr).toContain('MAILLAGE_REGISTRY_CREDENTIAL');
    expect(await runCli(['status'], { MAILLAGE_DATA_DIR: path() })).toMatchObject({ exitCode: 3 });
  });
});

describe('maillage publish', () => {
  it('tells what is served', async () => {
    const success = { __typename: 'PublishSubgraphSuccess', publication: PUBLICATION, supergraph: SUPERGRAPH };
    registry().answer({ publishSubgraph: { ...success, isUnchanged: false } });
    const people = await run('publish', ...subgraph());
    expect(people).toMatchObject({ exitCode: 0, stderr: '' });
    expect(people.stdout).toMatchInlineSnapshot(`
     "Published: Bretagne (53), publication 3, regional/v2, at https://clauses.example.fr/graphql
     Served in supergraph 7.
     "
    `);
    expectForm(publishOutcomeSchema, (await run('publish', ...subgraph(), '--json')).stdout);
    registry().answer({ publishSubgraph: { ...success, isUnchanged: true } });
    expect(JSON.parse((await run('publish', ...subgraph(), '--json')).stdout)).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it.each([
    [{ __typename: 'ChecksFailedError', message: 'DIFF failed.', report: reportOf('FAILED') }, 'CHECKS_FAILED'],
    [{ __typename: 'ConformanceRequiredError', message: 'Run it first.', lastRun: null }, 'CONFORMANCE_REQUIRED'],
  ])('ends with 1 when nothing was published (%#)', async (publishSubgraph, outcome) => {
    registry().answer({ publishSubgraph });
    const { exitCode, stdout } = await run('publish', ...subgraph(), '--json');
    expect(exitCode).toBe(1);
    expectForm(publishOutcomeSchema, stdout);
    expect(JSON.parse(stdout)).toMatchObject({ outcome });
    expect((await run('publish', ...subgraph())).stdout).toContain(publishSubgraph.message);
  });
});

describe('maillage operations push', () => {
  const push = (...files: string[]) =>
    run('operations', 'push', '--client', 'carte', '--client-version', '2', ...files);
  const write = async (name: string, text: string) => {
    await writeFile(path(name), text);
    return path(name);
  };

  it('sends each operation with the fragments that it uses, found over all files', async () => {
    registry().answer({
      pushOperations: {
        __typename: 'PushOperationsSuccess',
        operationSet: { client: 'carte', version: '2', operations: 2, pushedAt: MOMENT, pushedBy: 'ann' },
      },
    });
    const queries = await write('queries.graphql', 'query A { regions { ...R } } query B { regions { code } }');
    const fragments = await write('fragments.graphql', 'fragment R on Region { code name }');
    expect(await push(queries, fragments)).toEqual({
      exitCode: 0,
      stdout: 'carte 2: 2 operations registered.\n',
      stderr: '',
    });
    const [input] = registry().inputs as { operations: { name: string; document: string }[] }[];
    expect(input?.operations.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(input?.operations.map(({ document }) => document.includes('fragment R'))).toEqual([true, false]);
  });

  it('refuses documents without a name, twice the same name, and what is no GraphQL, before anything is sent', async () => {
    expect(await push(await write('anonymous.graphql', '{ regions { code } }'))).toMatchObject({ exitCode: 3 });
    expect(await push(await write('twice.graphql', 'query A { a } query A { b }'))).toMatchObject({ exitCode: 3 });
    const broken = await push(await write('broken.graphql', 'query A { regions {'));
    expect(broken).toMatchObject({ exitCode: 3 });
    expect(broken.stderr).toContain('line 1');
    expect(registry().inputs).toEqual([]);
  });

  it('lists the operations that are not valid', async () => {
    const problems = ['A: Cannot query field "regons" on type "Query".'];
    registry().answer({ pushOperations: { __typename: 'InvalidOperationsError', message: '1 of 1.', problems } });
    const { exitCode, stderr } = await push(await write('invalid.graphql', 'query A { regons { code } }'));
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`REGISTRY_REFUSED: 1 of 1.\n  ${problems[0] ?? ''}\n`);
  });
});

describe('maillage compose --from-registry', () => {
  it('prints or writes the supergraph that is served', async () => {
    registry().answer({ federation: { supergraph: SUPERGRAPH } });
    expect((await run('compose', '--from-registry')).stdout).toBe(SUPERGRAPH.sdl);
    const out = path('supergraph.graphql');
    expect((await run('compose', '--from-registry', '--out', out)).stdout).toBe(`Supergraph 7: ${out}\n`);
    expect(await readFile(out, 'utf8')).toBe(SUPERGRAPH.sdl);
  });
});

describe('every command', () => {
  it('has help with examples, and is complete for the shell', async () => {
    const { stdout } = await run('--help');
    const listed = stdout.slice(stdout.indexOf('Commands:'));
    const names = [...listed.matchAll(/^\s{2}([a-z]\S+)/gm)].map(([, name]) => name ?? '');
    expect(names).toContain('publish');
    for (const name of names.filter((each) => each !== 'help')) {
      const help = await run(name, '--help');
      const [only] = /^\s{2}(push|decp) /m.exec(help.stdout)?.slice(1) ?? [];
      const { stdout: text } = only === undefined ? help : await run(name, only, '--help');
      expect([name, text]).toEqual([name, expect.stringMatching(/Examples?:\n/)]);
    }
  });

  it('is coloured on a terminal only', async () => {
    registry().answer({ checkSubgraph: { __typename: 'CheckSubgraphSuccess', report: reportOf('PASSED') } });
    expect((await run('check', ...subgraph())).stdout).not.toContain('\u001b');
    let text = '';
    const output = { write: (part: string) => void (text += part), warn: () => undefined, columns: undefined };
    await runCli(['check', ...subgraph()], registry().environment, { output: { ...output, isColored: true } });
    expect(text).toContain('\u001b[32m');
  });
});
