import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Commands of a guide that are typed into one terminal, one text per block. */
export type GuideCommands = ReadonlyMap<string, readonly string[]>;

/** The shell blocks of a guide that say in which terminal they are typed: ```sh terminal=NAME. */
export function guideCommands(...path: readonly string[]): GuideCommands {
  const text = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', ...path), 'utf8');
  const found = new Map<string, string[]>();
  for (const [, terminal = '', block = ''] of text.matchAll(/^```sh terminal=(\w+)\n(.*?)^```$/gms)) {
    found.set(terminal, [...(found.get(terminal) ?? []), block]);
  }
  return found;
}
