import type { MeasuredDocument } from './check-document';

/** Texts kept, in number and in characters. Only what is within the limits is kept. */
const MOST_TEXTS = 1_000;
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** Remembers measured documents by their text, the least recently used going first. */
export interface DocumentCache {
  get(text: string): MeasuredDocument | undefined;
  set(text: string, measured: MeasuredDocument): void;
  clear(): void;
}

/** A bounded cache: clients that send ever new documents cannot grow it. */
export function createDocumentCache(): DocumentCache {
  const kept = new Map<string, MeasuredDocument>();
  let characters = 0;
  return {
    get(text) {
      const found = kept.get(text);
      if (found === undefined) return undefined;
      // A Map keeps the order of insertion: the first is the one that was unused longest.
      kept.delete(text);
      kept.set(text, found);
      return found;
    },
    set(text, measured) {
      kept.set(text, measured);
      characters += text.length;
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_TEXTS && characters <= MOST_CHARACTERS) break;
        kept.delete(oldest);
        characters -= oldest.length;
      }
    },
    clear() {
      kept.clear();
      characters = 0;
    },
  };
}
