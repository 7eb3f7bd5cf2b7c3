import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { regionalSchema } from '../../schema';
import { makeSigningKey } from '../../subgraphs/kit/identity';
import { addMonths } from '../../subgraphs/kit/months';
import type { Region } from '../../subgraphs/kit/regions';
import { demonstrationBooks } from './demonstration-books';

/** What a scaffold is made for. */
export interface ScaffoldRequest {
  readonly region: Region;
  /** Version of the regional schema. */
  readonly schemaVersion: string;
  /** Where the gateway of the hub publishes its keys. */
  readonly keysUrl: string;
  /** Folder of this package: templates and the versions of dependencies are read from it. */
  readonly packageFolder: string;
  /** The day of today, YYYY-MM-DD: demonstration data end with the month before. */
  readonly today: string;
}

/** One file of a scaffold. */
export interface ScaffoldFile {
  /** Relative to the folder of the scaffold. */
  readonly path: string;
  readonly text: string;
  /** Whether only its user may read it. */
  readonly isPrivate: boolean;
}

/** Files that are copied, and by what name: those that tools of this repository would take for theirs have another. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'README.md': 'README.md',
  'env.example': '.env.example',
  gitignore: '.gitignore',
  'github/workflows/maillage.yml': '.github/workflows/maillage.yml',
  ...Object.fromEntries(
    [
      'access',
      'books',
      'contracts',
      'directory',
      'errors',
      'figures',
      'hub-token',
      'main',
      'resolvers',
      'scope',
      'server',
      'settings',
    ].map((name) => [`src/${name}.js`, `src/${name}.js`]),
  ),
  'test/subgraph.test.js': 'test/subgraph.test.js',
};

/** Packages of the subgraph, in the versions that this hub is tested with. */
const DEPENDENCIES = [
  '@apollo/server',
  '@apollo/subgraph',
  '@as-integrations/express5',
  'express',
  'graphql',
  'jose',
  'zod',
];

const packageSchema = z.object({
  engines: z.object({ node: z.string() }),
  dependencies: z.record(z.string(), z.string()),
});

/** Every file of a runnable subgraph for one region, in the order in which a reader meets them. */
export async function scaffoldFiles(request: ScaffoldRequest): Promise<readonly ScaffoldFile[]> {
  const { region, schemaVersion, today } = request;
  const templates = Object.entries(TEMPLATES).map(async ([template, path]) =>
    publicFile(path, fill(await readFile(join(templateFolder(request), template), 'utf8'), request)),
  );
  const { privateKey, publicKeys } = await makeSigningKey();
  return [
    ...(await Promise.all(templates)),
    publicFile('package.json', await packageFile(request)),
    publicFile('schema.graphql', `${regionalSchema(region, schemaVersion)}\n`),
    publicFile('region.json', jsonOf({ ...identityOf(region), schemaVersion })),
    publicFile('data/demonstration.json', booksText(demonstrationBooks(region, addMonths(today.slice(0, 7), -1)))),
    { path: 'conformance-key.json', text: jsonOf(privateKey), isPrivate: true },
    publicFile('conformance-hub-keys.json', jsonOf(publicKeys)),
  ];
}

function templateFolder({ packageFolder }: ScaffoldRequest): string {
  return join(packageFolder, 'cli', 'scaffold', 'template');
}

function identityOf({ code, name, prefix }: Region) {
  return { code, name, prefix };
}

function packageNameOf({ code }: Region): string {
  return `sous-graphe-region-${code.toLowerCase()}`;
}

/** Replaces the places of a template, written {{name}}. */
function fill(text: string, { region, schemaVersion, keysUrl }: ScaffoldRequest): string {
  const values = { ...identityOf(region), schemaVersion, keysUrl, packageName: packageNameOf(region) };
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{{${name}}}`, value), text);
}

async function packageFile({ packageFolder, region }: ScaffoldRequest): Promise<string> {
  const ours = packageSchema.parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')));
  return jsonOf({
    name: packageNameOf(region),
    version: '0.1.0',
    private: true,
    description: `Subgraph of the region ${region.name} for the hub Maillage.`,
    type: 'module',
    engines: ours.engines,
    scripts: { start: 'node src/main.js', test: 'node --test' },
    dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, ours.dependencies[name]])),
  });
}

/** One row per line: the file is read by people, too. */
function booksText(books: ReturnType<typeof demonstrationBooks>): string {
  const parts = Object.entries(books).map(([name, value]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(name)}: [\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function publicFile(path: string, text: string): ScaffoldFile {
  return { path, text, isPrivate: false };
}
