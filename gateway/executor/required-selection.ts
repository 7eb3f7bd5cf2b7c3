import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isJsonObject, type JsonObject } from './json';
import type { PossibleTypes } from './type-conditions';

interface RequiredField {
  readonly key: string;
  readonly nested: RequiredSelection | undefined;
}

interface RequiredFragment {
  /** Types it applies to; undefined for all. */
  readonly types: ReadonlySet<string> | undefined;
  readonly selection: RequiredSelection;
}

/**
 * The `requires` of a fetch: what of an object its representation holds. Reads nothing of an object that lacks
 * one of the fields; a fragment that lacks one of its own is left out as a whole, so that an absent shard shows
 * as an object without the fields that were asked for, in its place.
 */
export class RequiredSelection {
  /** Types of which anything can be read, when only they are named: an object of another gives nothing. */
  readonly types: ReadonlySet<string> | undefined;
  readonly #fields: readonly RequiredField[];
  readonly #fragments: readonly RequiredFragment[];
  /** Fragments by type: a gather field lists one per region, and each object belongs to one. */
  readonly #applying = new Map<unknown, readonly RequiredSelection[]>();

  constructor(selections: readonly QueryPlanSelectionNode[], possibleTypes: PossibleTypes) {
    const fields: RequiredField[] = [];
    const fragments: RequiredFragment[] = [];
    for (const node of selections) {
      if (node.kind === 'Field') {
        const nested =
          node.selections === undefined ? undefined : new RequiredSelection(node.selections, possibleTypes);
        fields.push({ key: node.alias ?? node.name, nested });
      } else {
        const types = node.typeCondition === undefined ? undefined : possibleTypes(node.typeCondition);
        fragments.push({ types, selection: new RequiredSelection(node.selections, possibleTypes) });
      }
    }
    this.#fields = fields;
    this.#fragments = fragments;
    const isOpen = fields.length > 0 || fragments.some(({ types }) => types === undefined);
    this.types = isOpen ? undefined : new Set(fragments.flatMap(({ types }) => [...(types ?? [])]));
  }

  /** What of an object is required; undefined when the object does not have it. */
  read(source: Readonly<JsonObject>): JsonObject | undefined {
    const result: JsonObject = {};
    return this.#readInto(result, source) ? result : undefined;
  }

  /** Adds what is required to a representation. Adds nothing, and says so, when the object lacks a field of its own. */
  #readInto(result: JsonObject, source: Readonly<JsonObject>): boolean {
    for (const { key } of this.#fields) {
      if (ownValue(source, key) === undefined) return false;
    }
    for (const { key, nested } of this.#fields) {
      const value = source[key];
      const read = nested === undefined ? value : readValue(value, nested);
      const present = ownValue(result, key);
      result[key] = present === undefined ? read : joined(present, read);
    }
    for (const fragment of this.#fragmentsFor(source['__typename'])) fragment.#readInto(result, source);
    return true;
  }

  #fragmentsFor(typeName: unknown): readonly RequiredSelection[] {
    const known = this.#applying.get(typeName);
    if (known !== undefined) return known;
    const applying = this.#fragments
      .filter(({ types }) => types === undefined || (typeof typeName === 'string' && types.has(typeName)))
      .map(({ selection }) => selection);
    // Names that no fragment knows come from outside and are not remembered: they could be without number.
    if (applying.length > 0) this.#applying.set(typeName, applying);
    return applying;
  }
}

/** The value that an object has itself: every JavaScript object inherits some. */
function ownValue(object: Readonly<JsonObject>, key: string): unknown {
  const value = object[key];
  return value === undefined || Object.hasOwn(object, key) ? value : undefined;
}

function readValue(value: unknown, nested: RequiredSelection): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => readValue(item, nested));
  return isJsonObject(value) ? (nested.read(value) ?? null) : null;
}

/** Two readings of one value; both are fresh, except for leaves, which are never written to. */
function joined(left: unknown, right: unknown): unknown {
  if (isJsonObject(left) && isJsonObject(right)) {
    const result = { ...left };
    for (const [key, value] of Object.entries(right)) {
      result[key] = Object.hasOwn(result, key) ? joined(result[key], value) : value;
    }
    return result;
  }
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
    return left.map((item: unknown, index) => joined(item, right[index]));
  }
  return right;
}
