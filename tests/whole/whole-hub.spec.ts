import { geography, readCogRegions } from '../../subgraphs/kit/cog';
import { REGIONS } from '../../subgraphs/kit/regions';
import { type Answer, ask as askAnyone, codesOf } from '../support/ask';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { createGatewayClient } from '../../cli/client';
import {
  buyerDocument,
  readBuyerReport,
  readRegionReport,
  regionDocument,
  reportPdf,
  reportWorkbook,
} from '../../cli/reports';
import { contactOfSite, readDirectory } from '../../cli/sites';
import { coverageReport } from '../../subgraphs/kit/territories';
import { drawWorkbook } from '../support/draw-workbook';
import { inFrench, plainSpaces, readPdf } from '../support/read-pdf';
import { createTemporaryFolder } from '../support/temporary-folder';
import { startWholeHub, type WholeHub } from '../support/whole-hub';

/** The published national figures of 2021 (achatpublic.info, September 2023), which the demonstration rebuilds. */
const PUBLISHED = {
  hoursDone: 25_124_684,
  fullTimeEquivalents: 15_703,
  workContracts: 75_194,
  participants: 57_231,
  buyers: 3_576,
  contracts: 58_454,
};

const PERIOD = 'period: { from: "2021-01", to: "2021-12" }';

interface Consolidation {
  readonly total: Readonly<Record<string, number | null>> | null;
  readonly coverage: {
    readonly expected: number;
    readonly answered: number;
    readonly isComplete: boolean;
    readonly missing: readonly { readonly code: string; readonly status: string }[];
  };
  readonly regions: readonly {
    readonly region: { readonly code: string };
    readonly status: string;
    readonly figures: Readonly<Record<string, number | null>> | null;
  }[];
  readonly isDemonstration: boolean | null;
}

let hub: WholeHub;
let headers: Readonly<Record<string, string>>;

/** Asks as the national association does. */
function ask<Data>(url: string, query: string, variables = {}): Promise<Answer<Data>> {
  return askAnyone<Data>(url, query, variables, headers);
}

beforeAll(async () => {
  hub = await startWholeHub('full');
  headers = { authorization: `Bearer ${await hub.token('--role', 'consolidator')}` };
}, 400_000);
afterAll(() => hub.discard(), 60_000);

async function consolidation(selection: string, given = PERIOD) {
  return ask<{ consolidation: Consolidation }>(hub.url, `{ consolidation(${given}) { ${selection} } }`);
}

const COVERAGE = 'coverage { expected answered isComplete missing { code status } }';

/** Hours of one period in the books, in hundredths, summed by SQL without any code of the hub. */
async function hoursInBooks(condition = 'true', from = '2021-01-01', to = '2021-12-31'): Promise<Map<string, number>> {
  const rows = await hub.inEveryRegion<{ hundredths: string | null }>(
    `SELECT (sum(h.hours) * 100)::bigint AS hundredths
       FROM hour_entry h
       JOIN work_contract w ON w.id = h.work_contract_id
       JOIN lot l ON l.id = w.lot_id
       JOIN contract c ON c.id = l.contract_id
       JOIN buyer b ON b.id = c.buyer_id
      WHERE h.month BETWEEN DATE '${from}' AND DATE '${to}' AND h.state = 'VALIDATED' AND ${condition}`,
  );
  return new Map([...rows].map(([code, [row]]) => [code, Number(row?.hundredths ?? 0)]));
}

