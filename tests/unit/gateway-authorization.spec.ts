import { composeServices } from '@apollo/composition';
import { getOperationAST, parse, validate } from 'graphql';
import { createPlanner } from '../../gateway/plans';
import { servedSupergraph } from '../../gateway/authorization';
import { readSupergraph } from '../../gateway/supergraph';
import { hubEngine } from '../support/two-engines';
import { HubError } from '../../subgraphs/kit/errors';
import type { Caller } from '../../subgraphs/kit/identity';

const ANYONE: Caller = { role: 'public' };
const CONSOLIDATOR: Caller = { role: 'consolidator' };
const APPROVER: Caller = { role: 'approver' };
const AUDITOR: Caller = { role: 'auditor' };
const ADMINISTRATOR: Caller = { role: 'administrator' };
const COORDINATION: Caller = { role: 'coordination', region: '53' };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@inaccessible", "@authenticated", "@requiresScopes", "@policy"])`;

const SDL = `${LINK}
type Query {
  open: String
  signedIn: String @authenticated
  exact: String @requiresScopes(scopes: [["figures", "contracts"], ["keys"]])
  party: String @policy(policies: [["partnershipParty"]])
  both: String @requiresScopes(scopes: [["figures"]]) @policy(policies: [["partnershipParty"]])
  thing: Thing
  any: Any
  mixed: Mixed
  level: Level
  seal: Seal
  inner: Inner
  secretBehind: Holder
  byLevel(level: Level): String
}
interface Thing { id: ID name: String }
type Plain implements Thing { id: ID name: String }
type Guarded implements Thing @requiresScopes(scopes: [["contracts"]]) { id: ID name: String }
type Named implements Thing { id: ID name: String @requiresScopes(scopes: [["partnerships"]]) }
union Any = Plain | Inner
union Mixed = Plain | Audited
type Audited @requiresScopes(scopes: [["audit"]]) { log: String }
enum Level @requiresScopes(scopes: [["audit"]]) { LOW HIGH }
scalar Seal @authenticated
type Inner { deep: Deep value: String }
type Deep @requiresScopes(scopes: [["figures"]]) { value: String }
type Holder { visible: String hidden: Audited @inaccessible }
`;

