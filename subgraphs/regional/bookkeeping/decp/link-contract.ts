import type { EntityManager } from 'typeorm';
import type { Region } from '../../../kit/regions';
import { globalId, localIdOf } from '../../books';
import { nounOf } from '../nouns';
import {
  type BookRow,
  type ChangeContext,
  createRow,
  type InputProblem,
  type InvalidInput,
  invalidInput,
  problem,
  type RowNotFound,
  rowById,
  unchangedRow,
  updateRow,
  type VersionConflict,
} from '../rows';

/** A public contract of the DECP import, with names of a contract's fields. */
export interface DecpContract {
  readonly isFree: boolean;
  /** Global identifier. */
  readonly buyer: string;
  readonly title: string;
  readonly sector: string;
  readonly cpv: string | null;
  readonly clauseType: string | null;
  /** Euros. */
  readonly amount: number | null;
  readonly notifiedOn: string | null;
  readonly durationMonths: number | null;
  readonly placeKind: string | null;
  readonly placeCode: string | null;
  readonly departement: string | null;
}

/** What is to be linked; see the schema. */
export interface LinkInput {
  readonly decp: string;
  readonly contract?: string | null;
  readonly version?: number | null;
  readonly operation?: string | null;
  readonly reference?: string | null;
  readonly replaces?: boolean | null;
}

/** A contract that is linked, and what became of its fields. */
export interface LinkedContract {
  readonly __typename: 'LinkContractToDecpSuccess';
  readonly contract: BookRow;
  readonly filled: readonly string[];
  readonly kept: readonly { readonly field: string; readonly ours: string; readonly published: string }[];
  readonly warnings: readonly InputProblem[];
}

type LinkOutcome = LinkedContract | InvalidInput | VersionConflict | RowNotFound;

/** Fields that a public contract fills. */
const FIELDS = [
  'buyer',
  'title',
  'sector',
  'cpv',
  'clauseType',
  'amount',
  'notifiedOn',
  'durationMonths',
  'placeKind',
  'placeCode',
  'departement',
] as const satisfies readonly (keyof DecpContract)[];

/** The public contract of that identifier, as the last import has it; null when there is none. */
export async function readDecpContract(
  books: EntityManager,
  region: Region,
  uid: string,
): Promise<DecpContract | null> {
  const [row] = (await books.query(
    `SELECT is_free AS "isFree", buyer_id::text AS buyer, title, sector, cpv, clause_type AS "clauseType",
       amount_cents::float8 / 100 AS amount, notified_on::text AS "notifiedOn", duration_months AS "durationMonths",
       place_kind AS "placeKind", place_code AS "placeCode", departement_code AS departement
     FROM maillage_decp_contract($1)`,
    [uid],
  )) as DecpContract[];
  return row === undefined ? null : { ...row, buyer: globalId(region, row.buyer) };
}

/**
 * Fills a contract of the desk from a public one, or makes it, and takes the public one over: its holders come with its lot
 * when the contract has no lots of its own, and the import no longer has a contract of its own for it. All of it or nothing.
 */
export async function linkContract(context: ChangeContext, input: LinkInput): Promise<LinkOutcome> {
  const { books, region } = context;
  const published = await readDecpContract(books, region, input.decp);
  if (published === null)
    return refused('DECP_UNKNOWN', `Aucun marché « ${input.decp} » dans les données DECP importées.`);
  if (!published.isFree) {
    return refused(
      'DECP_TAKEN',
      `Le marché « ${input.decp} » est déjà suivi dans cette région. La coordination sait par qui.`,
    );
  }
  const written =
    input.contract == null ? await make(context, published, input) : await fill(context, published, input);
  if (written.__typename !== 'LinkContractToDecpSuccess') return written;
  const localId = String(written.contract['localId']);
  const [taken] = (await books.query('SELECT maillage_take_decp_contract($1, $2) AS "isTaken"', [
    localId,
    input.decp,
  ])) as { isTaken: boolean }[];
  if (taken?.isTaken !== true) {
    return refused('DECP_TAKEN', 'Ce marché public vient d’être relié, ou le marché du guichet l’est déjà à un autre.');
  }
  const contract = await rowById(books, nounOf('Contract'), region, localId);
  return { ...written, contract: contract ?? written.contract };
}

async function make(context: ChangeContext, published: DecpContract, input: LinkInput): Promise<LinkOutcome> {
  const given = Object.fromEntries(FIELDS.map((field) => [field, published[field]]));
  const { operation = null, reference = null } = input;
  const outcome = await createRow(context, nounOf('Contract'), { ...given, operation, reference });
  if (outcome.__typename !== 'written') return outcome;
  const filled = FIELDS.filter((field) => published[field] !== null);
  return {
    __typename: 'LinkContractToDecpSuccess',
    contract: outcome.row,
    filled,
    kept: [],
    warnings: outcome.warnings,
  };
}

async function fill(context: ChangeContext, published: DecpContract, input: LinkInput): Promise<LinkOutcome> {
  const noun = nounOf('Contract');
  const [id, version] = [input.contract ?? '', input.version ?? 0];
  const found = await unchangedRow(context, noun, { id, version });
  if (found.__typename !== 'row') return found;
  const ours = (field: string): unknown =>
    field === 'buyer' ? globalId(context.region, String(found.row[field])) : (found.row[field] ?? null);
  const differing = FIELDS.filter((field) => published[field] !== null && ours(field) !== published[field]);
  const filled = differing.filter((field) => input.replaces === true || ours(field) === null);
  const changes = Object.fromEntries(filled.map((field) => [field, published[field]]));
  const outcome = await updateRow(context, noun, { ...changes, id, version });
  if (outcome.__typename !== 'written') return outcome;
  const kept = differing
    .filter((field) => !filled.includes(field))
    .map((field) => ({ field, ours: JSON.stringify(ours(field)), published: JSON.stringify(published[field]) }));
  return { __typename: 'LinkContractToDecpSuccess', contract: outcome.row, filled, kept, warnings: outcome.warnings };
}

function refused(code: 'DECP_UNKNOWN' | 'DECP_TAKEN', message: string): InvalidInput {
  return invalidInput([problem(code, 'decp', message)]);
}

/** Local identifier of a contract's buyer, for whoever loads it. */
export function buyerOf(region: Region, { buyer }: DecpContract): string {
  return localIdOf(region, buyer) ?? '';
}
