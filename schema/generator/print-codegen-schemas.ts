import { regionOf, type Region } from '../../subgraphs/kit/regions';
import { nationalSchema } from './national-schema';
import { CURRENT_REGIONAL_SCHEMA_VERSION } from '../../subgraphs/kit/regional-schema';
import { registrySchema } from './registry-schema';
import { regionalSchema, TEMPLATE_PREFIX } from './regional-schema';

/** A region whose types keep the template's names, so that one set of types serves every region. */
const TEMPLATE_REGION: Region = regionOf('00', TEMPLATE_PREFIX);

/** SDL that the regional resolver types are generated from: the newest version, types named `Shard…`. */
export function regionalTypesSchema(): string {
  return regionalSchema(TEMPLATE_REGION, CURRENT_REGIONAL_SCHEMA_VERSION);
}

/** SDL that the national resolver types are generated from: one pseudo region, types named `Shard…`. */
export function nationalTypesSchema(): string {
  return nationalSchema([{ region: TEMPLATE_REGION, sdl: regionalTypesSchema() }]);
}

/** SDL that the registry's resolver types are generated from: all of it, what is only on its own address included. */
export function registryTypesSchema(): string {
  return registrySchema();
}
