import { join } from 'node:path';
import type { CommandContext } from '../../cli/command-context';
import type { ExitCode } from '../../cli/output';
import { runProgram } from '../../cli/program';

/** What a command printed and how it ended. */
export interface CliOutcome {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with an environment of its own. */
export async function runCli(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  overrides: Partial<CommandContext> = {},
): Promise<CliOutcome> {
  let exitCode: ExitCode = 0;
  let stdout = '';
  let stderr = '';
  await runProgram(
    {
      output: {
        write: (text) => void (stdout += text),
        warn: (text) => void (stderr += text),
        columns: undefined,
      },
      environment,
      nodeVersion: process.version,
      programFolder: join(__dirname, 'fake-program'),
      setExitCode: (code) => void (exitCode = code),
      interruption: { stop: new AbortController().signal, force: new AbortController().signal },
      ...overrides,
    },
    parameters,
  );
  return { exitCode, stdout, stderr };
}
