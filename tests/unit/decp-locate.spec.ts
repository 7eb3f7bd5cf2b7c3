import { locateBuyer, locatePlace } from '../../subgraphs/kit/decp';

describe('locating a contract', () => {
  it.each([
    ['29019', 'Code commune', '53', 'COMMUNE', '29019', '29'],
    ['2a004', 'Code commune', '94', 'COMMUNE', '2A004', '2A'],
    ['69385', 'Code commune', '84', 'COMMUNE', '69123', '69'],
    ['49080', 'Code commune', '52', 'COMMUNE', '49080', '49'],
    ['35000', 'Code postal', '53', 'COMMUNE', '35238', '35'],
    ['75000', 'Code postal', '11', 'DEPARTEMENT', '75', '75'],
    ['97400', 'Code postal', '04', 'COMMUNE', '97411', '974'],
    ['20200', 'Code postal', '94', 'DEPARTEMENT', '2B', '2B'],
    ['20999', 'Code postal', '94', 'REGION', '94', null],
    ['1', 'code departement', '84', 'DEPARTEMENT', '01', '01'],
    ['2A', 'Code département', '94', 'DEPARTEMENT', '2A', '2A'],
    ['976', 'Code département', '06', 'DEPARTEMENT', '976', '976'],
    ['4', 'Code région', '04', 'REGION', '04', null],
    ['291', 'Code arrondissement', '53', 'DEPARTEMENT', '29', '29'],
    ['75101', 'Code arrondissement', '11', 'COMMUNE', '75056', '75'],
    ['2903', 'Code canton', '53', 'DEPARTEMENT', '29', '29'],
  ])('finds %s as %s in region %s', (code, type, region, kind, placeCode, departement) => {
    expect(locatePlace(code, type)).toEqual({ kind: 'FOUND', region, place: { kind, code: placeCode }, departement });
  });

  it('finds the commune of today for one that was merged into it', () => {
    // 01126 went into Valserhône, which has the code 01033, and left no delegated commune.
    expect(locatePlace('01126', 'Code commune')).toMatchObject({ region: '84', place: { code: '01033' } });
  });

  it.each([
    ['975', 'Code région'],
    ['977', 'Code département'],
    ['97502', 'Code commune'],
    ['97133', 'Code postal'],
    ['98800', 'Code postal'],
    ['BE', 'Code pays'],
  ])('says that %s as %s is outside the 18 regions', (code, type) => {
    expect(locatePlace(code, type)).toEqual({ kind: 'OUTSIDE' });
  });

  it.each([
    ['48250', 'Code postal'],
    ['7500', 'Code postal'],
    ['00000', 'Code commune'],
    ['99', 'Code département'],
    ['82', 'Code région'],
    ['29019', null],
    ['242900314', 'Code EPCI'],
  ])('cannot conclude from %s as %s', (code, type) => {
    expect(locatePlace(code, type)).toMatchObject({ kind: 'UNREADABLE' });
  });

  it.each([
    ['FR', 'Code pays'],
    [null, 'Code commune'],
    [null, null],
  ])('takes %s as %s for no place', (code, type) => {
    expect(locatePlace(code, type)).toEqual({ kind: 'UNSTATED' });
  });

  it.each([
    ['53', '29', '53', '29'],
    ['53', null, '53', null],
    [null, '974', '04', '974'],
    ['11', '29', '11', null],
    ['XX', '29', '53', '29'],
  ])('finds a buyer of region %s and département %s', (region, departement, found, foundDepartement) => {
    expect(locateBuyer({ region, departement, siren: '000001016' })).toMatchObject({
      kind: 'FOUND',
      region: found,
      departement: foundDepartement,
    });
  });

  it.each([
    ['212900195', '53'],
    ['222900011', '53'],
    ['229850003', '06'],
    ['269740000', '04'],
  ])('finds a public body without columns by its SIREN %s', (siren, region) => {
    expect(locateBuyer({ region: null, departement: null, siren })).toMatchObject({ kind: 'FOUND', region });
  });

  it('leaves Saint-Barthélemy and Saint-Martin out of Guadeloupe', () => {
    for (const siren of ['219711231', '219711272'])
      expect(locateBuyer({ region: null, departement: null, siren })).toEqual({ kind: 'OUTSIDE' });
  });

  it('says nothing of another legal person without columns', () => {
    expect(locateBuyer({ region: null, departement: null, siren: '130001902' })).toEqual({ kind: 'UNSTATED' });
    expect(locateBuyer({ region: '978', departement: '978', siren: '000001016' })).toEqual({ kind: 'OUTSIDE' });
  });
});
