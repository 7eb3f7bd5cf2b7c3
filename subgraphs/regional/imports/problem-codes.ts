/** Why a line cannot be taken, in the French that a desk reads. Codes are permanent. */
export const PROBLEMS = {
  COLUMN_COUNT: 'La ligne n’a pas le nombre de colonnes de l’en-tête.',
  VALUE_MISSING: 'La valeur manque et doit être donnée.',
  NUMBER_INVALID: 'Ce n’est pas un nombre.',
  NUMBER_OUT_OF_RANGE: 'Le nombre est hors des limites.',
  DECIMALS_TOO_MANY: 'Le nombre a plus de deux décimales.',
  DATE_INVALID: 'Ce n’est pas une date dans un des formats annoncés.',
  MONTH_INVALID: 'Ce n’est pas un mois dans un des formats annoncés.',
  BOOLEAN_INVALID: 'Ce n’est ni « oui » ni « non ».',
  CODE_UNKNOWN: 'Le code n’est pas dans la liste.',
  CRITERION_NOT_SEALABLE:
    'Ce critère est sensible (santé, justice, asile) : il ne s’importe qu’avec la clé de la région (BOOKS_KEY_FILE).',
  SIREN_INVALID: 'Ce n’est pas un SIREN : neuf chiffres avec leur clé de contrôle.',
  SIRET_INVALID: 'Ce n’est pas un SIRET : quatorze chiffres avec leur clé de contrôle.',
  COMMUNE_UNKNOWN: 'Aucune commune des 18 régions n’a ce code Insee.',
  DEPARTEMENT_UNKNOWN: 'Aucun département des 18 régions n’a ce code.',
  TEXT_UNUSABLE: 'Le texte contient un caractère de commande ou dépasse 2 000 caractères.',
  CELL_ERROR: 'La cellule du tableur est en erreur.',
  REFERENCE_UNKNOWN: 'Rien ne porte cette référence dans le registre : importez-le d’abord, ou corrigez la référence.',
  CONFLICT_IN_FILE: 'Une autre ligne du fichier dit autre chose de la même chose.',
  HOURS_NOT_POSITIVE: 'Les heures doivent être plus grandes que zéro.',
  HOURS_OVER_MONTH: 'Il y a plus d’heures que le mois n’en compte (24 par jour).',
  MONTH_OUTSIDE_CONTRACT: 'Le mois est hors des dates du contrat de travail.',
  HOURS_LEFT_OUTSIDE: 'Le contrat de travail a déjà des heures hors de ces dates.',
  DESK_CLOSED: 'Le guichet est fermé à cette date.',
  DESK_NOT_OPEN: 'Le guichet n’était pas encore ouvert ce mois-là.',
  VALIDATED_BY_NOBODY: 'Des heures validées le sont par un facilitateur : dites lequel.',
  FACILITATOR_NOT_IN_POST: 'Ce facilitateur n’était pas en poste.',
  DATES_OUT_OF_ORDER: 'La fin est avant le début.',
  EXEMPTION_INCONSISTENT: 'Un motif d’exemption ne vaut que pour un marché exempté (EXEMPT).',
} as const;

/** Code of a problem. */
export type ProblemCode = keyof typeof PROBLEMS;

/** What is odd and taken all the same. */
export const WARNINGS = {
  NAME_DIFFERS: 'Même identifiant, autre nom : le nom du fichier remplace celui du registre.',
  POSSIBLE_DUPLICATE: 'Même intitulé sous une autre référence : peut-être un doublon. Rien n’est fusionné.',
} as const;

/** Code of a warning. */
export type WarningCode = keyof typeof WARNINGS;
