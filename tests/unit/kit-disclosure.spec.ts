import {
  type PersonsRelease,
  protectCompanies,
  protectPersons,
  type ProtectedPersonsCell,
  type ProtectedValue,
  withMargins,
} from '../../subgraphs/kit/disclosure';
import { attackCompanies, attackPersons } from '../support/attack-release';
import { finestPlaces, isWithin, randomPersonsRelease } from '../support/random-tables';

const flat = (name: string, ...codes: string[]) => ({ name, codes: codes.map((code) => ({ code, parent: null })) });
const SEX = flat('SEX', 'F', 'M');
const AGE = flat('AGE', 'U26', '26-49', '50+');
const TERRITORY = {
  name: 'TERRITORY',
  codes: [
    { code: '53', parent: null },
    { code: '53.35', parent: '53' },
    { code: '53.29', parent: '53' },
    { code: '28', parent: null },
    { code: '28.14', parent: '28' },
  ],
};

/** Persons by sex and age, with all margins, each with a hundred hours. */
function bySexAndAge(counts: readonly (readonly [string, string, number])[], more: Partial<PersonsRelease> = {}) {
  const rows = counts.map(([sex, age, persons]) => ({ at: { SEX: sex, AGE: age }, persons, hours: persons * 10_000 }));
  const layout = { dimensions: [SEX, AGE], tables: withMargins({ SEX: 1, AGE: 1 }) };
  return { layout, rows, threshold: 5, withHours: true, ...more } satisfies PersonsRelease;
}

/** Three young women: few. */
const FEW = bySexAndAge([
  ['F', 'U26', 3],
  ['F', '26-49', 40],
  ['F', '50+', 12],
  ['M', 'U26', 30],
  ['M', '26-49', 150],
  ['M', '50+', 25],
]);

const cellOf = (cells: readonly ProtectedPersonsCell[], at: object) =>
  cells.find((cell) => JSON.stringify(cell.at) === JSON.stringify(at));
const text = (value: ProtectedValue | null | undefined): string => {
  if (value == null) return 'none';
  return value.kind === 'SHOWN' ? String(value.value) : `[${String(value.lowerBound)}, ${String(value.upperBound)}]`;
};
const maskedOf = (cells: readonly ProtectedPersonsCell[]) =>
  cells.filter(({ persons }) => persons.kind === 'MASKED').map(({ at }) => Object.values(at).join(' '));

describe('tables of persons', () => {
  it('hide a small cell, three others that would give it away, and no total', async () => {
    const cells = await protectPersons(FEW);
    expect(maskedOf(cells)).toEqual(['F U26', 'F 50+', 'M U26', 'M 50+']);
    expect(text(cellOf(cells, {})?.persons)).toBe('260');
    expect(cellOf(cells, { SEX: 'F', AGE: 'U26' })).toEqual({
      at: { SEX: 'F', AGE: 'U26' },
      persons: { kind: 'MASKED', lowerBound: 0, upperBound: 15 },
      hours: { kind: 'MASKED', lowerBound: 0, upperBound: 150_000 },
    });
  });

  it('come out the same whatever the order of the rows, and every time', async () => {
    const first = await protectPersons(FEW);
    expect(await protectPersons({ ...FEW, rows: FEW.rows.toReversed() })).toEqual(first);
  });

  it('show a zero only where nobody can be', async () => {
    const rows = FEW.rows.filter(({ at }) => at.SEX !== 'F' || at.AGE !== '50+');
    const hidden = await protectPersons({ ...FEW, rows });
    expect(cellOf(hidden, { SEX: 'F', AGE: '50+' })?.persons.kind).toBe('MASKED');
    const structuralZeros = [{ SEX: 'F', AGE: '50+' }];
    const known = await protectPersons({ ...FEW, rows, layout: { ...FEW.layout, structuralZeros } });
    expect(text(cellOf(known, { SEX: 'F', AGE: '50+' })?.persons)).toBe('0');
  });

  it('are rounded after the threshold was tried, never before', async () => {
    const cells = await protectPersons({ ...FEW, roundPersonsTo: 5 });
    expect(cellOf(cells, { SEX: 'F', AGE: 'U26' })?.persons.kind).toBe('MASKED');
    expect(text(cellOf(cells, { SEX: 'F', AGE: '26-49' })?.persons)).toBe('40');
    expect(text(cellOf(cells, { AGE: 'U26' })?.persons)).toBe('30');
  });

  it('hide fewer cells when rounding already leaves room', async () => {
    const [exact, rounded] = await Promise.all([protectPersons(FEW), protectPersons({ ...FEW, roundPersonsTo: 25 })]);
    expect(maskedOf(rounded).length).toBeLessThanOrEqual(maskedOf(exact).length);
  });

  it('protect what is linked through a dimension only, over codes that have parts', async () => {
    const layout = {
      dimensions: [TERRITORY, SEX, AGE],
      tables: [{ TERRITORY: 2, SEX: 1 }, { TERRITORY: 1, AGE: 1 }, { TERRITORY: 1 }, {}],
    };
    const rows = finestPlaces(layout).map((at, index) => ({ at, persons: (index * 7) % 9, hours: index * 1000 }));
    const release = { layout, rows, threshold: 11, withHours: true };
    const cells = await protectPersons(release);
    const found = attackPersons(release, cells);
    expect(found.broken).toEqual([]);
    expect(found.attacked).toBeGreaterThan(5);
    expect(maskedOf(cells).length).toBeLessThan(cells.length);
  });

  it('protect as far as is possible from what everybody knows beforehand', async () => {
    const cells = await protectPersons({ ...FEW, knownAtMost: [{ at: { SEX: 'F', AGE: 'U26' }, value: 4 }] });
    expect(text(cellOf(cells, { SEX: 'F', AGE: 'U26' })?.persons)).toBe('[0, 4]');
  });

  it.each([
    ['an unknown code', { rows: [{ at: { SEX: 'X', AGE: 'U26' }, persons: 1, hours: 0 }] }],
    ['half a person', { rows: [{ at: { SEX: 'F', AGE: 'U26' }, persons: 0.5, hours: 0 }] }],
    ['an unknown dimension', { layout: { ...FEW.layout, tables: [{ COLOUR: 1 }] } }],
    ['a level that there is not', { layout: { ...FEW.layout, tables: [{ SEX: 2 }] } }],
    ['somebody where nobody can be', { layout: { ...FEW.layout, structuralZeros: [{ SEX: 'F' }] } }],
    ['a threshold of nobody', { threshold: 0 }],
    ['a rounding to halves', { roundPersonsTo: 0.5 }],
    ['less known than is there', { knownAtMost: [{ at: {}, value: 3 }] }],
  ])('are refused with %s', async (_, change) => {
    await expect(protectPersons({ ...FEW, ...change })).rejects.toMatchObject({ code: 'DISCLOSURE_INPUT_INVALID' });
  });

  it('are refused when there are too many to solve', async () => {
    const many = (name: string) => flat(name, ...Array.from({ length: 18 }, (_, index) => `${name}${String(index)}`));
    const layout = { dimensions: ['A', 'B', 'C'].map(many), tables: [{ A: 1, B: 1, C: 1 }] };
    await expect(protectPersons({ ...FEW, layout, rows: [] })).rejects.toMatchObject({ code: 'DISCLOSURE_TOO_LARGE' });
  });
});

