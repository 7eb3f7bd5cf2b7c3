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

/** Written now and then among the fields of the root. */
const INTROSPECTIONS = [
  '__schema { queryType { name ...%F } mutationType { name } }',
  '__type(name: "Query") { ... on __Type { name kind } fields { name } }',
  '__type(name: $%V) { kind name possibleTypes { name } }',
];

/**
 * Writes an operation over a schema that follows from a seed, of about `size` fields: aliases, fragments, some of them
 * used several times, variables with and without defaults, conditions at every level, introspection beside data. It
 * may be invalid in what only validation sees, such as fields that do not merge. Of a schema with mutations every
 * third operation is one.
 */
export function randomOperation(
  schema: GraphQLSchema,
  seed: number,
  size: number,
  choices: RandomChoices = {},
): RandomOperation {
  return new Writer(schema, seed, size, choices).write();
}

/** What is chosen otherwise than by the schema alone. */
export interface RandomChoices {
  /** Root fields that are asked; all of them unless said. */
  readonly rootFields?: ReadonlySet<string>;
  /** A value of a scalar, by its name; made up when there is none. `below` draws a number. */
  readonly scalarOf?: (scalar: string, below: (bound: number) => number) => unknown;
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #seed: number;
  readonly #variables = new Map<string, { declared: string; value: unknown }>();
  readonly #fragments: { readonly name: string; readonly on: string; readonly text: string }[] = [];
  #left: number;
  #draws = 0;

  constructor(
    schema: GraphQLSchema,
    seed: number,
    size: number,
    private readonly choices: RandomChoices,
  ) {
    this.#schema = schema;
    this.#seed = seed;
    this.#left = size;
  }

