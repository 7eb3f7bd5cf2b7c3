import { figureCells, INDICATORS, outcomeCells, type ReportCell, UNKNOWN } from './report-cells';
import type { ReportContracts } from './read-contracts';
import type { RegionRecord } from './read-records';
import type { ReportCells, ReportCoverage, ReportOutcomes } from './report-questions';

/** Heads of the indicators. */
export const HEADS = INDICATORS.map(([, , label]) => label);

/** Heads of outcomes. */
export const OUTCOME_HEADS = ['Moment', 'Personnes dont la situation est connue', 'Part de sorties dynamiques'];
const STAGES: Readonly<Record<string, string>> = {
  EXIT: 'À la sortie du contrat de travail',
  SIX_MONTHS: 'Six mois après',
  TWELVE_MONTHS: 'Douze mois après',
};

/** One row for each stage. */
export function outcomeRows({ outcomes }: ReportOutcomes): ReportCell[][] {
  if (outcomes === null) return [['Toutes', UNKNOWN, UNKNOWN]];
  return outcomes.map((outcome) => [STAGES[outcome.stage] ?? outcome.stage, ...outcomeCells(outcome)]);
}

/** Heads of records. */
export const RECORD_HEADS = ['Région', 'Date', 'Nature', 'Titre', 'Texte', 'Auteur'];
const KINDS: Readonly<Record<string, string>> = {
  GOOD_PRACTICE: 'bonne pratique',
  TESTIMONY: 'témoignage',
  POINT_OF_ATTENTION: 'point de vigilance',
};

/** One row for each record, with its region. */
export function recordRows(records: readonly RegionRecord[]): ReportCell[][] {
  return records.map(({ region, record }) => [
    region,
    record.occurredOn,
    KINDS[record.kind ?? ''] ?? record.kind,
    record.title,
    record.body,
    record.author,
  ]);
}

/** One row for each cell along one dimension. */
export function cellRows({ breakdown }: ReportCells): ReportCell[][] {
  if (breakdown === null) return [[null, UNKNOWN]];
  return breakdown.map(({ keys: [key], figures }) => [key?.value ?? null, key?.label ?? null, ...figureCells(figures)]);
}

/** Heads of contracts. */
export const CONTRACT_HEADS = [
  'Région',
  'Identifiant',
  'Donneur d’ordre',
  'Objet',
  'Département',
  'Secteur',
  'Clause',
  'Montant HT',
  'Notifié le',
  'Heures prévues',
  'Heures réalisées',
];

/** One row for each contract. */
export function contractRows({ contracts }: Pick<ReportContracts, 'contracts'>): ReportCell[][] {
  return contracts.map(({ region, node }) => {
    if (node === null) return [region.name, UNKNOWN];
    const { id, buyer, title, departement, sector, clauseType, amount, notifiedOn, hoursPlanned, hoursDone } = node;
    return [
      region.name,
      id,
      buyer?.name ?? buyer?.siren ?? null,
      title,
      departement,
      sector,
      clauseType,
      amount,
      notifiedOn,
      hoursPlanned,
      hoursDone,
    ];
  });
}

/** How many regions answered, in words. */
export function answeredText(coverage: { readonly answered: number; readonly expected: number } | null): string {
  return coverage === null
    ? 'aucune région n’a répondu'
    : `régions ayant répondu : ${coverage.answered} sur ${coverage.expected}`;
}

/** The same, with the desks that declared everything where that is known. */
export function coverageText(coverage: ReportCoverage): string {
  const regions = answeredText(coverage);
  if (coverage === null || coverage.desksExpected === null || coverage.desksReporting === null) return regions;
  return `${regions} ; guichets ayant tout déclaré : ${coverage.desksReporting} sur ${coverage.desksExpected}`;
}
