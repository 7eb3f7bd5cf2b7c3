import t, { script } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import { Argument, Command } from 'commander';
import type { CommandContext } from '../command-context';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

const HELP = `
Prints a script for the shell; it asks \`maillage complete\` at every press of the tab key.

Examples:
  source <(maillage completion bash)
  maillage completion zsh > ~/.zfunc/_maillage
  maillage completion fish > ~/.config/fish/completions/maillage.fish`;

/** `maillage completion <shell>`: the script by which a shell completes commands, options and region codes. */
export function completionCommand(_context: CommandContext): Command {
  return new Command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText('after', HELP)
    .action((shell: string) => script(shell, 'maillage', 'maillage'));
}

/** `maillage complete -- <words>`: what the script asks; not for people. */
export function completeCommand(createProgram: () => Promise<Command>): Command {
  return new Command('complete')
    .argument('[words...]')
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      tab(await createProgram());
      t.parse([...words]);
    });
}
