import { writeFile } from 'node:fs/promises';
import { findingsPage } from './findings-page';

/** `print-findings-main FILE` writes the page of findings. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Name the file to write.');
  await writeFile(file, findingsPage());
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
