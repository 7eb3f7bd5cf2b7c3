import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../subgraphs/kit/package-root';
import { errorsPage } from './print-errors-page';
import { composeNetworkFile } from './print-network-file';

/** Committed files that are written from tables of the code. */
const GENERATED: ReadonlyMap<string, () => string> = new Map([
  ['docs/ERRORS.md', errorsPage],
  ['deploy/network.json', composeNetworkFile],
]);

/** `print-main FILE…` writes these files; with `--check` it fails when one is not what would be written. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  for (const file of positionals) {
    const print = GENERATED.get(file);
    if (print === undefined) throw new Error(`${file} is not a generated file: ${[...GENERATED.keys()].join(', ')}`);
    const path = join(packageRoot(), file);
    if (!values.check) await writeFile(path, print());
    else if ((await readFile(path, 'utf8')) !== print()) throw new Error(`${file} is stale: generate it again`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
