import { runCli } from '../support/run-cli';

describe('completion for the shell', () => {
  let printed: string[];
  beforeEach(() => {
    printed = [];
    // The library writes by itself.
    jest.spyOn(console, 'log').mockImplementation((text: unknown) => void printed.push(String(text)));
  });
  afterEach(() => jest.restoreAllMocks());

  it.each(['bash', 'zsh', 'fish', 'powershell'])('has a script for %s', async (shell) => {
    expect(await runCli(['completion', shell])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(printed.join('\n')).toMatch(/maillage.* complete|complete.*maillage/);
  });

  it.each([
    [['ro'], 'rollback\t'],
    [['credential', 'is'], 'issue\t'],
    [['suspend', '5'], '53\t'],
    [['check', '--region', '5'], '53\t'],
    [['check', '--js'], '--json\t'],
  ])('completes %j', async (words, expected) => {
    expect(await runCli(['complete', '--', ...words])).toMatchObject({ exitCode: 0 });
    expect(printed).toContainEqual(expect.stringContaining(expected));
  });

  it('knows no other shell, and is not in the help', async () => {
    expect(await runCli(['completion', 'tcsh'])).toMatchObject({ exitCode: 3 });
    expect((await runCli(['--help'])).stdout).not.toMatch(/^ {2}complete /m);
  });
});
