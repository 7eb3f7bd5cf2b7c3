import { guardResolvers } from '../../subgraphs/kit/authorization';
import type { Caller } from '../../subgraphs/kit/identity';

type Resolver = (...given: readonly unknown[]) => unknown;
type Guarded = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

const SDL = `
type Query { open: String shut: Shut guarded: String @requiresScopes(scopes: [["figures"]]) }
type Shut @requiresScopes(scopes: [["contracts"]]) { id: ID }
type Entity @key(fields: "id") @policy(policies: [["partnershipParty"]]) { id: ID holds: Shut free: String }
type Plain @key(fields: "id") { id: ID }
`;
const RESOLVERS = {
  Query: { open: () => 'open', shut: () => ({ id: '1' }), guarded: () => 'seen' },
  Entity: { holds: () => ({ id: '2' }), free: () => 'free' },
  Plain: { __resolveReference: (reference: unknown) => reference },
};
const guarded = guardResolvers(SDL, RESOLVERS) as unknown as Guarded;

const resolverOf = (type: string, field: string): Resolver => {
  const found = guarded[type]?.[field];
  if (found === undefined) throw new Error(`no ${type}.${field}`);
  return found;
};
const askField = (type: string, field: string, caller: Caller | undefined) => () =>
  resolverOf(type, field)({}, {}, caller === undefined ? {} : { caller });
const FORBIDDEN = expect.objectContaining({ code: 'FORBIDDEN' });

describe('the guard before the resolvers of a subgraph', () => {
  it('lets callers in whose role allows it', () => {
    expect(askField('Query', 'guarded', { role: 'approver' })()).toBe('seen');
    expect(askField('Query', 'shut', { role: 'desk', region: '53', desk: '53-1' })()).toEqual({ id: '1' });
  });

  it('refuses others at a field, and where a type begins that needs more', () => {
    expect(askField('Query', 'guarded', { role: 'auditor' })).toThrow(FORBIDDEN);
    expect(askField('Query', 'shut', { role: 'approver' })).toThrow(FORBIDDEN);
    expect(askField('Entity', 'holds', { role: 'approver' })).toThrow(FORBIDDEN);
  });

  it('takes a context without a caller for an anonymous one', () => {
    expect(askField('Query', 'guarded', undefined)).toThrow(FORBIDDEN);
    expect(askField('Query', 'open', undefined)()).toBe('open');
  });

  it('refuses one reference without a word about the others, also where an entity has no resolver for it', async () => {
    const resolve = resolverOf('Entity', '__resolveReference');
    const reference = { __typename: 'Entity', id: '1' };
    const refused = resolve(reference, { caller: { role: 'approver' } });
    expect(refused).toBeInstanceOf(Promise);
    await expect(refused).rejects.toEqual(FORBIDDEN);
    await expect(resolve(reference, { caller: { role: 'consolidator' } })).resolves.toBe(reference);
  });

  it('leaves alone what needs nothing', () => {
    expect(guarded['Query']?.['open']).toBe(RESOLVERS.Query.open);
    expect(guarded['Plain']).toBe(RESOLVERS.Plain);
    expect(guarded['Entity']?.['free']).toBe(RESOLVERS.Entity.free);
  });

  it.each([
    ['an unknown policy', SDL.replace('partnershipParty', 'anybody')],
    ['rules stated twice', `${SDL} extend type Shut @authenticated`],
  ])('is not built over %s', (_, sdl) => {
    expect(() => guardResolvers(sdl, RESOLVERS)).toThrow(expect.objectContaining({ code: 'SUPERGRAPH_UNSUPPORTED' }));
  });

  it('is not built over a resolver that it cannot stand before', () => {
    const resolvers = { Query: { guarded: { subscribe: () => undefined } } };
    expect(() => guardResolvers(SDL, resolvers)).toThrow(expect.objectContaining({ code: 'SUPERGRAPH_UNSUPPORTED' }));
  });
});
