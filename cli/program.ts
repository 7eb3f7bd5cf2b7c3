import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context';
import { describeFailure, EXIT, exitCodeOf } from './output';

/** A command: adds itself to the program. One file each. */
type CommandFactory = (context: CommandContext) => Command;

/** Every command by its name, in the order of the help. Only those that are needed are loaded: a command should answer at once. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandFactory>>> = {
  start: async () => (await import('./commands/start.command.js')).startCommand,
  region: async () => (await import('./commands/region.command.js')).regionCommand,
  token: async () => (await import('./commands/token.command.js')).tokenCommand,
  key: async () => (await import('./commands/key.command.js')).keyCommand,
  import: async () => (await import('./commands/import.command.js')).importCommand,
  books: async () => (await import('./commands/books.command.js')).booksCommand,
  programme: async () => (await import('./commands/programme.command.js')).programmeCommand,
  decp: async () => (await import('./commands/decp.command.js')).decpCommand,
  sites: async () => (await import('./commands/sites.command.js')).sitesCommand,
  directory: async () => (await import('./commands/directory.command.js')).directoryCommand,
  report: async () => (await import('./commands/report.command.js')).reportCommand,
  reminders: async () => (await import('./commands/reminders.command.js')).remindersCommand,
  declare: async () => (await import('./commands/declare.command.js')).declareCommand,
  backup: async () => (await import('./commands/backup.command.js')).backupCommand,
  restore: async () => (await import('./commands/restore.command.js')).restoreCommand,
  export: async () => (await import('./commands/export.command.js')).exportCommand,
  'signing-key': async () => (await import('./commands/signing-key.command.js')).signingKeyCommand,
  doctor: async () => (await import('./commands/doctor.command.js')).doctorCommand,
  init: async () => (await import('./commands/init.command.js')).initCommand,
  conform: async () => (await import('./commands/conform.command.js')).conformCommand,
  check: async () => (await import('./commands/check.command.js')).checkCommand,
  publish: async () => (await import('./commands/publish.command.js')).publishCommand,
  status: async () => (await import('./commands/status.command.js')).statusCommand,
  rollback: async () => (await import('./commands/rollback.command.js')).rollbackCommand,
  suspend: async () => (await import('./commands/suspend.command.js')).suspendCommand,
  resume: async () => (await import('./commands/resume.command.js')).resumeCommand,
  maintenance: async () => (await import('./commands/maintenance.command.js')).maintenanceCommand,
  invite: async () => (await import('./commands/invite.command.js')).inviteCommand,
  host: async () => (await import('./commands/host.command.js')).hostCommand,
  credential: async () => (await import('./commands/credential.command.js')).credentialCommand,
  operations: async () => (await import('./commands/operations.command.js')).operationsCommand,
  audit: async () => (await import('./commands/audit.command.js')).auditCommand,
  compose: async () => (await import('./commands/compose.command.js')).composeCommand,
  completion: async () => (await import('./commands/completion.command.js')).completionCommand,
};

const EXIT_CODES = `
Exit codes: 0 done, 1 failed, 2 unreachable or timeout, 3 bad usage.`;

/** Builds the command line, with every command unless some are named. Nothing runs until `runProgram`. */
export async function createProgram(
  context: CommandContext,
  names: readonly string[] = Object.keys(COMMANDS),
): Promise<Command> {
  const program = new Command('maillage')
    .description('Maillage: the GraphQL federation hub of the clauses sociales network.')
    .addHelpText('after', EXIT_CODES);
  for (const name of names) {
    const load = COMMANDS[name];
    if (load !== undefined) program.addCommand((await load())(context));
  }
  configure(program, context);
  return program;
}

/** Runs the command that `parameters` (without node and script) name, and sets the exit code. Never throws. */
export async function runProgram(context: CommandContext, parameters: readonly string[]): Promise<void> {
  try {
    const program = await programFor(context, parameters);
    await program.parseAsync(parameters, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      context.setExitCode(error.exitCode === 0 ? EXIT.OK : EXIT.USAGE);
    } else {
      context.output.warn(`${describeFailure(error)}\n`);
      context.setExitCode(exitCodeOf(error));
    }
  }
}

/** The command that is named, alone; all of them for help, completion and what is none. */
async function programFor(context: CommandContext, [name = '']: readonly string[]): Promise<Command> {
  if (Object.hasOwn(COMMANDS, name)) return createProgram(context, [name]);
  const program = await createProgram(context);
  const { completeCommand } = await import('./commands/completion.command.js');
  const complete = completeCommand(() => createProgram(context));
  configure(complete, context);
  return program.addCommand(complete, { hidden: true });
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
