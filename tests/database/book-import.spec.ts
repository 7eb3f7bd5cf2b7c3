import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { Client } from 'pg';
import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import { checkMapping, findImportKind, importFile, type ImportReport } from '../../subgraphs/regional/imports';
import { bookKeysOf, makeBookKey, storedCriterion } from '../../subgraphs/regional/privacy';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createTemporaryFolder } from '../support/temporary-folder';

const BUYER = withLuhnKey('21350238');
const COMPANY = withLuhnKey('4000000000001');

const FLAT = {
  file: { encoding: 'windows-1252' },
  constants: { desk: 'MDE-35', sector: 'BTP' },
  codes: { workContractType: { 'CDD insertion': 'CDDI' } },
  columns: {
    buyer: 'SIREN',
    buyerName: 'Maître d’ouvrage',
    contract: 'N° marché',
    contractTitle: 'Intitulé',
    company: 'SIRET',
    companyName: 'Entreprise',
    participant: 'Salarié',
    workContract: { columns: ['N° marché', 'Salarié'], join: '/' },
    workContractType: 'Contrat',
    executionMode: 'Mode',
    startsOn: 'Début',
    endsOn: 'Fin',
    month: 'Mois',
    hours: 'Heures',
    state: 'Validé',
    validatedBy: 'Par',
  },
};
const FLAT_CODES = { ...FLAT.codes, state: { oui: 'VALIDATED', non: 'ENTERED' } };
const HEADER =
  'SIREN;Maître d’ouvrage;N° marché;Intitulé;SIRET;Entreprise;Salarié;Contrat;Mode;Début;Fin;Mois;Heures;Validé;Par';
const line = (person: string, month: string, hours: string, by = 'Anne Le Goff') =>
  `${BUYER};Ville d’Été;M-1;École Jules-Ferry;${COMPANY};Bâti Ouest;${person};CDD insertion;Embauche directe;15/01/2026;;${month};${hours};oui;${by}`;

