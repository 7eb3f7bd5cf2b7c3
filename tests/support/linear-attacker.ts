import { type Constraint, solve } from 'yalps';

/**
 * An attacker on published tables, for tests of disclosure control. It gets what is published (cells with their values
 * or bounds, how the codes nest, the threshold and the rounding rule) and works out by linear programming how far it can
 * narrow a cell. It shares no code and no solver with the library: it writes down values, not deviations, and solves
 * with YALPS.
 */

/** A place in the tables, as published: one code of each dimension that is not summed over. */
export type Place = Readonly<Partial<Record<string, string>>>;

/** One magnitude of one published cell. */
export interface Published {
  readonly at: Place;
  readonly value:
    | { readonly kind: 'SHOWN'; readonly value: number }
    | { readonly kind: 'MASKED'; readonly lowerBound: number; readonly upperBound: number | null };
}

/** What is public about a set of tables, beside their cells. */
export interface PublicRules {
  readonly dimensions: readonly {
    readonly name: string;
    readonly codes: readonly { code: string; parent: string | null }[];
  }[];
  readonly structuralZeros: readonly Place[];
  /** Shown values are rounded down to multiples of this. */
  readonly roundTo: number;
  /** Shown values are no less than this, unless they are structural zeros. */
  readonly threshold: number;
}

/** The interval that an attacker is left with. */
export interface Narrowed {
  readonly lower: number;
  readonly upper: number;
}

/** An attacker who has read one set of tables. */
export class LinearAttacker {
  private readonly atoms: readonly (readonly string[])[];
  /** A power of two by which numbers are divided, exactly, so that the solver sees none above some thousands. */
  private readonly scale: number;
  private readonly constraints = new Map<string, Constraint>();
  /** The unknowns: finest places that lie in the same cells are one, since no sum tells them apart. */
  private readonly unknowns: readonly (readonly number[])[];

  constructor(
    private readonly rules: PublicRules,
    private readonly cells: readonly Published[],
  ) {
    const leaves = rules.dimensions.map(({ codes }) => {
      const parents = new Set(codes.map(({ parent }) => parent));
      return codes.map(({ code }) => code).filter((code) => !parents.has(code));
    });
    const all = leaves.reduce<string[][]>(
      (rows, codes) => rows.flatMap((row) => codes.map((code) => [...row, code])),
      [[]],
    );
    this.atoms = all.filter((atom) => !rules.structuralZeros.some((zero) => this.isIn(atom, zero)));
    const inCells = this.atoms.map((atom) => cells.flatMap(({ at }, index) => (this.isIn(atom, at) ? [index] : [])));
    this.unknowns = [...new Map(inCells.map((indices) => [indices.join(), indices])).values()];
    const largest = Math.max(1, ...cells.map(({ value }) => (value.kind === 'SHOWN' ? value.value : value.lowerBound)));
    this.scale = 2 ** Math.max(0, Math.ceil(Math.log2(largest)) - 12);
    for (const [index, cell] of cells.entries()) this.constraints.set(`cell ${String(index)}`, this.constraintOf(cell));
  }

  /**
   * How far the cell at a position can be narrowed by somebody who knows the values of some cells beside, by position.
   * Fails when the published tables contradict each other.
   */
  narrow(position: number, known: ReadonlyMap<number, number> = new Map()): Narrowed {
    if (!this.unknowns.some((indices) => indices.includes(position))) return { lower: 0, upper: 0 };
    const variables = this.unknowns.map((indices, index) => {
      const inCells = indices.map((cell) => [`cell ${String(cell)}`, 1] as const);
      return [`x${String(index)}`, [...inCells, ['sought', indices.includes(position) ? 1 : 0] as const]] as const;
    });
    const exact = [...known].map(([cell, equal]) => [`cell ${String(cell)}`, { equal }] as const);
    const constraints = [...new Map<string, Constraint>([...this.constraints, ...exact])];
    const at = (direction: 'minimize' | 'maximize') => {
      // The truth is among the solutions. Where the solver finds none it lost its way in the last digits of large
      // numbers, and is given a little room.
      for (const room of [0, 1e-7, 1e-5]) {
        const rows = constraints.map(([name, constraint]) => [name, this.scaled(constraint, room)] as const);
        const { status, result } = solve({ direction, objective: 'sought', constraints: rows, variables });
        if (status === 'optimal') return result * this.scale;
        if (status === 'unbounded') return direction === 'maximize' ? Infinity : 0;
      }
      throw new Error(`The attacker finds no tables that look like these: ${JSON.stringify(this.cells)}`);
    };
    return { lower: at('minimize'), upper: at('maximize') };
  }

  private scaled({ equal, min, max }: Constraint, room: number): Constraint {
    const [least, most] = [equal ?? min ?? 0, equal ?? max ?? Infinity];
    if (room === 0 && equal !== undefined) return { equal: equal / this.scale };
    return { min: least / this.scale - room, ...(most === Infinity ? {} : { max: most / this.scale + room }) };
  }

  private constraintOf({ at, value }: Published): Constraint {
    if (value.kind === 'MASKED')
      return { min: value.lowerBound, ...(value.upperBound === null ? {} : { max: value.upperBound }) };
    const isStructural = this.rules.structuralZeros.length > 0 && !this.atoms.some((atom) => this.isIn(atom, at));
    if (isStructural || this.rules.roundTo === 1) return { equal: value.value };
    return { min: Math.max(value.value, this.rules.threshold), max: value.value + this.rules.roundTo - 1 };
  }

  /** Whether a finest place lies in a place: it is the same code, or one above it, in every dimension named. */
  private isIn(atom: readonly string[], place: Place): boolean {
    return this.rules.dimensions.every(({ name, codes }, index) => {
      const sought = place[name];
      let code: string | null = atom[index] ?? null;
      while (sought !== undefined && code !== null && code !== sought)
        code = codes.find((each) => each.code === code)?.parent ?? null;
      return code !== null;
    });
  }
}
