import { dirname } from 'node:path';
import type { CommandContext } from './command-context';
import { listenForInterruption } from './interruption';
import { runProgram } from './program';

const context: CommandContext = {
  output: {
    write: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
    columns: process.stderr.isTTY ? process.stderr.columns : undefined,
    // https://no-color.org: set and not empty means none, whatever the value.
    isColored: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
  },
  environment: process.env,
  nodeVersion: process.version,
  programFolder: dirname(__dirname),
  setExitCode: (code) => {
    process.exitCode = code;
  },
  interruption: listenForInterruption(process),
};

// A terminal or pipe that was closed must not end the hub before it has stopped its services.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

void runProgram(context, process.argv.slice(2));
