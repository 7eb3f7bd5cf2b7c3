/** One entry of a code list: a stable code in English capitals and the French label that people read. */
export interface CodeListEntry {
  readonly code: string;
  readonly label: string;
}

/** A versioned list of codes. Lists grow; a code is never reused. */
export interface CodeList {
  readonly code: string;
  readonly version: string;
  /** Where the list comes from: a law article, a public source, or the network's practice. */
  readonly source: string;
  readonly entries: readonly CodeListEntry[];
}

function codeList(code: string, source: string, labels: Readonly<Record<string, string>>): CodeList {
  const entries = Object.entries(labels).map(([entry, label]) => ({ code: entry, label }));
  return { code, version: '2026-11', source, entries };
}

const HOST_TYPE = codeList('HOST_TYPE', 'Fiche E2 of the network: who carries a guichet unique', {
  MDE: "Maison de l'emploi",
  PLIE: "Plan local pluriannuel pour l'insertion et l'emploi",
  EPCI: 'Établissement public de coopération intercommunale',
  DEPARTEMENT: 'Département',
  ASSOCIATION: 'Association',
  OTHER: 'Autre structure',
});

const SECTOR = codeList('SECTOR', 'Sectors of the national consolidation; works dominate', {
  BTP: 'Bâtiment et travaux publics',
  CLEANING: 'Nettoyage',
  GREEN_SPACES: 'Espaces verts',
  WASTE: 'Déchets',
  CATERING: 'Restauration',
  INTELLECTUAL_SERVICES: 'Prestations intellectuelles',
  OTHER_SERVICES: 'Autres services',
  SUPPLIES: 'Fournitures',
});

const CLAUSE_TYPE = codeList('CLAUSE_TYPE', 'Code de la commande publique', {
  EXECUTION_CONDITION: "Condition d'exécution (L2112-2)",
  AWARD_CRITERION: "Critère d'attribution (L2152-7)",
  CONDITION_AND_CRITERION: "Condition d'exécution et critère d'attribution",
  RESERVED_DISABILITY: 'Marché réservé EA-ESAT (L2113-12)',
  RESERVED_SIAE: 'Marché réservé SIAE (L2113-13)',
  RESERVED_BOTH: 'Marché réservé EA-ESAT et SIAE (L2113-14)',
  INSERTION_SERVICES: "Marché de services d'insertion (R2123-1)",
  ANRU_CHARTER: "Charte d'insertion ANRU-NPNRU",
  UNKNOWN: 'Non précisé',
});

const BUYER_KIND = codeList('BUYER_KIND', 'Kinds of maîtres d’ouvrage in the national consolidation', {
  STATE: 'État',
  LOCAL_AUTHORITY: 'Collectivité territoriale',
  HOSPITAL: 'Établissement hospitalier',
  SOCIAL_LANDLORD: 'Bailleur social',
  CONTRACTING_ENTITY: 'Entité adjudicatrice',
  PRIVATE: 'Donneur d’ordre privé',
  UNKNOWN: 'Non précisé',
});

const WORK_CONTRACT_TYPE = codeList('WORK_CONTRACT_TYPE', 'Reference list of les emplois de l’inclusion', {
  CDI: 'CDI',
  CDI_INCLUSION: 'CDI inclusion',
  CDD: 'CDD',
  CDDU: "CDD d'usage",
  CDDI: "CDD d'insertion",
  CDD_TREMPLIN: 'CDD tremplin',
  APPRENTICESHIP: "Contrat d'apprentissage",
  PROFESSIONALISATION: 'Contrat de professionnalisation',
  TEMPORARY: "Mission d'intérim",
  OTHER: 'Autre contrat',
});

const EXECUTION_MODE = codeList('EXECUTION_MODE', 'Modes of execution of a clause', {
  DIRECT_HIRE: 'Embauche directe',
  PLACEMENT: 'Mise à disposition',
  SUBCONTRACTING: 'Sous-traitance ou cotraitance',
});

const SEX = codeList('SEX', 'As entered by the desk', { F: 'Femme', M: 'Homme', UNKNOWN: 'Non renseigné' });

const AMOUNT_BAND = codeList(
  'AMOUNT_BAND',
  'Amounts excluding tax; most contracts with a clause are below 100 000 € (consolidation of 2021)',
  {
    UNDER_100K: 'Moins de 100 000 €',
    FROM_100K_TO_500K: 'De 100 000 € à moins de 500 000 €',
    FROM_500K_TO_1M: 'De 500 000 € à moins de 1 M€',
    FROM_1M_TO_5M: 'De 1 M€ à moins de 5 M€',
    FROM_5M: '5 M€ et plus',
    UNKNOWN: 'Non renseigné',
  },
);

const QPV = codeList('QPV', 'Residence in a priority neighbourhood (loi 2014-173, article 5)', {
  YES: 'Réside en quartier prioritaire',
  NO: 'Ne réside pas en quartier prioritaire',
  UNKNOWN: 'Non renseigné',
});

const AGE_BAND = codeList('AGE_BAND', 'Age reached in the year of the period’s first month', {
  UNDER_26: 'Moins de 26 ans',
  FROM_26_TO_49: 'De 26 à 49 ans',
  FROM_50: '50 ans et plus',
  UNKNOWN: 'Non renseigné',
});

const EDUCATION_LEVEL = codeList('EDUCATION_LEVEL', 'Nomenclature of 2019 (décret 2019-14)', {
  BELOW_3: 'Sans diplôme',
  LEVEL_3: 'CAP, BEP (niveau 3)',
  LEVEL_4: 'Baccalauréat (niveau 4)',
  LEVEL_5_AND_ABOVE: 'Bac + 2 et plus (niveau 5 et au-delà)',
  UNKNOWN: 'Non renseigné',
});

