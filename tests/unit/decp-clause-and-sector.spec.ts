import { codeListOf } from '../../subgraphs/kit/catalogue/code-lists';
import { readCpv } from '../../subgraphs/kit/decp';
import { readClause } from '../../subgraphs/kit/decp';

const codesOf = (list: string) => codeListOf(list).entries.map((entry) => entry.code);

describe('social clauses of the DECP', () => {
  it.each([
    [['Clause sociale'], 'EXECUTION_CONDITION'],
    [[' CRITERE SOCIAL '], 'AWARD_CRITERION'],
    [['Critère social', 'Clause sociale'], 'CONDITION_AND_CRITERION'],
    [['Marché réservé'], 'UNKNOWN'],
    [['Marché réservé', 'Clause sociale'], 'EXECUTION_CONDITION'],
    [['Pas de considération sociale'], null],
  ])('reads %j as %s', (values, type) => {
    expect(readClause(values)).toEqual({ kind: 'STATED', type });
    if (type !== null) expect(codesOf('CLAUSE_TYPE')).toContain(type);
  });

  it.each([[null], [[]], [['', ' ']]])('concludes nothing from %j', (values) => {
    expect(readClause(values)).toEqual({ kind: 'SILENT' });
  });

  it.each([[['Oui']], [['constructor']], [['Clauses']], [['Sans objet']]])('never takes %j for a clause', (values) => {
    expect(readClause(values)).toEqual({ kind: 'UNREADABLE' });
  });

  it('never takes a contradiction for a clause', () => {
    expect(readClause(['Clause sociale', 'Pas de considération sociale'])).toEqual({ kind: 'CONTRADICTORY' });
  });
});

describe('sectors of the CPV', () => {
  it.each([
    ['45214200-2', '45214200', 'BTP'],
    ['90910000', '90910000', 'CLEANING'],
    ['90610000', '90610000', 'CLEANING'],
    ['90511000', '90511000', 'WASTE'],
    ['90400000', '90400000', 'OTHER_SERVICES'],
    ['77310000', '77310000', 'GREEN_SPACES'],
    ['55523000', '55523000', 'CATERING'],
    ['55110000', '55110000', 'OTHER_SERVICES'],
    ['71200000', '71200000', 'INTELLECTUAL_SERVICES'],
    ['79710000', '79710000', 'OTHER_SERVICES'],
    ['03111000', '03111000', 'SUPPLIES'],
    ['48000000', '48000000', 'SUPPLIES'],
    ['99999999', null, null],
    ['4521', null, null],
    ['travaux', null, null],
  ])('reads %s', (text, cpv, sector) => {
    expect(readCpv(text)).toEqual({ cpv, sector });
    if (sector !== null) expect(codesOf('SECTOR')).toContain(sector);
  });
});
