import { weightedChoice, type Random } from './random';

/**
 * How the demonstration's books are distributed. Every weight below is an assumption chosen for
 * plausibility (works dominate; most contracts are under 100,000 €; see the proxies quoted for each):
 * none is a figure of the national network, and none takes part in the targets. Codes are those of the
 * catalogue.
 */

/** A sector with what its contracts are about; the title is what people read. */
export interface SectorVocabulary {
  readonly code: string;
  readonly works: readonly { readonly title: string; readonly cpv: string }[];
}

/** Sectors by the index that `SECTORS` draws. */
export const SECTOR_VOCABULARY: readonly SectorVocabulary[] = [
  {
    code: 'BTP',
    works: [
      { title: 'Réhabilitation de logements', cpv: '45453100-8' },
      { title: 'Construction de logements', cpv: '45211000-9' },
      { title: "Construction d'un groupe scolaire", cpv: '45214200-2' },
      { title: 'Rénovation énergétique de bâtiments', cpv: '45321000-3' },
      { title: 'Travaux de voirie et réseaux', cpv: '45233140-2' },
      { title: "Aménagement d'espaces publics", cpv: '45211360-0' },
    ],
  },
  { code: 'CLEANING', works: [{ title: 'Nettoyage de locaux', cpv: '90911200-8' }] },
  { code: 'GREEN_SPACES', works: [{ title: "Entretien d'espaces verts", cpv: '77310000-6' }] },
  { code: 'WASTE', works: [{ title: 'Collecte de déchets', cpv: '90511000-2' }] },
  { code: 'CATERING', works: [{ title: 'Restauration collective', cpv: '55520000-1' }] },
  { code: 'INTELLECTUAL_SERVICES', works: [{ title: "Prestations d'ingénierie", cpv: '71300000-1' }] },
  { code: 'OTHER_SERVICES', works: [{ title: "Prestations d'accueil", cpv: '79992000-4' }] },
  { code: 'SUPPLIES', works: [{ title: 'Fourniture de mobilier', cpv: '39100000-3' }] },
];

/** Index of a sector: works are three contracts in four. */
export const SECTORS = weightedChoice([
  [0, 75],
  [1, 8],
  [2, 6],
  [3, 3],
  [4, 2],
  [5, 2],
  [6, 3],
  [7, 1],
]);

export const CLAUSE_TYPES = weightedChoice([
  ['EXECUTION_CONDITION', 70],
  ['CONDITION_AND_CRITERION', 9],
  ['ANRU_CHARTER', 6],
  ['RESERVED_SIAE', 4],
  ['INSERTION_SERVICES', 4],
  ['AWARD_CRITERION', 3],
  ['RESERVED_DISABILITY', 2],
  ['UNKNOWN', 2],
]);

export const HOST_TYPES = weightedChoice([
  ['PLIE', 30],
  ['MDE', 28],
  ['EPCI', 26],
  ['ASSOCIATION', 13],
  ['OTHER', 3],
]);

/** What a buyer is called, by kind. */
export const BUYER_NAMES: Readonly<Record<string, string>> = {
  LOCAL_AUTHORITY: 'Collectivité',
  SOCIAL_LANDLORD: 'Bailleur social',
  STATE: "Service de l'État",
  HOSPITAL: 'Centre hospitalier',
  CONTRACTING_ENTITY: 'Entité adjudicatrice',
  PRIVATE: "Donneur d'ordre privé",
  UNKNOWN: "Donneur d'ordre",
};

export const BUYER_KINDS = weightedChoice([
  ['LOCAL_AUTHORITY', 48],
  ['SOCIAL_LANDLORD', 24],
  ['STATE', 8],
  ['HOSPITAL', 7],
  ['CONTRACTING_ENTITY', 6],
  ['PRIVATE', 5],
  ['UNKNOWN', 2],
]);

/** Kinds of the buyers of several regions, in turn. */
export const SHARED_BUYER_KINDS = ['CONTRACTING_ENTITY', 'STATE', 'SOCIAL_LANDLORD', 'STATE', 'PRIVATE'] as const;

export type ExecutionMode = 'DIRECT_HIRE' | 'PLACEMENT' | 'SUBCONTRACTING';

export const EXECUTION_MODES = weightedChoice<ExecutionMode>([
  ['PLACEMENT', 48],
  ['DIRECT_HIRE', 38],
  ['SUBCONTRACTING', 14],
]);

/** Types of work contract, by mode of execution. */
export const WORK_CONTRACT_TYPES: Readonly<Record<ExecutionMode, (random: Random) => string>> = {
  DIRECT_HIRE: weightedChoice([
    ['CDD', 48],
    ['CDI', 22],
    ['PROFESSIONALISATION', 15],
    ['APPRENTICESHIP', 12],
    ['OTHER', 3],
  ]),
  PLACEMENT: weightedChoice([
    ['TEMPORARY', 84],
    ['CDDU', 8],
    ['PROFESSIONALISATION', 6],
    ['CDD_TREMPLIN', 2],
  ]),
  SUBCONTRACTING: weightedChoice([
    ['CDDI', 82],
    ['CDI_INCLUSION', 6],
    ['CDD', 8],
    ['CDD_TREMPLIN', 4],
  ]),
};

/** Birth years: about 28 % under 26 and 12 % from 50, as on the large sites of Île-de-France in 2020. */
export const BIRTH_DECADES = weightedChoice([
  [1962, 12],
  [1972, 20],
  [1982, 27],
  [1991, 18],
  [1996, 23],
]);
/** Width of each band that `BIRTH_DECADES` begins. */
export const BIRTH_BAND = 8;

export const EDUCATION_LEVELS = weightedChoice([
  ['BELOW_3', 42],
  ['LEVEL_3', 36],
  ['LEVEL_4', 13],
  ['LEVEL_5_AND_ABOVE', 5],
  ['UNKNOWN', 4],
]);

export const CRITERIA_OF_ADULTS = weightedChoice([
  ['LONG_TERM_UNEMPLOYED', 36],
  ['RSA', 30],
  ['IN_SIAE', 10],
  ['DISABLED_WORKER', 8],
  ['QPV_RESIDENT', 8],
  ['MINIMUM_BENEFITS', 4],
  ['OTHER', 4],
]);

export const CRITERIA_OF_THE_YOUNG = weightedChoice([
  ['YOUNG_LOW_SKILLED', 68],
  ['EPIDE_E2C', 7],
  ['RSA', 7],
  ['LONG_TERM_UNEMPLOYED', 6],
  ['QPV_RESIDENT', 8],
  ['OTHER', 4],
]);

/** Share of participants who live in a priority neighbourhood: about 15 % on the same sites in 2020. */
export const QPV_SHARE = 0.15;

/** Amount bands in euros, most contracts being under 100,000 €. */
export const AMOUNT_BANDS = weightedChoice<readonly [number, number]>([
  [[15_000, 40_000], 24],
  [[40_000, 100_000], 38],
  [[100_000, 500_000], 26],
  [[500_000, 2_000_000], 9],
  [[2_000_000, 12_000_000], 3],
]);