const CRITERION = codeList('CRITERION', 'Typical list of eligible publics of the network', {
  LONG_TERM_UNEMPLOYED: "Demandeur d'emploi de longue durée",
  RSA: 'Bénéficiaire du RSA',
  DISABLED_WORKER: 'Travailleur handicapé (L5212-13 du code du travail)',
  MINIMUM_BENEFITS: 'Bénéficiaire des minima sociaux (ASS, AAH, invalidité)',
  YOUNG_LOW_SKILLED: 'Jeune de moins de 26 ans sorti du système scolaire',
  IN_SIAE: "Personne prise en charge par l'insertion par l'activité économique",
  EPIDE_E2C: 'Jeune suivi par un EPIDE ou une école de la 2e chance',
  QPV_RESIDENT: "Habitant d'un quartier prioritaire",
  SENIOR: 'Personne de 50 ans et plus',
  SINGLE_PARENT: 'Parent isolé',
  RURAL_ZONE_RESIDENT: "Habitant d'une zone de revitalisation rurale (ZRR, ZFRR)",
  CHILD_WELFARE_LEAVER: "Sortant de l'aide sociale à l'enfance",
  NO_HOUSING: 'Personne sans hébergement ou hébergée',
  FRENCH_BELOW_A1: 'Niveau de français inférieur à A1',
  MOBILITY: 'Problème de mobilité',
  PRISON_LEAVER: 'Personne placée sous main de justice ou sortant de détention',
  REFUGEE: "Réfugié, protégé ou demandeur d'asile",
  OTHER: 'Autre, sur avis motivé',
});

const EXEMPTION_REASON = codeList('EXEMPTION_REASON', 'Code de la commande publique, article L2112-2-1', {
  IMMEDIATE_SOLUTION: 'Solution immédiatement disponible',
  NO_LINK_WITH_OBJECT: "Sans lien suffisant avec l'objet du marché",
  SHORT_WORKS: 'Travaux de moins de six mois',
  OTHER: 'Autre motif',
});

const CONTRACTOR_KIND = codeList(
  'CONTRACTOR_KIND',
  'Kinds of employers of the insertion sector (le marché de l’inclusion)',
  {
    COMPANY: 'Entreprise',
    EI: "Entreprise d'insertion",
    AI: 'Association intermédiaire',
    ETTI: "Entreprise de travail temporaire d'insertion",
    ACI: "Atelier et chantier d'insertion",
    EITI: "Entreprise d'insertion par le travail indépendant",
    ETT: 'Entreprise de travail temporaire',
    GEIQ: "Groupement d'employeurs pour l'insertion et la qualification",
    EA: 'Entreprise adaptée',
    EATT: 'Entreprise adaptée de travail temporaire',
    ESAT: "Établissement et service d'accompagnement par le travail",
    SEP: 'Structure en établissement pénitentiaire',
  },
);

const OUTCOME = codeList('OUTCOME', 'Sorties dynamiques of the insertion sector (DGEFP)', {
  DURABLE_EMPLOYMENT: 'Emploi durable (CDI, CDD ou intérim de plus de 6 mois, titularisation, création)',
  TRANSITION_EMPLOYMENT: 'Emploi de transition (CDD ou intérim de moins de 6 mois, contrat aidé)',
  POSITIVE_EXIT: 'Sortie positive (formation, autre structure)',
  OTHER_EXIT: 'Autre sortie',
  STILL_EMPLOYED: 'Toujours dans le contrat',
  UNKNOWN: 'Non renseigné',
});

const RECORD_THEME = codeList('RECORD_THEME', 'Qualitative notes of the national consolidation', {
  PUBLICS: 'Publics et parcours',
  WOMEN: 'Mixité des métiers',
  YOUTH: 'Jeunes',
  TRAINING: 'Formation',
  MOBILITY: 'Mobilité',
  COMPANIES: 'Relations avec les entreprises',
  BUYERS: 'Relations avec les acheteurs',
  SIAE: 'Offre d’insertion',
  GOVERNANCE: 'Pilotage et gouvernance',
  OTHER: 'Autre thème',
});

const ORIGIN = codeList('ORIGIN', 'Where a row of a region comes from', {
  ENTERED: 'Saisie',
  IMPORTED: 'Importation',
  DECP: 'Données essentielles de la commande publique',
  DEMONSTRATION: 'Démonstration',
});

/** Every national code list, in the order in which `codeLists` gives them. */
export const CODE_LISTS: readonly CodeList[] = [
  HOST_TYPE,
  SECTOR,
  CLAUSE_TYPE,
  BUYER_KIND,
  WORK_CONTRACT_TYPE,
  EXECUTION_MODE,
  SEX,
  AGE_BAND,
  AMOUNT_BAND,
  QPV,
  EDUCATION_LEVEL,
  CRITERION,
  EXEMPTION_REASON,
  CONTRACTOR_KIND,
  OUTCOME,
  RECORD_THEME,
  ORIGIN,
];

const byCode = new Map(CODE_LISTS.map((list) => [list.code, list]));

/** The list of that code. Throws on a name that is not in the catalogue: a bug, not bad input. */
export function codeListOf(code: string): CodeList {
  const list = byCode.get(code);
  if (list === undefined) throw new Error(`No code list is called ${code}`);
  return list;
}

/** French label of a code, or the code itself when its list does not hold it (a newer list elsewhere). */
export function labelOf(listCode: string, code: string): string {
  return codeListOf(listCode).entries.find((entry) => entry.code === code)?.label ?? code;
}
