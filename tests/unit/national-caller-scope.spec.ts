import type { Caller } from '../../subgraphs/kit/identity';
import { isSiren } from '../../subgraphs/kit/identifiers';
import { answeredFor, decodeContractsScope } from '../../subgraphs/kit/scope';
import {
  buyersFor,
  contractRegionsFor,
  NOBODYS_SIREN,
  restrictionOf,
  seesBuyer,
} from '../../subgraphs/national/modules/caller-scope';
import { createContractLookupService } from '../../subgraphs/national/modules/contract';
import { CONSOLIDATOR } from '../support/callers';
import { directoryOf } from '../support/national-shards';

const BUYER: Caller = { role: 'buyer', sirens: ['732829320', '552081317', '732829320'] };
const DESK: Caller = { role: 'desk', region: '53', desk: '53-1' };
const COORDINATION: Caller = { role: 'coordination', region: '53' };
const OTHER = '356000000';

describe('the buyers that a question of a buyer asks for', () => {
  it.each<[string, string[] | undefined, string[]]>([
    ['without a filter, its own', undefined, ['552081317', '732829320']],
    ['with its own among others, its own among them', [OTHER, '732829320'], ['732829320']],
    ["with another's, nobody", [OTHER], [NOBODYS_SIREN]],
    ["with others', nobody", [OTHER, '000000000'], [NOBODYS_SIREN]],
  ])('are %s', (_, asked, found) => {
    expect(buyersFor(BUYER, asked)).toEqual(found);
  });

  it('are a valid SIREN even when they are nobody', () => {
    expect(isSiren(NOBODYS_SIREN)).toBe(true);
  });

  it('are those that were asked for, for everybody else', () => {
    for (const caller of [CONSOLIDATOR, DESK, COORDINATION]) {
      expect([buyersFor(caller, undefined), buyersFor(caller, [OTHER]), restrictionOf(caller)]).toEqual([
        undefined,
        [OTHER],
        null,
      ]);
    }
    expect([seesBuyer(BUYER, '552081317'), seesBuyer(BUYER, OTHER), seesBuyer(CONSOLIDATOR, OTHER)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the regions whose contracts are listed', () => {
  it.each([DESK, COORDINATION])('are its own, for %j', (caller) => {
    expect(contractRegionsFor(caller, undefined)).toEqual(['53']);
    expect(contractRegionsFor(caller, null)).toEqual(['53']);
    expect(contractRegionsFor(caller, ['11', '53'])).toEqual(['53']);
    expect(() => contractRegionsFor(caller, ['11'])).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  it('are those of the filter for everybody else', () => {
    expect(contractRegionsFor(CONSOLIDATOR, undefined)).toBeUndefined();
    expect(contractRegionsFor(BUYER, ['11'])).toEqual(['11']);
  });
});

describe('looking one contract up', () => {
  const directory = directoryOf();
  const service = createContractLookupService((code) => directory.region(code).prefix);
  const NONE = new Map();
  const entry = (id: string) => ({ id, sort: '79789999-000000000001' });
  const answerOf = (scope: string, entries: readonly unknown[]) => ({
    scope,
    shards: [{ answeredFor: answeredFor('53', scope), entries }],
  });

  it('asks the region of the identifier alone, within what the caller may see', () => {
    const { scope, shards } = service.scatter('53-7', { caller: BUYER, directory });
    expect(shards).toEqual([{ __typename: 'BretagneContractPage', region: '53', scope }]);
    expect(decodeContractsScope(scope)).toMatchObject({
      filter: { id: '53-7', buyers: ['552081317', '732829320'] },
      membership: { expected: ['53'], asked: ['53'] },
    });
  });

  it('gives the reference of what the region lists, and null when it lists nothing', () => {
    const { scope } = service.scatter('53-7', { caller: CONSOLIDATOR, directory });
    const found = answerOf(scope, [entry('53-7')]);
    expect(service.contract(found, NONE)).toEqual({ __typename: 'BretagneContract', id: '53-7' });
    expect([service.contract(answerOf(scope, []), NONE), service.status(answerOf(scope, []), NONE)]).toEqual([
      null,
      'LIVE',
    ]);
  });

  it.each([
    ['another contract', [entry('53-8')]],
    ['a contract of another region', [entry('11-7')]],
    ['more than one', [entry('53-7'), { id: '53-7', sort: '79789999-000000000002' }]],
  ])('excludes a region that answers %s', (_, entries) => {
    const { scope } = service.scatter('53-7', { caller: CONSOLIDATOR, directory });
    const wrong = answerOf(scope, entries);
    expect([service.contract(wrong, NONE), service.status(wrong, NONE)]).toEqual([null, 'INVALID']);
  });

  it.each([
    ['an identifier of no region', '99-7', CONSOLIDATOR],
    ['no identifier', '53', CONSOLIDATOR],
    ['a contract of another region, for a desk', '11-7', DESK],
  ])('asks nobody for %s, and keeps it out of the scope', (_, id, caller) => {
    const { scope, shards } = service.scatter(id, { caller, directory });
    expect(shards).toEqual([]);
    expect(decodeContractsScope(scope).filter.id).toBeUndefined();
    expect([service.status({ scope, shards }, NONE), service.contract({ scope, shards }, NONE)]).toEqual([null, null]);
  });
});
