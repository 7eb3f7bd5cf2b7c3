import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { withLuhnKey } from '../../subgraphs/kit/identifiers';
import { EXPORT_KINDS, exportBooks } from '../../subgraphs/regional/exports';
import { findImportKind, importFile, readMapping } from '../../subgraphs/regional/imports';
import { ARCHIVE_LIMITS, checkArchive } from '../../subgraphs/kit/tables';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createTemporaryFolder } from '../support/temporary-folder';

const SIREN = withLuhnKey('21350238');
const SIRET = withLuhnKey('4000000000001');

/** Books of one desk, with texts that a spreadsheet would compute and values at their edges. */
const BOOKS = `
  WITH d AS (INSERT INTO desk (origin, reference, name, host_type, opened_on, phone)
    VALUES ('ENTERED', 'MDE-35', 'Rennes; "métropole"', 'MDE', '2015-01-01', '+33 2 99 00 00 00') RETURNING id),
  f AS (INSERT INTO facilitator (origin, desk_id, name, started_on, full_time_share)
    SELECT 'ENTERED', id, 'Anne Le Goff', '2020-01-01', 0.8 FROM d RETURNING id),
  b AS (INSERT INTO buyer (origin, siren, name, kind) VALUES ('ENTERED', '${SIREN}', '=1+1', 'LOCAL_AUTHORITY') RETURNING id),
  c AS (INSERT INTO contractor (origin, siret, name, kind) VALUES ('ENTERED', '${SIRET}', '''=SOMME(A1)', 'EI') RETURNING id),
  o AS (INSERT INTO operation (origin, desk_id, reference, buyer_id, title)
    SELECT 'ENTERED', d.id, 'O-1', b.id, '-Écoquartier' FROM d, b RETURNING id),
  k AS (INSERT INTO contract (origin, desk_id, reference, buyer_id, operation_id, title, sector, amount_cents, obligation, exemption_reason)
    SELECT 'ENTERED', d.id, '@M1', b.id, o.id, E'Deux\\nlignes', 'BTP', 123456789, 'EXEMPT', 'SHORT_WORKS' FROM d, b, o RETURNING id),
  l AS (INSERT INTO lot (origin, contract_id, number, title, committed_hours)
    SELECT 'ENTERED', k.id, 2, 'Gros œuvre', 1234.5 FROM k RETURNING id),
  h AS (INSERT INTO lot_contractor (origin, lot_id, contractor_id, role)
    SELECT 'ENTERED', l.id, c.id, 'HOLDER' FROM l, c RETURNING id),
  m AS (INSERT INTO hour_commitment (origin, lot_id, month, hours) SELECT 'ENTERED', l.id, '2026-03-01', 99.25 FROM l),
  p AS (INSERT INTO participant (origin, desk_id, reference, pseudonym, sex, education_level, criterion, birth_year, lives_in_qpv)
    SELECT 'ENTERED', d.id, 'P1', 'x1', 'F', 'LEVEL_3', 'RSA', 1990, true FROM d RETURNING id),
  s AS (INSERT INTO participant (origin, desk_id, reference, pseudonym, sex, education_level, criterion)
    SELECT 'ENTERED', d.id, 'P2', 'x2', 'M', 'UNKNOWN', '~AbCdEfGhIjKlMnOpQrStUv' FROM d),
  w AS (INSERT INTO work_contract (origin, desk_id, reference, participant_id, lot_id, employer_id, type, execution_mode, starts_on)
    SELECT 'ENTERED', d.id, 'W1', p.id, l.id, c.id, 'CDDI', 'PLACEMENT', '2026-01-15' FROM d, p, l, c RETURNING id),
  e AS (INSERT INTO hour_entry (origin, work_contract_id, month, hours, state, validated_by, validated_at)
    SELECT 'ENTERED', w.id, '2026-02-01', 101.5, 'VALIDATED', f.id, now() FROM w, f),
  n AS (INSERT INTO hour_entry (origin, work_contract_id, month, hours, state)
    SELECT 'ENTERED', w.id, '2026-03-01', 7, 'ENTERED' FROM w)
  INSERT INTO outcome (origin, work_contract_id, stage, situation, observed_on)
    SELECT 'ENTERED', w.id, 'EXIT', 'POSITIVE_EXIT', '2026-04-01' FROM w`;

