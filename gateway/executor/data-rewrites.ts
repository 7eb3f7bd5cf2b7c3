import type { FetchDataRewrite } from '@apollo/query-planner';
import { isJsonObject, type JsonObject } from './json';
import type { PossibleTypes } from './type-conditions';

type Step =
  { readonly kind: 'field'; readonly key: string } | { readonly kind: 'type'; readonly types: ReadonlySet<string> };

/** Changes data in place as a plan says: a value set, or a key renamed back. */
export type Rewrite = (data: unknown) => void;

const TYPE_CONDITION = '... on ';

/** Prepares one rewrite of a plan. Throws what no planner of ours emits: a path that ends in a type condition. */
export function compileRewrite(rewrite: FetchDataRewrite, possibleTypes: PossibleTypes): Rewrite {
  const steps = rewrite.path.map((step): Step => {
    if (!step.startsWith(TYPE_CONDITION)) return { kind: 'field', key: step };
    return { kind: 'type', types: possibleTypes(step.slice(TYPE_CONDITION.length)) };
  });
  const last = steps.pop();
  if (last?.kind !== 'field') throw new Error('A rewrite of a plan leads to no field');
  return (data) => applyAt(data, steps, 0, changeOf(rewrite, last.key));
}

function changeOf(rewrite: FetchDataRewrite, key: string): (object: JsonObject) => void {
  if (rewrite.kind === 'ValueSetter') {
    return (object) => {
      object[key] = rewrite.setValueTo;
    };
  }
  return (object) => {
    // Whatever the value: 0, false and null are values too.
    if (!Object.hasOwn(object, key)) return;
    const value = object[key];
    delete object[key];
    object[rewrite.renameKeyTo] = value;
  };
}

function applyAt(data: unknown, steps: readonly Step[], index: number, change: (object: JsonObject) => void): void {
  if (Array.isArray(data)) {
    data.forEach((item: unknown) => applyAt(item, steps, index, change));
    return;
  }
  if (!isJsonObject(data)) return;
  const step = steps[index];
  if (step === undefined) {
    change(data);
  } else if (step.kind === 'field') {
    if (Object.hasOwn(data, step.key)) applyAt(data[step.key], steps, index + 1, change);
  } else {
    const typeName = data['__typename'];
    // An object that does not say its type is of the only type that it can be.
    if (typeof typeName !== 'string' || step.types.has(typeName)) applyAt(data, steps, index + 1, change);
  }
}
