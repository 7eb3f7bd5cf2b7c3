import type { Environment } from '../subgraphs/kit/config';
import type { ExitCode, Output } from './output';

/** What every command is given, so that tests can run it without a process of its own. */
export interface CommandContext {
  readonly output: Output;
  readonly environment: Environment;
  /** Version of Node: "v20.19.0". */
  readonly nodeVersion: string;
  /** Folder of the compiled project, whose entry files are forked. */
  readonly programFolder: string;
  /** Sets the exit code of the process; the last call wins. */
  setExitCode(code: ExitCode): void;
  /** Requests to stop: the first signal asks for an orderly end, the second for an immediate one. */
  readonly interruption: Interruption;
}

/** The two stages of Ctrl-C. */
export interface Interruption {
  readonly stop: AbortSignal;
  readonly force: AbortSignal;
}
