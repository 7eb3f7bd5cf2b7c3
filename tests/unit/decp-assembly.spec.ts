import { join } from 'node:path';
import fc from 'fast-check';
import { assembleContracts, readDecp, type Assembly, type DecpItem } from '../../subgraphs/kit/decp';

const fixture = (name: string): string => join(__dirname, '../support/decp', name);

async function assembleFile(name: string): Promise<Assembly> {
  return assembleContracts((await readDecp(fixture(name))).items);
}

/** A row that nothing is wrong with, but for the overrides. */
function buildItem(overrides: Partial<Extract<DecpItem, { kind: 'record' }>['record']> = {}): DecpItem {
  const record = {
    line: 2,
    uid: 'A1',
    id: '1',
    title: null,
    cpv: '45214200',
    buyerId: '00000101600013',
    buyerName: 'Commune de Kerbihan',
    buyerRegion: '53',
    buyerDepartement: '29',
    holders: [{ id: '00000901900019', idType: null, name: 'Entreprise Le Goff' }],
    amount: '50000',
    notifiedOn: '2024-09-02',
    durationMonths: '12',
    placeCode: null,
    placeType: null,
    considerations: null,
    ...overrides,
  };
  return { kind: 'record', record };
}

const shortContracts = ({ contracts }: Assembly) =>
  contracts.map(({ uid, regionCode, regionBy, clause }) => [
    uid.slice(14),
    regionCode,
    regionBy,
    clause === null ? 'silent' : clause.type,
  ]);

