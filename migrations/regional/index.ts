import { CreateRegionalBooks1764000000000 } from './1764000000000-create-regional-books';
import { CreateDemonstrationLoad1764000000100 } from './1764000000100-create-demonstration-load';

/** Migrations of a region's database, oldest first. */
export const REGIONAL_MIGRATIONS = [CreateRegionalBooks1764000000000, CreateDemonstrationLoad1764000000100] as const;
