import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { Workbook } from 'exceljs';
import { parse, validate } from 'graphql';
import type { GatewayClient } from '../../cli/client';
import { buyerDocument, readBuyerReport, reportPdf, reportWorkbook } from '../../cli/reports';
import { inFrench, plainSpaces, readPdf } from '../support/read-pdf';
import { nationalTypesSchema } from '../../schema/generator/print-codegen-schemas';

const SIREN = '552081317';
const MEMBER = '732829320';
const asked: string[] = [];

function figures(hoursDone: number | null, more: object = {}) {
  const counts = { workContracts: 15, participants: 10, contracts: 2, operations: 1 };
  return { hoursPlanned: 900.5, hoursDone, ...counts, masked: [], ...more };
}

const missing = [{ code: '53', name: 'Bretagne', status: 'TIMEOUT' }];
const coverage = { expected: 2, answered: 1, missing, desksExpected: 3, desksReporting: 2, isComplete: false };
const few = figures(null, {
  participants: null,
  masked: [
    { indicator: 'HOURS_DONE', lowerBound: 0, upperBound: null },
    { indicator: 'PARTICIPANTS', lowerBound: 0, upperBound: 4 },
  ],
});

function activityOf(query: string, variables: Readonly<Record<string, unknown>>) {
  if (query.includes('ReportSince')) return { total: figures(2000), coverage };
  if (query.includes('ReportBreakdown')) {
    const keys = [{ value: String(variables['by']), label: 'libellé' }];
    return { breakdown: [{ keys, figures: few }], breakdownCoverage: { expected: 2, answered: 1 } };
  }
  const present = { region: { code: '01', name: 'Guadeloupe' }, status: 'LIVE', asOf: '2026-11-01T00:00:00.000Z' };
  const absent = { region: { code: '53', name: 'Bretagne' }, status: 'TIMEOUT', asOf: null };
  return {
    total: figures(1234.25),
    regions: [
      { ...present, isDemonstration: true, figures: figures(1234.25) },
      { ...absent, isDemonstration: null, figures: null },
    ],
    coverage,
  };
}

function contractsPage({ after, filter }: Readonly<Record<string, unknown>>) {
  const siren = (filter as { buyer: string }).buyer;
  const buyer = { siren, name: siren === SIREN ? 'Acheteur' : 'Concessionnaire' };
  const node = { departement: '971', sector: 'BTP', clauseType: 'L2112_2', amount: 1e6, notifiedOn: '2026-01-05' };
  const row = (id: string) => ({
    region: { code: '01', name: 'Guadeloupe' },
    node: { ...node, id, buyer, title: '=1+1', hoursPlanned: 900.5, hoursDone: 600 },
  });
  const lost = { region: { code: '53', name: 'Bretagne' }, node: null };
  if (siren === MEMBER) {
    const pageInfo = { hasNextPage: false, endCursor: 'm' };
    return { edges: [row('m')], pageInfo, coverage: { ...coverage, answered: 2 }, totalCount: null };
  }
  return after === null
    ? { edges: [row('a')], pageInfo: { hasNextPage: true, endCursor: 'c' }, coverage, totalCount: null }
    : { edges: [row('b'), lost], pageInfo: { hasNextPage: false, endCursor: 'd' }, coverage, totalCount: null };
}

const OUTCOMES = {
  outcomes: [
    { stage: 'EXIT', known: 40, dynamicShare: 0.625, masked: null, roundedTo: 5 },
    { stage: 'SIX_MONTHS', known: null, dynamicShare: null, masked: 'BELOW_THRESHOLD', roundedTo: 5 },
    { stage: 'TWELVE_MONTHS', known: 0, dynamicShare: null, masked: null, roundedTo: null },
  ],
  outcomesCoverage: { expected: 2, answered: 1 },
};
const record = { kind: 'TESTIMONY', theme: 'OTHER', title: 'Un parcours', body: 'Texte partagé', author: 'Le guichet' };
const RECORDS = [
  { ...record, occurredOn: '2026-03-01' },
  { ...record, title: 'Une autre année', occurredOn: '2025-03-01' },
];

const gateway: GatewayClient = {
  url: 'http://127.0.0.1/graphql',
  ask: (query, variables, schema) => {
    asked.push(query);
    const activity = { total: figures(100_000), coverage: { expected: 2, answered: 1 } };
    const objectives = [{ label: 'Travaux', hours: 400_000, startsOn: '2023-07-11', deadline: '2029-12-31', activity }];
    const members = [{ siren: MEMBER, name: 'Concessionnaire' }];
    const partnership = { signedOn: '2023-07-11', endsOn: null, members, objectives };
    const buyer = { siren: SIREN, name: 'Acheteur', isDemonstration: false, partnership };
    const data = query.includes('ReportOutcomes')
      ? { consolidation: OUTCOMES }
      : query.includes('ReportRecords')
        ? { regions: [{ name: 'Guadeloupe', network: { records: RECORDS } }] }
        : query.includes('ReportContracts')
          ? { contracts: contractsPage(variables) }
          : {
              nationalBuyer: variables['siren'] === SIREN ? { ...buyer, activity: activityOf(query, variables) } : null,
            };
    return Promise.resolve(schema.parse(data) as never);
  },
};

