import { type ChildProcess, spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli } from './run-cli';

const PACKAGE = join(__dirname, '..', '..');

/** A subgraph that `maillage init` wrote, running in a process of its own. */
export interface ScaffoldedSubgraph {
  readonly folder: string;
  readonly url: string;
  stop(): Promise<void>;
}

/** Writes a subgraph into a folder, with the packages that `npm install` would fetch, without a network. */
export async function scaffoldInto(folder: string, region: string, ...parameters: string[]): Promise<void> {
  const { exitCode, stderr } = await runCli(
    ['init', folder, '--region', region, ...parameters],
    {},
    { programFolder: join(PACKAGE, 'dist') },
  );
  if (exitCode !== 0) throw new Error(`maillage init failed: ${stderr}`);
  await symlink(join(PACKAGE, 'node_modules'), join(folder, 'node_modules'));
}

/** Starts a written subgraph on a free port; resolves once it says where it answers. */
export async function startScaffolded(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<ScaffoldedSubgraph> {
  const child = spawn(process.execPath, ['src/main.js'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await urlOf(child);
  return {
    folder,
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const url = /http:\S+\/graphql/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`The subgraph ended with ${code}:\n${output}`)));
  });
}