describe('exporting the books of a region', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  const databases: TestDatabase[] = [];
  const clients: Client[] = [];
  const open = async (): Promise<Client> => {
    const database = await createTestDatabase('regional');
    const client = new Client(database.url);
    await client.connect();
    databases.push(database);
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    folder = await createTemporaryFolder();
  });
  afterAll(async () => {
    for (const client of clients) await client.end();
    for (const database of databases) await database.close();
    await folder.remove();
  });

  const exportAll = async (client: Client, format: 'csv' | 'xlsx', name: string) =>
    exportBooks({ client, kinds: EXPORT_KINDS, format, folder: join(folder.path, name) });
  const importAll = async (client: Client, format: 'csv' | 'xlsx', name: string) => {
    let written = 0;
    for (const { name: kindName } of EXPORT_KINDS) {
      const kind = findImportKind(kindName);
      if (kind === undefined) throw new Error(kindName);
      const file = (end: string) => join(folder.path, name, `${kindName}.${end}`);
      const mapping = await readMapping(file('mapping.json'), kind);
      const report = await importFile({ path: file(format), kind, mapping, client, actor: 'import' });
      expect([kindName, report.problems]).toEqual([kindName, []]);
      written += report.rowsAdded + report.rowsChanged;
    }
    return written;
  };
  const textsOf = (name: string) =>
    Promise.all(EXPORT_KINDS.map((kind) => readFile(join(folder.path, name, `${kind.name}.csv`), 'utf8')));

  it.each(['csv', 'xlsx'] as const)('gives back the same books when they are imported again as %s', async (format) => {
    const first = await open();
    await first.query(BOOKS);
    const files = await exportAll(first, format, `first-${format}`);
    expect(files.map(({ kind, rows, withoutReference }) => [kind, rows, withoutReference])).toEqual(
      EXPORT_KINDS.map(({ name }) => [name, ['participants', 'hours'].includes(name) ? 2 : 1, 0]),
    );
    await exportAll(first, 'csv', `first-${format}-text`);

    // Into the same books: nothing changes, and what an export leaves out is not lost.
    expect(await importAll(first, format, `first-${format}`)).toBe(0);
    expect((await first.query('SELECT criterion FROM participant ORDER BY reference')).rows).toEqual([
      { criterion: 'RSA' },
      { criterion: '~AbCdEfGhIjKlMnOpQrStUv' },
    ]);

    // Into empty books: the same files come out. A sensitive criterion does not leave the books; it is OTHER there.
    const second = await open();
    expect(await importAll(second, format, `first-${format}`)).toBe(15);
    await second.query(`UPDATE participant SET criterion = '~AbCdEfGhIjKlMnOpQrStUv' WHERE reference = 'P2'`);
    await exportAll(second, 'csv', `second-${format}-text`);
    expect(await textsOf(`second-${format}-text`)).toEqual(await textsOf(`first-${format}-text`));
  });

  it('escapes what a spreadsheet would compute, and leaves numbers alone', async () => {
    const [, , buyers = '', companies = '', operations = '', contracts = ''] = await textsOf('first-csv');
    expect(buyers).toContain(`;'=1+1;`);
    expect(companies).toContain(`;''=SOMME(A1);`);
    expect(operations).toContain(`;'-Écoquartier;`);
    expect(contracts).toContain(`MDE-35;'@M1;`);
    expect(contracts).toContain(';1234567,89;');
    expect(contracts).toContain(';1234,5;');
  });

  it('counts rows that nothing names, and leaves them out', async () => {
    const client = await open();
    await client.query(
      `INSERT INTO desk (origin, name, host_type, opened_on) VALUES ('ENTERED', 'Sans référence', 'MDE', '2015-01-01')`,
    );
    const [desks] = await exportAll(client, 'csv', 'without');
    expect(desks).toMatchObject({ kind: 'desks', rows: 0, withoutReference: 1 });
  });
});

describe('a workbook that is not what it says', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let workbook: Buffer;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    const database = await createTestDatabase('regional');
    const client = new Client(database.url);
    await client.connect();
    const kinds = EXPORT_KINDS.filter(({ name }) => name === 'buyers');
    await client.query(
      `INSERT INTO buyer (origin, siren, name, kind) SELECT 'ENTERED', lpad(n::text, 9, '0'), repeat('a', 500), 'STATE' FROM generate_series(1, 2000) n`,
    );
    await exportBooks({ client, kinds, format: 'xlsx', folder: folder.path });
    await client.end();
    await database.close();
    workbook = await readFile(join(folder.path, 'buyers.xlsx'));
  });
  afterAll(() => folder.remove());

  const check = async (bytes: Buffer, limits: Partial<typeof ARCHIVE_LIMITS> = {}) => {
    const path = join(folder.path, 'essai.xlsx');
    await writeFile(path, bytes);
    await checkArchive(path, { ...ARCHIVE_LIMITS, ...limits } as typeof ARCHIVE_LIMITS);
  };
  /** Where the central directory says how long the largest part is. */
  const declaredSizeAt = (): number => {
    let at = workbook.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    while (workbook.readUInt32LE(at + 24) < 1_000_000)
      at = workbook.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'), at + 4);
    return at + 24;
  };

  it('is taken when it is what it says', async () => {
    await expect(check(workbook)).resolves.toBeUndefined();
  });

  it('is refused when it declares more than the limit', async () => {
    await expect(check(workbook, { total: 1_000_000 as never })).rejects.toMatchObject({
      code: 'IMPORT_ARCHIVE_REFUSED',
    });
  });

  it('is refused when a part unpacks to more than it declares', async () => {
    const bomb = Buffer.from(workbook);
    bomb.writeUInt32LE(1_000, declaredSizeAt());
    await expect(check(bomb)).rejects.toMatchObject({ code: 'IMPORT_ARCHIVE_REFUSED' });
  });

  it('is refused when something is hidden between its parts', async () => {
    const hidden = Buffer.concat([
      Buffer.from('PK\u0003\u0004 hidden part, longer than a descriptor', 'latin1'),
      workbook,
    ]);
    await expect(check(hidden)).rejects.toMatchObject({ code: expect.stringMatching(/IMPORT_/) });
  });

  it('is refused when it is no archive', async () => {
    await expect(check(Buffer.from('PK, or so it seems'))).rejects.toMatchObject({ code: 'IMPORT_FILE_UNREADABLE' });
  });
});
