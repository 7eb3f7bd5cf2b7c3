import { Command } from 'commander';
import type { CommandContext } from '../command-context';
import { type Diagnosis, examine } from '../doctor';
import { EXIT, jsonText, type Paint, paintOf } from '../output';
import { jsonOption } from './options';
import { type RegistryOptions, registryPlaceOf, withRegistryOptions } from './registry-options';

const HELP = `
Looks at Node, settings, the data directory and its private files, the hub of this machine with its gateway and regions,
the supergraph on disk, and the registry: whether it answers, clocks agree, the credential is valid, members answer.
It changes nothing. It ends with 1 when something failed, with 2 when something only does not answer.

Examples:
  maillage doctor
  maillage doctor --registry https://registre.example.fr/graphql --json`;

/** `maillage doctor`: what is wrong here, and what to do. */
export function doctorCommand(context: CommandContext): Command {
  const command = new Command('doctor')
    .description('look at this machine, its hub and the registry, and say what to do')
    .addOption(jsonOption('an array of { check, status, message, advice, isUnreachable }'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(async (options: RegistryOptions & { readonly json?: boolean }) => {
    const findings = await examine({
      environment: context.environment,
      nodeVersion: context.nodeVersion,
      now: Date.now,
      registryPlace: () => registryPlaceOf(context, options),
    });
    const { output } = context;
    output.write(options.json === true ? jsonText(findings) : render(findings, paintOf(output)));
    const failures = findings.filter(({ status }) => status === 'FAILED');
    if (failures.length > 0) {
      context.setExitCode(failures.every(({ isUnreachable }) => isUnreachable) ? EXIT.UNREACHABLE : EXIT.FAILED);
    }
  });
}

function render(findings: readonly Diagnosis[], paint: Paint): string {
  const colors = { OK: paint.good, WARNING: paint.doubtful, FAILED: paint.bad };
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, status, message, advice }) => [
    `${colors[status](status.padEnd(7))}  ${check.padEnd(width)}  ${message}`,
    ...(advice === null ? [] : [`${' '.repeat(width + 11)}→ ${advice}`]),
  ]);
  return `${lines.join('\n')}\n`;
}
