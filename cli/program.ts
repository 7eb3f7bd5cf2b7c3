import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context';
import { auditCommand } from './commands/audit.command';
import { backupCommand } from './commands/backup.command';
import { booksCommand } from './commands/books.command';
import { checkCommand } from './commands/check.command';
import { completeCommand, completionCommand } from './commands/completion.command';
import { composeCommand } from './commands/compose.command';
import { conformCommand } from './commands/conform.command';
import { credentialCommand } from './commands/credential.command';
import { declareCommand } from './commands/declare.command';
import { doctorCommand } from './commands/doctor.command';
import { exportCommand } from './commands/export.command';
import { hostCommand } from './commands/host.command';
import { importCommand } from './commands/import.command';
import { initCommand } from './commands/init.command';
import { inviteCommand } from './commands/invite.command';
import { keyCommand } from './commands/key.command';
import { maintenanceCommand } from './commands/maintenance.command';
import { operationsCommand } from './commands/operations.command';
import { decpCommand } from './commands/decp.command';
import { programmeCommand } from './commands/programme.command';
import { sitesCommand } from './commands/sites.command';
import { directoryCommand } from './commands/directory.command';
import { publishCommand } from './commands/publish.command';
import { regionCommand } from './commands/region.command';
import { remindersCommand } from './commands/reminders.command';
import { reportCommand } from './commands/report.command';
import { restoreCommand } from './commands/restore.command';
import { resumeCommand } from './commands/resume.command';
import { rollbackCommand } from './commands/rollback.command';
import { signingKeyCommand } from './commands/signing-key.command';
import { startCommand } from './commands/start.command';
import { statusCommand } from './commands/status.command';
import { suspendCommand } from './commands/suspend.command';
import { tokenCommand } from './commands/token.command';
import { describeFailure, EXIT, exitCodeOf } from './output';

/** A command: adds itself to the program. One file each. */
type CommandFactory = (context: CommandContext) => Command;

/** Every command, in the order of the help. */
const COMMANDS: readonly CommandFactory[] = [
  startCommand,
  regionCommand,
  tokenCommand,
  keyCommand,
  importCommand,
  booksCommand,
  programmeCommand,
  decpCommand,
  sitesCommand,
  directoryCommand,
  reportCommand,
  remindersCommand,
  declareCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  signingKeyCommand,
  doctorCommand,
  initCommand,
  conformCommand,
  checkCommand,
  publishCommand,
  statusCommand,
  rollbackCommand,
  suspendCommand,
  resumeCommand,
  maintenanceCommand,
  inviteCommand,
  hostCommand,
  credentialCommand,
  operationsCommand,
  auditCommand,
  composeCommand,
  completionCommand,
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
    const program = createProgram(context);
    const complete = completeCommand(() => createProgram(context));
    configure(complete, context);
    await program.addCommand(complete, { hidden: true }).parseAsync(parameters, { from: 'user' });
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
