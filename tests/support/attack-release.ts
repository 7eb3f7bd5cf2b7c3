import type {
  CompaniesRelease,
  Coordinates,
  PersonsRelease,
  ProtectedCompaniesCell,
  ProtectedPersonsCell,
  ProtectedValue,
} from '../../subgraphs/kit/disclosure';
import { LinearAttacker, type Narrowed, type PublicRules } from './linear-attacker';
import { finestPlaces, isWithin } from './random-tables';

/** What came of attacking every cell that must be protected. */
export interface AttackFindings {
  /** Cells attacked, once per magnitude and attacker. */
  readonly attacked: number;
  /** Cells that were narrowed below their protection, or published against the rule. */
  readonly broken: readonly string[];
}

const LEAST_OFF = 1e-3;

/** Attacks what is published of persons: whether every count under the threshold, and its hours, stay hidden. */
export function attackPersons(release: PersonsRelease, cells: readonly ProtectedPersonsCell[]): AttackFindings {
  const { threshold, layout } = release;
  const rules = { dimensions: layout.dimensions, structuralZeros: layout.structuralZeros ?? [] };
  const persons = new LinearAttacker(
    { ...rules, roundTo: release.roundPersonsTo ?? 1, threshold },
    cells.map(({ at, persons: value }) => ({ at, value })),
  );
  const hours = new LinearAttacker(
    { ...rules, roundTo: release.roundHoursTo ?? 1, threshold: 0 },
    cells.flatMap(({ at, hours: value }) => (value === null ? [] : [{ at, value }])),
  );
  const places = finestPlaces(layout);
  const broken: string[] = [];
  let attacked = 0;
  for (const [position, cell] of cells.entries()) {
    const rows = release.rows.filter(({ at }) => isWithin(at, cell.at));
    const [count, worked] = [sumOf(rows, 'persons'), sumOf(rows, 'hours')];
    const place = JSON.stringify(cell);
    if (!holds(cell.persons, count, release.roundPersonsTo)) broken.push(`${place} is not the truth: ${String(count)}`);
    if (cell.hours !== null && !holds(cell.hours, worked, release.roundHoursTo))
      broken.push(`${place} is not the truth: ${String(worked)}`);
    if (count >= threshold || !places.some((each) => isWithin(each, cell.at))) continue;
    attacked += 1;
    if (cell.persons.kind === 'SHOWN') broken.push(`${place} shows ${String(count)}`);
    const found = persons.narrow(position);
    // Whole numbers only: an attacker rounds what it finds inwards.
    if (!(Math.ceil(found.lower - LEAST_OFF) <= 0 && Math.floor(found.upper + LEAST_OFF) >= threshold))
      broken.push(`${place} holds ${String(count)}, found ${shown(found)}`);
    if (cell.hours === null) continue;
    attacked += 1;
    const foundHours = hours.narrow(position);
    if (!(foundHours.lower <= 1 && foundHours.upper >= worked * 1.5 - 1))
      broken.push(`${place} holds ${String(worked)} hundredths, found ${shown(foundHours)}`);
  }
  return { attacked, broken };
}

/** Attacks what is published of companies: as anybody, and as each company that is alone in another masked cell. */
export function attackCompanies(release: CompaniesRelease, cells: readonly ProtectedCompaniesCell[]): AttackFindings {
  const { layout, roundTo = 1 } = release;
  const rules: PublicRules = {
    dimensions: layout.dimensions,
    structuralZeros: layout.structuralZeros ?? [],
    roundTo,
    threshold: 0,
  };
  const published = cells.map(({ at, value }) => ({ at, value }));
  const truths = cells.map(({ at }) => byCompany(release, at));
  const attacker = new LinearAttacker(rules, published);
  const places = finestPlaces(layout);
  const alone = [...new Set(truths.flatMap((truth) => (truth.size === 1 ? [...truth.keys()] : [])))];
  const knownTo = (company: string) =>
    new Map(truths.flatMap((truth, index) => (truth.size === 1 && truth.has(company) ? [[index, sum(truth)]] : [])));
  const broken: string[] = [];
  let attacked = 0;
  for (const [position, cell] of cells.entries()) {
    const truth = truths[position] ?? new Map<string, number>();
    const total = sum(truth);
    const place = JSON.stringify(cell);
    if (!holds(cell.value, total, roundTo)) broken.push(`${place} is not the truth: ${String(total)}`);
    const isSafe = truth.size >= 3 && Math.max(...truth.values()) < 0.85 * total;
    if (isSafe || !places.some((each) => isWithin(each, cell.at))) continue;
    if (cell.value.kind === 'SHOWN') broken.push(`${place} shows ${String(total)}`);
    for (const company of ['', ...insidersFor(position, truth, alone)]) {
      attacked += 1;
      const { lower, upper } = attacker.narrow(position, knownTo(company));
      if (!(lower <= (truth.get(company) ?? 0) + 1 && upper >= total * 1.5 - 1))
        broken.push(`${place} holds ${String(total)}, found ${shown({ lower, upper })} by ${company || 'anybody'}`);
    }
  }
  return { attacked, broken };
}

/**
 * Two of the companies that are alone somewhere, in turn: one that is in the attacked cell beside others, and one that
 * is not. A company alone in the attacked cell has nothing to learn of it, and an empty cell has nobody to protect.
 */
function insidersFor(
  position: number,
  truth: ReadonlyMap<string, number>,
  alone: readonly string[],
): readonly string[] {
  if (truth.size === 0) return [];
  const inside = alone.filter((company) => truth.has(company) && truth.size > 1);
  const outside = alone.filter((company) => !truth.has(company));
  return [inside, outside].flatMap((companies) => companies[position % Math.max(1, companies.length)] ?? []);
}

const sum = (truth: ReadonlyMap<string, number>): number => [...truth.values()].reduce((all, value) => all + value, 0);

function byCompany({ rows }: CompaniesRelease, at: Coordinates): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) if (isWithin(row.at, at)) sums.set(row.company, (sums.get(row.company) ?? 0) + row.value);
  return sums;
}

const sumOf = <Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number =>
  rows.reduce((sum, row) => sum + row[name], 0);

/** Whether what is published is true: the value rounded down, or bounds that hold it. */
const holds = (published: ProtectedValue, truth: number, roundTo = 1): boolean =>
  published.kind === 'SHOWN'
    ? published.value === truth - (truth % roundTo)
    : published.lowerBound <= truth && truth <= (published.upperBound ?? Infinity);

const shown = ({ lower, upper }: Narrowed): string => `[${lower.toFixed(3)}, ${upper.toFixed(3)}]`;
