import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder that holds package.json, whether the code runs from its sources or from dist/. */
export function packageRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json was not found above this file');
  return packageRoot(parent);
}