describe('importing a file into the books of a region', () => {
  let database: TestDatabase;
  let client: Client;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    database = await createTestDatabase('regional');
    client = new Client(database.url);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
    await folder.remove();
  });
  beforeEach(async () => {
    await client.query(`TRUNCATE buyer, contractor, participant, desk, import_run, change_record, local_code CASCADE`);
    await client.query(`INSERT INTO desk (origin, reference, name, host_type, opened_on, closed_on)
      VALUES ('ENTERED', 'MDE-35', 'Rennes', 'MDE', '2015-01-01', NULL), ('ENTERED', 'OLD', 'Vieux', 'PLIE', '2015-01-01', '2020-12-31')`);
    await client.query(`INSERT INTO facilitator (origin, desk_id, name, started_on)
      SELECT 'ENTERED', id, 'Anne Le Goff', '2020-01-01' FROM desk WHERE reference = 'MDE-35'`);
  });

  const importText = async (
    kind: string,
    mapping: object,
    content: string | Buffer,
    options: { isTrial?: boolean } = {},
  ): Promise<ImportReport> => {
    const path = join(folder.path, 'fichier.csv');
    await writeFile(path, content);
    const found = findImportKind(kind);
    if (found === undefined) throw new Error(kind);
    return importFile({
      path,
      kind: found,
      mapping: checkMapping(mapping, found),
      client,
      actor: 'import',
      ...options,
    });
  };
  const flat = (lines: readonly string[], options?: { isTrial?: boolean }) =>
    importText(
      'flat',
      { ...FLAT, codes: FLAT_CODES },
      Buffer.from([HEADER, ...lines].join('\r\n').replaceAll('’', '\u0092'), 'latin1'),
      options,
    );
  const all = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows;
  /** Everything that an import may write, row by row as it is stored. */
  const state = () =>
    all(`SELECT 'b' t, to_jsonb(x) FROM buyer x UNION ALL SELECT 'c', to_jsonb(x) FROM contractor x
      UNION ALL SELECT 'k', to_jsonb(x) FROM contract x UNION ALL SELECT 'l', to_jsonb(x) FROM lot x
      UNION ALL SELECT 'p', to_jsonb(x) FROM participant x UNION ALL SELECT 'w', to_jsonb(x) FROM work_contract x
      UNION ALL SELECT 'h', to_jsonb(x) FROM hour_entry x ORDER BY 1, 2`);
  const reasons = (report: ImportReport) =>
    report.problems.map(({ line: at, field, value, code, suggestion }) => [at, field, value, code, suggestion]);

  it('takes a flat file in Windows-1252 with French numbers, and makes parents by natural key', async () => {
    const report = await flat([
      line('A', '01/2026', '35,5'),
      line('A', '02/2026', '1\u00a0'.trim() + '01,25'),
      line('B', '02/2026', '120'),
    ]);
    expect(report).toMatchObject({
      status: 'TAKEN',
      rowsRead: 3,
      rowsAdded: 11,
      rowsChanged: 0,
      problems: [],
      warnings: [],
    });
    expect(
      await all(`SELECT b.name AS buyer, k.title, w.reference, h.month::text, h.hours, h.state, f.name AS by
        FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id JOIN lot l ON l.id = w.lot_id
        JOIN contract k ON k.id = l.contract_id JOIN buyer b ON b.id = k.buyer_id
        JOIN facilitator f ON f.id = h.validated_by ORDER BY 3, 4`),
    ).toEqual([
      {
        buyer: 'Ville d’Été',
        title: 'École Jules-Ferry',
        reference: 'M-1/A',
        month: '2026-01-01',
        hours: '35.50',
        state: 'VALIDATED',
        by: 'Anne Le Goff',
      },
      {
        buyer: 'Ville d’Été',
        title: 'École Jules-Ferry',
        reference: 'M-1/A',
        month: '2026-02-01',
        hours: '101.25',
        state: 'VALIDATED',
        by: 'Anne Le Goff',
      },
      {
        buyer: 'Ville d’Été',
        title: 'École Jules-Ferry',
        reference: 'M-1/B',
        month: '2026-02-01',
        hours: '120.00',
        state: 'VALIDATED',
        by: 'Anne Le Goff',
      },
    ]);
    expect(await all('SELECT actor, kind, rows_read, rows_added FROM import_run')).toEqual([
      { actor: 'import', kind: 'flat', rows_read: '3', rows_added: '11' },
    ]);
  });

  it('changes nothing when the same file comes again, and keeps the history of a correction', async () => {
    await flat([line('A', '01/2026', '35,5'), line('B', '02/2026', '120')]);
    const before = await state();
    expect(await flat([line('A', '01/2026', '35,5'), line('B', '02/2026', '120')])).toMatchObject({
      status: 'TAKEN',
      rowsAdded: 0,
      rowsChanged: 0,
    });
    expect(await state()).toEqual(before);
    expect(await flat([line('A', '01/2026', '36'), line('B', '02/2026', '120')])).toMatchObject({
      rowsAdded: 0,
      rowsChanged: 1,
    });
    expect(
      await all(
        `SELECT actor, action, table_name, before->>'hours' AS before, after->>'hours' AS after, import_run_id IS NOT NULL AS of_import FROM change_record`,
      ),
    ).toEqual([
      { actor: 'import', action: 'UPDATE', table_name: 'hour_entry', before: '35.50', after: '36.00', of_import: true },
    ]);
  });

  it('names every line that cannot be taken, and takes nothing of the file', async () => {
    const before = await state();
    const report = await flat([
      line('A', '01/2026', '35,5'),
      line('B', '12/2025', '10'),
      line('C', '02/2026', '800'),
      line('D', '02/2026', '-5'),
      line('E', '02/2026', '12', ''),
      line('F', '02/2026', '12', 'Anne Le Gof'),
      line('G', '02/2026', '35.5'),
      line('H', '13/2026', '35'),
      line('I', '02/2026', '35').replace(COMPANY, '12345678901234'),
      line('J', '02/2026', '35').replace('Embauche directe', 'Embauche direct'),
      line('K', '02/2026', '35').replace('École', 'Lycée'),
      'trop;court',
    ]);
    expect(report.status).toBe('REFUSED');
    expect(reasons(report)).toEqual([
      [3, 'month', '2025-12-01', 'MONTH_OUTSIDE_CONTRACT', null],
      [4, 'hours', '800', 'HOURS_OVER_MONTH', null],
      [5, 'hours', '-5', 'HOURS_NOT_POSITIVE', null],
      [6, 'validatedBy', null, 'VALIDATED_BY_NOBODY', null],
      [7, 'validatedBy', 'Anne Le Gof', 'REFERENCE_UNKNOWN', 'Anne Le Goff'],
      [8, 'hours', '35.5', 'NUMBER_INVALID', '35,5'],
      [9, 'month', '13/2026', 'MONTH_INVALID', 'yyyy-MM ou M/yyyy ou yyyy-MM-dd ou d/M/yyyy'],
      [10, 'company', '12345678901234', 'SIRET_INVALID', null],
      [11, 'executionMode', 'Embauche direct', 'CODE_UNKNOWN', 'DIRECT_HIRE'],
      [12, 'contract', 'MDE-35 M-1', 'CONFLICT_IN_FILE', 'ligne 2'],
      [13, null, '2', 'COLUMN_COUNT', '15'],
    ]);
    expect(await state()).toEqual(before);
    expect(await all('SELECT id FROM import_run')).toEqual([]);
  });

  it('tries a file without writing, with the counts that it would have', async () => {
    const before = await state();
    const report = await flat([line('A', '01/2026', '35,5')], { isTrial: true });
    expect(report).toMatchObject({ status: 'TRIED', rowsAdded: 7, importRun: null });
    expect(await state()).toEqual(before);
    expect(await all('SELECT id FROM import_run')).toEqual([]);
  });

  it('reports the same thing under another spelling and never merges it', async () => {
    await flat([line('A', '01/2026', '35,5')]);
    const report = await importText(
      'contracts',
      { columns: { desk: 'd', contract: 'k', buyer: 'b', contractTitle: 't', sector: 's' } },
      `d;k;b;t;s\nMDE-35;M 1;${BUYER};ecole  jules ferry;BTP\n`,
    );
    expect(report).toMatchObject({
      status: 'TAKEN',
      tables: [{ table: 'contract', added: 1, changed: 0 }, { table: 'lot' }, {}],
    });
    expect(report.warnings).toMatchObject([{ line: 2, code: 'POSSIBLE_DUPLICATE', suggestion: 'M-1' }]);
    const buyers = await importText(
      'buyers',
      { columns: { buyer: 'b', buyerName: 'n' } },
      `b;n\n${BUYER};Ville d'Hiver\n`,
    );
    expect(buyers.warnings).toMatchObject([
      { code: 'NAME_DIFFERS', value: "Ville d'Hiver", suggestion: 'Ville d’Été' },
    ]);
  });

  it('refuses hours of a closed desk and rows of a desk that is not there', async () => {
    const mapping = {
      columns: { desk: 'd', contract: 'k', buyer: 'b', contractTitle: 't', sector: 's', notifiedOn: 'n' },
    };
    await importText('buyers', { columns: { buyer: 'b', buyerName: 'n' } }, `b;n\n${BUYER};Ville\n`);
    const report = await importText(
      'contracts',
      mapping,
      `d;k;b;t;s;n\nOLD;M-1;${BUYER};Un;BTP;01/02/2024\nMDE-36;M-2;${BUYER};Deux;BTP;\nMDE-35;M-3;${withLuhnKey('99999999')};Trois;BTP;\n`,
    );
    expect(reasons(report)).toEqual([
      [2, 'notifiedOn', '2024-02-01', 'DESK_CLOSED', null],
      [3, 'desk', 'MDE-36', 'REFERENCE_UNKNOWN', 'MDE-35'],
      [4, 'buyer', withLuhnKey('99999999'), 'REFERENCE_UNKNOWN', null],
    ]);
  });

  it('takes a region’s own codes from its local list', async () => {
    await client.query(`INSERT INTO local_code (origin, list, code, label, national_code, valid_from)
      VALUES ('ENTERED', 'CRITERION', 'L12', 'Allocataire du RSA depuis un an', 'RSA', '2020-01-01')`);
    const mapping = {
      columns: { desk: 'd', participant: 'p', criterion: 'c', livesInQpv: 'q', residenceCommune: 'v' },
    };
    const report = await importText(
      'participants',
      mapping,
      `d;p;c;q;v\nMDE-35;P1;L12;Oui;35238\nMDE-35;P2;allocataire du rsa depuis un an;non;35238\nMDE-35;P3;Parent isolé;;\n`,
    );
    expect(report.problems).toEqual([]);
    expect(await all('SELECT reference, criterion, lives_in_qpv FROM participant ORDER BY 1')).toEqual([
      { reference: 'P1', criterion: 'RSA', lives_in_qpv: true },
      { reference: 'P2', criterion: 'RSA', lives_in_qpv: false },
      { reference: 'P3', criterion: 'SINGLE_PARENT', lives_in_qpv: null },
    ]);
  });

  it('takes a sensitive criterion with the region’s key only, and never writes it as it is', async () => {
    const kind = findImportKind('participants');
    if (kind === undefined) throw new Error();
    const path = join(folder.path, 'personnes.csv');
    await writeFile(path, 'd;p;c\nMDE-35;P1;RSA\nMDE-35;P2;REFUGEE\n');
    const mapping = checkMapping({ columns: { desk: 'd', participant: 'p', criterion: 'c' } }, kind);
    const settings = { path, kind, mapping, client, actor: 'import' };
    expect(reasons(await importFile(settings))).toEqual([[3, 'criterion', null, 'CRITERION_NOT_SEALABLE', null]]);
    const keys = bookKeysOf({ keys: [makeBookKey(new Date())] });
    const sealed = { ...settings, storedCriterion: (code: string) => storedCriterion(keys, code) };
    expect(await importFile(sealed)).toMatchObject({ status: 'TAKEN', rowsAdded: 2 });
    expect(await importFile(sealed)).toMatchObject({ rowsAdded: 0, rowsChanged: 0 });
    const criteria = (await all('SELECT criterion FROM participant ORDER BY reference')).map((row) => row['criterion']);
    expect(criteria).toEqual(['RSA', storedCriterion(keys, 'REFUGEE')]);
    expect(JSON.stringify(await all('SELECT * FROM change_record'))).not.toContain('REFUGEE');
  });

  it('takes a workbook: real dates, binary fractions, identifiers that lost their zeros are said', async () => {
    await flat([line('A', '01/2026', '35,5')]);
    const workbook = new Workbook();
    workbook.addWorksheet('Notes').addRow(['rien']);
    const sheet = workbook.addWorksheet('Heures');
    sheet.addRow(['Suivi 2026']);
    sheet.addRow(['Contrat', 'Mois', 'Heures']);
    sheet.addRow(['M-1/A', new Date(Date.UTC(2026, 1, 1)), 0.1 + 0.2]);
    sheet.addRow(['M-1/A', '03/2026', { formula: 'C3*100', result: 30 }]);
    const path = join(folder.path, 'heures.xlsx');
    await workbook.xlsx.writeFile(path);
    const kind = findImportKind('hours');
    if (kind === undefined) throw new Error();
    const mapping = checkMapping(
      {
        file: { sheet: 'Heures', headerRow: 2 },
        constants: { desk: 'MDE-35' },
        columns: { workContract: 'Contrat', month: 'Mois', hours: 'Heures' },
      },
      kind,
    );
    const report = await importFile({ path, kind, mapping, client, actor: 'import' });
    expect(report).toMatchObject({ status: 'TAKEN', rowsRead: 2, rowsAdded: 2, problems: [] });
    expect(await all('SELECT month::text, hours, state FROM hour_entry ORDER BY 1')).toEqual([
      { month: '2026-01-01', hours: '35.50', state: 'VALIDATED' },
      { month: '2026-02-01', hours: '0.30', state: 'ENTERED' },
      { month: '2026-03-01', hours: '30.00', state: 'ENTERED' },
    ]);
  });

  it('names the first lines of a reason and counts the others', async () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => line(`P${index}`, '02/2026', 'beaucoup'));
    const report = await flat(lines);
    expect(report.problems).toHaveLength(100);
    expect(report.problemCounts).toEqual([{ code: 'NUMBER_INVALID', field: 'hours', count: 1_000 }]);
  });

  it('says that a file is in another encoding', async () => {
    await expect(
      importText('buyers', { columns: { buyer: 'b', buyerName: 'n' } }, Buffer.from(`b;n\n${BUYER};Été\n`, 'latin1')),
    ).rejects.toMatchObject({ code: 'IMPORT_FILE_UNREADABLE', message: expect.stringContaining('windows-1252') });
  });
});
