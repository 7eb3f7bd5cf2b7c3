import { localIdOf } from '../../books';
import { OBLIGATION_SINCE, THRESHOLD_OF } from '../../modules/dated-parameter';
import { problem } from '../rows/input-problem';
import { deskIsOpen } from './desk-rule';
import { allOf, nounRules, plainRule, type Rule } from './noun-rules';
import { departementProblems, placeProblems } from './place-rules';

const exemption = plainRule((row) =>
  row['exemptionReason'] != null && row['obligation'] !== 'EXEMPT'
    ? [
        problem(
          'EXEMPTION_WITHOUT_OBLIGATION',
          'exemptionReason',
          'Un motif ne vaut que pour un marché exempté (EXEMPT).',
        ),
      ]
    : row['obligation'] === 'EXEMPT' && row['exemptionReason'] == null
      ? [
          problem(
            'EXEMPTION_WITHOUT_REASON',
            'exemptionReason',
            'Un marché exempté dit son motif (liste EXEMPTION_REASON).',
          ),
        ]
      : [],
);

/** A contract above the threshold of its day has a clause, or says why it has none. */
const obligation: Rule = async (books, _region, row) => {
  const { kind, amount, notifiedOn } = row;
  const code = (THRESHOLD_OF as Readonly<Record<string, string | undefined>>)[String(kind)];
  if (code === undefined || typeof amount !== 'number' || typeof notifiedOn !== 'string') return [];
  if (notifiedOn < OBLIGATION_SINCE || row['clauseType'] != null || row['obligation'] === 'EXEMPT') return [];
  const [threshold] = (await books.query(
    `SELECT value::float8 AS value FROM dated_parameter
     WHERE code = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)`,
    [code, notifiedOn],
  )) as { value: number }[];
  if (threshold === undefined || amount < threshold.value) return [];
  return [
    problem(
      'CLAUSE_MISSING',
      'clauseType',
      `Au-dessus de ${threshold.value} € HT, l'article L2112-2-1 demande une clause sociale ou un motif d'exemption.`,
    ),
  ];
};

/** A lot that a clause names is one of the contract's. */
const lotOfContract: Rule = async (books, region, row) => {
  if (typeof row['lot'] !== 'string' || typeof row['contract'] !== 'string') return [];
  const found = (await books.query('SELECT 1 FROM lot WHERE id = $1 AND contract_id = $2', [
    localIdOf(region, row['lot']),
    localIdOf(region, row['contract']),
  ])) as unknown[];
  return found.length > 0 ? [] : [problem('LOT_ELSEWHERE', 'lot', "Le lot n'est pas un lot de ce marché.")];
};

/** An establishment's SIRET begins with the SIREN of its buyer. */
const siretOfBuyer: Rule = async (books, region, row) => {
  if (typeof row['buyer'] !== 'string') return [];
  const [buyer] = (await books.query('SELECT siren FROM buyer WHERE id = $1', [localIdOf(region, row['buyer'])])) as {
    siren: string;
  }[];
  if (buyer === undefined || String(row['siret']).startsWith(buyer.siren)) return [];
  return [problem('SIRET_ELSEWHERE', 'siret', `Le SIRET ne commence pas par le SIREN de l'acheteur (${buyer.siren}).`)];
};

/** Rules of public contracts and what belongs to them. */
export const CONTRACT_RULES = {
  Operation: nounRules({
    problems: allOf(
      deskIsOpen,
      plainRule((row) => placeProblems(row, 'placeKind', 'placeCode')),
    ),
  }),
  Contract: nounRules({
    problems: allOf(
      deskIsOpen,
      exemption,
      plainRule((row) => [...placeProblems(row, 'placeKind', 'placeCode'), ...departementProblems(row, 'departement')]),
    ),
    warnings: obligation,
  }),
  ContractClause: nounRules({ problems: lotOfContract }),
  BuyerEstablishment: nounRules({ problems: siretOfBuyer }),
};
