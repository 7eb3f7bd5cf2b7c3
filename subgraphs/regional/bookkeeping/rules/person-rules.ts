import { randomUUID } from 'node:crypto';
import { localIdOf } from '../../books';
import { problem } from '../rows/input-problem';
import { deskIsOpen } from './desk-rule';
import { allOf, nounRules, plainRule, type Rule } from './noun-rules';
import { communeProblems } from './place-rules';

/** What a reference must not be: a number of the social security, an e-mail address, a telephone number. */
const PERSONAL =
  /^(?:[12]\s?\d{2}\s?\d{2}\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?|\S+@\S+|(?:\+33|0)[\s.]?[1-9](?:[\s.]?\d{2}){4})$/i;

const impersonalReference = plainRule((row) =>
  typeof row['reference'] === 'string' && PERSONAL.test(row['reference'].trim())
    ? [
        problem(
          'REFERENCE_PERSONAL',
          'reference',
          "La référence ressemble à un numéro de sécurité sociale, une adresse ou un téléphone : choisissez un numéro d'ordre.",
        ),
      ]
    : [],
);

/** Hours that are there stay within the dates of their work contract. */
const hoursStayInside: Rule = async (books, region, row) => {
  const id = typeof row['id'] === 'string' ? localIdOf(region, row['id']) : null;
  if (id === null) return [];
  const [outside] = (await books.query(
    `SELECT to_char(month, 'YYYY-MM') AS month FROM hour_entry
     WHERE work_contract_id = $1
       AND (month + interval '1 month' <= $2::date OR month > coalesce($3::date, 'infinity'::date)) ORDER BY month LIMIT 1`,
    [id, row['startsOn'], row['endsOn'] ?? null],
  )) as { month: string }[];
  return outside === undefined
    ? []
    : [
        problem(
          'HOURS_OUTSIDE_CONTRACT',
          'startsOn',
          `Des heures de ${outside.month} seraient hors du contrat de travail.`,
        ),
      ];
};

const observedAfterStart: Rule = async (books, region, row) => {
  if (typeof row['workContract'] !== 'string') return [];
  const found = (await books.query('SELECT 1 FROM work_contract WHERE id = $1 AND starts_on > $2::date', [
    localIdOf(region, row['workContract']),
    row['observedOn'],
  ])) as unknown[];
  return found.length === 0
    ? []
    : [problem('DATES_OUT_OF_ORDER', 'observedOn', 'La situation est observée avant le début du contrat de travail.')];
};

/** Rules of persons and what belongs to them. */
export const PERSON_RULES = {
  Participant: nounRules({
    problems: allOf(
      deskIsOpen,
      impersonalReference,
      plainRule((row) => communeProblems(row, 'residenceCommune')),
    ),
    // A pseudonym says nothing of the person; the main criterion is set with the first criterion.
    fixedColumns: () => ({ pseudonym: randomUUID(), criterion: 'OTHER' }),
  }),
  WorkContract: nounRules({ problems: allOf(deskIsOpen, hoursStayInside) }),
  Outcome: nounRules({ problems: observedAfterStart }),
};
