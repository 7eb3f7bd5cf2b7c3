import { createHash } from 'node:crypto';
import { codeListOf } from '../../subgraphs/kit/catalogue/code-lists';
import { geography } from '../../subgraphs/kit/cog';
import { isSiren, isSiret } from '../../subgraphs/kit/identifiers';
import { REGIONS } from '../../subgraphs/kit/regions';
import {
  copyChunks,
  DEMONSTRATION_YEARS,
  demonstrationTargets,
  FIRST_BUYER_SIREN,
  generateRegion,
  type Cell,
  type RegionBooks,
} from '../../subgraphs/regional/demonstration';

const CHOICE = { scale: 'small', seed: 7 } as const;

type Row = Readonly<Record<string, Cell>>;

/** The rows of a table by column name. */
function rowsOf(books: RegionBooks, name: string): Row[] {
  const table = books.tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`No table ${name}`);
  return Array.from(table.rows(), (row) =>
    Object.fromEntries(table.columns.map((column, place) => [column, row[place] ?? null])),
  );
}

function checksumOf(regionCode: string, seed: number): string {
  const hash = createHash('sha256');
  for (const table of generateRegion(regionCode, { scale: 'small', seed }).tables) {
    for (const chunk of copyChunks(table)) hash.update(chunk);
  }
  return hash.digest('hex');
}

const byId = (rows: readonly Row[]): Map<Cell, Row> => new Map(rows.map((row) => [row['id'] ?? null, row]));
const text = (row: Row | undefined, column: string): string => String(row?.[column]);
const sumOfHours = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row['hours']) * 100), 0);

const network = REGIONS.map(({ code }) => {
  const books = generateRegion(code, CHOICE);
  const tables = new Map(books.tables.map(({ name }) => [name, rowsOf(books, name)]));
  const rows = (name: string): Row[] => tables.get(name) ?? [];
  return { code, rows, names: books.tables.map(({ name }) => name) };
});
type Region = (typeof network)[number];

/** Counts a region's year from its rows alone, by the rule: at least one hour in the year. */
function countYear({ rows }: Region, year: number) {
  const inYear = (row: Row): boolean => text(row, 'month').startsWith(`${year}-`);
  const entries = rows('hour_entry').filter(inYear);
  const active = new Set(entries.map((row) => row['work_contract_id']));
  const works = rows('work_contract').filter((row) => active.has(row['id'] ?? null));
  const [lots, buyers] = [byId(rows('lot')), byId(rows('buyer'))];
  const [people, companies] = [byId(rows('participant')), byId(rows('contractor'))];
  const participants = new Set(works.map((row) => row['participant_id'] ?? null));
  const contractIds = new Set(works.map((row) => lots.get(row['lot_id'] ?? null)?.['contract_id'] ?? null));
  const activeContracts = rows('contract').filter((row) => contractIds.has(row['id'] ?? null));
  const sirens = new Set(activeContracts.map((row) => text(buyers.get(row['buyer_id'] ?? null), 'siren')));
  const sirets = new Set(
    rows('lot_contractor')
      .filter((row) => contractIds.has(lots.get(row['lot_id'] ?? null)?.['contract_id'] ?? null))
      .map((row) => text(companies.get(row['contractor_id'] ?? null), 'siret')),
  );
  const figures = {
    hoursDone: sumOfHours(entries),
    hoursPlanned: sumOfHours(rows('hour_commitment').filter(inYear)),
    workContracts: works.length,
    participants: participants.size,
    women: [...participants].filter((id) => people.get(id)?.['sex'] === 'F').length,
    contracts: contractIds.size,
    operations: new Set(activeContracts.map((row) => row['operation_id'])).size,
    buyers: sirens.size,
    companies: sirets.size,
  };
  return { figures, sirens, sirets };
}

