import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../subgraphs/kit/package-root';

let text: string | undefined;

/** The SDL of the registry: what it serves on its own address, and what is composed as the subgraph `registry`. */
export function registrySchema(): string {
  text ??= readFileSync(join(packageRoot(), 'schema', 'registry.graphql'), 'utf8');
  return text;
}
