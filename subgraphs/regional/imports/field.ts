/** How the values of a field are written and read. */
export type ValueType =
  | 'text'
  | 'integer'
  | 'year'
  | 'decimal'
  | 'cents'
  | 'date'
  | 'month'
  | 'boolean'
  | 'code'
  | 'siren'
  | 'siret'
  | 'commune'
  | 'departement';

/** One value of a line of a file: what it is called in mappings, in reports, and how it is read. */
export interface Field {
  /** Name in mapping files, the same in every kind of file. */
  readonly name: string;
  /** French name, in reports and as the column of an export. */
  readonly label: string;
  readonly type: ValueType;
  /** Code list, for `code`. */
  readonly list?: string;
  /** The codes themselves, for `code`, where the model has a fixed set that is no list of the catalogue. */
  readonly codes?: readonly string[];
  /** Greatest value, for `integer`, `decimal` and `cents`, in the unit of the file. */
  readonly max?: number;
}

/** Type of a field's column in the staging table. */
export const STAGED_TYPE: Readonly<Record<ValueType, string>> = {
  text: 'text',
  integer: 'integer',
  year: 'integer',
  decimal: 'numeric',
  cents: 'bigint',
  date: 'date',
  month: 'date',
  boolean: 'boolean',
  code: 'text',
  siren: 'text',
  siret: 'text',
  commune: 'text',
  departement: 'text',
};

/** Column of a field in the staging table: "lotHours" is lot_hours. */
export function stagedColumn(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const field = (name: string, label: string, type: ValueType, rest: Partial<Field> = {}): Field => ({
  name,
  label,
  type,
  ...rest,
});
const code = (name: string, label: string, list: string): Field => field(name, label, 'code', { list });
const fixed = (name: string, label: string, codes: readonly string[]): Field => field(name, label, 'code', { codes });

/** Every field of every kind of file. */
const ALL: readonly Field[] = [
  field('desk', 'Guichet', 'text'),
  field('deskName', 'Nom du guichet', 'text'),
  code('hostType', 'Type de structure porteuse', 'HOST_TYPE'),
  field('deskSiret', 'SIRET du guichet', 'siret'),
  field('deskEmail', 'Courriel du guichet', 'text'),
  field('deskPhone', 'Téléphone du guichet', 'text'),
  field('openedOn', 'Ouvert le', 'date'),
  field('closedOn', 'Fermé le', 'date'),
  field('facilitator', 'Facilitateur', 'text'),
  field('facilitatorEmail', 'Courriel du facilitateur', 'text'),
  field('facilitatorPhone', 'Téléphone du facilitateur', 'text'),
  field('fullTimeShare', 'Quotité', 'decimal', { max: 1 }),
  field('facilitatorStartsOn', 'En poste le', 'date'),
  field('facilitatorEndsOn', 'Fin de poste le', 'date'),
  field('buyer', 'SIREN de l’acheteur', 'siren'),
  field('buyerSiret', 'SIRET de l’acheteur', 'siret'),
  field('buyerName', 'Acheteur', 'text'),
  code('buyerKind', 'Type d’acheteur', 'BUYER_KIND'),
  field('company', 'SIRET de l’entreprise', 'siret'),
  field('companyName', 'Entreprise', 'text'),
  code('companyKind', 'Type d’entreprise', 'CONTRACTOR_KIND'),
  field('operation', 'Opération', 'text'),
  field('operationTitle', 'Intitulé de l’opération', 'text'),
  field('operationStartsOn', 'Début de l’opération', 'date'),
  field('operationEndsOn', 'Fin de l’opération', 'date'),
  field('contract', 'Marché', 'text'),
  field('contractTitle', 'Intitulé du marché', 'text'),
  code('sector', 'Secteur', 'SECTOR'),
  field('cpv', 'Code CPV', 'text'),
  code('clauseType', 'Type de clause', 'CLAUSE_TYPE'),
  field('amount', 'Montant HT (€)', 'cents', { max: 1e11 }),
  field('notifiedOn', 'Notifié le', 'date'),
  field('durationMonths', 'Durée (mois)', 'integer', { max: 1_200 }),
  field('contractEndsOn', 'Fin du marché', 'date'),
  fixed('contractKind', 'Nature du marché', ['WORKS', 'SUPPLIES', 'SERVICES']),
  fixed('obligation', 'Obligation L2112-2-1', ['SUBJECT', 'EXEMPT', 'NOT_SUBJECT']),
  code('exemptionReason', 'Motif d’exemption', 'EXEMPTION_REASON'),
  fixed('placeKind', 'Type de lieu', ['COMMUNE', 'DEPARTEMENT', 'REGION']),
  field('placeCode', 'Code du lieu', 'text'),
  field('departement', 'Département', 'departement'),
  field('lot', 'Lot', 'integer', { max: 9_999 }),
  field('lotTitle', 'Intitulé du lot', 'text'),
  field('lotAmount', 'Montant du lot HT (€)', 'cents', { max: 1e11 }),
  field('lotHours', 'Heures prévues du lot', 'decimal', { max: 99_999_999 }),
  field('holder', 'SIRET du titulaire', 'siret'),
  field('participant', 'Participant', 'text'),
  field('birthYear', 'Année de naissance', 'year'),
  code('sex', 'Sexe', 'SEX'),
  code('educationLevel', 'Niveau', 'EDUCATION_LEVEL'),
  code('criterion', 'Critère', 'CRITERION'),
  field('residenceCommune', 'Commune de résidence', 'commune'),
  field('livesInQpv', 'Habite en QPV', 'boolean'),
  field('workContract', 'Contrat de travail', 'text'),
  code('workContractType', 'Type de contrat de travail', 'WORK_CONTRACT_TYPE'),
  code('executionMode', 'Mode d’exécution', 'EXECUTION_MODE'),
  field('startsOn', 'Début du contrat de travail', 'date'),
  field('endsOn', 'Fin du contrat de travail', 'date'),
  field('weeklyHours', 'Heures par semaine', 'decimal', { max: 99 }),
  field('month', 'Mois', 'month'),
  field('hours', 'Heures', 'decimal', { max: 99_999 }),
  fixed('state', 'État', ['ENTERED', 'VALIDATED']),
  field('validatedBy', 'Validé par', 'text'),
  field('committedHours', 'Heures prévues du mois', 'decimal', { max: 99_999_999 }),
  fixed('stage', 'Échéance', ['EXIT', 'SIX_MONTHS', 'TWELVE_MONTHS']),
  code('situation', 'Situation', 'OUTCOME'),
  field('observedOn', 'Constaté le', 'date'),
];

const byName = new Map(ALL.map((one) => [one.name, one]));

/** The field of that name. Throws on a name that there is none of: a bug, not bad input. */
export function fieldOf(name: string): Field {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`No field is called ${name}`);
  return found;
}
