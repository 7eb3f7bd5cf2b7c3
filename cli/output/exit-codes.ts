import { asHubError, type ErrorCode } from '../../subgraphs/kit/errors';

/** Exit codes of every command. */
export const EXIT = { OK: 0, FAILED: 1, UNREACHABLE: 2, USAGE: 3 } as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const UNREACHABLE: readonly ErrorCode[] = [
  'DATABASE_UNAVAILABLE',
  'GATEWAY_UNREACHABLE',
  'HUB_NOT_RUNNING',
  'HUB_TIMEOUT',
  'IDENTITY_UNAVAILABLE',
  'NATIONAL_UNAVAILABLE',
  'REGION_TIMEOUT',
  'REGION_UNREACHABLE',
  'REGISTRY_UNREACHABLE',
];
const USAGE: readonly ErrorCode[] = [
  'API_KEY_INVALID',
  'BACKUP_EXISTS',
  'CALLER_INVALID',
  'CONFIG_INVALID',
  'HUB_ALREADY_RUNNING',
  'IMPORT_ARCHIVE_REFUSED',
  'IMPORT_FILE_UNREADABLE',
  'IMPORT_KIND_UNKNOWN',
  'IMPORT_MAPPING_INVALID',
  'PORT_IN_USE',
  'REGION_UNKNOWN',
  'REGISTRY_UNKNOWN',
  'SITES_UNREADABLE',
];

/** The exit code that tells a script what kind of failure this is. */
export function exitCodeOf(thrown: unknown): ExitCode {
  const code = asHubError(thrown)?.code;
  if (code === undefined) return EXIT.FAILED;
  if (UNREACHABLE.includes(code)) return EXIT.UNREACHABLE;
  return USAGE.includes(code) ? EXIT.USAGE : EXIT.FAILED;
}

/** One line for the person at the terminal: what failed, and its code in docs/ERRORS.md. */
export function describeFailure(thrown: unknown): string {
  const known = asHubError(thrown);
  if (known !== undefined) return `${known.code}: ${known.message}`;
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
