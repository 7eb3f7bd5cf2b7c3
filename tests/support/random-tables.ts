import type {
  CompaniesRelease,
  CompanyRow,
  Coordinates,
  PersonsRelease,
  PersonsRow,
  TableDimension,
  TableLayout,
  TableShape,
} from '../../subgraphs/kit/disclosure';
import { withMargins } from '../../subgraphs/kit/disclosure';
import { createRandom, type Random } from '../../subgraphs/regional/demonstration/random';

/** Most cells of one random set: an attacker who solves for each of them takes long on more. */
const MOST_CELLS = 80;

/** One to three small dimensions, some with parts below their codes, and one to three tables over them. */
function randomLayout(random: Random): TableLayout {
  for (;;) {
    const layout = anyLayout(random);
    const cells = layout.tables.map((shape) =>
      layout.dimensions.reduce((count, { name, codes }) => {
        const level = shape[name] ?? 0;
        return level === 0 ? count : count * codes.filter(({ parent }) => (parent === null ? 1 : 2) === level).length;
      }, 1),
    );
    if (cells.reduce((sum, count) => sum + count, 0) <= MOST_CELLS) return layout;
  }
}

function anyLayout(random: Random): TableLayout {
  const dimensions = Array.from({ length: 1 + random.below(3) }, (_, index) =>
    randomDimension(`D${String(index)}`, random),
  );
  const tables = Array.from({ length: 1 + random.below(3) }, () => randomShape(dimensions, random)).flatMap((shape) =>
    random.chance(0.75) ? withMargins(shape) : [shape],
  );
  const isZero = random.chance(0.3);
  const structuralZeros = isZero
    ? [randomPlace(tables, dimensions, random)].filter((at) => Object.keys(at).length > 0)
    : [];
  return { dimensions, tables, structuralZeros };
}

function randomDimension(name: string, random: Random): TableDimension {
  const tops = Array.from({ length: 2 + random.below(2) }, (_, index) => `${name}.${String(index)}`);
  const top = tops.map((code) => ({ code, parent: null }));
  if (!random.chance(0.35)) return { name, codes: top };
  const parts = tops.flatMap((parent) =>
    Array.from({ length: 1 + random.below(2) }, (_, index) => ({ code: `${parent}.${String(index)}`, parent })),
  );
  return { name, codes: [...top, ...parts] };
}

const depthOf = ({ codes }: TableDimension): number => (codes.some(({ parent }) => parent !== null) ? 2 : 1);

const randomShape = (dimensions: readonly TableDimension[], random: Random): TableShape =>
  Object.fromEntries(dimensions.map((dimension) => [dimension.name, random.below(depthOf(dimension) + 1)]));

/** A place at a level that some table shows. */
function randomPlace(
  tables: readonly TableShape[],
  dimensions: readonly TableDimension[],
  random: Random,
): Coordinates {
  const shape = tables[random.below(tables.length)] ?? {};
  const chosen = dimensions.flatMap((dimension) => {
    const level = shape[dimension.name] ?? 0;
    const codes = dimension.codes.filter(({ parent }) => (parent === null ? 1 : 2) === level);
    const code = codes[random.below(codes.length)]?.code;
    return level === 0 || code === undefined ? [] : [[dimension.name, code] as const];
  });
  return Object.fromEntries(chosen);
}

/** Every crossing of the finest codes that is not a structural zero. */
export function finestPlaces({ dimensions, structuralZeros = [] }: TableLayout): readonly Coordinates[] {
  const all = dimensions.reduce<readonly Coordinates[]>(
    (places, { name, codes }) => {
      const parents = new Set(codes.map(({ parent }) => parent));
      const leaves = codes.filter(({ code }) => !parents.has(code));
      return places.flatMap((place) => leaves.map(({ code }) => ({ ...place, [name]: code })));
    },
    [{}],
  );
  return all.filter((place) => !structuralZeros.some((zero) => isWithin(place, zero)));
}

/** Whether a finest place lies in another: codes of parts begin with the code that they are a part of. */
export const isWithin = (place: Coordinates, other: Coordinates): boolean =>
  Object.entries(other).every(
    ([name, code = '']) => place[name] === code || place[name]?.startsWith(`${code}.`) === true,
  );

/** Persons as they are spread in a small place: mostly few, sometimes nobody or many. */
function randomCount(random: Random): number {
  const among = [0, 1 + random.below(4), 1 + random.below(12), 5 + random.below(40), 30 + random.below(300)];
  return among[random.below(among.length)] ?? 0;
}

/** A release of tables of persons; the same number always gives the same. */
export function randomPersonsRelease(seed: number): PersonsRelease {
  const random = createRandom('persons', seed);
  const layout = randomLayout(random);
  const threshold = [3, 5, 5, 11][random.below(4)] ?? 5;
  const rows = finestPlaces(layout).map((at): PersonsRow => {
    const persons = randomCount(random);
    return { at, persons, hours: persons * (100 + random.below(160_000)) };
  });
  const roundPersonsTo = [1, 1, 5, threshold][random.below(4)] ?? 1;
  const roundHoursTo = random.chance(0.7) ? 1 : 10_000;
  return { layout, rows, threshold, withHours: random.chance(0.7), roundPersonsTo, roundHoursTo };
}

/** A release of tables of companies, in which few stand in most places and some stand in many. */
export function randomCompaniesRelease(seed: number): CompaniesRelease {
  const random = createRandom('companies', seed);
  const layout = randomLayout(random);
  const rows = finestPlaces(layout).flatMap((at): readonly CompanyRow[] =>
    Array.from({ length: random.below(6) }, () => ({
      at,
      company: `C${String(random.below(12))}`,
      value: 1 + random.below(random.chance(0.2) ? 200_000 : 9_000),
    })),
  );
  return { layout, rows, roundTo: random.chance(0.7) ? 1 : 1000 };
}