describe('tables of companies', () => {
  const WHERE = flat('WHERE', 'a', 'b', 'c', 'd');
  const row = (where: string, company: string, value: number) => ({ at: { WHERE: where }, company, value });
  const rows = [
    row('a', 'only', 4000),
    ...['p', 'q', 'r', 's'].map((company) => row('b', company, 3000)),
    ...['p', 't', 'u'].map((company, index) => row('c', company, index === 0 ? 90_000 : 2000)),
    row('d', 'lonely', 5000),
  ];
  const release = { layout: { dimensions: [WHERE], tables: withMargins({ WHERE: 1 }) }, rows };

  it('hide cells of fewer than three companies, and those that one of them fills', async () => {
    const cells = await protectCompanies(release);
    const masked = cells.filter(({ value }) => value.kind === 'MASKED').map(({ at }) => at['WHERE']);
    expect(masked).toEqual(expect.arrayContaining(['a', 'c', 'd']));
    expect(attackCompanies(release, cells).broken).toEqual([]);
  });

  it('never protect two companies by each other alone: each knows its own', async () => {
    const two = { ...release, rows: rows.filter(({ at }) => at.WHERE !== 'c') };
    const layout = { ...two.layout, structuralZeros: [{ WHERE: 'c' }] };
    const cells = await protectCompanies({ ...two, layout });
    expect(attackCompanies({ ...two, layout }, cells).broken).toEqual([]);
    const onlyEachOther = cells.map((cell) => {
      const total = two.rows.filter(({ at }) => isWithin(at, cell.at)).reduce((sum, { value }) => sum + value, 0);
      const isAlone = ['a', 'd'].includes(cell.at['WHERE'] ?? '');
      const bounds = { kind: 'MASKED' as const, lowerBound: 0, upperBound: 9000 };
      return { at: cell.at, value: isAlone ? bounds : { kind: 'SHOWN' as const, value: total } };
    });
    expect(attackCompanies({ ...two, layout }, onlyEachOther).broken).toHaveLength(2);
  });
});

describe('the attacker of the certificate', () => {
  /** What a library would publish that does one thing wrong. */
  function publish(release: PersonsRelease, isMasked: (count: number) => boolean): readonly ProtectedPersonsCell[] {
    const places = release.layout.tables.flatMap((shape) => {
      const dimensions = release.layout.dimensions.filter(({ name }) => (shape[name] ?? 0) > 0);
      const levels = dimensions.map(({ name, codes }) => ({
        name,
        codes: codes.filter(({ parent }) => (parent === null ? 1 : 2) === shape[name]),
      }));
      return levels.reduce<Record<string, string>[]>(
        (all, { name, codes }) => all.flatMap((at) => codes.map(({ code }) => ({ ...at, [name]: code }))),
        [{}],
      );
    });
    return places.map((at) => {
      const persons = release.rows.filter((row) => isWithin(row.at, at)).reduce((sum, row) => sum + row.persons, 0);
      const masked = { kind: 'MASKED' as const, lowerBound: 0, upperBound: null };
      return { at, persons: isMasked(persons) ? masked : { kind: 'SHOWN', value: persons }, hours: null };
    });
  }

  const releases = Array.from({ length: 60 }, (_, seed) => ({ ...randomPersonsRelease(seed), roundPersonsTo: 1 }));

  it('breaks tables in which small cells are masked and nothing else', () => {
    const broken = releases.filter(
      (release) =>
        attackPersons(
          release,
          publish(release, (count) => count < release.threshold),
        ).broken.length > 0,
    );
    expect(broken.length).toBeGreaterThan(20);
  });

  it('breaks tables that are rounded before the threshold is tried', () => {
    const nearest = (count: number, base: number) => Math.round(count / base) * base;
    const broken = releases.filter((release) => {
      const cells = publish(release, (count) => nearest(count, release.threshold) < release.threshold);
      return attackPersons(release, cells).broken.some((each) => each.includes('shows'));
    });
    expect(broken.length).toBeGreaterThan(20);
  });
});
