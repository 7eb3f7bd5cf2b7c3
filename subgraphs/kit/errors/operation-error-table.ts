import { badInput, fault, type ErrorDefinition } from './error-definition';

/** Codes of those who operate the hub: its settings, files, databases and processes. */
export const OPERATION_ERRORS = {
  CONFIG_INVALID: fault(
    500,
    'One or more environment variables are missing or malformed; the message lists them all. See .env.example.',
  ),
  COMPOSITION_FAILED: fault(
    500,
    'The subgraphs do not compose; the message gives the composition errors. The last good supergraph stays served.',
  ),
  DATABASE_UNAVAILABLE: fault(
    503,
    'PostgreSQL could not be started or reached; the message says which server and why.',
  ),
  DATABASE_MIGRATION_FAILED: fault(500, 'A migration failed; the database is as it was before it.'),
  CALLER_INVALID: badInput(
    'The caller asked for is none of the hub: a role lacks its region, desk or SIREN, or has what belongs to another role.',
    '0.2.0',
  ),
  API_KEY_INVALID: badInput(
    'The API key asked for is not one that the hub issues; the message names what is wrong. See `maillage key issue --help`.',
    '0.2.0',
  ),
  API_KEY_UNKNOWN: badInput('No API key has this identifier. `maillage key list` shows those there are.', '0.2.0'),
  GATEWAY_UNREACHABLE: fault(
    502,
    'The gateway could not be reached, or did not answer as the gateway of a hub. Look at the address and whether it runs.',
    '0.2.0',
  ),
  REGISTRY_UNREACHABLE: fault(
    502,
    'The registry could not be reached, or did not answer as the registry of a hub. Look at the address and whether it runs.',
    '0.3.0',
  ),
  REGISTRY_UNKNOWN: badInput(
    'The command acts on a registry and was told of none. Set MAILLAGE_REGISTRY_URL and MAILLAGE_REGISTRY_CREDENTIAL, or run `npm start` on this machine.',
    '0.3.0',
  ),
  REGISTRY_REFUSED: badInput(
    'The registry did not do what was asked; the message says why and what would be right. Nothing was changed.',
    '0.3.0',
  ),
  HUB_NOT_RUNNING: badInput(
    'The command acts on a running hub and found none in this data directory. Run `npm start` first, or set MAILLAGE_DATA_DIR.',
  ),
  HUB_ALREADY_RUNNING: badInput(
    'A hub already runs from this data directory. Stop it first, or set another MAILLAGE_DATA_DIR.',
  ),
  HUB_TIMEOUT: fault(
    504,
    'The running hub did not carry out the command within its deadline. Look at what `npm start` prints, then try again.',
  ),
  SERVICE_FAILED: fault(
    500,
    'A process of the embedded hub ended without being asked to; everything was stopped. The message gives its last words and its log file.',
  ),
  OUTLINES_INVALID: badInput(
    'A file of outlines in MAP_OUTLINES_DIR cannot be used; the message says which and why. See docs/guides/map.md.',
    '0.5.0',
  ),
  PORT_IN_USE: badInput('The port is taken by another program. Stop it, or set PORT.'),
  IMPORT_KIND_UNKNOWN: badInput('No kind of file has this name; the message gives those that there are.', '0.4.0'),
  IMPORT_MAPPING_INVALID: badInput(
    'The mapping file is not usable for this file: the message lists every problem. examples/imports shows mappings, with their JSON Schema.',
    '0.4.0',
  ),
  IMPORT_ARCHIVE_REFUSED: badInput(
    'The workbook is not what it declares, or unpacks to more than the limits. Nothing of it was read. Save the sheet as CSV.',
    '0.4.0',
  ),
  IMPORT_REFUSED_BY_BOOKS: badInput(
    'The database refused a row of the file for a reason that the checks do not foresee; the message names the constraint. Nothing was taken.',
    '0.4.0',
  ),
  IMPORT_FILE_UNREADABLE: badInput(
    'The file to import is missing, unreadable or of an unknown format. Nothing was imported.',
  ),
  DEMONSTRATION_CONFLICT: badInput(
    'The database holds rows that are not demonstration rows, or another scale or seed of the demonstration. Nothing was changed.',
  ),
} as const satisfies Record<string, ErrorDefinition>;
