/** A deep copy of what JSON.parse gave; several times faster than structuredClone, which serves more than JSON. */
export function copyJson<Value>(value: Value): Value {
  return copy(value) as Value;
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const copied: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) copied[key] = copy(field);
  return copied;
}
