import { setTimeout } from 'node:timers/promises';
import type { FeatureCollection } from 'geojson';
import type { Caller } from '../../subgraphs/kit/identity';
import { tellingTokens } from '../support/telling-tokens';
import { createTestFederation, type TestFederation } from '../support/test-federation';

const COORDINATION: Caller = { role: 'coordination', region: '53' };
const POSTS = '{ correspondentPosts { id version departements name email isPublished } }';
const CHANGES = `... on CorrespondentSuccess { post { id isPublished } }`;

interface Layer extends FeatureCollection {
  readonly version: string;
  readonly coverage: { readonly live: number; readonly missing: readonly { code: string; status: string }[] };
}

describe('the map of a real federation', () => {
  let federation: TestFederation;
  beforeAll(async () => {
    federation = await createTestFederation(
      { '53': { schemaVersion: '3' }, '94': { schemaVersion: '2' } },
      {},
      { nationalTokens: tellingTokens },
    );
  });
  afterAll(() => federation.close());
  afterEach(() => federation.restore());

  const read = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    fetch(`${federation.gatewayUrl}${path}`, { method, headers });
  const layerOf = async (name: string) => (await (await read(`/map/v1/${name}.geojson`)).json()) as Layer;
  const post = async () => {
    const { data } = await federation.askAs<{ correspondentPosts: Post[] }>(COORDINATION, POSTS);
    const found = data.correspondentPosts.find(({ departements, name }) => departements.length === 0 && name !== null);
    if (found === undefined) throw new Error('no regional post');
    return found;
  };
  const change = async (name: 'publish' | 'withdraw', input: Readonly<Record<string, unknown>>) => {
    const type = `${name === 'publish' ? 'Publish' : 'Withdraw'}CorrespondentInput`;
    const mutation = `mutation ($input: ${type}!) { ${name}Correspondent(input: $input) { __typename ${CHANGES} } }`;
    const { data, errors } = await federation.askAs<Record<string, { __typename: string }>>(COORDINATION, mutation, {
      input,
    });
    expect(errors).toEqual([]);
    expect(data[`${name}Correspondent`]?.__typename).toBe('CorrespondentSuccess');
  };
  const shownOf = async (code: string) =>
    (await layerOf('regions')).features.find(({ properties }) => properties?.['code'] === code)?.properties;

  it('lists its layers, and gives each to anybody, from any page', async () => {
    const index = await read('/map/v1');
    expect(index.headers.get('access-control-allow-origin')).toBe('*');
    const { layers, coverage, isDemonstration } = (await index.json()) as {
      layers: { name: string; features: number; files: { path: string; bytes: number; etag: string }[] }[];
      coverage: Layer['coverage'];
      isDemonstration: boolean;
    };
    expect(isDemonstration).toBe(true);
    expect(coverage.live).toBe(2);
    expect(layers.map(({ name }) => name)).toEqual(['regions', 'departements', 'territories', 'white-zones']);
    for (const { path, bytes, etag } of layers.flatMap(({ files }) => files)) {
      const file = await read(path, { 'accept-encoding': 'identity' });
      expect(file.status).toBe(200);
      expect((await file.arrayBuffer()).byteLength).toBe(bytes);
      expect(file.headers.get('etag')).toBe(etag);
      expect(file.headers.get('content-type')).toMatch(/^application\/(geo\+)?json/);
    }
  });

  it('shows every territory of every desk of the books, and nothing of a person who did not agree', async () => {
    const rows = await federation.inEveryMember<{ count: string; names: string[] }>(
      `SELECT (SELECT count(*) FROM desk_territory t JOIN desk d ON d.id = t.desk_id WHERE d.closed_on IS NULL) AS count,
              (SELECT array_agg(name) FROM facilitator) AS names`,
    );
    const layer = await layerOf('territories');
    expect(layer.features).toHaveLength(rows.reduce((sum, { count }) => sum + Number(count), 0));
    const everything = await Promise.all(
      ['regions', 'departements', 'territories', 'white-zones'].map(async (name) =>
        JSON.stringify(await layerOf(name)),
      ),
    );
    const names = rows.flatMap((row) => row.names);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(everything.join()).not.toContain(`"${name}"`);
  });

  it('answers 304 while nothing changes, and forgets who withdraws with the next look', async () => {
    const { id, version, name } = await post();
    await change('publish', { id, version });
    expect((await shownOf('53'))?.['correspondents']).toContainEqual(expect.objectContaining({ name }));
    const first = await read('/map/v1/regions.geojson');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    for (const method of ['GET', 'HEAD']) {
      const again = await read('/map/v1/regions.geojson', { 'if-none-match': etag }, method);
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    await change('withdraw', { id });
    const after = await read('/map/v1/regions.geojson', { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain(name ?? '?');
    expect(after.headers.get('etag')).not.toBe(etag);
  });

  it('names a region that does not answer, is kept by nobody meanwhile, and is whole again afterwards', async () => {
    const whole = await layerOf('territories');
    federation.member('94').forwarder.intervene(() => 'CUT');
    const answer = await read('/map/v1/territories.geojson');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const partial = (await answer.json()) as Layer;
    expect(partial.coverage.live).toBe(1);
    expect(partial.coverage.missing).toContainEqual({ code: '94', name: 'Corse', status: 'UNREACHABLE' });
    expect(partial.features.every(({ properties }) => properties?.['region'] === '53')).toBe(true);
    const again = await read('/map/v1/territories.geojson', { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(200);
    federation.restore();
    let back = await layerOf('territories');
    // The region is tried again a moment later, not at once.
    while (back.coverage.live < 2) {
      await setTimeout(100);
      back = await layerOf('territories');
    }
    expect(back.version).toBe(whole.version);
  });

  it('does not start with outlines that it cannot use, and says which', async () => {
    const mapOutlines = { folder: '/nowhere', source: 'essai' };
    await expect(createTestFederation({ '94': { schemaVersion: '2' } }, { mapOutlines }, {})).rejects.toMatchObject({
      extensions: { code: 'OUTLINES_INVALID', path: '/nowhere' },
    });
  });

  it.each([
    ['/map/v1/desks.geojson', 'GET', 404, 'MAP_LAYER_UNKNOWN'],
    ['/map/v1/regions.kml', 'GET', 404, 'MAP_LAYER_UNKNOWN'],
    ['/map/v1/regions.geojson.gz', 'GET', 404, 'MAP_LAYER_UNKNOWN'],
    ['/map/v1/regions.geojson', 'POST', 405, 'METHOD_NOT_ALLOWED'],
  ])('answers %s by %s with %i %s', async (path, method, status, code) => {
    const answer = await read(path, {}, method);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});

interface Post {
  readonly id: string;
  readonly version: number;
  readonly departements: readonly string[];
  readonly name: string | null;
}
