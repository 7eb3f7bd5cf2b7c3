/** A JSON object, as subgraphs answer it. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object, lists excluded. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
