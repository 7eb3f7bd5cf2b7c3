import type { DecpContract } from '../../subgraphs/kit/decp';
import type { HeldContract, HeldContracts } from './read-held';

/** A field in which what was declared and what is held are compared. */
export const COMPARED_FIELDS = ['clause', 'amount', 'notifiedOn', 'departement'] as const;

/** One thing in which a buyer's declared contracts and the regions' holdings differ. */
export type ContractDifference =
  /** Declared, and held by no region. `similar` are held contracts without a link that it may be. */
  | { readonly kind: 'NOT_HELD'; readonly declared: DecpContract; readonly similar: readonly HeldContract[] }
  /** Declared in a region of which nobody can tell what it holds. */
  | { readonly kind: 'UNKNOWN'; readonly declared: DecpContract; readonly status: string }
  /** Held by another region than the one in which it is declared. */
  | { readonly kind: 'ELSEWHERE'; readonly declared: DecpContract; readonly held: HeldContract }
  | {
      readonly kind: 'DIFFERS';
      readonly declared: DecpContract;
      readonly held: HeldContract;
      readonly field: (typeof COMPARED_FIELDS)[number];
      readonly ours: string;
      readonly published: string;
    }
  /** Held, and not in the file. */
  | { readonly kind: 'NOT_DECLARED'; readonly held: HeldContract };

/** What a comparison found. */
export interface Comparison {
  readonly differences: readonly ContractDifference[];
  /** Declared contracts that are held as they were declared. */
  readonly alike: number;
}

/**
 * Compares what a buyer declared with what the regions hold, by the identifier of the DECP (uid). What one of the two does not say is no
 * difference. Of a region that cannot be asked nothing is said to be missing.
 */
export function compareContracts(declared: readonly DecpContract[], { contracts, unknown }: HeldContracts): Comparison {
  const byUid = new Map(contracts.flatMap((held) => (held.decp === null ? [] : [[held.decp, held] as const])));
  const unlinked = contracts.filter(({ decp }) => decp === null);
  const differences: ContractDifference[] = [];
  let alike = 0;
  for (const one of declared) {
    const held = byUid.get(one.uid);
    const status = unknown.get(one.regionCode);
    if (held !== undefined) {
      const found = differencesOf(one, held);
      if (found.length === 0) alike += 1;
      differences.push(...found);
    } else if (status !== undefined) differences.push({ kind: 'UNKNOWN', declared: one, status });
    else differences.push({ kind: 'NOT_HELD', declared: one, similar: unlinked.filter((row) => isSimilar(one, row)) });
  }
  const uids = new Set(declared.map(({ uid }) => uid));
  const undeclared = contracts.filter(({ decp }) => decp === null || !uids.has(decp));
  differences.push(...undeclared.map((held) => ({ kind: 'NOT_DECLARED', held }) as const));
  return { differences, alike };
}

function differencesOf(declared: DecpContract, held: HeldContract): readonly ContractDifference[] {
  const found: ContractDifference[] = [];
  if (declared.regionCode !== held.region) found.push({ kind: 'ELSEWHERE', declared, held });
  const pairs: Readonly<Record<(typeof COMPARED_FIELDS)[number], readonly [string | null, string | null]>> = {
    clause: [clauseOf(declared), held.clauseType === null ? NO_CLAUSE : SOCIAL_CLAUSE],
    amount: [cents(declared.amountCents), cents(held.amount === null ? null : Math.round(held.amount * 100))],
    notifiedOn: [declared.notifiedOn, held.notifiedOn],
    departement: [declared.departement, held.departement],
  };
  for (const field of COMPARED_FIELDS) {
    const [published, ours] = pairs[field];
    if (published === null || ours === null || published === ours) continue;
    found.push({ kind: 'DIFFERS', declared, held, field, ours, published });
  }
  return found;
}

const SOCIAL_CLAUSE = 'clause sociale';
const NO_CLAUSE = 'pas de clause sociale';

/** Null where the source is silent: silence is no "none". */
function clauseOf({ clause }: DecpContract): string | null {
  if (clause === null) return null;
  return clause.type === null ? NO_CLAUSE : SOCIAL_CLAUSE;
}

function cents(amount: number | null): string | null {
  return amount === null ? null : (amount / 100).toFixed(2);
}

/** Whether a held contract without a link may be the declared one: notified on the same day, for the same amount. */
function isSimilar({ notifiedOn, amountCents }: DecpContract, held: HeldContract): boolean {
  if (notifiedOn === null || amountCents === null || held.amount === null) return false;
  return held.notifiedOn === notifiedOn && Math.round(held.amount * 100) === amountCents;
}
