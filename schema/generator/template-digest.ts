import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../subgraphs/kit/package-root';

const FILES = ['national.graphql', 'regional.graphql', 'registry.graphql'];

let digest: string | undefined;

/** Tells these schema files from those of any other release of the hub: with others, regions compose to another graph. */
export function templateDigest(): string {
  if (digest === undefined) {
    const hash = createHash('sha256');
    for (const file of FILES) hash.update(readFileSync(join(packageRoot(), 'schema', file))).update('\0');
    digest = hash.digest('hex');
  }
  return digest;
}
