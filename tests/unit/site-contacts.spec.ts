import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  cellsOfContact,
  CONTACT_COLUMNS,
  contactOfSite,
  csvOf,
  readSiteTable,
  rowsOfArea,
  sumsOfArea,
} from '../../cli/sites';
import { contactsOfArea, networkDirectory } from '../../subgraphs/kit/territories';
import { areaNamed, geography } from '../../subgraphs/kit/cog';

const desk = (id: string, name: string, kind: string, code: string) => ({
  id,
  name,
  email: `${id}@example.org`,
  phone: null,
  territories: [{ kind, code }],
  facilitators: [],
});
const post = (organisation: string, departements: readonly string[], isVacant = false) => ({
  name: 'Nom',
  email: 'a@example.org',
  phone: null,
  function: 'Coordination',
  organisation,
  departements: [...departements],
  isVacant,
});

const QUIMPER = geography().commune('29232');
const DESKS = [
  desk('53-1', 'Finistère', 'DEPARTEMENT', '29'),
  desk('53-2', 'Quimper Bretagne occidentale', 'EPCI', QUIMPER?.epci ?? ''),
  desk('53-3', 'Zélie', 'COMMUNE', '29232'),
  desk('53-4', 'Albert', 'COMMUNE', '29232'),
];
const region = (code: string, status = 'LIVE') => ({
  code,
  name: code,
  status,
  network: status === 'LIVE' ? { desks: code === '53' ? DESKS : [], isDemonstration: true } : null,
  correspondents: [
    post('Coordination départementale', ['29']),
    post('Vacante', ['35'], true),
    post('Coordination régionale', []),
  ],
});
const DIRECTORY = networkDirectory({ regions: [region('53'), region('94'), region('11', 'TIMEOUT')] });
const site = (code: string, postalCode = '', name = '') => contactOfSite({ code, postalCode, name }, DIRECTORY);

describe('whom to call for a site', () => {
  it('is every desk that covers it, the closest territory first, then by name', () => {
    const found = site('29232');
    expect(found).toMatchObject({ kind: 'DESK', coordinator: { organisation: 'Coordination départementale' } });
    if (found.kind !== 'DESK') throw new Error(found.kind);
    expect(found.desks.map(({ desk: { id }, by }) => [id, by])).toEqual([
      ['53-4', 'COMMUNE'],
      ['53-3', 'COMMUNE'],
      ['53-2', 'EPCI'],
      ['53-1', 'DEPARTEMENT'],
    ]);
  });

  it('is the coordination in a white zone, the regional one where the departmental post is vacant', () => {
    expect(site('35238')).toMatchObject({
      kind: 'WHITE_ZONE',
      coordinator: { organisation: 'Coordination régionale' },
    });
  });

  it('is the coordination alone when the region did not answer, and says so', () => {
    expect(site('75056')).toMatchObject({ kind: 'REGION_ABSENT', status: 'TIMEOUT' });
    expect(site('69123')).toMatchObject({ kind: 'REGION_ABSENT', status: 'NOT_ASKED' });
  });

  it('understands former codes, names with a postal code, and CEDEX', () => {
    expect(site('75101')).toMatchObject({ commune: { code: '75056' } });
    expect(site('', '29000', 'QUIMPER')).toMatchObject({ commune: { code: '29232' } });
    expect(site('', '29107', 'Quimper')).toMatchObject({ commune: { code: '29232' } });
    // Many communes are called so: the postal code says which.
    expect(site('', '', 'Saint-Denis')).toMatchObject({ kind: 'AMBIGUOUS' });
    expect(site('', '93200', 'St Denis')).toMatchObject({ commune: { code: '93066' } });
  });

  it('answers nothing that it does not know, and passes no wrong code over for a name', () => {
    expect(site('99999', '', 'Quimper')).toMatchObject({ kind: 'UNKNOWN', proposals: [{ code: '29232' }] });
    expect(site('', '', 'Quimpre')).toMatchObject({
      kind: 'UNKNOWN',
      proposals: expect.arrayContaining([expect.objectContaining({ code: '29232' })]),
    });
    expect(site('', '29000', 'Lyon')).toMatchObject({ kind: 'UNKNOWN' });
    expect(site('')).toMatchObject({ kind: 'UNKNOWN', proposals: [] });
  });
});

