export { type AreaKind, areaNamed, type NamedArea } from './areas';
export { geography, isCommuneCode, type Area, type Commune, type Geography } from './geography';
export { readCogRegions } from './cog-files';
export { communesOfPostalCode, type PlaceSearch, searchPlace } from './place-search';
