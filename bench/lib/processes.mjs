import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const READY_MILLISECONDS = 120_000;
const STOP_MILLISECONDS = 15_000;

/**
 * Starts a Node process and waits until it says by IPC that it is ready (a service) or has finished (a step). What it
 * prints goes to a file of its own in `folder`. Its end, if nobody asked for it, shows as a rejected `failed`.
 */
export async function startProcess({ name, entry, environment, folder, execArgv = [] }) {
  const log = openSync(join(folder, `${name}.log`), 'a');
  const { PATH } = process.env;
  const child = fork(entry, [], {
    env: { PATH, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', log, log, 'ipc'],
    execArgv,
  });
  const exited = once(child, 'exit');
  const message = await firstMessage(child, name, folder);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS);
    child.kill('SIGTERM');
    await exited;
    clearTimeout(timer);
  };
  return { name, pid: child.pid, message, exited, stop, ask: (question) => ask(child, question) };
}

async function firstMessage(child, name, folder) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('no sign of life')), READY_MILLISECONDS);
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`ended with ${code}`);
  });
  const told = new Promise((resolve) => {
    child.on('message', (message) => {
      if (['ready', 'finished', 'failed'].includes(message.kind)) resolve(message);
    });
  });
  try {
    const message = await Promise.race([told, ended, late]);
    if (message.kind === 'failed') throw new Error(message.message);
    return message;
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${name} does not start: ${error.message} (see ${folder}/${name}.log)`, { cause: error });
  } finally {
    clearTimeout(timer);
    ended.catch(() => undefined);
  }
}

async function ask(child, question) {
  const answered = once(child, 'message');
  child.send(question);
  return (await answered)[0];
}

/** A port of this machine that nothing uses. */
export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
