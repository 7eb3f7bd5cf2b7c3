import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context';
import { composeCommand } from './commands/compose.command';
import { conformCommand } from './commands/conform.command';
import { importCommand } from './commands/import.command';
import { initCommand } from './commands/init.command';
import { keyCommand } from './commands/key.command';
import { regionCommand } from './commands/region.command';
import { signingKeyCommand } from './commands/signing-key.command';
import { startCommand } from './commands/start.command';
import { tokenCommand } from './commands/token.command';
import { describeFailure, EXIT, exitCodeOf } from './output';

/** A command: adds itself to the program. One file each. */
type CommandFactory = (context: CommandContext) => Command;

/** Every command, in the order of the help. */
const COMMANDS: readonly CommandFactory[] = [
  startCommand,
  initCommand,
  regionCommand,
  tokenCommand,
  keyCommand,
  importCommand,
  composeCommand,
  conformCommand,
  signingKeyCommand,
];

const EXIT_CODES = `
Exit codes: 0 done, 1 failed, 2 unreachable or timeout, 3 bad usage.`;

/** Builds the command line. Nothing runs until `runProgram`. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('maillage')
    .description('Maillage: the GraphQL federation hub of the clauses sociales network.')
    .addHelpText('after', EXIT_CODES);
  for (const create of COMMANDS) program.addCommand(create(context));
  configure(program, context);
  return program;
}

/** Runs the command that `parameters` (without node and script) name, and sets the exit code. Never throws. */
export async function runProgram(context: CommandContext, parameters: readonly string[]): Promise<void> {
  try {
    await createProgram(context).parseAsync(parameters, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      context.setExitCode(error.exitCode === 0 ? EXIT.OK : EXIT.USAGE);
    } else {
      context.output.warn(`${describeFailure(error)}\n`);
      context.setExitCode(exitCodeOf(error));
    }
  }
}

/** Makes a command and all below it write to the context and throw instead of ending the process. */
function configure(command: Command, context: CommandContext): void {
  command
    .exitOverride()
    .showHelpAfterError('(add --help for the usage)')
    .configureOutput({
      writeOut: (text) => context.output.write(text),
      writeErr: (text) => context.output.warn(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    });
  command.commands.forEach((child) => configure(child, context));
}
