import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type DocumentNode, Kind, parse, print, type SelectionSetNode, specifiedRules, validate, visit } from 'graphql';
import { servedSupergraph } from '../../gateway/authorization';
import type { SubgraphService } from '../../gateway/executor';
import { withoutNestedAbstract } from '../../gateway/executor/narrow-fragments';
import { readSupergraph, reservedAliasRule } from '../../gateway/supergraph';
import { regionalSchema } from '../../schema';
import type { Region } from '../../subgraphs/kit/regions';
import { supergraphOf } from './gateway-network';
import { region } from './gateway-servers';
import { MADE_UP_SUBGRAPHS, madeUpSupergraph } from './made-up-schema';
import { type Behaviour, madeUpSubgraph } from './made-up-subgraphs';
import { randomOperation } from './random-operation';
import { type EngineUnderTest, exchangeable, hubEngine, stockEngine } from './two-engines';

/** A subgraph that is made up from its schema. */
export interface OracleSubgraph {
  readonly sdl: string;
  /** The region that its errors name; none for the national level. */
  readonly region?: Region | undefined;
}

/** A valid operation. */
export interface DrawnOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The hub's engine beside the stock one, over the same made-up subgraphs. */
export interface Oracle {
  readonly subgraphs: readonly string[];
  readonly ours: EngineUnderTest;
  readonly stock: EngineUnderTest;
  /** Says how each subgraph behaves from now on; healthy unless said otherwise. */
  behave(behaviours: Readonly<Record<string, Behaviour>>): void;
  /** A random operation that both engines take; invalid ones are left out of the property. */
  draw(seed: number, size: number): DrawnOperation;
  /** Compares the answers of both to one random operation. */
  compare(seed: number, size: number): Promise<void>;
  stop(): Promise<void>;
}

/** Every way in which a made-up subgraph behaves. */
export const BEHAVIOURS: readonly Behaviour[] = ['healthy', 'down', 'flaky'];

/** Starts both engines over subgraphs whose answers follow from what they are asked. */
async function startOracle(
  supergraphSdl: string,
  subgraphs: Readonly<Record<string, OracleSubgraph>>,
  members: readonly Region[],
): Promise<Oracle> {
  const services = new Map<string, SubgraphService>();
  for (const [name, { sdl, region }] of Object.entries(subgraphs)) {
    for (const behaviour of BEHAVIOURS) {
      services.set(`${name} ${behaviour}`, madeUpSubgraph(sdl, members, behaviour, region));
    }
  }
  let behaviours: Readonly<Record<string, Behaviour>> = {};
  const service = exchangeable(() => (name) => {
    const found = services.get(`${name} ${behaviours[name] ?? 'healthy'}`);
    if (found === undefined) throw new Error(`no subgraph ${name}`);
    return found;
  });
  // What the caller may ask is decided before a plan is carried out, and not what is compared here.
  const ours = await hubEngine(servedSupergraph(supergraphSdl), service);
  const stock = await stockEngine(supergraphSdl, service);
  const { reservedNames } = readSupergraph(supergraphSdl);
  const rules = [...specifiedRules, reservedAliasRule(() => reservedNames)];
  const draw = (seed: number, size: number): DrawnOperation => {
    const { query, variables } = randomOperation(ours.schema, seed, size);
    const document = parse(query);
    fc.pre(validate(ours.schema, document, rules).length === 0);
    return { document, variables };
  };
  return {
    subgraphs: Object.keys(subgraphs),
    ours,
    stock,
    behave: (next) => {
      behaviours = next;
    },
    draw,
    compare: (seed, size) => compareEngines({ ours, stock }, draw(seed, size)),
    stop: async () => {
      await Promise.all([ours.stop(), stock.stop()]);
    },
  };
}

/**
 * The stock engine loses fields of fragments on objects whose type it did not fetch, so the type of every object is
 * asked for: then both have to give the same. Without those types ours has to give the same but for them.
 */
async function compareEngines(
  { ours, stock }: Pick<Oracle, 'ours' | 'stock'>,
  { document, variables }: DrawnOperation,
): Promise<void> {
  const typed = withTypenames(document);
  const query = print(document);
  const expected = await stock.ask(typed, variables).catch((thrown: unknown) => {
    if (!isPlannersFault(thrown)) throw thrown;
    // What ours plans, with fragments that mean the same (tests/unit/executor-narrow-fragments).
    return stock.ask(withoutNestedAbstract(typed, ours.schema), variables);
  });
  const found = await ours.ask(typed, variables);
  expect({ query, variables, faults: found.faults }).toEqual({ query, variables, faults: expected.faults });
  expect({ query, variables, data: found.data }).toEqual({ query, variables, data: expected.data });
  const plain = await ours.ask(document, variables);
  // A type may be asked of a subgraph of which nothing else is: without it there can be fewer faults, never others, and
  // none that the stock engine tells but for the nulls of objects that it loses.
  const asked = await stock.ask(document, variables).catch((thrown: unknown) => {
    if (!isPlannersFault(thrown)) throw thrown;
    return stock.ask(withoutNestedAbstract(document, ours.schema), variables);
  });
  const told = asked.faults.filter((fault) => !fault.startsWith('VALUE_INVALID'));
  expect({ query, variables, faults: expected.faults }).toMatchObject({ faults: expect.arrayContaining(plain.faults) });
  expect({ query, variables, faults: plain.faults }).toMatchObject({ faults: expect.arrayContaining(told) });
  if (!isDeepStrictEqual(plain.faults, expected.faults)) return;
  expect({ query, variables, data: withoutTypenames(plain.data) }).toEqual({
    query,
    variables,
    data: withoutTypenames(expected.data),
  });
}

/**
 * The planner, which both engines have from one package, cannot plan a fragment on a union within a fragment on one of its
 * objects when another object of the union is named there.
 */
function isPlannersFault(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message.startsWith('Cannot add fragment of condition');
}

/** Regions of the hub's schema in tests of engines. */
const CODES = ['53', '76', '11'];

/** Over the schema of the hub. */
export function startHubOracle(): Promise<Oracle> {
  const { supergraphSdl, nationalSdl } = supergraphOf(CODES);
  const members = CODES.map(region);
  const regions = members.map((member): [string, OracleSubgraph] => [
    member.subgraph,
    { sdl: regionalSchema(member, '2'), region: member },
  ]);
  return startOracle(supergraphSdl, { national: { sdl: nationalSdl }, ...Object.fromEntries(regions) }, members);
}

/** Over unions, lists of lists and mutations, which the schema of the hub does not have. */
export function startMadeUpOracle(): Promise<Oracle> {
  const members = CODES.map(region);
  const subgraphs = Object.entries(MADE_UP_SUBGRAPHS).map(([name, sdl], index): [string, OracleSubgraph] => [
    name,
    { sdl, region: index === 0 ? undefined : members[index] },
  ]);
  return startOracle(madeUpSupergraph(), Object.fromEntries(subgraphs), members);
}

function withTypenames(document: DocumentNode): DocumentNode {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  return visit(document, {
    SelectionSet: { leave: (node): SelectionSetNode => ({ ...node, selections: [typename, ...node.selections] }) },
  });
}

function withoutTypenames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTypenames);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== '__typename');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutTypenames(inner)]));
}
