import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { drawn } from './made-up-subgraphs';

/** An operation with its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Writes an operation over a schema that follows from a seed, of about `size` fields: aliases, fragments, variables,
 * conditions at every level. It may be invalid in what only validation sees, such as fields that do not merge.
 */
export function randomOperation(schema: GraphQLSchema, seed: number, size: number): RandomOperation {
  return new Writer(schema, seed, size).write();
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #seed: number;
  readonly #variables = new Map<string, { type: string; value: unknown }>();
  readonly #fragments: string[] = [];
  #left: number;
  #draws = 0;

  constructor(schema: GraphQLSchema, seed: number, size: number) {
    this.#schema = schema;
    this.#seed = seed;
    this.#left = size;
  }

  write(): RandomOperation {
    const root = this.#schema.getQueryType();
    if (root === undefined || root === null) throw new Error('no query type');
    const body = this.#selections(root, 0);
    const definitions = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    const query = [`query Random${definitions && `(${definitions})`} ${body}`, ...this.#fragments].join('\n');
    return { query, variables: Object.fromEntries([...this.#variables].map(([name, { value }]) => [name, value])) };
  }

  #below(bound: number): number {
    this.#draws += 1;
    return drawn(`${this.#seed}-${this.#draws}`) % bound;
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  #selections(type: GraphQLNamedType, depth: number): string {
    const count = depth === 0 ? 1 + this.#below(2) : 1 + this.#below(5);
    const parts = Array.from({ length: count }, () => this.#selection(type, depth)).filter(Boolean);
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const kind = this.#below(10);
    if (kind === 0) return `${this.#below(2) === 0 ? '' : `${this.#alias()}: `}__typename${this.#condition()}`;
    if (kind <= 2 && depth > 0) return this.#fragment(type, depth);
    if (!isObjectType(type) && !isInterfaceType(type)) return this.#fragment(type, depth);
    return this.#field(this.#oneOf(Object.values(type.getFields())), depth);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    this.#left -= 1;
    if (isCompositeType(named) && (depth > 7 || this.#left < 0)) return '';
    const given = field.args
      .filter((argument) => isNonNullType(argument.type) || this.#below(3) === 0)
      .map((argument) => `${argument.name}: ${this.#argument(argument.type)}`);
    const written = given.length === 0 ? '' : `(${given.join(', ')})`;
    // A field with arguments merges with no other call of it.
    const alias = written !== '' || this.#below(4) === 0 ? `${this.#alias()}: ` : '';
    const inner = isCompositeType(named) ? ` ${this.#selections(named, depth + 1)}` : '';
    return `${alias}${field.name}${written}${this.#condition()}${inner}`;
  }

  #alias(): string {
    return `a${this.#below(3)}_${this.#draws}`;
  }

  #fragment(type: GraphQLNamedType, depth: number): string {
    const condition = this.#oneOf(this.#conditionsFor(type));
    const body = this.#selections(condition, depth + 1);
    const written = this.#condition();
    if (this.#below(3) > 0) return `... ${this.#below(4) === 0 ? '' : `on ${condition.name}`}${written} ${body}`;
    const name = `F${this.#fragments.length}_${this.#draws}`;
    this.#fragments.push(`fragment ${name} on ${condition.name} ${body}`);
    return `...${name}${written}`;
  }

  #conditionsFor(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isAbstractType(type)) return [type, ...this.#schema.getPossibleTypes(type)];
    return isObjectType(type) ? [type, ...type.getInterfaces()] : [type];
  }

  #condition(): string {
    if (this.#below(6) > 0) return '';
    const directive = this.#oneOf(['include', 'skip']);
    if (this.#below(4) === 0) return ` @${directive}(if: ${this.#below(2) === 0})`;
    const name = `c${this.#below(3)}`;
    const known = this.#variables.get(name);
    if (known === undefined) this.#variables.set(name, { type: 'Boolean!', value: this.#below(2) === 0 });
    return ` @${directive}(if: $${name})`;
  }

  #argument(type: GraphQLInputType): string {
    const value = this.#value(type, 0);
    if (this.#below(2) === 0) return literal(value, type);
    const name = `v${this.#draws}`;
    this.#variables.set(name, { type: String(type), value });
    return `$${name}`;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && this.#below(6) === 0) return null;
    if (isListType(nullable)) {
      return Array.from({ length: this.#below(3) }, () => this.#value(nullable.ofType, depth + 1));
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth < 3 && this.#below(3) === 0),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, depth + 1)]));
    }
    if (isEnumType(nullable)) return this.#oneOf(nullable.getValues()).name;
    const name = getNamedType(nullable).name;
    if (name === 'Boolean') return this.#below(2) === 0;
    return name === 'Int' || name === 'Float' ? this.#below(100) : `x${this.#below(100)}`;
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (value === null) return 'null';
  if (isListType(nullable)) return `[${(value as unknown[]).map((item) => literal(item, nullable.ofType)).join(', ')}]`;
  if (isInputObjectType(nullable)) {
    const fields = Object.entries(value as Record<string, unknown>).map(([name, inner]) => {
      const field = nullable.getFields()[name];
      return field === undefined ? '' : `${name}: ${literal(inner, field.type)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }
  return isEnumType(nullable) ? String(value) : JSON.stringify(value);
}