describe('assembling the contracts of a file', () => {
  it('survives every defect of the tabular DECP', async () => {
    const assembly = await assembleFile('contracts-with-defects.csv');
    expect(assembly).toMatchObject({ rows: 26, contractsFound: 20, concessions: 0 });
    expect(assembly.rejected.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [7, 'TEST_ROW', '00000109900019'],
      [8, 'REGION_MISSING', null],
      [9, 'BUYER_SIRET_INVALID', '00000103200011'],
      [10, 'REGION_OUTSIDE_SCOPE', '977'],
      [11, 'REGION_OUTSIDE_SCOPE', '975'],
      [12, 'REGION_OUTSIDE_SCOPE', '978'],
      [14, 'COLUMN_COUNT', '3'],
      [15, 'COLUMN_COUNT', '18'],
      [16, 'AMOUNT_INVALID', '-5'],
      [17, 'AMOUNT_INVALID', '99999999999'],
      [18, 'AMOUNT_INVALID', 'douze'],
      [19, 'DATE_INVALID', '2024-02-30'],
      [20, 'DATE_INVALID', 'bientôt'],
      [25, 'AMOUNT_INVALID', '-1'],
      [29, 'CONTRACT_ID_MISSING', null],
    ]);
    expect(assembly.warnings.map(({ line, code, value }) => [line, code, value])).toEqual([
      [4, 'CONFLICTING_VALUE', '5050000'],
      [4, 'CONFLICTING_VALUE', '2024-09-03'],
      [6, 'DURATION_UNREADABLE', 'NC'],
      [21, 'CPV_UNREADABLE', '99999999'],
      [22, 'HOLDER_INVALID', '00001'],
      [23, 'HOLDER_INVALID', null],
      [24, 'AMOUNT_MISSING', '0'],
      [28, 'UID_DIFFERS_IN_CASE', '000001073000142024-20A'],
    ]);
    expect(shortContracts(assembly)).toEqual([
      ['2024-1', '53', 'BUYER', 'silent'],
      ['2024-2', '84', 'BUYER', 'silent'],
      ['2024-15', '53', 'BUYER', 'silent'],
      ['2024-16', '04', 'BUYER', 'silent'],
      ['2024-17', '04', 'BUYER', 'silent'],
      ['2024-18', '94', 'BUYER', 'silent'],
      ['2024-19', '53', 'BUYER', 'silent'],
      ['2024-20a', '53', 'BUYER', 'silent'],
      ['2024-20A', '53', 'BUYER', 'silent'],
    ]);
  });

  it('counts the amount of a contract once, whatever its rows', async () => {
    const [contract] = (await assembleFile('contracts-with-defects.csv')).contracts;
    expect(contract).toMatchObject({ lines: [2, 3, 4], amountCents: 5_000_000, sector: 'BTP', departement: '29' });
    expect(contract?.holders).toEqual([
      { siret: '00000901900019', name: 'Entreprise Le Goff' },
      { siret: '00000902700012', name: 'Bâtir, Couvrir & Cie' },
    ]);
  });

  it('prefers the place of execution to the buyer, and takes a clause only when it is stated', async () => {
    const assembly = await assembleFile('contracts-with-places.csv');
    expect(shortContracts(assembly)).toEqual([
      ['P-1', '84', 'PLACE', 'EXECUTION_CONDITION'],
      ['P-2', '52', 'PLACE', 'AWARD_CRITERION'],
      ['P-3', '75', 'PLACE', 'CONDITION_AND_CRITERION'],
      ['P-4', '76', 'PLACE', 'UNKNOWN'],
      ['P-5', '52', 'PLACE', null],
      ['P-6', '53', 'BUYER', 'silent'],
      ['P-7', '53', 'BUYER', 'silent'],
      ['P-11', '11', 'PLACE', 'silent'],
      ['P-12', '53', 'BUYER', 'silent'],
      ['P-13', '32', 'PLACE', 'EXECUTION_CONDITION'],
      ['P-14', '94', 'PLACE', 'silent'],
      ['P-15', '53', 'BUYER', 'silent'],
    ]);
    expect(assembly.rejected.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [9, 'REGION_OUTSIDE_SCOPE', 'Code pays BE'],
      [10, 'REGION_OUTSIDE_SCOPE', 'Code commune 97502'],
      [11, 'REGION_OUTSIDE_SCOPE', 'Code postal 97133'],
    ]);
  });

  it('survives every defect of the nested JSON', async () => {
    const assembly = await assembleFile('contracts-2.0.3.json');
    expect(assembly).toMatchObject({ rows: 13, contractsFound: 12, concessions: 1 });
    expect(assembly.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'REGION_OUTSIDE_SCOPE'],
      [7, 'BUYER_SIRET_INVALID'],
      [8, 'AMOUNT_INVALID'],
      [9, 'DATE_INVALID'],
      [10, 'REGION_MISSING'],
    ]);
    expect(shortContracts(assembly)).toEqual([
      ['J-1', '53', 'PLACE', 'CONDITION_AND_CRITERION'],
      ['J-2', '53', 'PLACE', 'silent'],
      ['J-3', '53', 'PLACE', 'silent'],
      ['J-4', '53', 'PLACE', 'EXECUTION_CONDITION'],
      ['J-5', '53', 'PLACE', 'AWARD_CRITERION'],
      ['J-11', '53', 'PLACE', null],
      ['J-12', '32', 'PLACE', null],
    ]);
    expect(assembly.contracts[0]).toMatchObject({ amountCents: 9_000_050, title: 'Entretien des locaux 1' });
    expect(assembly.contracts[0]?.holders).toHaveLength(2);
  });

  it('survives every defect of the flat JSON', async () => {
    const assembly = await assembleFile('contracts-flat.json');
    expect(assembly).toMatchObject({ rows: 4, contractsFound: 3, concessions: 1 });
    expect(assembly.rejected.map(({ line, reason }) => [line, reason])).toEqual([[4, 'ROW_UNREADABLE']]);
    expect(shortContracts(assembly)).toEqual([
      ['J-21', '53', 'PLACE', 'EXECUTION_CONDITION'],
      ['J-22', '53', 'PLACE', 'silent'],
      ['J-23', '53', 'PLACE', 'UNKNOWN'],
    ]);
    expect(assembly.contracts[0]?.holders).toEqual([{ siret: '00000907600019', name: 'Net Ouest' }]);
  });

  it('refuses the rows of the vendor of the platform by its SIREN too', async () => {
    const { rejected } = await assembleContracts([buildItem({ buyerId: '44090956200033', buyerName: null })]);
    expect(rejected.map((row) => row.reason)).toEqual(['TEST_ROW']);
  });

  it.each([
    [{ amount: '12.345' }, { amountCents: 1235 }],
    [{ amount: null }, { amountCents: null }],
    [{ notifiedOn: '2024-09-02+02:00' }, { notifiedOn: '2024-09-02' }],
    [{ notifiedOn: null }, { notifiedOn: null }],
    [{ durationMonths: '12.0' }, { durationMonths: 12 }],
    [{ durationMonths: '99999' }, { durationMonths: null }],
    [{ uid: null }, { uid: '000001016000131' }],
    [{ cpv: null }, { cpv: null, sector: null }],
  ])('reads %j', async (overrides, expected) => {
    const { contracts } = await assembleContracts([buildItem(overrides)]);
    expect(contracts).toMatchObject([expected]);
  });

  it.each([
    [{ notifiedOn: '0024-09-02' }, 'DATE_INVALID'],
    [{ amount: '1 000,50' }, 'AMOUNT_INVALID'],
    [{ amount: '1e9' }, 'AMOUNT_INVALID'],
    [{ buyerId: null }, 'BUYER_SIRET_INVALID'],
    [{ uid: null, id: null }, 'CONTRACT_ID_MISSING'],
  ])('refuses %j', async (overrides, reason) => {
    const { rejected } = await assembleContracts([buildItem(overrides)]);
    expect(rejected.map((row) => row.reason)).toEqual([reason]);
  });

  it('takes the region from the row that says where the work is done', async () => {
    const { contracts } = await assembleContracts([
      buildItem(),
      buildItem({ line: 3, placeCode: '33', placeType: 'Code département' }),
    ]);
    expect(contracts).toMatchObject([{ regionCode: '75', regionBy: 'PLACE', lines: [2, 3] }]);
  });

  it('accounts for every row, however they are mixed', async () => {
    const row = fc.record({
      uid: fc.constantFrom('A', 'B', 'C', null),
      amount: fc.constantFrom('1', '2', '-1', null),
      buyerRegion: fc.constantFrom('53', '84', '977', null),
      buyerDepartement: fc.constant(null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row), async (rows) => {
        const assembly = await assembleContracts(
          rows.map((overrides, index) => buildItem({ line: index, ...overrides })),
        );
        const accepted = assembly.contracts.flatMap((contract) => contract.lines);
        const seen = [...accepted, ...assembly.rejected.map((rejection) => rejection.line)].sort((a, b) => a - b);
        expect(seen).toEqual(rows.map((_, index) => index));
      }),
    );
  });
});
