import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { z } from 'zod';
import { composeNetworkFile } from '../../schema/generator/print-network-file';
import { parseNetwork } from '../../subgraphs/kit/network';
import { REGIONAL_ROLES } from '../../subgraphs/kit/postgres';
import { REGIONS } from '../../subgraphs/kit/regions';

const ROOT = join(__dirname, '..', '..');
const COMPOSE_FILE = join(ROOT, 'docker-compose.yml');

const serviceSchema = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  read_only: z.boolean().optional(),
});

const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  configs: z.object({ regions: z.object({ content: z.string() }) }),
  networks: z.object({ hub: z.object({ internal: z.literal(true) }), public: z.null() }),
});

const text = readFileSync(COMPOSE_FILE, 'utf8');
const { services, configs } = composeSchema.parse(parse(text, { merge: true }));
const regional = Object.entries(services).filter(([name]) => name.startsWith('region-'));
const urlOf = (code: string) =>
  `postgres://maillage_region_${code}:\${REGION_${code}_PASSWORD:?}@postgres:5432/maillage_region_${code}`;

describe('docker-compose.yml', () => {
  it('follows the schema of compose files', () => {
    const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
    const [result] = linter.lintFiles([COMPOSE_FILE], false);
    expect(result?.filePath).toBe(COMPOSE_FILE);
    expect(result?.messages.filter(({ type }: { readonly type: string }) => type === 'error')).toEqual([]);
  });

  it('runs one service per region of the law', () => {
    expect(regional.map(([name, { environment }]) => [name, environment['REGION']])).toEqual(
      REGIONS.map(({ subgraph, code }) => [subgraph, code]),
    );
  });

  it('gives every region its own database and its own password', () => {
    expect(regional.map(([, { environment }]) => environment['DATABASE_URL'])).toEqual(
      REGIONS.map(({ code }) => urlOf(code)),
    );
  });

  it.each(['deploy/postgres-init.sh', 'docs/guides/operator.md', 'docs/guides/reference-region.md'])(
    'has %s create every role as which a region works for its callers, and grant it',
    (file) => {
      const content = readFileSync(join(ROOT, file), 'utf8');
      const created = [...content.matchAll(/CREATE ROLE (maillage_\w+) NOLOGIN/g)].map(([, role]) => role);
      const granted = /GRANT (maillage_[\w,\s]+?) TO (?:maillage_region_53|:"name");/.exec(content)?.[1]?.split(/,\s*/);
      expect([created, granted]).toEqual([REGIONAL_ROLES, REGIONAL_ROLES]);
    },
  );

  it('prepares the very databases that the regions use', () => {
    expect(JSON.parse(configs.regions.content)).toEqual(
      REGIONS.map(({ code }) => ({ code, databaseUrl: urlOf(code), port: 4001 })),
    );
  });

  it('makes every regional service from one definition', () => {
    const [first, ...others] = regional.map(([, { environment: _, ...definition }]) => definition);
    for (const other of others) expect(other).toEqual(first);
  });

  it('publishes a port of the gateway only, and on this machine only', () => {
    const published = Object.entries(services).flatMap(([name, { ports }]) =>
      ports === undefined ? [] : [[name, ports]],
    );
    expect(published).toEqual([['gateway', ['127.0.0.1:${GATEWAY_PORT:-4000}:4000']]]);
  });

  it('keeps every service but the gateway in the internal network', () => {
    const outside = Object.entries(services).filter(([, { networks }]) => networks.join() !== 'hub');
    expect(outside.map(([name, { networks }]) => [name, networks])).toEqual([['gateway', ['hub', 'public']]]);
  });

  it('takes every password from a variable that has no default', () => {
    const passwords = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).flatMap(([name, value]) => {
        if (name.endsWith('_PASSWORD')) return [value];
        const inUrl = /^postgres:\/\/[^:]+:(.+)@/.exec(value)?.[1];
        return inUrl === undefined ? [] : [inUrl];
      }),
    );
    expect(passwords.length).toBeGreaterThan(2 * REGIONS.length);
    for (const password of passwords) expect(password).toMatch(/^\$\{[A-Z0-9_]+_PASSWORD:\?\}$/);
  });

  it('starts the gateway without waiting for any region', () => {
    expect(Object.keys(services['gateway']?.depends_on ?? {}).sort()).toEqual(['compose', 'national']);
  });

  it('runs our services on a file system that they cannot write', () => {
    const writable = Object.entries(services).filter(([, { read_only }]) => read_only !== true);
    expect(writable.map(([name]) => name)).toEqual(['postgres']);
  });
});

describe('deploy/network.json', () => {
  const network = readFileSync(join(ROOT, 'deploy', 'network.json'), 'utf8');

  it('is what the generator prints', () => {
    expect(network).toBe(composeNetworkFile());
  });

  it('sends the gateway to services of docker-compose.yml', () => {
    const { nationalUrl, members } = parseNetwork(network);
    for (const url of [nationalUrl, ...members.map((member) => member.url)]) {
      const { hostname, port } = new URL(url);
      expect(services[hostname]?.environment['PORT']).toBe(port);
    }
  });
});

describe('Dockerfile', () => {
  it('copies nothing that .dockerignore keeps out', () => {
    const read = (name: string) => readFileSync(join(ROOT, name), 'utf8').split('\n');
    const letIn = new Set(read('.dockerignore').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : [])));
    const copied = read('Dockerfile')
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .map((path) => path.split('/')[0] ?? '');
    expect(copied.filter((name) => !letIn.has(name))).toEqual([]);
    expect(copied).toContain('conformance');
  });
});
