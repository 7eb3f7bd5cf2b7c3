import { CreateRegistry1764000000300 } from './1764000000300-create-registry';

/** Migrations of the registry's database, oldest first. */
export const REGISTRY_MIGRATIONS = [CreateRegistry1764000000300] as const;
