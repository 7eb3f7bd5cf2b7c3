import { readFile } from 'node:fs/promises';

const TOP = 10;

/** Frames that are not the gateway's work; `dispatch` is the profiler's own. */
const NOT_WORK = new Set(['(idle)', '(root)', 'dispatch']);

/** Where the time of a profile went: the functions with the largest self time, idle time left out. */
export async function topSelfTimes(file) {
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(file, 'utf8'));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const functions = new Map();
  const packages = new Map();
  let busy = 0;
  samples.forEach((id, index) => {
    const frame = frames.get(id);
    if (NOT_WORK.has(frame.functionName)) return;
    busy += timeDeltas[index];
    add(functions, nameOf(frame), timeDeltas[index]);
    add(packages, ownerOf(frame.url), timeDeltas[index]);
  });
  const largest = (times) =>
    [...times]
      .sort(([, left], [, right]) => right - left)
      .slice(0, TOP)
      .map(([name, microseconds]) => ({ name, share: Number(((100 * microseconds) / busy).toFixed(1)) }));
  return { busyMs: Math.round(busy / 1_000), functions: largest(functions), owners: largest(packages) };
}

function add(times, name, microseconds) {
  times.set(name, (times.get(name) ?? 0) + microseconds);
}

function nameOf({ functionName, url, lineNumber }) {
  const place = url === '' ? 'native' : `${shortened(url)}:${lineNumber + 1}`;
  return `${functionName === '' ? '(anonymous)' : functionName} ${place}`;
}

const shortened = (url) =>
  url.includes('/node_modules/')
    ? url.replace(/^.*\/node_modules\//, '').replace('/dist/', '/')
    : url.replace(/^.*\/dist\//, 'hub/');

/** Package or part of the hub that a file belongs to. */
function ownerOf(url) {
  if (url === '') return 'V8 and native code';
  if (url.startsWith('node:')) return `node:${url.slice(5).split('/').slice(0, 2).join('/')}`;
  const path = shortened(url).split('/');
  return path.slice(0, path[0] === 'hub' ? 3 : path[0].startsWith('@') ? 2 : 1).join('/');
}
