import { ask as askAnyone } from '../../support/ask';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { createGatewayClient } from '../../../cli/client';
import {
  buyerDocument,
  readBuyerReport,
  readRegionReport,
  regionDocument,
  reportPdf,
  reportWorkbook,
} from '../../../cli/reports';
import { drawWorkbook } from '../../support/draw-workbook';
import { inFrench, plainSpaces, readPdf } from '../../support/read-pdf';
import { createTemporaryFolder } from '../../support/temporary-folder';
import { ask, type Consolidation, COVERAGE, hoursInBooks, hub, PERIOD } from './the-hub';

/** What national buyers and coordinations get. */
export function describeBuyers(): void {
  describe('national buyers and reports of the whole hub', () => {
    it('gives a national buyer the sum of the books of all regions', async () => {
      const books = await hoursInBooks(`b.siren = '552081317'`);
      expect([...books.values()].filter((hours) => hours > 0).length).toBeGreaterThanOrEqual(12);
      const { data } = await ask<{
        nationalBuyer: { activity: Consolidation; partnership: { objectives: unknown[] } };
      }>(
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
          input: {
            id,
            version,
            note: 'essai',
            partnership: { ...terms, members: [{ siren: member, name: 'Partie' }] },
          },
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
  });
}
