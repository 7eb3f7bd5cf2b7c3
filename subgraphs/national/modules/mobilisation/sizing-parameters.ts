import type { OperationKind } from './mobilisation-request.entity';

/** A parameter of the sizing formula. */
export type ParameterName = 'labourShare' | 'hourlyCost' | 'clauseShare';

/** A parameter with its value and where that comes from. */
export interface SizingParameter {
  readonly name: ParameterName;
  /** In French, for those who read the sizing. */
  readonly label: string;
  /** A share from 0 to 1, or euros. */
  readonly value: number;
  /** Where the value comes from, in French. */
  readonly source: string;
  /** Whether it is a default of the hub, to be adjusted by whoever knows the operation. */
  readonly isDefault: boolean;
}

/** A worked example that a Maison de l'emploi publishes: 50 % of labour in building, 5 % of it, 25 to 30 € an hour. */
const EXAMPLE_MEF =
  "Exemple de calcul publié par la Maison de l'emploi et de la formation du Sud 77 (mefsud77.fr, page « La clause d'insertion »)";

/** Euros that an hour of labour costs, charges included. */
export const HOURLY_COST: SizingParameter = {
  name: 'hourlyCost',
  label: "Coût horaire de la main-d'œuvre, charges comprises (€)",
  value: 30,
  source: `${EXAMPLE_MEF} : 25 à 30 €, haut de la fourchette. Ancien : à ajuster au métier et à l'année.`,
  isDefault: true,
};

/** Share of the labour that is kept for insertion. */
export const CLAUSE_SHARE: SizingParameter = {
  name: 'clauseShare',
  label: "Part de la main-d'œuvre réservée à l'insertion",
  value: 0.05,
  source:
    "Taux le plus courant : 5 % dans la charte nationale d'insertion de l'ANRU (2014-2024, travaux) et dans l'exemple de la MEF du Sud 77. À ajuster à l'offre d'insertion du territoire.",
  isDefault: true,
};

const UNSOURCED = 'Valeur par défaut de Maillage, sans source publiée : à ajuster.';

interface LabourShare {
  /** Beginning of a CPV code; the longest that fits decides. */
  readonly cpv: string;
  readonly label: string;
  readonly value: number;
  readonly source: string;
}

/** Labour shares by family of the CPV (regulation (EC) 213/2008). */
const LABOUR_SHARES: readonly LabourShare[] = [
  { cpv: '45', label: 'travaux', value: 0.5, source: `${EXAMPLE_MEF} : 50 % en moyenne dans le bâtiment.` },
  { cpv: '452625', label: 'maçonnerie', value: 0.5, source: `${EXAMPLE_MEF} : 50 % en maçonnerie.` },
  {
    cpv: '4522321',
    label: 'charpentes métalliques',
    value: 0.2,
    source: `${EXAMPLE_MEF} : 20 % pour les charpentes métalliques.`,
  },
  { cpv: '454421', label: 'peinture', value: 0.7, source: `${EXAMPLE_MEF} : 70 % en peinture intérieure.` },
  { cpv: '50', label: 'réparation et entretien', value: 0.6, source: UNSOURCED },
  { cpv: '55', label: 'hôtellerie et restauration', value: 0.45, source: UNSOURCED },
  { cpv: '60', label: 'transport', value: 0.5, source: UNSOURCED },
  { cpv: '71', label: 'architecture et ingénierie', value: 0.7, source: UNSOURCED },
  { cpv: '72', label: 'services informatiques', value: 0.7, source: UNSOURCED },
  { cpv: '77', label: 'espaces verts', value: 0.7, source: UNSOURCED },
  { cpv: '79', label: 'services aux entreprises, gardiennage', value: 0.8, source: UNSOURCED },
  { cpv: '85', label: 'santé et action sociale', value: 0.8, source: UNSOURCED },
  { cpv: '90', label: 'déchets et environnement', value: 0.5, source: UNSOURCED },
  { cpv: '9091', label: 'nettoyage', value: 0.8, source: UNSOURCED },
];

/** What is taken where no CPV is given, or none of the families fits. */
const BY_KIND: Readonly<Record<OperationKind, Omit<LabourShare, 'cpv'>>> = {
  WORKS: { label: 'travaux', value: 0.5, source: `${EXAMPLE_MEF} : 50 % en moyenne dans le bâtiment.` },
  SERVICES: { label: 'services', value: 0.6, source: UNSOURCED },
  SUPPLIES: { label: 'fournitures', value: 0.1, source: UNSOURCED },
};

/** The share of labour in the price of what a CPV code names. */
export function labourShareOf(kind: OperationKind, cpv: string | null): SizingParameter {
  const [family] = LABOUR_SHARES.filter((share) => cpv?.startsWith(share.cpv) === true).sort(
    (left, right) => right.cpv.length - left.cpv.length,
  );
  const { label, value, source } = family ?? BY_KIND[kind];
  return { name: 'labourShare', label: `Part de main-d'œuvre (${label})`, value, source, isDefault: true };
}
