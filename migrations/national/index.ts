import { CreateNationalLevel1764000000000 } from './1764000000000-create-national-level';

/** Migrations of the national database, oldest first. */
export const NATIONAL_MIGRATIONS = [CreateNationalLevel1764000000000] as const;
