import pc from 'picocolors';

/** Where a command writes. Results go to `write`, everything else to `warn`. */
export interface Output {
  write(text: string): void;
  warn(text: string): void;
  /** Width of the terminal that `warn` reaches; undefined when it is not a terminal. */
  readonly columns: number | undefined;
  /** Whether results may be coloured: `write` reaches a terminal, and nobody asked for none (NO_COLOR). */
  readonly isColored?: boolean;
}

/** What a colour says. */
export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  doubtful(text: string): string;
  minor(text: string): string;
  strong(text: string): string;
}

/** Colours for results; texts stay as they are where there is no terminal. */
export function paintOf({ isColored }: Pick<Output, 'isColored'>): Paint {
  const colors = pc.createColors(isColored === true);
  return { good: colors.green, bad: colors.red, doubtful: colors.yellow, minor: colors.dim, strong: colors.bold };
}