describe('a list of sites', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-sites-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const tableOf = async (content: string | Buffer) => {
    const path = join(folder, 'sites.csv');
    await writeFile(path, content);
    return readSiteTable(path);
  };

  it('is read in UTF-8 and Windows-1252, by any separator, with codes that lost their zero', async () => {
    const utf = await tableOf('Site;Code INSEE;Ville\nA;1004;Ambérieu\nB;29232;Quimper\n');
    expect(utf.lines.map(({ line, site: { code, name } }) => [line, code, name])).toEqual([
      [2, '01004', 'Ambérieu'],
      [3, '29232', 'Quimper'],
    ]);
    const old = await tableOf(Buffer.from('Site,Libellé commune,CP\nA,Ambérieu-en-Bugey,01500\n', 'latin1'));
    expect(old.lines[0]?.site).toEqual({ code: '', postalCode: '01500', name: 'Ambérieu-en-Bugey' });
  });

  it('is refused when no column says where a site is, or with too many lines', async () => {
    await expect(tableOf('Site;Rue\nA;B\n')).rejects.toMatchObject({ code: 'SITES_UNREADABLE' });
    await expect(tableOf(`insee\n${'29232\n'.repeat(10_001)}`)).rejects.toMatchObject({ code: 'SITES_UNREADABLE' });
  });

  it('is answered line by line, and no cell of it is a formula', () => {
    const cells = cellsOfContact(site('29232'));
    expect(cells).toHaveLength(CONTACT_COLUMNS.length);
    expect(cells[CONTACT_COLUMNS.indexOf('regle')]).toBe('couvre la commune');
    expect(csvOf([['=1+1', ...cellsOfContact(site('', '', 'Quimpre'))]])).toContain(`'=1+1;inconnu`);
  });
});

describe('whom to call in an area', () => {
  const finistere = areaNamed('29');
  const epci = geography().epci(QUIMPER?.epci ?? '');
  if (finistere === undefined || epci === undefined) throw new Error('not in the COG');

  it('is every desk of its communes, the one of most inhabitants first, and the coordination', () => {
    const contacts = contactsOfArea(finistere, DIRECTORY);
    expect(contacts.desks.map(({ desk: { id }, by, communes }) => [id, by, communes > 1])).toEqual([
      ['53-1', 'DEPARTEMENT', true],
      ['53-2', 'EPCI', true],
      ['53-4', 'COMMUNE', false],
      ['53-3', 'COMMUNE', false],
    ]);
    const [whole, part] = contacts.desks;
    expect([whole?.communes, whole?.population]).toEqual([contacts.communes, finistere.area.population]);
    expect(part?.population).toBe(epci.population);
    expect(contacts.whiteZones).toEqual([]);
    expect([...contacts.coordinators.keys()]).toEqual(['29']);
  });

  it('names its communes without a desk, and says when nobody knows', () => {
    const areas = ['35', '75'].map(areaNamed);
    const [white, absent] = areas.map((area) => area && contactsOfArea(area, DIRECTORY));
    expect(white?.whiteZones).toHaveLength(white?.communes ?? NaN);
    expect(white && sumsOfArea(white)[1]).toEqual([
      'sans guichet',
      String(white?.communes),
      String(white?.area.population),
    ]);
    expect(absent?.absent).toEqual(new Map([['11', 'TIMEOUT']]));
    expect(absent && sumsOfArea(absent)[1]).toEqual(['sans guichet', '?', '?']);
    const rows = absent === undefined ? [] : rowsOfArea(absent);
    expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
    expect(rows.at(-1)?.[0]).toBe('région absente');
  });
});
