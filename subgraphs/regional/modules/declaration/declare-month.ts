import type { EntityManager } from 'typeorm';
import type { ErrorCode } from '../../../kit/errors';
import { addMonths, firstDayOf, type Month } from '../../../kit/months';
import { DeskEntity } from '../desk';
import { DeclarationEntity } from './declaration.entity';

/** First half of the advisory lock of a desk's declarations, as the migration that reopens months has it. */
const LOCK = 5_341;
/** Work contracts named when their hours still wait for a facilitator. */
const MOST_NAMED = 20;

/** A desk says that its hours of a month are entered and validated. */
export interface DeclareMonthInput {
  /** Local identifier of the desk. */
  readonly deskId: string;
  readonly month: Month;
  /** Version of the declaration that the desk saw; null when it saw none. */
  readonly version: number | null;
  /** The day it is, YYYY-MM-DD. */
  readonly today: string;
}

/** Hours that nobody has validated yet. */
export interface WaitingHours {
  readonly entries: number;
  readonly hours: string;
  /** References of their work contracts, the first ones; identifiers where there is no reference. */
  readonly workContracts: readonly string[];
}

/** What came of it. */
export type DeclareMonthOutcome =
  | { readonly kind: 'declared'; readonly declaration: DeclarationEntity; readonly isNew: boolean }
  | { readonly kind: 'conflict'; readonly current: DeclarationEntity | null }
  | {
      readonly kind: 'refused';
      readonly code: Extract<ErrorCode, `DECLARATION_${string}`>;
      readonly message: string;
      /** Only when hours wait. */
      readonly waiting?: WaitingHours;
    };

/**
 * Declares a month, or declares it again after corrections. Within `withinBooks`, which says who declares. A month that is
 * not over, one in which the desk was not open, and one with hours that nobody has validated are refused: the figures
 * count validated hours only, so that such a month is not complete. Declaring a declared month changes nothing.
 */
export async function declareMonth(books: EntityManager, input: DeclareMonthInput): Promise<DeclareMonthOutcome> {
  const { deskId, month, version } = input;
  // Alone: changes of hours under way end first, later ones see this declaration.
  await books.query('SELECT pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::integer)', [LOCK, deskId]);
  const refusal = (await refuseMonth(books, input)) ?? (await refuseWaiting(books, input));
  if (refusal !== undefined) return refusal;
  const repository = books.getRepository(DeclarationEntity);
  const current = await repository.findOneBy({ deskId, month: firstDayOf(month) });
  if ((current?.version ?? null) !== version) return { kind: 'conflict', current };
  if (current?.state === 'DECLARED') return { kind: 'declared', declaration: current, isNew: false };
  await books.query(
    `INSERT INTO declaration (origin, desk_id, month, state, declared_at, declared_by, first_declared_at)
     VALUES ('ENTERED', $1, $2, 'DECLARED', now(), current_setting('maillage.actor'), now())
     ON CONFLICT (desk_id, month) DO UPDATE SET state = 'DECLARED', declared_at = now(),
       declared_by = excluded.declared_by,
       first_declared_at = coalesce(declaration.first_declared_at, declaration.declared_at)`,
    [deskId, firstDayOf(month)],
  );
  const declaration = await repository.findOneByOrFail({ deskId, month: firstDayOf(month) });
  return { kind: 'declared', declaration, isNew: true };
}

async function refuseMonth(books: EntityManager, { deskId, month, today }: DeclareMonthInput) {
  const after = firstDayOf(addMonths(month, 1));
  if (today < after)
    return refused(
      'DECLARATION_MONTH_NOT_OVER',
      `Le mois ${month} n’est pas terminé : il se déclare à partir du ${after}.`,
    );
  const desk = await books.getRepository(DeskEntity).findOneBy({ id: deskId });
  if (desk === null) return refused('DECLARATION_DESK_UNKNOWN', 'Ce guichet n’est pas dans les livres de la région.');
  const isOpen = desk.openedOn < after && (desk.closedOn === null || desk.closedOn >= firstDayOf(month));
  if (isOpen) return undefined;
  const closed = desk.closedOn === null ? '' : ` et a fermé le ${desk.closedOn}`;
  return refused(
    'DECLARATION_DESK_CLOSED',
    `${desk.name} n’était pas ouvert en ${month} : il a ouvert le ${desk.openedOn}${closed}.`,
  );
}

async function refuseWaiting(books: EntityManager, { deskId, month }: DeclareMonthInput) {
  const [found]: { entries: string; hours: string; names: string[] | null }[] = await books.query(
    `SELECT count(*) AS entries, coalesce(sum(h.hours), 0) AS hours,
       (array_agg(coalesce(w.reference, w.id::text) ORDER BY w.id))[1:${MOST_NAMED}] AS names
     FROM work_contract w JOIN hour_entry h ON h.work_contract_id = w.id
     WHERE w.desk_id = $1 AND h.month = $2 AND h.state = 'ENTERED'`,
    [deskId, firstDayOf(month)],
  );
  const entries = Number(found?.entries ?? 0);
  if (found === undefined || entries === 0) return undefined;
  const waiting = { entries, hours: found.hours, workContracts: found.names ?? [] };
  const message = `${entries} saisie(s) d’heures de ${month} attendent la validation d’un facilitateur : validez-les ou retirez-les, puis déclarez.`;
  return { ...refused('DECLARATION_HOURS_WAITING', message), waiting };
}

function refused(code: Extract<ErrorCode, `DECLARATION_${string}`>, message: string) {
  return { kind: 'refused', code, message } as const;
}
