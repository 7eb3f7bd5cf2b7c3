import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { CredentialService } from '../credentials';
import type { CredentialKind } from '../credentials/credential.entity';
import { SETUP_ACTOR } from './set-up-members';

/** Days that such a credential lives; a preparation that finds it ended makes another. */
const DAYS = 365;

/** Sees to it that a file, readable by its user only, holds a credential of that kind that works. */
export async function leaveCredential(
  credentials: CredentialService,
  path: string,
  kind: CredentialKind,
): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const known = await credentials.find(text.trim());
  if (known?.kind === kind) return;
  const label = kind === 'READER' ? 'gateway and national subgraph' : 'operator of this machine';
  const issued = await credentials.issue({ kind, region: null, label, days: DAYS }, SETUP_ACTOR);
  if (issued.status === 'invalid') throw new Error(issued.message);
  const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
  await writeFile(temporary, `${issued.text}\n`, { mode: 0o600 });
  await rename(temporary, path);
}
