import { HubError } from '../../errors';

/** The DATABASE_UNAVAILABLE error for a PostgreSQL that cannot be used, with the last lines it wrote. */
export function serverFailure(what: string, words: string, cause?: unknown): HubError {
  const tail = words.trim().split('\n').slice(-5).join(' | ');
  return new HubError('DATABASE_UNAVAILABLE', `${what}${tail === '' ? '' : ` It said: ${tail}`}`, {}, { cause });
}
