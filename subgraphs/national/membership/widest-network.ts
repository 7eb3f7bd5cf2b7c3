import { CURRENT_REGIONAL_SCHEMA_VERSION } from '../../kit/regional-schema';
import type { Network } from '../../kit/network';
import { REGIONS } from '../../kit/regions';

/**
 * The network in which every region of the law is a member on the newest version. The schema made for it understands
 * every question that a router may plan, whoever is a member just then: it has the types of all regions, and all fields
 * of the national interfaces, of which a question names some. What a router may not ask is decided by the supergraph
 * that it plans on; what is answered, by the membership of the question.
 */
export function widestNetwork(network: Network): Network {
  const ofTheLaw = new Set(REGIONS.map(({ code }) => code));
  const others = network.members.filter(({ region }) => !ofTheLaw.has(region.code));
  const members = [
    ...REGIONS.map((region) => ({
      region,
      url: network.nationalUrl,
      schemaVersion: CURRENT_REGIONAL_SCHEMA_VERSION,
    })),
    ...others,
  ].sort((left, right) => (left.region.code < right.region.code ? -1 : 1));
  return { ...network, members };
}
