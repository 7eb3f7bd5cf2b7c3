import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { createProgram } from '../../cli/program';

const ROOT = join(__dirname, '..', '..');

/** Markdown that names commands: guides, README, and what `maillage init` writes. */
const PAGES = [
  join(ROOT, 'README.md'),
  join(ROOT, 'cli', 'scaffold', 'template', 'README.md'),
  join(ROOT, 'cli', 'scaffold', 'template', 'github', 'workflows', 'maillage.yml'),
  ...readdirSync(join(ROOT, 'docs', 'guides'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(ROOT, 'docs', 'guides', path)),
];

/** Command lines of a page: `maillage …` at the begin of a line of a block, in backticks, or after `npx`. */
function commandLines(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8').replaceAll('\\\n', ' ');
  return [...text.matchAll(/(?:^|`|npx |run: |MAILLAGE_\w+=\S+ )maillage ([a-z][^`\n)]*)/gm)].map(
    ([, line]) => line ?? '',
  );
}

const silent = { write: () => undefined, warn: () => undefined, columns: undefined };
let program: Command;
const context = {
  output: silent,
  environment: {},
  nodeVersion: process.version,
  programFolder: ROOT,
  setExitCode: () => undefined,
  interruption: { stop: new AbortController().signal, force: new AbortController().signal },
};
beforeAll(async () => {
  program = await createProgram(context);
});

/** What a command line names that does not exist: a command, or an option of the command. */
function unknownIn(line: string): readonly string[] {
  let command: Command = program;
  const words = line.trim().split(/\s+/);
  while (words[0] !== undefined) {
    const child = command.commands.find((each) => each.name() === words[0]);
    if (child === undefined) break;
    command = child;
    words.shift();
  }
  if (command === program) return [words[0] ?? ''];
  const isArgument = command.registeredArguments.length > 0;
  const isUnknown = words[0] !== undefined && !words[0].startsWith('-') && words[0] !== '…';
  if (command.commands.length > 0 && isUnknown && !isArgument) {
    return [`${command.name()} ${words[0] ?? ''}`];
  }
  const options = new Set(command.options.map(({ long }) => long));
  return words.filter((word) => word.startsWith('--') && word !== '--help' && !options.has(word));
}

describe('pages that name commands', () => {
  it.each(PAGES.map((page) => [relative(ROOT, page), page]))(
    '%s names only commands and options that exist',
    (_, page) => {
      const unknown = commandLines(page).flatMap((line) => unknownIn(line).map((what) => `${what} in: ${line}`));
      expect(unknown).toEqual([]);
    },
  );

  it('are read', () => {
    expect(PAGES.flatMap(commandLines).length).toBeGreaterThan(60);
    expect(unknownIn('publish --regoin 53')).toEqual(['--regoin']);
    expect(unknownIn('pubish --region 53')).toEqual(['pubish']);
    expect(unknownIn('credential isue')).toEqual(['credential isue']);
  });
});
