import { readFileSync } from 'node:fs';

/** Clock ticks of Linux's accounting, in milliseconds: USER_HZ is 100 on every platform Node runs on. */
const TICK_MILLISECONDS = 10;

/** Processor time that a process has used so far, in milliseconds; NaN where /proc does not exist. */
export function cpuMilliseconds(pid) {
  const text = readText(`/proc/${pid}/stat`);
  if (text === undefined) return Number.NaN;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS;
}

/** Memory of a process with its share of what it shares (PSS), in megabytes; null where /proc does not exist. */
export function memoryMegabytes(pid) {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024);
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
