/** Loaded into our gateway before its own code: takes a profile between two messages of the runner, so that its start is not in it. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

const MICROSECONDS = 500;
const session = new Session();
session.connect();

const post = (method, parameters) =>
  new Promise((resolve, reject) => {
    session.post(method, parameters, (error, result) => (error === null ? resolve(result) : reject(error)));
  });

process.on('message', async ({ profile, file }) => {
  if (profile === 'start') {
    await post('Profiler.enable');
    await post('Profiler.setSamplingInterval', { interval: MICROSECONDS });
    await post('Profiler.start');
  } else if (profile === 'stop') {
    writeFileSync(file, JSON.stringify((await post('Profiler.stop')).profile));
  } else {
    return;
  }
  process.send({ kind: `profile-${profile}` });
});
