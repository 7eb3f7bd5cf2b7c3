import { stat, statfs } from 'node:fs/promises';
import { isPortFree } from '../../subgraphs/kit/postgres/embedded';
import { isHubAnswering } from '../client';
import type { HubSettings } from '../embedded';
import { hubKeyFilesOf, readHubRecord, registryAccessPath } from '../record';
import { type Diagnosis, doubtful, failed, sound } from './diagnosis';

const NEEDED_NODE = [20, 19] as const;
const GIBIBYTE = 1_024 ** 3;
/** Bits of a mode that let others in. */
const OTHERS = 0o077;

/** Whether this Node runs the hub. */
export function checkNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED_NODE;
  const isEnough = major > neededMajor || (major === neededMajor && minor >= neededMinor);
  if (isEnough) return sound('NODE', `Node ${version}`);
  return failed('NODE', `Node ${version}`, `Install Node ${NEEDED_NODE.join('.')} or newer.`);
}

/** Whether the data directory is closed to others, and has room. */
export async function checkDataDirectory(folder: string): Promise<Diagnosis> {
  const status = await stat(folder).catch(() => undefined);
  if (status === undefined) return sound('DATA_DIRECTORY', `${folder} does not exist yet: the first start makes it.`);
  if (!status.isDirectory()) return failed('DATA_DIRECTORY', `${folder} is no folder.`, 'Set MAILLAGE_DATA_DIR.');
  // Root's PostgreSQL user is let through (0710).
  if ((status.mode & 0o067) !== 0) {
    return failed(
      'DATA_DIRECTORY',
      `Others may enter ${folder}, which holds passwords and keys.`,
      `chmod 700 ${folder}`,
    );
  }
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / GIBIBYTE;
  if (free >= 1) return sound('DATA_DIRECTORY', `${folder}, ${free.toFixed(0)} GiB free`);
  return doubtful(
    'DATA_DIRECTORY',
    `${folder} has ${free.toFixed(1)} GiB left.`,
    'Make room: PostgreSQL stops without.',
  );
}

/** Whether the hub of the data directory runs, or could: its port is free. */
export async function checkHub({
  dataDirectory,
  gatewayPort,
}: HubSettings): Promise<{ readonly isRunning: boolean; readonly diagnosis: Diagnosis }> {
  const record = await readHubRecord(dataDirectory);
  if (record !== undefined && (await isHubAnswering(record))) {
    return { isRunning: true, diagnosis: sound('HUB', `Runs since ${record.startedAt} (process ${record.pid}).`) };
  }
  return { isRunning: false, diagnosis: await checkStart(gatewayPort, record?.pid) };
}

async function checkStart(port: number, lastProcess: number | undefined): Promise<Diagnosis> {
  if (!(await isPortFree(port))) {
    return failed('HUB', `Port ${port} is taken by something else.`, 'Stop what uses it, or set PORT.');
  }
  if (lastProcess === undefined) return sound('HUB', `Does not run; port ${port} is free.`);
  return doubtful('HUB', `The hub of process ${lastProcess} has ended without clearing up.`, 'Run `npm start` again.');
}

/** Whether private keys and credentials of the data directory are their user's alone. */
export async function checkPrivateFiles(dataDirectory: string): Promise<readonly Diagnosis[]> {
  const { signingKey, issuerKey } = hubKeyFilesOf(dataDirectory);
  const files = [signingKey, issuerKey, registryAccessPath(dataDirectory)];
  const modes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mode }) => mode,
        () => undefined,
      ),
    ),
  );
  const present = files.filter((_, index) => modes[index] !== undefined);
  const open = files.filter((_, index) => ((modes[index] ?? 0) & OTHERS) !== 0);
  if (present.length === 0) return [];
  if (open.length === 0) return [sound('PRIVATE_FILES', `${present.length} files, readable by their user only`)];
  return open.map((file) =>
    failed('PRIVATE_FILES', `${file} is readable by others.`, `chmod 600 ${file}, and make another: it may be known.`),
  );
}
