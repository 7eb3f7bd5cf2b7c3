import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import type { Region } from '../../../subgraphs/kit/regions';
import type { SeededRandom } from '../../faults/support/seeded-random';

/** Who publishes, and what there is beside it to reach for. */
export interface Scene {
  readonly publisher: Region;
  readonly others: readonly Region[];
  /** What the national subgraph, the registry and another region publish. */
  readonly foreignSdls: readonly DocumentNode[];
}

/** One change of an SDL. */
export interface Mutation {
  readonly name: string;
  apply(sdl: string, random: SeededRandom, scene: Scene): string;
}

/** A change of the text. */
export const ofText = (name: string, apply: Mutation['apply']): Mutation => ({ name, apply });

/** A change of the definitions; an SDL that is no GraphQL any more stays as it is. */
export function ofDefinitions(
  name: string,
  change: (document: DocumentNode, random: SeededRandom, scene: Scene) => readonly DefinitionNode[] | string,
): Mutation {
  return {
    name,
    apply(sdl, random, scene) {
      const document = tryParse(sdl);
      if (document === undefined) return sdl;
      const changed = change(document, random, scene);
      return typeof changed === 'string'
        ? `${sdl}\n${changed}\n`
        : print({ kind: Kind.DOCUMENT, definitions: changed });
    },
  };
}

export function tryParse(sdl: string): DocumentNode | undefined {
  try {
    return parse(sdl, { noLocation: true });
  } catch {
    return undefined;
  }
}

export const objectsOf = ({ definitions }: DocumentNode): readonly ObjectTypeDefinitionNode[] =>
  definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);

/** The definitions with one of them replaced, or left out. */
export function replaced(
  { definitions }: DocumentNode,
  old: DefinitionNode,
  ...by: readonly DefinitionNode[]
): readonly DefinitionNode[] {
  return definitions.flatMap((node) => (node === old ? by : [node]));
}

/** One object type with another version of one of its fields. */
export function withFieldOf(
  document: DocumentNode,
  random: SeededRandom,
  change: (field: FieldDefinitionNode, type: ObjectTypeDefinitionNode) => readonly FieldDefinitionNode[],
): readonly DefinitionNode[] {
  const type = random.pick(objectsOf(document));
  const field = random.pick(type.fields ?? []);
  const fields = (type.fields ?? []).flatMap((each) => (each === field ? change(each, type) : [each]));
  return replaced(document, type, { ...type, fields });
}

/** A field as it would be written in a type. */
export function fieldOf(text: string): FieldDefinitionNode {
  const type = parse(`type T { ${text} }`, { noLocation: true }).definitions[0];
  const field = type?.kind === Kind.OBJECT_TYPE_DEFINITION ? type.fields?.[0] : undefined;
  if (field === undefined) throw new Error(`Not a field: ${text}`);
  return field;
}
