import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';

/**
 * What of a supergraph is not as it is with the bare regional schema of the publisher, its own extras excepted. Shares
 * nothing with the registry's checks: it takes the publisher's types out of both texts, and compares what is printed.
 */
export function foreignChanges(
  reference: string,
  supergraph: string,
  prefix: string,
  subgraph: string,
): readonly string[] {
  const expected = partsOf(reference, prefix);
  const given = partsOf(supergraph, prefix);
  const graph = new RegExp(`(\\w+) @join__graph\\(name: "${subgraph}"`).exec(reference)?.[1] ?? '';
  const changes: string[] = [];
  for (const [name, text] of expected.foreign) {
    if (given.foreign.get(name) !== text) changes.push(given.foreign.has(name) ? `${name} changed` : `${name} is gone`);
  }
  for (const name of given.foreign.keys()) if (!expected.foreign.has(name)) changes.push(`${name} is new`);
  for (const [name, own] of expected.own) {
    const now = given.own.get(name);
    if (now === undefined) {
      changes.push(`${name} is gone`);
      continue;
    }
    if (now.head !== own.head) changes.push(`${name} is another`);
    for (const [member, text] of own.members) {
      if (now.members.get(member) !== text) changes.push(`${name}.${member} is another`);
    }
  }
  for (const [name, { head, members }] of given.own) {
    const known = expected.own.get(name);
    const extras = [...members].filter(([member]) => known?.members.has(member) !== true).map(([, text]) => text);
    for (const text of known === undefined ? [head, ...extras] : extras) {
      if (isShared(text, graph)) changes.push(`${name} involves others: ${text.slice(0, 120)}`);
    }
  }
  return changes;
}

interface OwnType {
  readonly head: string;
  readonly members: ReadonlyMap<string, string>;
}

function partsOf(supergraph: string, prefix: string) {
  const foreign = new Map<string, string>();
  const own = new Map<string, OwnType>();
  for (const node of parse(supergraph, { noLocation: true }).definitions) {
    const name = 'name' in node && node.name !== undefined ? node.name.value : 'schema';
    const key = node.kind === Kind.DIRECTIVE_DEFINITION ? `@${name}` : name;
    if (key.startsWith(prefix)) own.set(key, ownType(node));
    else foreign.set(key, print(node));
  }
  return { foreign, own };
}

/** A type of the publisher apart from its members, and without the words in which it describes them. */
function ownType(node: DefinitionNode): OwnType {
  const plain = visit(node, {
    enter: (each) => ('description' in each ? { ...each, description: undefined } : undefined),
  });
  const members = ('fields' in plain ? plain.fields : 'values' in plain ? plain.values : undefined) ?? [];
  const head = print({ ...plain, ...('fields' in plain ? { fields: [] } : { values: [] }) } as DefinitionNode);
  return { head, members: new Map(members.map((member) => [member.name.value, print(member)])) };
}

/** Whether an extra says anything of owners but that it is the publisher's. */
function isShared(text: string, graph: string): boolean {
  const joins = text.match(/@join__\w+\([^)]*\)/g) ?? [];
  return joins.some(
    (join) => !/^@join__(type|field|enumValue)\(graph: (\w+)\)$/.test(join) || !join.includes(`: ${graph})`),
  );
}
