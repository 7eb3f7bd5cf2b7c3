import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type CannedRegistry, startCannedRegistry } from './canned-registry';
import { runCli } from './run-cli';
import { createTemporaryFolder } from './temporary-folder';

/** The region that commands of these tests are about. */
export const BRETAGNE = { code: '53', name: 'Bretagne' };
/** When everything happened. */
export const MOMENT = '2026-11-24T10:00:00.000Z';
/** What is served. */
export const SUPERGRAPH = {
  number: 7,
  checksum: 'ab12',
  composedAt: MOMENT,
  cause: 'PUBLISH',
  sdl: 'type Query { a: Int }',
};
/** A member that is connected. */
export const MEMBER = {
  region: BRETAGNE,
  state: 'CONNECTED',
  status: 'LIVE',
  latencyMs: 12,
  schemaVersion: '2',
  lastPublishedAt: MOMENT,
  servedPublication: 3,
  allowedHosts: ['clauses.example.fr'],
};
/** A credential of the region. */
export const CREDENTIAL = {
  id: '0123456789abcdef',
  kind: 'REGION',
  region: BRETAGNE,
  label: 'CI',
  createdAt: MOMENT,
  createdBy: 'ann',
  expiresAt: '2099-02-22T10:00:00.000Z',
};
/** What the region published last. */
export const PUBLICATION = {
  region: BRETAGNE,
  number: 3,
  schemaVersion: '2',
  url: 'https://clauses.example.fr/graphql',
  checksum: 'cd34',
  isServable: true,
  isServed: true,
  publishedAt: MOMENT,
  publishedBy: 'credential:0123 (CI)',
};

/** The report of a check, as the registry gives it. */
export function reportOf(conclusion: 'PASSED' | 'FAILED') {
  const finding = {
    code: 'FIELD_REMOVED',
    severity: 'BREAKING',
    coordinate: 'BretagneDesk.email',
    line: 2,
    message: 'BretagneDesk.email would be gone.',
    advice: 'Keep the field, or ask its clients to leave it first.',
    usedBy: [
      { client: 'carte', operation: 'Desks', requests: 1200, lastSeenOn: '2026-11-23' },
      { client: null, operation: null, requests: 0 },
    ],
  };
  return {
    id: '1',
    region: BRETAGNE,
    conclusion,
    checkedAt: MOMENT,
    checkedBy: 'credential:0123 (CI)',
    checksum: 'cd34',
    schemaVersion: '2',
    url: PUBLICATION.url,
    comparedWith: 6,
    checks: [
      { name: 'SIZE', status: 'COMPLETED', findings: [] },
      ...(conclusion === 'PASSED'
        ? [{ name: 'DIFF', status: 'COMPLETED', findings: [] }]
        : [
            { name: 'DIFF', status: 'FAILED', findings: [finding] },
            { name: 'LINT', status: 'SKIPPED', reason: 'DIFF failed.', findings: [] },
          ]),
    ],
  };
}

/** Commands against a canned registry, for the specs of one file. */
export interface RegistryCommands {
  /** Started before the specs, its inputs forgotten before each. */
  readonly registry: () => CannedRegistry;
  /** Path of that name in a folder of the file's own. */
  readonly path: (...names: string[]) => string;
  run(...parameters: string[]): ReturnType<typeof runCli>;
  /** Options that name a schema and where it is served. */
  readonly subgraph: () => readonly string[];
}

/** Starts a canned registry and a folder before the specs of a file, and ends both after them. */
export function useRegistryCommands(): RegistryCommands {
  let registry: CannedRegistry;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  const path = (...names: string[]) => join(folder.path, ...names);
  beforeAll(async () => {
    registry = await startCannedRegistry();
    folder = await createTemporaryFolder();
    await writeFile(path('schema.graphql'), 'type BretagneDesk @key(fields: "id") {\n  id: ID!\n}\n');
  });
  afterAll(async () => {
    await registry.stop();
    await folder.remove();
  });
  beforeEach(() => registry.inputs.splice(0));
  return {
    registry: () => registry,
    path,
    run: (...parameters) => runCli(parameters, { ...registry.environment, MAILLAGE_DATA_DIR: path('data') }),
    subgraph: () => ['--region', '53', '--schema', path('schema.graphql'), '--url', PUBLICATION.url],
  };
}

/** What is printed is what the schema of the form says, and nothing else. */
export function expectForm(schema: z.ZodType, text: string): void {
  const value: unknown = JSON.parse(text);
  expect(schema.parse(value)).toEqual(value);
}
