/** The values of one SQL statement, numbered as they are added: nothing a caller wrote is ever part of its text. */
export class SqlParameters {
  private readonly added: unknown[] = [];

  /** Adds a value and returns its place, "$3". */
  add(value: unknown): string {
    this.added.push(value);
    return `$${this.added.length}`;
  }

  get values(): readonly unknown[] {
    return this.added;
  }
}

/** A statement with its values. */
export interface SqlStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
}
