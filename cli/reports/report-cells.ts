import type { ReportFigures, ReportOutcome } from './report-questions';

/** A cell of a report: a number stays one, so that the workbook can be computed with. */
export type ReportCell = string | number | null;

/** Indicators of a report, with their French heads, in the order of its columns. */
export const INDICATORS = [
  ['hoursPlanned', 'HOURS_PLANNED', 'Heures prévues'],
  ['hoursDone', 'HOURS_DONE', 'Heures réalisées'],
  ['participants', 'PARTICIPANTS', 'Participants (somme des régions)'],
  ['workContracts', 'WORK_CONTRACTS', 'Contrats de travail'],
  ['contracts', 'CONTRACTS', 'Marchés ayant des heures'],
  ['operations', 'OPERATIONS', 'Opérations ayant des heures'],
] as const;

/** What a cell says that no region answered for. Never 0. */
export const UNKNOWN = 'non connu';

/** One cell per indicator. A masked one says its bounds, one that is not known says so: neither is ever 0 or empty. */
export function figureCells(figures: ReportFigures | null): ReportCell[] {
  return INDICATORS.map(([field, indicator]) => {
    const value = figures?.[field] ?? null;
    if (value !== null) return value;
    const masked = figures?.masked.find((one) => one.indicator === indicator);
    if (masked === undefined) return UNKNOWN;
    const { lowerBound, upperBound } = masked;
    return upperBound === null ? `secret (au moins ${lowerBound})` : `secret (de ${lowerBound} à ${upperBound})`;
  });
}

/** What is known of outcomes at one stage: the count, and the share in per cent. */
export function outcomeCells({ known, dynamicShare, masked, roundedTo }: ReportOutcome): ReportCell[] {
  const hidden = 'secret (trop peu de personnes)';
  const count = known ?? (masked === null ? UNKNOWN : hidden);
  const rounded = roundedTo === null || known === null ? count : `${known} ou un peu plus (arrondi à ${roundedTo})`;
  if (dynamicShare !== null) return [rounded, `${Math.round(dynamicShare * 1000) / 10} %`.replace('.', ',')];
  return [rounded, masked === null ? UNKNOWN : hidden];
}

const STATUSES: Readonly<Record<string, string>> = {
  LIVE: 'a répondu',
  LAST_KNOWN: 'dernière réponse connue',
  TIMEOUT: 'n’a pas répondu à temps',
  UNREACHABLE: 'injoignable',
  INVALID: 'réponse invalide, écartée',
  REFUSED: 'a refusé la demande',
  MISSING: 'absente, cause inconnue',
  OUTDATED_SCHEMA: 'version ancienne du schéma régional',
  MAINTENANCE: 'en maintenance',
  SUSPENDED: 'suspendue',
  NOT_CONNECTED: 'non raccordée',
};

/** The French label of what became of a region; the code itself when this command does not know it. */
export function statusLabel(status: string): string {
  return STATUSES[status] ?? status;
}