  write(): RandomOperation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation !== null && mutation !== undefined && this.#below(3) === 0;
    const root = isMutation ? mutation : this.#schema.getQueryType();
    if (root === undefined || root === null) throw new Error('no query type');
    const body = this.#selections(root, 0);
    const definitions = [...this.#variables].map(([name, { declared }]) => `$${name}: ${declared}`).join(', ');
    const head = `${isMutation ? 'mutation' : 'query'} Random${definitions && `(${definitions})`}`;
    const given = [...this.#variables].filter(([, { value }]) => value !== undefined);
    return {
      query: [`${head} ${body}`, ...this.#fragments.map(({ text }) => text)].join('\n'),
      variables: Object.fromEntries(given.map(([name, { value }]) => [name, value])),
    };
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
    const count = depth === 0 ? 1 + this.#below(3) : 1 + this.#below(5);
    const parts = Array.from({ length: count }, () => this.#selection(type, depth)).filter(Boolean);
    if (depth === 0 && type === this.#schema.getQueryType() && this.#below(8) === 0) parts.push(this.#introspection());
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const kind = this.#below(10);
    if (kind === 0) return `${this.#below(2) === 0 ? '' : `${this.#alias()}: `}__typename${this.#condition()}`;
    if (kind <= 2 && (depth > 0 || this.#below(3) === 0)) return this.#fragment(type, depth);
    if (!isObjectType(type) && !isInterfaceType(type)) return this.#fragment(type, depth);
    const fields = Object.values(type.getFields());
    const { rootFields } = this.choices;
    const asked = depth === 0 && rootFields !== undefined ? fields.filter(({ name }) => rootFields.has(name)) : fields;
    return this.#field(this.#oneOf(asked), depth);
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

  #introspection(): string {
    const written = this.#oneOf(INTROSPECTIONS);
    const name = `I_${this.#draws}`;
    if (written.includes('%F')) {
      this.#fragments.push({ name, on: '__Type', text: `fragment ${name} on __Type { kind description }` });
    }
    if (written.includes('%V')) {
      const types = Object.keys(this.#schema.getTypeMap());
      this.#variables.set(name, { declared: 'String!', value: this.#oneOf([...types, 'Nothing']) });
    }
    return `${this.#alias()}: ${written.replace('%F', name).replace('%V', name)}`;
  }

  #alias(): string {
    return `a${this.#below(3)}_${this.#draws}`;
  }

  #fragment(type: GraphQLNamedType, depth: number): string {
    // Fragments bring no fields of their own, so that only this ends those within unions.
    this.#left -= 1;
    if (depth > 7 || this.#left < 0) return '';
    const conditions = this.#conditionsFor(type);
    const written = this.#condition();
    const fitting = this.#fragments.filter(({ on }) => conditions.some(({ name }) => name === on));
    if (fitting.length > 0 && this.#below(4) === 0) return `...${this.#oneOf(fitting).name}${written}`;
    const condition = this.#oneOf(conditions);
    const body = this.#selections(condition, depth + 1);
    const isBare = condition === type && this.#below(3) === 0;
    if (this.#below(3) > 0) return `... ${isBare ? '' : `on ${condition.name}`}${written} ${body}`;
    const name = `F${this.#fragments.length}_${this.#draws}`;
    this.#fragments.push({ name, on: condition.name, text: `fragment ${name} on ${condition.name} ${body}` });
    return `...${name}${written}`;
  }

  /** Types that a fragment within `type` may name: itself, its possible types, and abstract types above these. */
  #conditionsFor(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    const above = Object.values(this.#schema.getTypeMap()).filter(
      (other) => isAbstractType(other) && possible.some((object) => this.#schema.isSubType(other, object)),
    );
    return [...new Set([type, ...possible, ...above])];
  }

  #condition(): string {
    if (this.#below(6) > 0) return '';
    const first = this.#oneOf(['include', 'skip']);
    const second = first === 'include' ? 'skip' : 'include';
    return this.#below(4) > 0 ? this.#directive(first) : this.#directive(first) + this.#directive(second);
  }

  #directive(name: string): string {
    if (this.#below(4) === 0) return ` @${name}(if: ${this.#below(2) === 0})`;
    const variable = `c${this.#below(4)}`;
    if (!this.#variables.has(variable)) {
      const value = this.#below(2) === 0;
      const byDefault = this.#below(2) === 0;
      const declared = this.#oneOf(['Boolean!', `Boolean! = ${byDefault}`, `Boolean = ${byDefault}`]);
      const isLeftOut = declared !== 'Boolean!' && this.#below(2) === 0;
      this.#variables.set(variable, { declared, value: isLeftOut ? undefined : value });
    }
    return ` @${name}(if: $${variable})`;
  }

  #argument(type: GraphQLInputType): string {
    const value = this.#value(type, 0);
    return this.#below(2) === 0 ? this.#literal(value, type) : this.#variable(value, type);
  }

  /** A variable that holds the value, by itself or by its default. */
  #variable(value: unknown, type: GraphQLInputType): string {
    const name = `v${this.#draws}_${this.#variables.size}`;
    const kind = this.#below(5);
    if (kind === 0) this.#variables.set(name, { declared: `${type} = ${literalOf(value, type)}`, value: undefined });
    else if (kind === 1) {
      const other = this.#value(type, 0);
      this.#variables.set(name, { declared: `${type} = ${literalOf(other, type)}`, value });
    } else this.#variables.set(name, { declared: String(type), value });
    return `$${name}`;
  }

  /** The value as a literal that may hold variables. */
  #literal(value: unknown, type: GraphQLInputType): string {
    return literalOf(value, type, (inner, innerType) =>
      this.#below(6) === 0 ? this.#variable(inner, innerType) : undefined,
    );
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
    const chosen = this.choices.scalarOf?.(name, (bound) => this.#below(bound));
    if (chosen !== undefined) return chosen;
    if (name === 'Boolean') return this.#below(2) === 0;
    return name === 'Int' || name === 'Float' ? this.#below(100) : `x${this.#below(100)}`;
  }
}

/** What stands in place of a value, or undefined for the value itself. */
type InPlaceOf = (value: unknown, type: GraphQLInputType) => string | undefined;

function literalOf(value: unknown, type: GraphQLInputType, inPlaceOf: InPlaceOf = () => undefined): string {
  const nullable = getNullableType(type);
  const inner = (item: unknown, itemType: GraphQLInputType) =>
    inPlaceOf(item, itemType) ?? literalOf(item, itemType, inPlaceOf);
  if (value === null) return 'null';
  if (isListType(nullable)) return `[${(value as unknown[]).map((item) => inner(item, nullable.ofType)).join(', ')}]`;
  if (isInputObjectType(nullable)) {
    const fields = Object.entries(value as Record<string, unknown>).map(([name, item]) => {
      const field = nullable.getFields()[name];
      return field === undefined ? '' : `${name}: ${inner(item, field.type)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }
  return isEnumType(nullable) ? String(value) : JSON.stringify(value);
}