interface MapLayer {
  readonly coverage: object;
  readonly features: readonly { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[];
}

async function mapLayer(name: string): Promise<MapLayer> {
  const answer = await fetch(new URL(`/map/v1/${name}.geojson`, hub.url));
  expect(answer.status).toBe(200);
  return (await answer.json()) as MapLayer;
}

describe('the whole hub, started by its own command, at full scale', () => {
  it('consolidates 2021 to the published national figures, 18 regions of 18', async () => {
    const fields = Object.keys(PUBLISHED).join(' ');
    const { data, errors, extensions } = await consolidation(`total { ${fields} } ${COVERAGE} isDemonstration`);
    expect(errors).toEqual([]);
    expect(data.consolidation).toEqual({
      total: PUBLISHED,
      coverage: { expected: 18, answered: 18, isComplete: true, missing: [] },
      isDemonstration: true,
    });
    expect(extensions['demonstration']).toMatchObject({ notice: expect.stringContaining('démonstration') as string });
  });

  it('gives Île-de-France its published part, and its desks and facilitators at the end of 2022', async () => {
    const only = await consolidation(
      'total { hoursDone participants womenShare }',
      `${PERIOD}, filter: { regions: ["11"] }`,
    );
    expect(only.data.consolidation.total).toMatchObject({ hoursDone: 6_300_000, participants: 12_364 });
    expect(only.data.consolidation.total?.['womenShare']).toBeCloseTo(0.151, 4);
    const end = await consolidation(
      'total { desks facilitators } regions { region { code } figures { desks } }',
      'period: { from: "2022-01", to: "2022-12" }',
    );
    expect(end.data.consolidation.total).toEqual({ desks: 369, facilitators: 583 });
    const ofParis = end.data.consolidation.regions.find(({ region }) => region.code === '11');
    expect(ofParis?.figures).toEqual({ desks: 73 });
  });

  it('breaks down to the same total, region by region and woman by man', async () => {
    const { data } = await ask<{
      consolidation: {
        breakdown: { keys: { value: string }[]; figures: { hoursDone: number; participants: number } }[];
      };
    }>(
      hub.url,
      `{ consolidation(${PERIOD}, by: [REGION, SEX]) { breakdown { keys { value } figures { hoursDone participants } } } }`,
    );
    const cells = data.consolidation.breakdown;
    const sum = (read: (cell: (typeof cells)[number]) => number) =>
      cells.reduce((total, cell) => total + read(cell), 0);
    expect(new Set(cells.map((cell) => cell.keys[0]?.value)).size).toBe(18);
    expect(Math.round(sum((cell) => cell.figures.hoursDone * 100))).toBe(PUBLISHED.hoursDone * 100);
    expect(sum((cell) => cell.figures.participants)).toBe(PUBLISHED.participants);
  });

  it('asks several periods at once, each with its own figures', async () => {
    const { data } = await ask<{ consolidations: { period: { from: string }; total: { hoursDone: number } }[] }>(
      hub.url,
      `{ consolidations(periods: [{ from: "2020-01", to: "2020-12" }, { from: "2021-01", to: "2021-12" }]) {
           period { from } total { hoursDone } } }`,
    );
    expect(data.consolidations).toEqual([
      { period: { from: '2020-01' }, total: { hoursDone: 20_099_747 } },
      { period: { from: '2021-01' }, total: { hoursDone: PUBLISHED.hoursDone } },
    ]);
  });

  it('knows whom to call for the chief town of every region', async () => {
    for (const { code, chefLieu } of readCogRegions().filter(({ zone }) => zone !== 'com')) {
      const { data, errors } = await ask<{
        localContact: {
          status: string;
          isWhiteZone: boolean;
          desk: { name: string } | null;
          coordinator: { name: string };
          region: { code: string };
        };
      }>(
        hub.url,
        'query ($commune: CommuneCode!) { localContact(commune: $commune) { status isWhiteZone desk { name } facilitators { name email } coordinator { name email } region { code } } }',
        { commune: chefLieu },
      );
      expect(errors).toEqual([]);
      const { localContact } = data;
      expect(localContact).toMatchObject({ status: 'LIVE', region: { code } });
      expect(localContact.isWhiteZone).toBe(localContact.desk === null);
      expect(localContact.coordinator.name).toContain('démonstration');
    }
  });

  it('resolves every commune of the 18 regions to the desks of the books, or to a named white zone with a coordinator', async () => {
    const communes = geography().communes();
    expect(communes.length).toBeGreaterThan(34_800);
    // Recounted by SQL over the territories, without any code of the hub.
    const recounted = await hub.inEveryRegion<{ code: string; desks: string[] | null }>(
      `SELECT c.code, array_agg(DISTINCT t.desk_id::text ORDER BY t.desk_id::text) FILTER (WHERE t.desk_id IS NOT NULL) AS desks
         FROM unnest($1::text[], $2::text[], $3::text[]) c (code, epci, departement)
         LEFT JOIN (SELECT t.kind, t.code, t.desk_id FROM desk_territory t JOIN desk d ON d.id = t.desk_id
           WHERE d.opened_on <= current_date AND (d.closed_on IS NULL OR d.closed_on > current_date)) t
           ON t.code IN (c.code, c.epci, c.departement) AND (t.kind, t.code) IN (('COMMUNE', c.code), ('EPCI', c.epci), ('DEPARTEMENT', c.departement))
        GROUP BY c.code`,
      [
        communes.map(({ code }) => code),
        communes.map(({ epci }) => epci),
        communes.map(({ departement }) => departement),
      ],
    );
    const desksOf = new Map(
      [...recounted].map(([region, rows]) => [region, new Map(rows.map(({ code, desks }) => [code, desks ?? []]))]),
    );
    const token = await hub.token('--role', 'buyer', '--siren', '552081317');
    const directory = await readDirectory(createGatewayClient(hub.url, token));
    const wrong: string[] = [];
    let white = 0;
    for (const commune of communes) {
      const contact = contactOfSite({ code: commune.code, postalCode: '', name: '' }, directory);
      const expected = desksOf.get(commune.region)?.get(commune.code) ?? [];
      const desks = contact.kind === 'DESK' ? contact.desks.map(({ desk }) => desk.id) : [];
      const isRight =
        desks.length === expected.length && expected.every((id) => desks.includes(`${commune.region}-${id}`));
      const isNamed = 'coordinator' in contact && contact.coordinator !== null;
      if (contact.kind === 'WHITE_ZONE') white += 1;
      if (!isRight || !isNamed) wrong.push(`${commune.code}: ${contact.kind}`);
    }
    expect(wrong).toEqual([]);
    expect(white).toBeGreaterThan(0);
    const { whiteZones, byRegion } = coverageReport(directory);
    expect(whiteZones).toHaveLength(white);
    expect([...byRegion.values()].reduce((sum, region) => sum + (region?.communes ?? 0), 0)).toBe(communes.length);
    // The map, drawn in the gateway's own thread, shows these white zones and every territory of the books.
    const zones = await mapLayer('white-zones');
    expect(zones.features.map(({ properties }) => properties['code'])).toEqual(
      whiteZones.map(({ commune }) => commune.code),
    );
    const territories = await hub.inEveryRegion<{ id: string }>(
      `SELECT t.desk_id || '-' || t.kind || '-' || t.code AS id FROM desk_territory t JOIN desk d ON d.id = t.desk_id
        WHERE d.opened_on <= current_date AND (d.closed_on IS NULL OR d.closed_on > current_date)`,
    );
    const drawn = (await mapLayer('territories')).features.map(({ id }) => id).sort();
    expect(drawn).toEqual([...territories].flatMap(([region, rows]) => rows.map(({ id }) => `${region}-${id}`)).sort());
  }, 60_000);

  it('finds a white zone where no desk covers a commune, and says so', async () => {
    const covered = await hub.inEveryRegion<{ kind: string; code: string }>(
      `SELECT t.kind, t.code FROM desk_territory t JOIN desk d ON d.id = t.desk_id
        WHERE d.opened_on <= current_date AND (d.closed_on IS NULL OR d.closed_on > current_date)`,
    );
    const isCovered = new Set([...covered.values()].flat().map(({ kind, code }) => `${kind} ${code}`));
    const white = geography()
      .communes()
      .find(
        (commune) =>
          ![`COMMUNE ${commune.code}`, `EPCI ${commune.epci}`, `DEPARTEMENT ${commune.departement}`].some((place) =>
            isCovered.has(place),
          ),
      );
    const { data } = await ask(
      hub.url,
      `{ localContact(commune: "${white?.code}") { status isWhiteZone desk { name } coordinator { name } } }`,
    );
    expect(data).toMatchObject({
      localContact: {
        status: 'LIVE',
        isWhiteZone: true,
        desk: null,
        coordinator: { name: expect.any(String) as string },
      },
    });
  });

  it('lists the desks of every region, each marked as a demonstration row', async () => {
    const { data, errors } = await ask<{
      regions: { code: string; status: string; network: { desks: { name: string; isDemonstration: boolean }[] } }[];
    }>(
      hub.url,
      '{ regions { code name status network { desks { name hostType isDemonstration territories { code name } facilitators { name } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.regions.map((region) => region.status)).toEqual(REGIONS.map(() => 'LIVE'));
    const desks = data.regions.flatMap((region) => region.network.desks);
    expect(desks.length).toBe(369);
    expect(desks.every((desk) => desk.isDemonstration)).toBe(true);
  });

  it('gives a national buyer the sum of the books of all regions', async () => {
    const books = await hoursInBooks(`b.siren = '552081317'`);
    expect([...books.values()].filter((hours) => hours > 0).length).toBeGreaterThanOrEqual(12);
    const { data } = await ask<{ nationalBuyer: { activity: Consolidation; partnership: { objectives: unknown[] } } }>(
      hub.url,
      `{ nationalBuyer(siren: "552081317") { name partnership { signedOn objectives { hours deadline } }
           activity(${PERIOD}) { total { hoursDone } regions { region { code } status figures { hoursDone } } ${COVERAGE} } } }`,
    );
    const { activity, partnership } = data.nationalBuyer;
    expect(partnership.objectives.length).toBeGreaterThan(0);
    expect(activity.total).toEqual({ hoursDone: [...books.values()].reduce((sum, hours) => sum + hours, 0) / 100 });
    expect(activity.regions.map(({ region, figures }) => [region.code, figures?.['hoursDone']])).toEqual(
      [...books].map(([code, hours]) => [code, hours / 100]),
    );
  });

  it('writes the yearly report of a buyer as workbook and PDF, whose figures are those of the API', async () => {
    const gateway = createGatewayClient(hub.url, await hub.token('--role', 'consolidator'));
    const report = await readBuyerReport(gateway, { siren: '552081317', year: 2021 });
    const { data } = await ask<{ nationalBuyer: { activity: Consolidation } }>(
      hub.url,
      `{ nationalBuyer(siren: "552081317") { activity(${PERIOD}) {
           total { hoursDone participants } regions { region { code } figures { hoursDone participants } } } } }`,
    );
    const { total, regions } = data.nationalBuyer.activity;
    const folder = await createTemporaryFolder();
    try {
      const [xlsx, pdf] = [join(folder.path, 'report.xlsx'), join(folder.path, 'report.pdf')];
      await reportWorkbook(buyerDocument(report)).xlsx.writeFile(xlsx);
      await writeFile(pdf, await reportPdf(buyerDocument(report)));

      const workbook = new Workbook();
      await workbook.xlsx.readFile(xlsx);
      const rowsOf = (sheet: string) =>
        (workbook.getWorksheet(sheet)?.getSheetValues() ?? []).map((row) => (Array.isArray(row) ? row.slice(1) : []));
      expect(rowsOf('Synthèse')).toContainEqual(['Heures réalisées en 2021', total?.['hoursDone']]);
      const shown = rowsOf('Régions').map(([code, , , , , hours, persons]) => [code, hours, persons]);
      const sheets = await drawWorkbook(xlsx);
      expect(sheets.flatMap(({ tooWide }) => tooWide)).toEqual([]);
      expect(sheets.every(({ ink }) => ink > 0.001)).toBe(true);
      const drawn = sheets.find(({ name }) => name === 'Régions')?.rows.map((row) => row.map(plainSpaces)) ?? [];
      const { pages } = await readPdf(pdf);
      const text = plainSpaces(pages.map((page) => page.text).join(' '));
      expect(text).toContain(`Heures réalisées en 2021 ${inFrench(Number(total?.['hoursDone']))}`);
      for (const { region, figures } of regions) {
        expect(shown).toContainEqual([region.code, figures?.['hoursDone'], figures?.['participants']]);
        expect(drawn.find(([code]) => code === region.code)?.[5]).toBe(inFrench(Number(figures?.['hoursDone'])));
        expect(text).toContain(
          `${inFrench(Number(figures?.['hoursDone']))} ${inFrench(Number(figures?.['participants']))}`,
        );
      }
      for (const { ink, margins } of pages) {
        expect(ink).toBeGreaterThan(0.001);
        expect(Math.min(...margins)).toBeGreaterThan(5);
      }
    } finally {
      await folder.remove();
    }
  }, 120_000);

  it('writes the extract of a region for its coordination, whose figures are those of its books', async () => {
    const gateway = createGatewayClient(hub.url, await hub.token('--role', 'coordination', '--region', '94'));
    const report = await readRegionReport(gateway, { region: '94', year: 2021 });
    const books = (await hoursInBooks()).get('94') ?? NaN;
    const contracts = await hub.inEveryRegion<{ count: string }>('SELECT count(*) FROM contract');
    const document = regionDocument(report);
    const rowsOf = (title: string) => document.chapters.find((chapter) => chapter.title === title)?.rows ?? [];
    expect(rowsOf('Synthèse')).toContainEqual(['Heures réalisées en 2021', books / 100]);
    expect(rowsOf('Marchés')).toHaveLength(Number(contracts.get('94')?.[0]?.count));
    const monthly = rowsOf('Mois').map((row) => row[3]);
    expect(monthly.every((hours) => typeof hours === 'number')).toBe(true);
    expect(monthly.reduce<number>((sum, hours) => sum + Math.round(Number(hours) * 100), 0)).toBe(books);
    const folder = await createTemporaryFolder();
    try {
      const [xlsx, pdf] = [join(folder.path, 'extract.xlsx'), join(folder.path, 'extract.pdf')];
      await reportWorkbook(document).xlsx.writeFile(xlsx);
      await writeFile(pdf, await reportPdf(document));
      const sheets = await drawWorkbook(xlsx);
      expect(sheets.map(({ name }) => name)).toEqual(document.chapters.map(({ title }) => title));
      expect(sheets.flatMap(({ tooWide }) => tooWide)).toEqual([]);
      const { pages } = await readPdf(pdf);
      const text = plainSpaces(pages.map((page) => page.text).join(' '));
      expect(text).toContain(`Heures réalisées en 2021 ${inFrench(books / 100)}`);
    } finally {
      await folder.remove();
    }
    const other = readRegionReport(gateway, { region: '53', year: 2021 });
    await expect(other).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  }, 120_000);

  it('tells the progress of a convention by tranche: the independent sum over the books of the regions', async () => {
    interface Objective {
      readonly hours: number;
      readonly activity: Consolidation;
    }
    const ofConvention = (sector: string) =>
      hoursInBooks(`b.siren = '552081317' AND ${sector}`, '2020-01-01', '2029-12-31');
    const expected = [await ofConvention(`c.sector = 'BTP'`), await ofConvention(`c.sector <> 'BTP'`)];
    const query = `{ nationalBuyer(siren: "552081317") { partnership { objectives { hours activity {
      total { hoursDone shareOf(hours: 400000) } regions { region { code } figures { hoursDone } } ${COVERAGE} } } } } }`;
    const asked = async () =>
      (await ask<{ nationalBuyer: { partnership: { objectives: readonly Objective[] } } }>(hub.url, query)).data
        .nationalBuyer.partnership;
    // Ten years of every region, twice: on a busy machine a region may be late, and is then named and left out.
    let { objectives } = await asked();
    for (let tries = 0; tries < 5 && objectives.some(({ activity }) => activity.coverage.answered < 18); tries += 1) {
      ({ objectives } = await asked());
    }
    expect(objectives.map(({ hours }) => hours)).toEqual([400_000, 150_000]);
    for (const [index, books] of expected.entries()) {
      const done = [...books.values()].reduce((sum, hours) => sum + hours, 0) / 100;
      const activity = objectives[index]?.activity;
      expect(activity?.coverage.answered).toBe(18);
      expect([...books.values()].filter((hours) => hours > 0).length).toBeGreaterThanOrEqual(12);
      expect(activity?.total).toEqual({ hoursDone: done, shareOf: done / 400_000 });
      expect(activity?.regions.map(({ figures }) => figures?.['hoursDone'])).toEqual(
        [...books.values()].map((hours) => hours / 100),
      );
    }
  });

  it('shows the contracts of a convention to a party that it names, and to nobody else', async () => {
    const [member, stranger] = ['732829320', '356000000'] as const;
    const { data } = await ask<{ nationalBuyer: { partnership: { id: string; version: number; signedOn: string } } }>(
      hub.url,
      '{ nationalBuyer(siren: "552081317") { partnership { id version signedOn } } }',
    );
    const { id, version, signedOn } = data.nationalBuyer.partnership;
    const terms = { siren: '552081317', buyerName: 'Acheteur de démonstration', title: 'Convention', signedOn };
    const amended = await ask<{ amendPartnership: object }>(
      hub.url,
      `mutation ($input: AmendPartnershipInput!) { amendPartnership(input: $input) { __typename ... on InvalidInputError { field message } } }`,
      {
        input: { id, version, note: 'essai', partnership: { ...terms, members: [{ siren: member, name: 'Partie' }] } },
      },
    );
    expect(amended.data).toEqual({ amendPartnership: { __typename: 'PartnershipSuccess' } });
    const counted = await hub.inEveryRegion<{ count: string }>(
      `SELECT count(*) FROM contract c JOIN buyer b ON b.id = c.buyer_id WHERE b.siren = '552081317'`,
    );
    const contracts = [...counted.values()].reduce((sum, [row]) => sum + Number(row?.count), 0);
    for (const [siren, count] of [
      [member, contracts],
      [stranger, 0],
    ] as const) {
      const token = await hub.token('--role', 'buyer', '--siren', siren);
      const seen = await askAnyone(hub.url, '{ contracts { totalCount } }', {}, { authorization: `Bearer ${token}` });
      expect([seen.data, seen.errors]).toEqual([{ contracts: { totalCount: count } }, []]);
    }
  });

  it.each([
    ['REGION_UNKNOWN', `{ consolidation(${PERIOD}, filter: { regions: ["99"] }) { total { hoursDone } } }`],
    ['PERIOD_OUT_OF_ORDER', '{ consolidation(period: { from: "2021-12", to: "2021-01" }) { total { hoursDone } } }'],
    ['COMMUNE_MALFORMED', '{ localContact(commune: "Quimper") { status } }'],
    ['PAGE_SIZE_OUT_OF_RANGE', '{ contracts(first: 1000) { edges { cursor } } }'],
    ['CURSOR_MALFORMED', '{ contracts(after: "xyz") { edges { cursor } } }'],
    ['ALIAS_RESERVED', `{ consolidation(${PERIOD}) { constructor: total { hoursDone } } }`],
  ])('refuses bad input as %s through the gateway', async (code, query) => {
    expect(codesOf(await ask(hub.url, query))).toEqual([code]);
  });
});

describe('paging the contracts of the whole network', () => {
  interface Page {
    readonly contracts: {
      readonly edges: readonly { readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly coverage: { readonly answered: number };
    };
  }

  /** Contracts of one sector, in every region: all 58,454 take a minute more, and are asked for by MAILLAGE_WALK=all. */
  const walked = process.env['MAILLAGE_WALK'] === 'all' ? undefined : ['CLEANING'];

  it('gives every contract of every region once, in one global order', async () => {
    const expected = [
      ...(await hub.inEveryRegion<{ id: string; day: string }>(
        `SELECT id, coalesce(to_char(notified_on, 'YYYYMMDD'), '00000000') AS day FROM contract
          WHERE $1::text[] IS NULL OR sector = ANY ($1)`,
        [walked ?? null],
      )),
    ]
      .flatMap(([region, rows]) => rows.map(({ id, day }) => ({ region, id: Number(id), day })))
      .sort((left, right) =>
        left.day === right.day
          ? left.id - right.id || (left.region < right.region ? -1 : 1)
          : left.day < right.day
            ? 1
            : -1,
      )
      .map(({ region, id }) => `${region}-${id}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answer<Page> = await ask<Page>(
        hub.url,
        'query ($after: String, $sectors: [Code!]) { contracts(filter: { sectors: $sectors }, first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } coverage { answered } } }',
        { after, sectors: walked },
      );
      expect(answer.errors).toEqual([]);
      const { edges, pageInfo, coverage } = answer.data.contracts;
      expect(coverage.answered).toBe(18);
      for (const { node } of edges) seen.push(node.id);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.length).toBe(expected.length);
    expect(seen.length).toBeGreaterThan(1_000);
    expect(seen.findIndex((id, index) => id !== expected[index])).toBe(-1);
  }, 400_000);

  it('reads the rows of a page with everything that clients ask of them', async () => {
    const { data, errors } = await ask<{
      contracts: { edges: { node: Record<string, unknown> }[]; coverage: unknown };
    }>(
      hub.url,
      `{ contracts(filter: { buyer: "552081317" }, first: 50, after: null) {
           edges { cursor node { id title buyer { siren name } hoursPlanned hoursDone region { code } } }
           pageInfo { hasNextPage endCursor } coverage { answered expected } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.contracts.coverage).toEqual({ answered: 18, expected: 18 });
    expect(data.contracts.edges).toHaveLength(50);
    for (const { node } of data.contracts.edges) {
      expect(node).toMatchObject({
        buyer: { siren: '552081317' },
        title: expect.any(String) as string,
        hoursDone: expect.any(Number) as number,
      });
    }
  });
});

describe('with two regions stopped', () => {
  beforeAll(async () => {
    for (const code of ['53', '93']) expect(await hub.run('region', 'stop', code)).toMatchObject({ exitCode: 0 });
  });

  it('sums exactly the 16 others and names the two', async () => {
    const books = await hoursInBooks();
    const others = [...books].filter(([code]) => !['53', '93'].includes(code));
    const { data } = await consolidation(
      `total { hoursDone buyers } ${COVERAGE} regions { region { code } status figures { hoursDone } }`,
    );
    const { total, coverage, regions } = data.consolidation;
    expect(total?.['hoursDone']).toBe(others.reduce((sum, [, hours]) => sum + hours, 0) / 100);
    expect(coverage).toEqual({
      expected: 18,
      answered: 16,
      isComplete: false,
      missing: [
        { code: '53', status: 'UNREACHABLE' },
        { code: '93', status: 'UNREACHABLE' },
      ],
    });
    expect(regions.filter((region) => region.figures === null).map((region) => region.region.code)).toEqual([
      '53',
      '93',
    ]);
    expect(total?.['buyers']).toBeLessThan(PUBLISHED.buyers);
  });

  it('says that the region is down, not that a place has no desk', async () => {
    const { data } = await ask(
      hub.url,
      '{ localContact(commune: "29232") { status isWhiteZone desk { name } coordinator { name } } }',
    );
    expect(data).toMatchObject({
      localContact: {
        status: 'UNREACHABLE',
        isWhiteZone: null,
        desk: null,
        coordinator: { name: expect.any(String) as string },
      },
    });
  });

  it('names the missing regions on the map, and has nothing of them there', async () => {
    const { coverage, features } = await mapLayer('white-zones');
    expect(coverage).toMatchObject({ expected: 18, live: 16, missing: [{ code: '53' }, { code: '93' }] });
    expect(features.filter(({ properties }) => ['53', '93'].includes(String(properties['region'])))).toEqual([]);
  });

  it('names the missing regions beside a page of contracts', async () => {
    const { data } = await ask(
      hub.url,
      '{ contracts(first: 5) { edges { node { id } } coverage { answered missing { code } } } }',
    );
    expect(data).toMatchObject({
      contracts: { coverage: { answered: 16, missing: [{ code: '53' }, { code: '93' }] } },
    });
  });

  it('has their figures back once they are started', async () => {
    for (const code of ['53', '93']) expect(await hub.run('region', 'start', code)).toMatchObject({ exitCode: 0 });
    const { data, errors } = await consolidation(`total { hoursDone } ${COVERAGE}`);
    expect(errors).toEqual([]);
    expect(data.consolidation).toMatchObject({
      total: { hoursDone: PUBLISHED.hoursDone },
      coverage: { answered: 18, missing: [] },
    });
  });
});

describe('stopping', () => {
  it('ends everything at Ctrl-C', async () => {
    expect(await hub.interrupt()).toBe(0);
    await expect(ask(hub.url, '{ __typename }')).rejects.toThrow();
  }, 60_000);
});
