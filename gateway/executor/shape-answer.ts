import { GraphQLError } from 'graphql';
import { ERRORS } from '../../subgraphs/kit/errors';
import type { FieldForm, Form, ObjectForm } from './answer-form';
import type { JsonObject } from './json';

/** An answer in the form that its client asked for. */
export interface ShapedAnswer {
  readonly data: JsonObject | null;
  /** Values that the schema does not allow: always told. */
  readonly invalid: readonly GraphQLError[];
  /** Values that are missing where one is required: a failed fetch explains them. */
  readonly missing: readonly GraphQLError[];
}

/** Answers an introspection field of the root. */
export type Introspection = (field: FieldForm) => unknown;

/**
 * Makes the answer from fetched data: what the client asked, in its names and order, and nothing else. A null
 * where none may be takes the nearest nullable place above with it, as the GraphQL specification says.
 */
export function shapeAnswer(
  form: ObjectForm,
  fetched: Readonly<JsonObject>,
  introspection: Introspection,
): ShapedAnswer {
  const shaping = new Shaping(introspection);
  const data = shaping.shapeObject(form, fetched, 0) as JsonObject | null;
  return { data, invalid: shaping.invalid, missing: shaping.missing };
}

class Shaping {
  readonly invalid: GraphQLError[] = [];
  readonly missing: GraphQLError[] = [];
  readonly #introspection: Introspection;
  /** Where the work is; only the first `depth` steps count. */
  readonly #path: (string | number)[] = [];

  constructor(introspection: Introspection) {
    this.#introspection = introspection;
  }

  /** The object, or null when it or something required in it is no valid value. */
  shapeObject(form: ObjectForm, value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.#reject(depth);
    const source = value as JsonObject;
    const typed = form.of(source['__typename']);
    if (typed === undefined) return this.#reject(depth);
    const result: JsonObject = {};
    for (const field of typed.fields) {
      if (field.form === undefined) {
        result[field.key] = field.own === 'typename' ? typed.typeName : this.#introspection(field);
        continue;
      }
      const fetched = field.isInherited && !Object.hasOwn(source, field.source) ? undefined : source[field.source];
      const shaped = this.#shape(field.form, fetched, field.key, depth);
      if (shaped === null && field.form.isRequired) return null;
      result[field.key] = shaped;
    }
    return result;
  }

  /** The value at one key of an object or list at `depth`; null when there is none or it cannot be given. */
  #shape(form: Form, value: unknown, key: string | number, depth: number): unknown {
    if (value === null || value === undefined) {
      if (form.isRequired) {
        this.#path[depth] = key;
        this.missing.push(this.#errorAt(depth + 1));
      }
      return null;
    }
    if (form.kind === 'leaf') {
      if (form.isValid(value)) return value;
      this.#path[depth] = key;
      return this.#reject(depth + 1);
    }
    this.#path[depth] = key;
    return form.kind === 'object'
      ? this.shapeObject(form.object, value, depth + 1)
      : this.#shapeList(form.item, value, depth + 1);
  }

  #shapeList(item: Form, value: unknown, depth: number): unknown {
    if (!Array.isArray(value)) return this.#reject(depth);
    const result = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const shaped = this.#shape(item, value[index], index, depth);
      if (shaped === null && item.isRequired) return null;
      result[index] = shaped;
    }
    return result;
  }

  #reject(depth: number): null {
    this.invalid.push(this.#errorAt(depth));
    return null;
  }

  #errorAt(depth: number): GraphQLError {
    return new GraphQLError(ERRORS.VALUE_INVALID.description, {
      path: this.#path.slice(0, depth),
      extensions: { code: 'VALUE_INVALID' },
    });
  }
}
