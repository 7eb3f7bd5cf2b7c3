import { expandLayout, type ExpandedLayout } from './expand-layout';
import { hideTogether, type ProtectedValue, roundDown, roundedWithin } from './protect-tables';
import { type Demand, type ProtectedMeasure, totalsOf } from './protected-measure';
import { type Coordinates, invalid, type TableLayout } from './table-layout';
import { loadSolver } from './tables-model';

/** Insee's rule for data of companies: at least 3 units in a cell, none with 85 % of it. */
export const COMPANIES_RULE = { leastUnits: 3, mostShare: 0.85 } as const;

/** What one company put into one place of the finest codes. Several rows of one company and place add up. */
export interface CompanyRow {
  readonly at: Coordinates;
  /** Which company; used to tell companies apart, never given out. */
  readonly company: string;
  /** A whole number from 0, such as hundredths of an hour or cents. */
  readonly value: number;
}

/** Tables of a magnitude of companies, to be published together. */
export interface CompaniesRelease {
  readonly layout: TableLayout;
  readonly rows: readonly CompanyRow[];
  readonly leastUnits?: number;
  readonly mostShare?: number;
  /** Shown values are rounded down to multiples of this, after the rule was tried; 1 leaves them as they are. */
  readonly roundTo?: number;
}

/** One published cell. */
export interface ProtectedCompaniesCell {
  readonly at: Coordinates;
  readonly value: ProtectedValue;
}

/**
 * Protects tables of a magnitude of companies (docs/adr/0018). A cell of fewer than 3 companies, or of which one makes
 * up 85 % or more, is masked, empty cells included unless they are structural; then as many others as it takes that
 * nothing published tells what such a cell is nearer than from 0 to half as much again, also to a company that is
 * alone in another masked cell and knows it.
 *
 * The rest is as for persons (`protectPersons`).
 */
export async function protectCompanies(release: CompaniesRelease): Promise<readonly ProtectedCompaniesCell[]> {
  const { leastUnits = COMPANIES_RULE.leastUnits, mostShare = COMPANIES_RULE.mostShare, roundTo = 1 } = release;
  if (!Number.isSafeInteger(roundTo) || roundTo < 1)
    throw invalid(`roundTo is ${String(roundTo)}: a whole number from 1.`);
  const layout = expandLayout(release.layout);
  const contributions = contributionsOf(layout, release.rows);
  const primary = new Set(
    layout.cells.flatMap(({ members }, cell) =>
      members.length > 0 && isSensitive(contributions[cell], leastUnits, mostShare) ? [cell] : [],
    ),
  );
  const measure = companiesMeasure(layout, release.rows, contributions, primary, roundTo);
  const { hidden, bounds } = hideTogether(await loadSolver(), layout, [measure], primary);
  return layout.cells.map(({ at }, cell) => {
    const found = bounds[0]?.get(cell);
    if (!hidden.has(cell) || found === undefined)
      return { at, value: { kind: 'SHOWN', value: roundDown(measure.totals[cell] ?? 0, roundTo) } };
    const upperBound = found.upper === Infinity ? null : Math.ceil(found.upper);
    return { at, value: { kind: 'MASKED', lowerBound: Math.floor(found.lower), upperBound } };
  });
}

/** Values by company. */
type Contributions = ReadonlyMap<string, number>;

/** Whether too few companies stand in a cell, or one of them makes up too much of it. Companies with 0 count for none. */
export function isSensitive(contributions: Contributions | undefined, leastUnits: number, mostShare: number): boolean {
  const values = [...(contributions?.values() ?? [])].filter((value) => value > 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.length < leastUnits || Math.max(...values) >= mostShare * total;
}

function contributionsOf(layout: ExpandedLayout, rows: readonly CompanyRow[]): readonly Contributions[] {
  const places: Map<string, number>[] = Array.from({ length: layout.size }, () => new Map<string, number>());
  for (const { at, company, value } of rows) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw invalid(`A value at ${JSON.stringify(at)} is ${String(value)}: a whole number from 0.`);
    const place = layout.placeOf(at);
    if (place === null && value > 0)
      throw invalid(`A company is where none can be: ${JSON.stringify(at)} is a structural zero.`);
    const there = place === null ? undefined : places[place];
    if (value > 0) there?.set(company, (there.get(company) ?? 0) + value);
  }
  return layout.cells.map(({ members }) => {
    const sums = new Map<string, number>();
    for (const place of members)
      for (const [company, value] of places[place] ?? []) sums.set(company, (sums.get(company) ?? 0) + value);
    return sums;
  });
}

/** How far above its true value a masked one must be able to lie. */
const VALUE_WIDTH = 1.5;

function companiesMeasure(
  layout: ExpandedLayout,
  rows: readonly CompanyRow[],
  contributions: readonly Contributions[],
  primary: ReadonlySet<number>,
  roundTo: number,
): ProtectedMeasure {
  const values = new Float64Array(layout.size);
  for (const { at, value } of rows) {
    const place = layout.placeOf(at);
    if (place !== null) values[place] = (values[place] ?? 0) + value;
  }
  const totals = totalsOf(layout.cells, values);
  const sum = totals.reduce((all, one) => all + one, 0);
  const units = contributions.reduce((all, { size }) => all + size, 0);
  // An empty cell must be able to hold what a company puts into a cell on average.
  const usual = Math.max(1, sum / Math.max(1, units));
  return {
    name: 'companies',
    values,
    totals,
    unit: usual,
    shownWithin: roundedWithin(roundTo, 0),
    knownAtMost: new Float64Array(layout.cells.length).fill(Infinity),
    demands: [...primary].flatMap((cell) =>
      insidersOf(cell, contributions, primary).map(({ lower, known }): Demand => {
        const upper = Math.max(usual, VALUE_WIDTH * (totals[cell] ?? 0));
        return { cell, lower, upper, known };
      }),
    ),
  };
}

/**
 * What companies know of masked cells when they attack one: a company that is alone in a cell knows what it is.
 * Those that are not in the attacked cell are held together, so it is protected from any of them and from several who
 * tell each other. Those inside it are held one by one: they know that the cell is no less than their own part, and
 * the cells elsewhere in which they are alone. An empty cell has no company to protect.
 */
function insidersOf(
  cell: number,
  contributions: readonly Contributions[],
  primary: ReadonlySet<number>,
): readonly Pick<Demand, 'lower' | 'known'>[] {
  const inside = contributions[cell] ?? new Map<string, number>();
  if (inside.size === 0) return [{ lower: 0, known: new Set() }];
  const alone = [...primary].flatMap((other) => {
    const [company, second] = contributions[other]?.keys() ?? [];
    return company === undefined || second !== undefined || other === cell ? [] : [{ other, company }];
  });
  const outside = alone.filter(({ company }) => !inside.has(company)).map(({ other }) => other);
  const ofCompany = (name: string) => alone.filter(({ company }) => company === name).map(({ other }) => other);
  const insiders = inside.size < 2 ? [] : [...inside].filter(([name]) => ofCompany(name).length > 0);
  if (insiders.length === 0) return [{ lower: 0, known: new Set(outside) }];
  const fromOne = insiders.map(([name, own]) => ({ lower: own, known: new Set([...outside, ...ofCompany(name)]) }));
  return [{ lower: 0, known: new Set(outside) }, ...fromOne];
}
