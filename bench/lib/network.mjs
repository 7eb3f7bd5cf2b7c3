import { join } from 'node:path';
import authorization from '../../dist/gateway/authorization/index.js';
import regionTable from '../../dist/subgraphs/kit/regions/index.js';

/** Folder of the compiled hub. */
export const HUB = join(import.meta.dirname, '..', '..', 'dist');

/** The two regions of the smallest network. */
const PAIR = ['53', '76'];

/** Regions of a network of that size: those of the law first, then invented ones. In ascending order of codes. */
export function regionsOf(count) {
  const law = regionTable.REGIONS;
  if (count === PAIR.length) return law.filter(({ code }) => PAIR.includes(code));
  const invented = Array.from({ length: Math.max(0, count - law.length) }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return { ...regionTable.regionOf(`B${number}`, `Banc ${number}`), isInvented: true };
  });
  return [...law.slice(0, count), ...invented];
}

/** Content of the hub's network file. */
export function networkFileOf(regions, urls, nationalUrl) {
  const members = regions.map(({ code, name, isInvented }) => ({
    code,
    ...(isInvented === true ? { name } : {}),
    url: urls[code],
    schemaVersion: '2',
  }));
  return { version: 1, nationalUrl, members };
}

/** The hub's supergraph with real addresses: the peers take them from there, our gateway from the network file. */
export function routedSupergraph(supergraphSdl, regions, urls, nationalUrl) {
  const addresses = new Map([
    ['national', nationalUrl],
    ...regions.map(({ code, subgraph }) => [subgraph, urls[code]]),
  ]);
  // The peers know no roles: they get the supergraph without what says who may ask.
  return authorization
    .servedSupergraph(supergraphSdl)
    .replaceAll(/@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g, (_, name) => {
      return `@join__graph(name: "${name}", url: "${addresses.get(name)}")`;
    });
}
