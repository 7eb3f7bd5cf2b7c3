/** A JSON object of an answer, from a source that is not trusted. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; none when the value is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The objects of a list; none when the value is no list. */
export function objectsOf(value: unknown): readonly Json[] {
  return itemsOf(value).filter(isJson);
}

/** The texts of a list; none when the value is no list. */
export function textsOf(value: unknown): readonly string[] {
  return itemsOf(value).filter((item) => typeof item === 'string');
}

/** A field as a number; undefined when the value is none. */
export function numberOf(row: Json, field: string): number | undefined {
  const value = row[field];
  return typeof value === 'number' ? value : undefined;
}

/** A field as a text; undefined when the value is none. */
export function textOf(row: Json, field: string): string | undefined {
  const value = row[field];
  return typeof value === 'string' ? value : undefined;
}

/** A value as it may be quoted in a message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
