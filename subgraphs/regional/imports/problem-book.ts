import type { Field } from './field';
import { type ProblemCode, PROBLEMS, type WarningCode, WARNINGS } from './problem-codes';

/** Something of a line, named so that a person finds it in the file. */
export interface Problem {
  readonly line: number;
  /** Field, in mapping files; null for the whole line. */
  readonly field: string | null;
  /** French name of the field. */
  readonly column: string | null;
  /** What the file says. */
  readonly value: string | null;
  readonly code: ProblemCode | WarningCode;
  /** French sentence of the code. */
  readonly reason: string;
  readonly suggestion: string | null;
}

/** How many lines have a problem of one code in one field. */
export interface ProblemCount {
  readonly code: ProblemCode | WarningCode;
  readonly field: string | null;
  readonly count: number;
}

/** Of each code and field, lines that are named; the others are counted. */
export const NAMED_PER_REASON = 100;
const LONGEST_SHOWN = 120;

/** Collects what is wrong or odd, in memory that does not grow with the file. */
export class ProblemBook {
  private readonly counted = new Map<string, { code: Problem['code']; field: string | null; count: number }>();
  private readonly kept: Problem[] = [];

  /** Adds one problem; `more` are further lines with the same, which are counted only. */
  add(line: number, field: Field | null, value: string | null, code: Problem['code'], suggestion: string | null): void {
    if (this.count(code, field?.name ?? null, 1) > NAMED_PER_REASON) return;
    const reason = code in PROBLEMS ? PROBLEMS[code as ProblemCode] : WARNINGS[code as WarningCode];
    this.kept.push({
      line,
      field: field?.name ?? null,
      column: field?.label ?? null,
      value: value === null ? null : value.slice(0, LONGEST_SHOWN),
      code,
      reason,
      suggestion,
    });
  }

  /** Counts further problems without naming their lines; gives how many there are of the kind. */
  count(code: Problem['code'], field: string | null, more: number): number {
    const key = `${code} ${field ?? ''}`;
    const entry = this.counted.get(key) ?? { code, field, count: 0 };
    entry.count += more;
    this.counted.set(key, entry);
    return entry.count;
  }

  get isEmpty(): boolean {
    return this.counted.size === 0;
  }

  /** Named problems in the order of the file. */
  problems(): Problem[] {
    return [...this.kept].sort((one, other) => one.line - other.line);
  }

  counts(): ProblemCount[] {
    return [...this.counted.values()].sort((one, other) => other.count - one.count);
  }
}