describe('the generated demonstration', () => {
  it.each(DEMONSTRATION_YEARS)('consolidates %d to its targets, region by region and distinct over regions', (year) => {
    const { national, regions } = demonstrationTargets(CHOICE.scale);
    const counted = network.map((region) => ({ code: region.code, ...countYear(region, year) }));
    for (const { code, figures } of counted)
      expect([code, figures]).toEqual([code, regions.get(code)?.years.get(year)]);
    expect({
      buyers: new Set(counted.flatMap(({ sirens }) => [...sirens])).size,
      companies: new Set(counted.flatMap(({ sirets }) => [...sirets])).size,
      hoursDone: counted.reduce((sum, { figures }) => sum + figures.hoursDone, 0),
    }).toEqual({
      buyers: national.years.get(year)?.buyers,
      companies: national.years.get(year)?.companies,
      hoursDone: national.years.get(year)?.hoursDone,
    });
    expect(counted.every(({ sirens }) => sirens.has(FIRST_BUYER_SIREN))).toBe(true);
  });

  it('has three national buyers active in at least twelve regions', () => {
    const regionsOf = new Map<string, number>();
    for (const region of network) {
      for (const siren of countYear(region, 2021).sirens) regionsOf.set(siren, (regionsOf.get(siren) ?? 0) + 1);
    }
    expect([...regionsOf.values()].filter((count) => count >= 12)).toHaveLength(3);
  });

  it('has the desks and facilitators of the end of 2022', () => {
    const day = '2022-12-31';
    for (const { code, rows } of network) {
      const present = (table: string, from: string, to: string): number =>
        rows(table).filter((row) => text(row, from) <= day && (row[to] === null || text(row, to) > day)).length;
      const expected = demonstrationTargets(CHOICE.scale).regions.get(code);
      expect([code, present('desk', 'opened_on', 'closed_on')]).toEqual([code, expected?.desksOpen]);
      expect([code, present('facilitator', 'started_on', 'ended_on')]).toEqual([code, expected?.facilitatorsPresent]);
    }
  });

  it('gives the same bytes for the same seed and others for another', () => {
    expect(checksumOf('53', 7)).toBe(checksumOf('53', 7));
    expect(checksumOf('53', 8)).not.toBe(checksumOf('53', 7));
    expect(checksumOf('94', 7)).not.toBe(checksumOf('53', 7));
  });

  it('keeps its bytes from one version of the hub to the next', () => {
    expect(checksumOf('53', 7)).toMatchInlineSnapshot(
      `"a6b1eab0048c64e18cdc3d85a756a5965da1a7f5a840d69b60af625f91c7e830"`,
    );
  });

  it('refuses a region that the law does not know', () => {
    expect(() => generateRegion('99', CHOICE)).toThrow('There is no demonstration for the region "99"');
  });
});