describe('the yearly report of a buyer', () => {
  let folder: string;
  const rows = new Map<string, unknown[][]>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-report-'));
    const file = join(folder, 'report.xlsx');
    await reportWorkbook(buyerDocument(await readBuyerReport(gateway, { siren: SIREN, year: 2026 }))).xlsx.writeFile(
      file,
    );
    const workbook = new Workbook();
    await workbook.xlsx.readFile(file);
    workbook.eachSheet((sheet) => {
      const read: unknown[][] = [];
      sheet.eachRow(({ values }) => read.push(Array.isArray(values) ? values.slice(1) : []));
      rows.set(sheet.name, read);
    });
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('asks what the national schema has', () => {
    const schema = buildSubgraphSchema([{ typeDefs: parse(nationalTypesSchema()) }]);
    expect(asked).toHaveLength(9);
    expect(asked.flatMap((query) => validate(schema, parse(query)).map(({ message }) => message))).toEqual([]);
  });

  it('says figures, objectives and the sum since the signature as the API does', () => {
    expect(rows.get('Synthèse')).toEqual(
      expect.arrayContaining([
        ['Heures réalisées en 2026', 1234.25],
        ['Heures réalisées de 2023-07 à 2026-12', 2000],
        ['Couverture', 'régions ayant répondu : 1 sur 2 ; guichets ayant tout déclaré : 2 sur 3'],
        ['Attention', 'Ces chiffres comprennent des données de démonstration.'],
      ]),
    );
  });

  it('sets objectives beside what was done, and says outcomes and what regions share of the year', () => {
    expect(rows.get('Objectifs')?.[1]).toEqual([
      'Travaux',
      '2023-07-11',
      '2029-12-31',
      400_000,
      100_000,
      '25 %',
      'régions ayant répondu : 1 sur 2',
    ]);
    expect(rows.get('Sorties')?.slice(1)).toEqual([
      ['À la sortie du contrat de travail', '40 ou un peu plus (arrondi à 5)', '62,5 %'],
      ['Six mois après', 'secret (trop peu de personnes)', 'secret (trop peu de personnes)'],
      ['Douze mois après', 0, 'non connu'],
    ]);
    expect(rows.get('Témoignages et pratiques')?.slice(1)).toEqual([
      ['Guadeloupe', '2026-03-01', 'témoignage', 'Un parcours', 'Texte partagé', 'Le guichet'],
    ]);
  });

  it('is a PDF of the same chapters, whose first page names what is missing; no page is empty or cut', async () => {
    const report = await readBuyerReport(gateway, { siren: SIREN, year: 2026 });
    const file = join(folder, 'report.pdf');
    await writeFile(file, await reportPdf(buyerDocument(report)));
    const { title, pages } = await readPdf(file);
    expect(title).toBe('Clauses sociales : rapport annuel 2026, Acheteur');
    const texts = pages.map(({ text }) => plainSpaces(text));
    expect(texts[0]).toContain('Chiffres partiels : 1 région(s) absente(s), Bretagne (n’a pas répondu à temps).');
    expect(texts[0]).toContain('données de démonstration');
    const whole = texts.join(' ');
    for (const chapter of rows.keys()) expect(whole).toContain(chapter);
    for (const text of [inFrench(1234.25), inFrench(400_000), '62,5 %', 'secret (de 0 à 4)', 'Texte partagé']) {
      expect(whole).toContain(text);
    }
    for (const { ink, margins } of pages) {
      expect(ink).toBeGreaterThan(0.001);
      expect(Math.min(...margins)).toBeGreaterThan(5);
    }
  }, 30_000);

  it('names a region that did not answer, and shows none of its figures as 0', () => {
    const unknown = Array.from({ length: 6 }, () => 'non connu');
    const bretagne = rows.get('Régions')?.find(([code]) => code === '53');
    expect(bretagne).toEqual(['53', 'Bretagne', 'n’a pas répondu à temps', undefined, ...unknown]);
    expect(rows.get('Méthode et couverture')).toContainEqual(['Région absente : Bretagne', 'n’a pas répondu à temps']);
  });

  it('shows bounds where the API masks', () => {
    const cells = ['libellé', 900.5, 'secret (au moins 0)', 'secret (de 0 à 4)', 15, 2, 1];
    expect(rows.get('Mois')?.[1]).toEqual(['MONTH', ...cells]);
    expect(rows.get('Départements')?.[1]).toEqual(['DEPARTEMENT', ...cells]);
  });

  it('lists the contracts of every page, their titles as text', () => {
    const [, first, second, lost, member] = rows.get('Marchés') ?? [];
    expect([first?.[1], second?.[1], lost]).toEqual(['a', 'b', ['Bretagne', 'non connu']]);
    expect(first?.slice(2, 4)).toEqual(['Acheteur', '=1+1']);
    // Then those of the other party of the convention; the coverage is the lowest of all.
    expect(member?.slice(1, 3)).toEqual(['m', 'Concessionnaire']);
    expect(rows.get('Méthode et couverture')).toContainEqual([
      'Couverture des marchés',
      'régions ayant répondu : 1 sur 2',
    ]);
  });

  it('is refused for a buyer that the caller does not see', async () => {
    const refused = readBuyerReport(gateway, { siren: '200054781', year: 2026 });
    await expect(refused).rejects.toMatchObject({ code: 'REPORT_BUYER_UNKNOWN' });
  });
});
