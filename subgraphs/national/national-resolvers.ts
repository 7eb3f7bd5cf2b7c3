import { parse } from 'graphql';
import type { Publication } from '../../schema';
import type { ResolverMap } from '../kit/server';
import type { Directory } from './gather';
import { apiKeyResolvers } from './modules/api-key';
import { codeListResolvers } from './modules/code-list';
import {
  consolidationResolvers,
  createConsolidationService,
  type ConsolidationService,
  type Measure,
} from './modules/consolidation';
import { contractResolvers, createContractLookupService, createContractService } from './modules/contract';
import { correspondentResolvers } from './modules/correspondent';
import {
  areaContactResolvers,
  createAreaContactService,
  createLocalContactService,
  localContactResolvers,
} from './modules/local-contact';
import { mobilisationResolvers, programmeResolvers } from './modules/mobilisation';
import { nationalBuyerResolvers } from './modules/national-buyer';
import { networkLifeResolvers } from './modules/network-life';
import { partnershipResolvers } from './modules/partnership';
import { reminderResolvers } from './modules/reminder';
import { createRegionService, regionResolvers } from './modules/region';

/** Every resolver of the national subgraph, for these members. */
export function nationalResolvers(
  directory: Directory,
  publications: readonly Publication[],
  now: () => Date,
): ResolverMap {
  const consolidation: ConsolidationService = createConsolidationService({
    directory,
    publishes: publishedMeasures(publications),
    now,
  });
  const localContacts = createLocalContactService(directory);
  return mergeResolvers([
    consolidationResolvers(consolidation),
    contractResolvers(
      createContractService(directory),
      createContractLookupService((code) => directory.region(code).prefix),
    ),
    localContactResolvers(localContacts),
    areaContactResolvers(createAreaContactService(directory)),
    mobilisationResolvers(localContacts),
    programmeResolvers(),
    reminderResolvers(),
    networkLifeResolvers(),
    regionResolvers(createRegionService(directory)),
    nationalBuyerResolvers(consolidation, localContacts),
    partnershipResolvers(consolidation, now),
    codeListResolvers(),
    correspondentResolvers(),
    apiKeyResolvers(),
    ...publications.map(({ region }) => ({
      // The region of a contract is known from the reference: no region needs to be asked for it.
      [`${region.prefix}Contract`]: { region: () => ({ code: region.code }) },
    })),
  ]);
}

/** Whether a region publishes a measure at all: tells an outdated schema from a field in error. */
function publishedMeasures(publications: readonly Publication[]): (code: string, measure: Measure) => boolean {
  const fieldsByRegion = new Map(
    publications.map(({ region, sdl }) => {
      const type = parse(sdl, { noLocation: true }).definitions.find(
        (node) => node.kind === 'ObjectTypeDefinition' && node.name.value === `${region.prefix}Figures`,
      );
      const fields = type?.kind === 'ObjectTypeDefinition' ? (type.fields ?? []) : [];
      return [region.code, new Set(fields.map((field) => field.name.value))];
    }),
  );
  return (code, measure) => fieldsByRegion.get(code)?.has(measure) ?? false;
}

/** Resolvers of object types, before they are joined. */
type ObjectResolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Joins maps whose types may repeat, as `Query` does. */
function mergeResolvers(maps: readonly ObjectResolvers[]): ResolverMap {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const map of maps) {
    for (const [type, fields] of Object.entries(map)) merged[type] = { ...merged[type], ...fields };
  }
  return merged as ResolverMap;
}
