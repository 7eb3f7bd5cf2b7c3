import { isJsonObject, type JsonObject } from './json';

/** A step on the way to an object of the tree, linked upwards so that paths cost nothing until an error needs one. */
export interface Place {
  readonly key: string | number;
  readonly above: Place | undefined;
}

/** An object of the tree that a fetch adds to. */
export interface Target {
  readonly object: JsonObject;
  readonly place: Place | undefined;
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

  /** The objects at the end of a path of the plan, nulls left out. `@` stands for every item of a list. */
  targetsAt(path: readonly string[]): readonly Target[] {
    const targets: Target[] = [];
    this.#descend(this.root, path, 0, undefined, targets);
    return targets;
  }

  /**
   * Adds what a fetch brought to an object that `targetsAt` gave. A null never replaces a value, so that the
   * outcome does not depend on the order in which parallel fetches end.
   */
  merge(target: JsonObject, received: Readonly<JsonObject>): void {
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
      this.merge(target, received);
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

  #descend(value: unknown, path: readonly string[], index: number, place: Place | undefined, found: Target[]): void {
    if (Array.isArray(value)) {
      const next = path[index] === '@' ? index + 1 : index;
      const list: unknown[] = value;
      for (let position = 0; position < list.length; position += 1) {
        const item = list[position];
        if (typeof item !== 'object' || item === null) continue;
        const own = this.#ours(item);
        list[position] = own;
        this.#descend(own, path, next, { key: position, above: place }, found);
      }
      return;
    }
    const object = value as JsonObject;
    const step = path[index];
    if (step === undefined) {
      found.push({ object, place });
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

/** The path from the root to a place. */
export function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let step = place; step !== undefined; step = step.above) path.push(step.key);
  return path.reverse();
}
