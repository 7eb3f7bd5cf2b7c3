#!/usr/bin/env node
'use strict';
// The `maillage` command. Plain JavaScript, so that a fresh clone can run it: it compiles the project first
// when that was not done (for every command) or is out of date (for `start`), then hands over in this same
// process, so that signals reach the hub itself.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync, utimesSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const main = join(root, 'dist', 'cli', 'main.js');
const record = join(root, 'dist', '.tsbuildinfo');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const SOURCES = [
  'cli',
  'conformance',
  'gateway',
  'migrations',
  'registry',
  'schema',
  'subgraphs',
  'package.json',
  'tsconfig.json',
];

/** Time of the newest source, milliseconds. */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), status.mtimeMs);
}

/** Whether the compiled project is missing, or older than a source when `start` is asked for. */
function mustBuild() {
  if (!existsSync(main)) return true;
  if (process.argv[2] !== 'start' || !existsSync(compiler)) return false;
  const built = existsSync(record) ? statSync(record).mtimeMs : 0;
  return SOURCES.some((source) => newestChange(join(root, source)) > built);
}

/** Compiles; returns false, with the compiler's words on standard error, when that fails. */
function build() {
  if (!existsSync(compiler)) {
    process.stderr.write('maillage: not compiled, and the compiler is not installed. Run `npm ci` first.\n');
    return false;
  }
  process.stderr.write('maillage: compilation…\n');
  const run = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) return false;
  // The compiler leaves its record alone when a newer source changes nothing; the next start must not ask again.
  if (existsSync(record)) utimesSync(record, new Date(), new Date());
  return true;
}

if (mustBuild() && !build()) {
  process.exitCode = 1;
} else {
  process.setSourceMapsEnabled(true);
  require(main);
}