function compose(...sdls: readonly string[]): string {
  const { supergraphSdl, errors } = composeServices(
    sdls.map((sdl, index) => ({ name: `s${index}`, url: `http://s${index}.invalid`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('; '));
  return supergraphSdl;
}

const supergraph = compose(SDL);
const view = readSupergraph(supergraph);

/** The code with which a caller is refused; undefined when it may ask. */
function refusal(query: string, caller: Caller, authorization = view.authorization): HubError | undefined {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('no operation');
  try {
    authorization.check(document, operation, caller);
    return undefined;
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

const needsOf = (query: string): string[] => {
  const document = parse(query);
  const operation = getOperationAST(document);
  return operation == null ? [] : view.authorization.needsOf(document, operation).map(({ coordinate }) => coordinate);
};

describe('what an operation needs', () => {
  it.each([
    ['nothing', '{ open __typename }', []],
    ['nothing for introspection', '{ __schema { types { name } } __type(name: "Deep") { name } }', []],
    ['a field', '{ signedIn }', ['Query.signedIn']],
    ['a field under an alias', '{ open: signedIn }', ['Query.signedIn']],
    ['a type behind a field', '{ inner { deep { value } } }', ['Inner.deep']],
    ['a type of which only __typename is asked', '{ inner { deep { __typename } } }', ['Inner.deep']],
    ['an enum', '{ level }', ['Query.level']],
    ['a scalar', '{ seal }', ['Query.seal']],
    ['a field that is skipped', 'query ($no: Boolean = false) { signedIn @include(if: $no) }', ['Query.signedIn']],
    ['a fragment that is skipped', '{ ... @skip(if: true) { signedIn } }', ['Query.signedIn']],
    ['a fragment', '{ ...A } fragment A on Query { ...B } fragment B on Query { signedIn }', ['Query.signedIn']],
    ['an operation beside an unused fragment', '{ open } fragment A on Query { signedIn }', []],
  ])('is that of %s', (_, query, needs) => {
    expect(needsOf(query)).toEqual(needs);
  });

  it('is, through an interface, what every type behind it and its field need', () => {
    expect(needsOf('{ thing { id } }')).toEqual(['Query.thing']);
    expect(refusal('{ thing { id } }', APPROVER)?.code).toBe('FORBIDDEN');
    expect(refusal('{ thing { id } }', COORDINATION)).toBeUndefined();
    expect(refusal('{ thing { name } }', COORDINATION)).toMatchObject({
      code: 'FORBIDDEN',
      extensions: { coordinate: 'Thing.name', roles: ['consolidator', 'buyer'] },
    });
    expect(refusal('{ thing { name } }', CONSOLIDATOR)).toBeUndefined();
  });

  it('is, through a union, what every member needs, whichever fragment asks', () => {
    expect(refusal('{ mixed { __typename } }', CONSOLIDATOR)?.code).toBe('FORBIDDEN');
    expect(refusal('{ mixed { ... on Plain { name } } }', CONSOLIDATOR)?.code).toBe('FORBIDDEN');
    expect(refusal('{ mixed { ... on Plain { name } ... on Audited { log } } }', AUDITOR)).toBeUndefined();
    expect(refusal('{ any { ... on Plain { name } ... on Inner { value } } }', ANYONE)).toBeUndefined();
    expect(refusal('{ any { ... on Inner { deep { value } } } }', ANYONE)?.code).toBe('UNAUTHENTICATED');
  });

  it('is, through fragments on interfaces inside unions, still what the types behind need', () => {
    expect(refusal('{ any { ... on Thing { id } } }', ANYONE)?.code).toBe('UNAUTHENTICATED');
    expect(refusal('{ any { ... on Plain { ... on Thing { name } } } }', COORDINATION)?.code).toBe('FORBIDDEN');
  });
});

describe('a requirement', () => {
  it('of several scopes holds when all of one alternative do', () => {
    expect(refusal('{ exact }', APPROVER)?.code).toBe('FORBIDDEN');
    expect(refusal('{ exact }', ADMINISTRATOR)).toBeUndefined();
    expect(refusal('{ exact }', COORDINATION)).toBeUndefined();
  });

  it('of scope and policy holds when both do', () => {
    expect(refusal('{ party }', CONSOLIDATOR)).toBeUndefined();
    expect(refusal('{ party }', COORDINATION)?.code).toBe('FORBIDDEN');
    expect(refusal('{ both }', COORDINATION)?.code).toBe('FORBIDDEN');
    expect(refusal('{ both }', CONSOLIDATOR)).toBeUndefined();
  });

  it('that is not met refuses the whole operation and names who may ask', () => {
    const error = refusal('{ open exact }', ANYONE);
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(error?.message).toContain('Query.exact is for signed-in callers: desk, coordination, consolidator, buyer');
    expect(refusal('{ open exact }', AUDITOR)).toMatchObject({ code: 'FORBIDDEN', status: 403 });
  });

  it('of a hidden field is never told: such an operation is no valid one', () => {
    const query = '{ secretBehind { hidden { log } } }';
    expect(refusal(query, ANYONE)).toBeUndefined();
    const api = createPlanner(supergraph, { maxEvaluatedPlans: 1 }).apiSdl;
    expect(api).not.toContain('hidden');
    expect(validate(view.schema, parse(query))).toEqual([]);
  });
});

describe('the engine', () => {
  it('refuses by itself what nobody refused before, and asks no subgraph', async () => {
    const asked: string[] = [];
    const engine = await hubEngine(supergraph, (name) => ({
      process: async () => {
        asked.push(name);
        return { data: { signedIn: 'seen' } };
      },
    }));
    const document = parse('{ signedIn }');
    const refused = await engine.ask(document, {}, ANYONE);
    expect([refused.data, refused.errors.map(({ extensions }) => extensions['code']), asked]).toEqual([
      null,
      ['UNAUTHENTICATED'],
      [],
    ]);
    const answered = await engine.ask(document, {}, AUDITOR);
    expect([answered.data, asked]).toEqual([{ signedIn: 'seen' }, ['s0']]);
    await engine.stop();
  });
});

describe('directives under other names', () => {
  const renamed = SDL.replace(
    '"@authenticated", "@requiresScopes", "@policy"',
    '{ name: "@authenticated", as: "@auth" }, { name: "@requiresScopes", as: "@scoped" }, { name: "@policy", as: "@ruled" }',
  )
    .replaceAll(/@authenticated(?!")/g, '@auth')
    .replaceAll('@requiresScopes(', '@scoped(')
    .replaceAll('@policy(', '@ruled(');
  const prefixed = SDL.replace(', "@authenticated", "@requiresScopes", "@policy"', '')
    .replaceAll(/@authenticated/g, '@federation__authenticated')
    .replaceAll('@requiresScopes(', '@federation__requiresScopes(')
    .replaceAll('@policy(', '@federation__policy(');

  it.each([
    ['renamed', renamed],
    ['prefixed', prefixed],
  ])('mean the same when %s', (_, sdl) => {
    const other = compose(sdl);
    const { authorization } = readSupergraph(other);
    for (const query of ['{ signedIn }', '{ exact }', '{ party }', '{ thing { id } }', '{ level }', '{ seal }']) {
      expect(refusal(query, ANYONE, authorization)?.code).toBe('UNAUTHENTICATED');
    }
    expect(() => createPlanner(other, { maxEvaluatedPlans: 1 })).not.toThrow();
    expect(servedSupergraph(other)).toBe(servedSupergraph(supergraph));
  });

  const linkOf = (name: string) => `@link(url: "https://specs.apollo.dev/${name}/v0.1", for: SECURITY)`;
  it.each<[string, (sdl: string) => string]>([
    ['a policy that the hub does not have', (sdl) => sdl.replaceAll('"partnershipParty"', '"partnershipGuest"')],
    ['a scope that the hub does not have', (sdl) => sdl.replaceAll('"audit"', '"audits"')],
    ['no alternative', (sdl) => sdl.replaceAll('scopes: [["audit"]]', 'scopes: []')],
    ['an empty alternative', (sdl) => sdl.replaceAll('scopes: [["audit"]]', 'scopes: [[]]')],
    ['a scope that is no text', (sdl) => sdl.replaceAll('[["audit"]]', '[[AUDIT]]')],
    ['no argument', (sdl) => sdl.replaceAll('@requiresScopes(scopes: [["audit"]])', '@requiresScopes')],
    [
      'another argument',
      (sdl) => sdl.replaceAll('policies: [["partnershipParty"]])', 'rules: [["partnershipParty"]])'),
    ],
    ['another version', (sdl) => sdl.replace('requiresScopes/v0.1', 'requiresScopes/v0.2')],
    ['a directive without its link', (sdl) => sdl.replace(linkOf('requiresScopes'), '')],
    ['a link by another directive', (sdl) => sdl.replace(linkOf('policy'), linkOf('policy').replace('@link', '@core'))],
    ['a link twice', (sdl) => sdl.replace(linkOf('policy'), `${linkOf('policy')} ${linkOf('policy')}`)],
    [
      'a directive of another specification',
      (sdl) =>
        sdl.replace(
          linkOf('policy'),
          `${linkOf('policy')} @link(url: "https://example.org/x/v1.0", import: [{ name: "@policy", as: "@p" }])`,
        ),
    ],
    ['a directive where none belongs', (sdl) => sdl.replace('level: Level)', 'level: Level @authenticated)')],
    ['a directive in an extension', (sdl) => `${sdl}\nextend type Holder @authenticated`],
    ['a directive in a join__directive', (sdl) => `${sdl}\nextend schema @join__directive(name: "policy")`],
    ['a directive twice at one place', (sdl) => sdl.replace('scalar Seal', 'scalar Seal @authenticated')],
  ])('that nobody is sure of are not loaded: %s', (_, change) => {
    const changed = change(supergraph);
    expect(changed).not.toBe(supergraph);
    expect(() => readSupergraph(changed)).toThrow(expect.objectContaining({ code: 'SUPERGRAPH_UNSUPPORTED' }));
  });
});
