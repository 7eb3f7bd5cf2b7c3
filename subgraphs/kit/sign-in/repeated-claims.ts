import { visit } from 'jsonc-parser';

/**
 * Whether an object of a JSON text names a property twice. Parsers disagree on which one counts, so a token that
 * says two things would be read in two ways. Throws for a text that is not JSON: the visitor tolerates comments and
 * missing commas, and what is tolerated here would be read in another way there.
 */
export function hasRepeatedNames(json: string): boolean {
  JSON.parse(json);
  const open: Set<string>[] = [];
  let found = false;
  visit(json, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name) => {
      const names = open.at(-1);
      found ||= names?.has(name) ?? false;
      names?.add(name);
    },
  });
  return found;
}
