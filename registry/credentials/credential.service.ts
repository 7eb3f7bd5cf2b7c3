import { timingSafeEqual } from 'node:crypto';
import { DateTime } from 'luxon';
import { type DataSource, IsNull, MoreThan } from 'typeorm';
import { makeSecret, readSecret } from '../../subgraphs/kit/identity';
import { writeAudit } from '../audit';
import { CredentialEntity, type CredentialKind } from './credential.entity';

/** First part of every credential of the registry. */
export const CREDENTIAL_PREFIX = 'mlr';

const MAX_LABEL = 100;
const MAX_DAYS = 365;

/** A credential to issue. */
export interface CredentialRequest {
  readonly kind: CredentialKind;
  readonly region: string | null;
  readonly label: string;
  readonly days: number;
}

/** What became of it. Expected failures are values. */
export type Issued =
  | { readonly status: 'issued'; readonly row: CredentialEntity; readonly text: string }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** The credentials of the registry's own door. */
export interface CredentialService {
  /** Makes a credential. Its text is in the answer and nowhere else, ever. */
  issue(request: CredentialRequest, actor: string): Promise<Issued>;
  /** Ends one for good; one that is revoked already stays as it is. Null when there is none. */
  revoke(publicId: string, actor: string): Promise<CredentialEntity | null>;
  /** Newest first. */
  list(includesEnded: boolean): Promise<readonly CredentialEntity[]>;
  /** The row of a credential that is presented; null for one that opens nothing, without saying why. */
  find(text: string): Promise<CredentialEntity | null>;
}

/** Builds the service. */
export function createCredentialService(dataSource: DataSource, now: () => Date): CredentialService {
  const rows = () => dataSource.getRepository(CredentialEntity);
  return {
    async issue(request, actor) {
      const problem = problemOf(request);
      return problem ?? save(dataSource, { ...request, label: request.label.trim() }, actor, now());
    },
    revoke: (publicId, actor) =>
      dataSource.transaction(async (manager) => {
        const revoked = { revokedAt: now(), revokedBy: actor };
        const { affected } = await manager.update(CredentialEntity, { publicId, revokedAt: IsNull() }, revoked);
        const row = await manager.findOneBy(CredentialEntity, { publicId });
        if (affected === 1) await writeAudit(manager, { actor, action: 'REVOKE_CREDENTIAL', ...aboutOf(row) });
        return row;
      }),
    list: (includesEnded) =>
      rows().find({
        where: includesEnded ? {} : { revokedAt: IsNull(), expiresAt: MoreThan(now()) },
        order: { id: 'DESC' },
      }),
    async find(text) {
      const presented = readSecret(CREDENTIAL_PREFIX, text);
      if (presented === undefined) return null;
      const row = await rows().findOneBy({ publicId: presented.publicId });
      if (row === null || !isSame(row.secretHash, presented.secretHash)) return null;
      const at = now();
      if (row.revokedAt !== null || row.expiresAt <= at) return null;
      const lastUsedOn = DateTime.fromJSDate(at, { zone: 'Europe/Paris' }).toISODate();
      if (row.lastUsedOn !== lastUsedOn) await rows().update({ id: row.id }, { lastUsedOn });
      return row;
    },
  };
}

function problemOf({
  kind,
  region,
  label,
  days,
}: CredentialRequest): Extract<Issued, { status: 'invalid' }> | undefined {
  const invalid = (field: string, message: string) => ({ status: 'invalid' as const, field, message });
  const line = label.trim();
  if (line === '' || line.length > MAX_LABEL || /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u.test(line)) {
    return invalid('label', `A label is a line of 1 to ${MAX_LABEL} characters that says who holds the credential.`);
  }
  if (days < 1 || days > MAX_DAYS) return invalid('days', `A credential lives from 1 to ${MAX_DAYS} days.`);
  if (kind === 'REGION' && region === null) return invalid('region', 'A credential of a region names its region.');
  if (kind !== 'REGION' && region !== null) return invalid('region', 'Only a credential of a region names one.');
  return undefined;
}

async function save(
  dataSource: DataSource,
  { kind, region, label, days }: CredentialRequest,
  actor: string,
  at: Date,
): Promise<Issued> {
  const { publicId, secretHash, text } = makeSecret(CREDENTIAL_PREFIX);
  const expiresAt = DateTime.fromJSDate(at)
    .plus({ hours: 24 * days })
    .toJSDate();
  const row = await dataSource.transaction(async (manager) => {
    const fresh = { publicId, secretHash, kind, regionCode: region, label, createdBy: actor, expiresAt };
    const unused = { revokedAt: null, revokedBy: null, lastUsedOn: null };
    const saved = await manager.save(CredentialEntity, { ...fresh, ...unused });
    await writeAudit(manager, { actor, action: 'ISSUE_CREDENTIAL', ...aboutOf(saved) });
    return saved;
  });
  return { status: 'issued', row, text };
}

function aboutOf(row: CredentialEntity | null) {
  if (row === null) return {};
  const details = { credential: row.publicId, kind: row.kind, label: row.label };
  return row.regionCode === null ? { details } : { region: row.regionCode, details };
}

/** In the same time wherever they differ. */
function isSame(kept: string, shown: string): boolean {
  return timingSafeEqual(Buffer.from(kept, 'hex'), Buffer.from(shown, 'hex'));
}
