import type { Output } from '../output';

/** Shows what a start is doing, for a person: what is done for good, and what is under way. */
export interface ProgressDisplay {
  /** A step begins, or moves: its label and, when countable, how far it is. */
  update(id: string, text: string): void;
  /** A step is complete; `text` stays on the screen. */
  complete(id: string, text: string): void;
  /** Removes what is under way from the screen: something else is printed from now on, and single lines only. */
  close(): void;
  /** Seconds since the start, in French: "3,2 s". */
  elapsed(): string;
}

/** Milliseconds between two lines about the same step when the output is not a terminal. */
const PLAIN_INTERVAL = 2_000;
const REDRAW_INTERVAL = 100;

/** Creates a display: one line redrawn in place on a terminal, otherwise a line now and then. */
export function createProgressDisplay(output: Output, now: () => number = Date.now): ProgressDisplay {
  const started = now();
  const seconds = (): string => ((now() - started) / 1_000).toFixed(1).replace('.', ',');
  const stamp = (): string => `[${seconds().padStart(5)} s]`;
  return output.columns === undefined
    ? createPlainDisplay(output, now, stamp, () => `${seconds()} s`)
    : createLiveDisplay(output, output.columns, stamp, () => `${seconds()} s`);
}

function createPlainDisplay(
  output: Output,
  now: () => number,
  stamp: () => string,
  elapsed: () => string,
): ProgressDisplay {
  const lastShown = new Map<string, number>();
  return {
    update: (id, text) => {
      const last = lastShown.get(id);
      if (last !== undefined && now() - last < PLAIN_INTERVAL) return;
      lastShown.set(id, now());
      output.warn(`${stamp()} ${text}…\n`);
    },
    complete: (_, text) => output.warn(`${stamp()} ✔ ${text}\n`),
    close: () => undefined,
    elapsed,
  };
}

function createLiveDisplay(
  output: Output,
  columns: number,
  stamp: () => string,
  elapsed: () => string,
): ProgressDisplay {
  const underWay = new Map<string, string>();
  let isClosed = false;
  const erase = '\r\u001b[K';
  const draw = (): void => {
    const line = `${stamp()} ${[...underWay.values()].join(' · ')}…`;
    output.warn(underWay.size === 0 ? erase : `${erase}${line.slice(0, columns - 1)}`);
  };
  const timer = setInterval(draw, REDRAW_INTERVAL);
  timer.unref();
  return {
    update: (id, text) => {
      if (isClosed) output.warn(`${stamp()} ${text}…\n`);
      else underWay.set(id, text);
    },
    complete: (id, text) => {
      underWay.delete(id);
      output.warn(`${erase}${stamp()} ✔ ${text}\n`);
      if (!isClosed) draw();
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      clearInterval(timer);
      output.warn(erase);
    },
    elapsed,
  };
}
