import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDecp, type DecpItem } from '../../subgraphs/kit/decp';

const HEADER = 'uid,id,codeCPV,acheteur_id,titulaire_id,montant,dateNotification';

async function itemsOf(path: string): Promise<DecpItem[]> {
  const items: DecpItem[] = [];
  for await (const item of (await readDecp(path)).items) items.push(item);
  return items;
}

/** What a reader says of each row, short: "line uid" or "line REASON". */
function summaryOf(items: readonly DecpItem[]): string[] {
  return items.map((item) => {
    if (item.kind === 'record') return `${item.record.line} ${item.record.uid ?? item.record.id}`;
    return item.kind === 'concession' ? `${item.line} concession` : `${item.rejection.line} ${item.rejection.reason}`;
  });
}

describe('reading DECP files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'decp-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });
  const fileOf = async (text: string): Promise<string> => {
    const path = join(folder, 'file');
    await writeFile(path, text);
    return path;
  };

  it.each([
    ['Unix', '\n'],
    ['Windows', '\r\n'],
  ])('gives the line of each row with %s line ends, empty lines included', async (_, end) => {
    const text = [`\ufeff${HEADER}`, 'a,1,,,,,', '', '  ', 'b,2,,,,,', ''].join(end);
    expect(summaryOf(await itemsOf(await fileOf(text)))).toEqual(['2 a', '5 b']);
  });

  it('keeps commas, quotes and line ends inside quotes', async () => {
    const path = await fileOf(`objet,${HEADER}\n"Toit, ""nord""\r\net sud",a,1,,,,,\nSol,b,2,,,,,\n`);
    const items = await itemsOf(path);
    expect(items.map((item) => item.kind === 'record' && [item.record.line, item.record.title])).toEqual([
      [3, 'Toit, "nord"\net sud'],
      [4, 'Sol'],
    ]);
  });

  it('rejects a row of another width with its line and goes on', async () => {
    const path = await fileOf(`${HEADER}\na,1\nb,2,,,,,\nc,3,,,,,,\nd,4,,,,,\n`);
    expect(summaryOf(await itemsOf(path))).toEqual(['2 COLUMN_COUNT', '3 b', '4 COLUMN_COUNT', '5 d']);
  });

  it('tells where a quote that never ends begins', async () => {
    const path = await fileOf(`${HEADER}\na,1,,,,,\n"b,2,,,,,\nc,3,,,,,\n`);
    expect(summaryOf(await itemsOf(path))).toEqual(['2 a', '3 ROW_UNREADABLE']);
  });

  it('reads a text of several bytes cut between two chunks', async () => {
    const title = 'é'.repeat(100_001);
    const [item] = await itemsOf(await fileOf(`objet,${HEADER}\r\n${title},a,1,,,,,\r\n`));
    expect(item?.kind === 'record' && item.record.title === title).toBe(true);
  });

  it('reads semicolons', async () => {
    expect(summaryOf(await itemsOf(await fileOf(`${HEADER.replaceAll(',', ';')}\na;1;;;;;\n`)))).toEqual(['2 a']);
  });

  it.each([
    ['nested', '{"marches":{"marche":[{"id":"1"},{"id":2}],"contrat-concession":[{"autoriteConcedante":{}}]}}'],
    ['flat', '\ufeff{"marches":[{"id":"1"},{"id":2},{"_type":"Contrat de concession"}]}'],
    ['bare', '[{"id":"1"},{"id":2},{"concessionnaires":[]}]'],
  ])('reads the %s JSON shape and counts concessions apart', async (_, text) => {
    expect(summaryOf(await itemsOf(await fileOf(text)))).toEqual(['1 1', '2 2', '3 concession']);
  });

  it('reads a lone record written as an object', async () => {
    expect(summaryOf(await itemsOf(await fileOf('{"marches":{"marche":{"id":"1"}}}')))).toEqual(['1 1']);
  });

  it.each([
    ['{"considerationSociale":["Clause sociale"]}', ['Clause sociale']],
    ['{"considerationSociale":"Clause sociale"}', ['Clause sociale']],
    ['["Clause sociale","Critère social"]', ['Clause sociale', 'Critère social']],
    ['[{"considerationSociale":"Clause sociale"}]', ['Clause sociale']],
    ['[]', null],
    ['{}', null],
    ['null', null],
    ['false', null],
  ])('reads the social considerations %s', async (json, expected) => {
    const [item] = await itemsOf(await fileOf(`{"marches":[{"id":"1","considerationsSociales":${json}}]}`));
    expect(item?.kind === 'record' && item.record.considerations).toEqual(expected);
  });

  it.each([
    ['', 'empty'],
    ['{"marches":[{"id":"1"},{"id"', 'cut JSON'],
    ['{"contrats":[{"id":"1"}]}', 'JSON of something else'],
    ['nom,prenom\nLe Goff,Anne\n', 'CSV of something else'],
  ])('refuses a file as a whole: %#', async (text) => {
    const path = await fileOf(text);
    await expect(itemsOf(path)).rejects.toMatchObject({ code: 'IMPORT_FILE_UNREADABLE' });
  });

  it('refuses a file that is not there', async () => {
    await expect(readDecp(join(folder, 'absent.csv'))).rejects.toMatchObject({ code: 'IMPORT_FILE_UNREADABLE' });
  });

  it('accepts a file without any contract', async () => {
    expect(await itemsOf(await fileOf('{"marches":{"marche":[]}}'))).toEqual([]);
    expect(await itemsOf(await fileOf(HEADER))).toEqual([]);
  });
});
