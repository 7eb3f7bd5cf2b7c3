/** Where a command writes. Results go to `write`, everything else to `warn`. */
export interface Output {
  write(text: string): void;
  warn(text: string): void;
  /** Width of the terminal that `warn` reaches; undefined when it is not a terminal. */
  readonly columns: number | undefined;
}
