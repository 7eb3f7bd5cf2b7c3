import type { EntityManager } from 'typeorm';
import { codeListOf } from '../../kit/catalogue';
import type { ErrorCode } from '../../kit/errors';
import type { BookKeys } from './book-keys';
import { storedCriterion } from './criterion-codes';
import { openCriterion, sealCriterion, type SealedCriterion } from './seal-criterion';
import { isSensitive } from './sensitive-criteria';

/** One criterion of a person, opened for the desk that follows the person. */
export interface PersonCriterion {
  readonly id: string;
  readonly version: number;
  /** Code list CRITERION. */
  readonly criterion: string;
  /** Code of the local list that it was entered by; null when it was entered by the national one. */
  readonly localCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Whether it is stored sealed. */
  readonly isSealed: boolean;
}

/** A criterion to add: by its code of the national list, or by that of the region's own. */
export interface AddCriterionInput {
  readonly participantId: string;
  readonly criterion: string | null;
  readonly localCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Whether figures count the person by it; true for a first criterion unless said. */
  readonly isMain: boolean | null;
}

/** Why a criterion was not added, for the field that has to change. */
export interface CriterionProblem {
  readonly code: ErrorCode;
  readonly path: keyof AddCriterionInput;
  readonly message: string;
}

/** What came of adding one. */
export type AddCriterionOutcome =
  { readonly kind: 'added'; readonly id: string } | { readonly kind: 'refused'; readonly problem: CriterionProblem };

/** Adds a criterion, sealed when it is sensitive. Within `withinBooks`, as the desk that follows the person. */
export async function addCriterion(
  books: EntityManager,
  keys: BookKeys,
  input: AddCriterionInput,
): Promise<AddCriterionOutcome> {
  const { participantId, localCode, validFrom, validTo } = input;
  if (validTo !== null && validTo < validFrom)
    return refused(
      'DATES_OUT_OF_ORDER',
      'validTo',
      `La fin de validité (${validTo}) précède son début (${validFrom}).`,
    );
  const [person]: { others: string }[] = await books.query(
    `SELECT (SELECT count(*) FROM participant_criterion c WHERE c.participant_id = p.id) AS others
     FROM participant p WHERE p.id = $1 AND p.erased_on IS NULL FOR UPDATE`,
    [participantId],
  );
  if (person === undefined)
    return refused('REFERENCE_UNKNOWN', 'participantId', 'Cette personne n’est pas suivie par le guichet.');
  const found = await nationalCode(books, input);
  if (typeof found !== 'string') return found;
  const sealed = isSensitive(found) ? sealCriterion(keys, participantId, { criterion: found, localCode }) : null;
  const [row]: { id: string }[] = await books.query(
    `INSERT INTO participant_criterion
       (origin, participant_id, criterion, sealed_criterion, local_code, valid_from, valid_to)
     VALUES ('ENTERED', $1, $2, $3, $4, $5, $6) RETURNING id`,
    [participantId, sealed === null ? found : null, sealed, sealed === null ? localCode : null, validFrom, validTo],
  );
  if (input.isMain ?? person.others === '0')
    await books.query('UPDATE participant SET criterion = $2 WHERE id = $1', [
      participantId,
      storedCriterion(keys, found),
    ]);
  return { kind: 'added', id: row?.id ?? '' };
}

/** The criteria of a person, opened. Throws BOOKS_KEY_UNKNOWN, BOOKS_SEAL_BROKEN. */
export async function readCriteria(
  books: EntityManager,
  keys: BookKeys,
  participantId: string,
): Promise<PersonCriterion[]> {
  const rows: (Omit<PersonCriterion, 'criterion' | 'isSealed'> & {
    readonly criterion: string | null;
    readonly sealed: Buffer | null;
  })[] = await books.query(
    `SELECT id, version, criterion, sealed_criterion AS sealed, local_code AS "localCode",
       to_char(valid_from, 'YYYY-MM-DD') AS "validFrom", to_char(valid_to, 'YYYY-MM-DD') AS "validTo"
     FROM participant_criterion WHERE participant_id = $1 ORDER BY valid_from, id`,
    [participantId],
  );
  return rows.map(({ sealed, criterion, localCode, ...row }) => {
    const opened: SealedCriterion =
      sealed === null ? { criterion: criterion ?? '', localCode } : openCriterion(keys, participantId, sealed);
    return { ...row, ...opened, isSealed: sealed !== null };
  });
}

/** The national code, also for an entry of the region's own list on the first day of validity. */
async function nationalCode(
  books: EntityManager,
  { criterion, localCode, validFrom }: AddCriterionInput,
): Promise<string | Extract<AddCriterionOutcome, { kind: 'refused' }>> {
  if (localCode === null) {
    if (criterion === null)
      return refused('FIELD_REQUIRED', 'criterion', 'Donnez un critère national ou un code local.');
    return codeListOf('CRITERION').entries.some(({ code }) => code === criterion)
      ? criterion
      : refused('CODE_UNKNOWN', 'criterion', `« ${criterion} » n’est pas dans la liste CRITERION.`);
  }
  const [row]: { code: string }[] = await books.query(
    `SELECT national_code AS code FROM local_code WHERE list = 'CRITERION' AND code = $1
       AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
    [localCode, validFrom],
  );
  if (row === undefined)
    return refused(
      'CODE_UNKNOWN',
      'localCode',
      `« ${localCode} » n’est pas dans la liste locale des critères au ${validFrom}.`,
    );
  return criterion === null || criterion === row.code
    ? row.code
    : refused('CODE_UNKNOWN', 'criterion', `Le code local « ${localCode} » vaut ${row.code}, et non ${criterion}.`);
}

function refused(code: ErrorCode, path: CriterionProblem['path'], message: string) {
  return { kind: 'refused', problem: { code, path, message } } as const;
}
