import type { EntityManager } from 'typeorm';
import { labelOf } from '../../kit/catalogue';
import { parameterAt } from '../modules/dated-parameter';
import type { BookKeys } from './book-keys';
import { criterionOf, criterionTokens } from './criterion-codes';
import { readCriteria } from './person-criteria';
import { recordAccess } from './record-access';

/** Everything that the books hold of one person, under French names, as JSON can hold it. */
export type PersonExport = Readonly<Record<string, unknown>>;

type Row = Readonly<Record<string, unknown>>;

/**
 * What a person may ask for (RGPD, article 15); within `withinBooks` as the desk that follows the person. Null when the desk
 * does not. The export is itself an access that is written down.
 */
export async function exportPerson(
  books: EntityManager,
  keys: BookKeys,
  { participantId, today }: { readonly participantId: string; readonly today: string },
): Promise<PersonExport | null> {
  const [person]: Row[] = await books.query(PERSON, [participantId]);
  if (person === undefined) return null;
  await recordAccess(books, [participantId], 'personExport');
  const retention = await parameterAt(books, 'PARTICIPANT_RETENTION_MONTHS', today);
  return {
    document: 'Données détenues sur une personne (RGPD, article 15)',
    établiLe: today,
    finalité:
      'Suivi des clauses sociales d’insertion : éligibilité, contrats de travail, heures, situation à la sortie',
    destinataires: 'Le guichet qui suit la personne. La coordination et le niveau national reçoivent des totaux.',
    conservation: { mois: retention.value, source: retention.source },
    personne: shownPerson(person, keys),
    critères: (await readCriteria(books, keys, participantId)).map((each) => ({
      critère: labelOf('CRITERION', each.criterion),
      codeLocal: each.localCode,
      du: each.validFrom,
      au: each.validTo,
      chiffré: each.isSealed,
    })),
    contratsDeTravail: ((await books.query(WORK, [participantId])) as Row[]).map(shownWork),
    historique: await books.query(HISTORY, [participantId]),
    consultations: await books.query(ACCESSES, [participantId]),
    àVérifierÀLaMain:
      'Les notes qualitatives du guichet ne nomment personne ; elles ne sont rattachées à aucune personne.',
  };
}

function shownPerson(person: Row, keys: BookKeys): PersonExport {
  const code = criterionOf(criterionTokens(keys), String(person['criterion']));
  return {
    pseudonyme: person['pseudonym'],
    référence: person['reference'],
    guichet: person['desk'],
    annéeDeNaissance: person['birth_year'],
    sexe: labelOf('SEX', String(person['sex'])),
    niveauDeFormation: labelOf('EDUCATION_LEVEL', String(person['education_level'])),
    critèrePrincipal: code === null ? null : labelOf('CRITERION', code),
    communeDeRésidence: person['residence_commune'],
    habiteUnQuartierPrioritaire: person['lives_in_qpv'],
    provenance: labelOf('ORIGIN', String(person['origin'])),
    saisieLe: person['created_at'],
    modifiéeLe: person['updated_at'],
    effacéeLe: person['erased_on'],
  };
}

function shownWork({ type, mode, outcomes, ...work }: Row): PersonExport {
  return {
    ...work,
    typeDeContrat: labelOf('WORK_CONTRACT_TYPE', String(type)),
    modeDExécution: labelOf('EXECUTION_MODE', String(mode)),
    situations: (outcomes as { étape: string; situation: string; le: string }[]).map((each) => ({
      ...each,
      étape: STAGES[each.étape] ?? each.étape,
      situation: labelOf('OUTCOME', each.situation),
    })),
  };
}

const STAGES: Readonly<Record<string, string>> = {
  EXIT: 'À la sortie',
  SIX_MONTHS: 'À six mois',
  TWELVE_MONTHS: 'À douze mois',
};

const PERSON = `
  SELECT p.*, to_char(p.erased_on, 'YYYY-MM-DD') AS erased_on, d.name AS desk
  FROM participant p LEFT JOIN desk d ON d.id = p.desk_id WHERE p.id = $1`;

const WORK = `
  SELECT w.reference AS "référence", w.type, w.execution_mode AS mode, to_char(w.starts_on, 'YYYY-MM-DD') AS du,
    to_char(w.ends_on, 'YYYY-MM-DD') AS au, w.weekly_hours::float8 AS "heuresParSemaine",
    r.name AS employeur, c.title AS "marché", l.title AS lot,
    (SELECT coalesce(json_agg(json_build_object('mois', to_char(h.month, 'YYYY-MM'), 'heures', h.hours,
        'validées', h.state = 'VALIDATED') ORDER BY h.month), '[]')
      FROM hour_entry h WHERE h.work_contract_id = w.id) AS heures,
    (SELECT coalesce(json_agg(json_build_object('étape', o.stage, 'situation', o.situation, 'le', o.observed_on)
        ORDER BY o.observed_on), '[]') FROM outcome o WHERE o.work_contract_id = w.id) AS outcomes
  FROM work_contract w
  LEFT JOIN contractor r ON r.id = w.employer_id
  LEFT JOIN lot l ON l.id = w.lot_id LEFT JOIN contract c ON c.id = l.contract_id
  WHERE w.participant_id = $1 ORDER BY w.starts_on, w.id`;

/** Rows of the person and of what belongs to it; a token of a sensitive criterion means nothing outside the books. */
const HISTORY = `
  WITH work AS (SELECT w.id FROM work_contract w WHERE w.participant_id = $1)
  SELECT r.changed_at AS le, r.actor AS par, r.action, r.table_name AS "table",
    r.before - 'criterion' AS avant, r.after - 'criterion' AS "après"
  FROM change_record r
  WHERE (r.table_name = 'participant' AND r.row_id = $1)
    OR (r.table_name = 'participant_criterion' AND coalesce(r.after, r.before) ->> 'participant_id' = $1::text)
    OR (r.table_name = 'work_contract' AND r.row_id IN (SELECT id FROM work))
    OR (r.table_name IN ('hour_entry', 'outcome')
      AND (coalesce(r.after, r.before) ->> 'work_contract_id')::bigint IN (SELECT id FROM work))
  ORDER BY r.id`;

const ACCESSES = `
  SELECT accessed_at AS le, actor AS par, role AS "rôle", operation AS "opération"
  FROM access_record WHERE participant_id = $1 ORDER BY id`;