describe('the rows of the demonstration', () => {
  it('say that they are a demonstration and are numbered from 1', () => {
    for (const { rows, names } of network) {
      for (const name of names) {
        expect(rows(name).every((row) => row['origin'] === 'DEMONSTRATION')).toBe(true);
        expect(rows(name).map((row) => row['id'])).toEqual(rows(name).map((_, index) => index + 1));
      }
    }
  });

  it('never name a real organisation or person', () => {
    for (const { rows } of network) {
      const named = ['coordination', 'desk', 'buyer', 'contractor'].flatMap(rows);
      for (const row of named) expect(text(row, 'name')).toMatch(/démonstration( n° 1|\))$/);
      for (const row of rows('facilitator'))
        expect(text(row, 'name')).toMatch(/^Facilitateur de démonstration n° \d+$/);
      for (const row of [...named, ...rows('facilitator')]) {
        if ('email' in row) expect(text(row, 'email')).toMatch(/@exemple\.maillage\.invalid$/);
        if ('phone' in row) expect(text(row, 'phone')).toMatch(/^01 99 00 \d\d \d\d$/);
      }
    }
  });

  it('carry valid identifiers from the range that Insee never gives', () => {
    for (const { rows } of network) {
      const sirens = rows('buyer').map((row) => text(row, 'siren'));
      const sirets = ['desk', 'buyer', 'contractor'].flatMap(rows).map((row) => text(row, 'siret'));
      expect(sirens.filter((siren) => !isSiren(siren))).toEqual([]);
      expect(sirets.filter((siret) => !isSiret(siret))).toEqual([]);
      const real = [...sirens, ...sirets].filter((identifier) => !identifier.startsWith('00'));
      expect(real.every((identifier) => identifier.startsWith(FIRST_BUYER_SIREN))).toBe(true);
    }
  });

  it('use the codes of the catalogue', () => {
    const columns = [
      ['desk', 'host_type', 'HOST_TYPE'],
      ['buyer', 'kind', 'BUYER_KIND'],
      ['contract', 'sector', 'SECTOR'],
      ['contract', 'clause_type', 'CLAUSE_TYPE'],
      ['participant', 'sex', 'SEX'],
      ['participant', 'education_level', 'EDUCATION_LEVEL'],
      ['participant', 'criterion', 'CRITERION'],
      ['work_contract', 'type', 'WORK_CONTRACT_TYPE'],
      ['work_contract', 'execution_mode', 'EXECUTION_MODE'],
    ] as const;
    for (const [table, column, list] of columns) {
      const known = codeListOf(list).entries.map(({ code }) => code);
      const used = new Set(network.flatMap(({ rows }) => rows(table).map((row) => text(row, column))));
      expect([...used].filter((code) => !known.includes(code))).toEqual([]);
    }
  });

  it('hold no month above full time, and no person twice in a month', () => {
    for (const { code, rows } of network) {
      expect(Math.max(...rows('hour_entry').map((row) => Number(row['hours'])))).toBeLessThanOrEqual(151.67);
      const works = byId(rows('work_contract'));
      const months = rows('hour_entry').map(
        (row) => `${works.get(row['work_contract_id'] ?? null)?.['participant_id']} ${row['month']}`,
      );
      expect([code, new Set(months).size]).toEqual([code, months.length]);
    }
  });

  it('notify a contract before its first hours, in its region, under an open desk', () => {
    for (const { code, rows } of network) {
      const [lots, contracts, desks] = [byId(rows('lot')), byId(rows('contract')), byId(rows('desk'))];
      for (const work of rows('work_contract')) {
        const contract = contracts.get(lots.get(work['lot_id'] ?? null)?.['contract_id'] ?? null);
        const desk = desks.get(work['desk_id'] ?? null);
        expect(text(contract, 'notified_on').slice(0, 7) < text(work, 'starts_on').slice(0, 7)).toBe(true);
        expect(contract?.['desk_id']).toBe(work['desk_id']);
        expect(text(desk, 'opened_on') <= text(work, 'starts_on')).toBe(true);
        expect(desk?.['closed_on'] === null || text(desk, 'closed_on') > text(work, 'ends_on')).toBe(true);
        expect(geography().departement(text(contract, 'departement_code'))?.region).toBe(code);
      }
    }
  });

  it('declare every month of 2021 of every open desk', () => {
    for (const { rows } of network) {
      const declared = new Set(rows('declaration').map((row) => `${row['desk_id']} ${row['month']}`));
      for (const desk of rows('desk')) {
        for (let month = 1; month <= 12; month += 1) {
          const day = `2021-${String(month).padStart(2, '0')}-01`;
          const isOpen =
            text(desk, 'opened_on') <= day && (desk['closed_on'] === null || text(desk, 'closed_on') > day);
          if (isOpen) expect(declared).toContain(`${desk['id']} ${day}`);
        }
      }
    }
  });
});

describe('the territories of the demonstration', () => {
  const coveredCommunes = ({ code, rows }: Region): { covered: string[]; uncoveredShare: number } => {
    const codes = new Set(rows('desk_territory').map((row) => `${row['kind']} ${row['code']}`));
    const communes = geography()
      .communes()
      .filter((commune) => commune.region === code);
    const isCovered = (commune: (typeof communes)[number]): boolean =>
      codes.has(`COMMUNE ${commune.code}`) ||
      codes.has(`EPCI ${commune.epci}`) ||
      codes.has(`DEPARTEMENT ${commune.departement}`);
    const population = (list: typeof communes): number => list.reduce((sum, commune) => sum + commune.population, 0);
    const covered = communes.filter(isCovered);
    return {
      covered: covered.map((commune) => commune.code),
      uncoveredShare: 1 - population(covered) / population(communes),
    };
  };

  it('leave white zones in every region, and cover most of it', () => {
    for (const region of network) {
      const { covered, uncoveredShare } = coveredCommunes(region);
      expect(covered.length).toBeGreaterThan(0);
      expect([region.code, uncoveredShare > 0.02 && uncoveredShare < 0.2]).toEqual([region.code, true]);
    }
  });

  it('cover Quimper', () => {
    const brittany = network.find(({ code }) => code === '53');
    expect(brittany && coveredCommunes(brittany).covered).toContain('29232');
  });

  it('bear the codes and names of the COG', () => {
    const cog = geography();
    const nameOf: Readonly<Record<string, (code: string) => string | undefined>> = {
      COMMUNE: (code) => cog.commune(code)?.name,
      EPCI: (code) => cog.epci(code)?.name,
      DEPARTEMENT: (code) => cog.departement(code)?.name,
    };
    for (const { rows } of network) {
      for (const row of rows('desk_territory'))
        expect(nameOf[text(row, 'kind')]?.(text(row, 'code'))).toBe(row['name']);
    }
  });
});
