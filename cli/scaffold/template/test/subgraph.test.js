// The least that must hold: nobody but the hub is answered, and a breakdown adds up to its total.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { readBooks } from '../src/books.js';
import { answeredFor } from '../src/scope.js';
import { createSubgraph } from '../src/server.js';
import { loadSettings } from '../src/settings.js';

let folder;
let subgraph;
let region;
let url;
let privateKey;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subgraph-'));
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  privateKey = pair.privateKey;
  const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' }] };
  await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
  const environment = { PORT: '0', TEST_KEYS_FILE: join(folder, 'keys.json') };
  const settings = await loadSettings(environment, fileURLToPath(new URL('..', import.meta.url)));
  region = settings.region;
  subgraph = await createSubgraph(settings, await readBooks(settings.booksFile));
  url = await subgraph.listen();
});
after(async () => {
  await subgraph?.stop();
  await rm(folder, { recursive: true });
});

async function ask(representation, selection, claims = { role: 'consolidator' }, audience = `region-${region.code}`) {
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
    .setIssuer('maillage-gateway')
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(privateKey);
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${representation.__typename} { ${selection} } } }`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { of: [representation] } }),
  });
  return { status: response.status, body: await response.json() };
}

function scopeOf(by) {
  const membership = { asked: [region.code], expected: [region.code], version: 1 };
  const scope = { by, filter: {}, from: '2024-01', kind: 'FIGURES', membership, to: '2024-12' };
  return Buffer.from(JSON.stringify(scope)).toString('base64url');
}

test('a request without a token of the hub is refused', async () => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  assert.equal(response.status, 401);
});

test('a token for another region is refused', async () => {
  const { status } = await ask(
    { __typename: `${region.prefix}Desk`, id: `${region.code}-1` },
    'id',
    undefined,
    'region-x',
  );
  assert.equal(status, 401);
});

test('a breakdown adds up to its total, for the question that was asked', async () => {
  const scope = scopeOf(['SECTOR']);
  const reference = { __typename: `${region.prefix}Figures`, region: region.code, scope };
  const { body } = await ask(reference, 'answeredFor hoursDone breakdown { keys hoursDone }');
  const [figures] = body.data._entities;
  assert.equal(figures.answeredFor, answeredFor(region, scope));
  assert.ok(figures.hoursDone > 0);
  assert.equal(
    figures.breakdown.reduce((sum, row) => sum + row.hoursDone, 0),
    figures.hoursDone,
  );
});

test('a caller without the right is refused, and an unknown row is null', async () => {
  const reference = { __typename: `${region.prefix}Figures`, region: region.code, scope: scopeOf([]) };
  const refused = await ask(reference, 'hoursDone', { role: 'public' });
  assert.equal(refused.body.errors[0].extensions.code, 'FORBIDDEN');
  const unknown = await ask({ __typename: `${region.prefix}Desk`, id: `${region.code}-999999` }, 'id');
  assert.deepEqual(unknown.body, { data: { _entities: [null] } });
});
