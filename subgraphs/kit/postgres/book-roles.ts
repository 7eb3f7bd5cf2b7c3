import { READER_ROLES } from './reader-roles';

/**
 * Roles of the PostgreSQL cluster as which a region's own API works for its people, none with a login. A transaction
 * becomes one of them for its caller; before that the connection is the reader of the directory.
 */
export const BOOK_ROLES = {
  desk: 'maillage_writer_desk',
  coordination: 'maillage_writer_coordination',
  auditor: 'maillage_reader_auditor',
} as const;

/** One of these roles. */
export type BookRole = (typeof BOOK_ROLES)[keyof typeof BOOK_ROLES];

/** As which a region folds its rollups into cells: it sees no table but those. */
export const FOLDER_ROLE = 'maillage_folder';

/** Every role that the owner of a region's database must be able to become. */
export const REGIONAL_ROLES: readonly string[] = [
  ...Object.values(READER_ROLES),
  ...Object.values(BOOK_ROLES),
  FOLDER_ROLE,
];
