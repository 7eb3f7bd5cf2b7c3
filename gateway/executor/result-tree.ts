import { isJsonObject, type JsonObject } from './json';

/** A step on the way to an object of the tree, linked upwards so that paths cost nothing until an error needs one. */
export interface Place {
  readonly key: string | number;
  readonly above: Place | undefined;
}

/** An object of the tree that a fetch adds to. */
export interface Target {
  /** The object as the tree holds it now: one in a list may be replaced by a fuller one. */
  readonly object: JsonObject;
  readonly place: Place | undefined;
}

/** The objects at one place of a plan, for all fetches that begin before the tree changes. */
export interface Targets {
  readonly all: readonly Target[];
  /** Those whose `__typename` is one of these, in the same order. */
  ofTypes(types: ReadonlySet<string>): readonly Target[];
}

/** Writing it as a key would replace an object's prototype. */
const PROTOTYPE_KEY = '__proto__';

/**
 * What all fetches of one operation brought, under the names that the planner gave. Data handed in are never
 * written to: the tree copies an object before its first change, so that one answer of a subgraph may be shared
 * by several requests and stand at several places.
 */
export class ResultTree {
  readonly root: JsonObject = {};
  readonly #owned = new Set<object>([this.root]);
  /** Targets found since the last change, by path: the fetches of all regions begin at the same place. */
  readonly #found = new Map<readonly string[], Targets>();

  /**
   * The objects at the end of a path of the plan, nulls left out. `@` stands for every item of a list. Paths are told
   * apart as objects.
   */
  targetsAt(path: readonly string[]): Targets {
    const known = this.#found.get(path);
    if (known !== undefined) return known;
    const all: TreeTarget[] = [];
    this.#descend(this.root, path, 0, undefined, all);
    const targets = new TargetsByType(all);
    this.#found.set(path, targets);
    return targets;
  }

  /**
   * Adds what a fetch brought to a target. A null never replaces a value, so that the outcome does not depend on the
   * order in which parallel fetches end.
   */
  merge(target: Target, received: Readonly<JsonObject>): void {
    this.#found.clear();
    const { object } = target;
    if (target instanceof ItemTarget && Object.keys(object).length < Object.keys(received).length) {
      target.object = this.#fuller(object, received);
    } else {
      this.#mergeInto(object, received);
    }
  }

  /**
   * A copy of what was received with what was there before, for an object that gets more than it had: many times
   * faster than adding one key after the other. Everything below stays the same objects.
   */
  #fuller(present: JsonObject, received: Readonly<JsonObject>): JsonObject {
    const object: JsonObject = { ...received };
    if (Object.hasOwn(object, PROTOTYPE_KEY)) {
      this.#mergeInto(present, received);
      return present;
    }
    for (const key of Object.keys(present)) {
      object[key] = Object.hasOwn(object, key) ? this.#merged(present[key], object[key] ?? null) : present[key];
    }
    this.#owned.add(object);
    return object;
  }

  #mergeInto(target: JsonObject, received: Readonly<JsonObject>): void {
    for (const key of Object.keys(received)) {
      if (key === PROTOTYPE_KEY) continue;
      const value = received[key] ?? null;
      const present = target[key];
      const isNew = present === undefined || !Object.hasOwn(target, key);
      target[key] = isNew ? value : this.#merged(present, value);
    }
  }

  #merged(present: unknown, received: unknown): unknown {
    if (received === null) return present;
    if (present === null) return received;
    if (isJsonObject(present) && isJsonObject(received)) {
      const target = this.#ours(present);
      this.#mergeInto(target, received);
      return target;
    }
    if (Array.isArray(present) && Array.isArray(received) && present.length === received.length) {
      const list: unknown[] = this.#ours(present);
      received.forEach((item: unknown, index) => {
        list[index] = this.#merged(list[index] ?? null, item ?? null);
      });
      return list;
    }
    return received;
  }

  #descend(
    value: unknown,
    path: readonly string[],
    index: number,
    place: Place | undefined,
    found: TreeTarget[],
    list?: unknown[],
  ): void {
    if (Array.isArray(value)) {
      const next = path[index] === '@' ? index + 1 : index;
      const items: unknown[] = value;
      for (let position = 0; position < items.length; position += 1) {
        const item = items[position];
        if (typeof item !== 'object' || item === null) continue;
        const own = this.#ours(item);
        items[position] = own;
        this.#descend(own, path, next, { key: position, above: place }, found, items);
      }
      return;
    }
    const object = value as JsonObject;
    const step = path[index];
    if (step === undefined) {
      found.push(list === undefined ? { object, place } : new ItemTarget(list, place));
      return;
    }
    const child = Object.hasOwn(object, step) ? object[step] : undefined;
    if (typeof child !== 'object' || child === null) return;
    const own = this.#ours(child);
    object[step] = own;
    this.#descend(own, path, index + 1, { key: step, above: place }, found);
  }

  /** The object itself when the tree made it, else a copy that the tree may write to. */
  #ours<Value extends object>(value: Value): Value {
    if (this.#owned.has(value)) return value;
    const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Value;
    this.#owned.add(copy);
    return copy;
  }
}

/** An object that stands in a list of the tree, which is its own list: there it may be replaced. */
class ItemTarget implements Target {
  readonly place: Place | undefined;
  readonly #list: unknown[];

  constructor(list: unknown[], place: Place | undefined) {
    this.#list = list;
    this.place = place;
  }

  get object(): JsonObject {
    return this.#list[this.place?.key as number] as JsonObject;
  }

  set object(object: JsonObject) {
    this.#list[this.place?.key as number] = object;
  }
}

type TreeTarget = Target | ItemTarget;

class TargetsByType implements Targets {
  readonly all: readonly Target[];
  #byType: Map<unknown, Target[]> | undefined;

  constructor(all: readonly Target[]) {
    this.all = all;
  }

  ofTypes(types: ReadonlySet<string>): readonly Target[] {
    if (types.size !== 1) return this.all.filter(({ object }) => types.has(object['__typename'] as string));
    this.#byType ??= groupedByType(this.all);
    const [only] = types;
    return this.#byType.get(only) ?? [];
  }
}

function groupedByType(targets: readonly Target[]): Map<unknown, Target[]> {
  const groups = new Map<unknown, Target[]>();
  for (const target of targets) {
    const type = target.object['__typename'];
    const group = groups.get(type);
    if (group === undefined) groups.set(type, [target]);
    else group.push(target);
  }
  return groups;
}

/** The path from the root to a place. */
export function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let step = place; step !== undefined; step = step.above) path.push(step.key);
  return path.reverse();
}
