import type { BuyerReport } from './read-buyer-report';
import { figureCells, type ReportCell, statusLabel, UNKNOWN } from './report-cells';
import { noticesOf, type ReportChapter, type ReportDocument } from './report-document';
import {
  answeredText,
  cellRows,
  CONTRACT_HEADS,
  contractRows,
  coverageText,
  HEADS,
  OUTCOME_HEADS,
  outcomeRows,
  RECORD_HEADS,
  recordRows,
} from './report-rows';

/** A buyer's yearly report in French. */
export function buyerDocument(report: BuyerReport): ReportDocument {
  const missing = missingOf(report);
  return {
    title: `Clauses sociales : rapport annuel ${report.year}, ${report.buyer.name}`,
    subject: 'Rapport annuel d’un donneur d’ordre',
    readAt: report.readAt,
    notices: noticesOf(holdsDemonstration(report), missing),
    isPartial: missing.length > 0,
    chapters: chaptersOf(report),
  };
}

function chaptersOf(report: BuyerReport): readonly ReportChapter[] {
  return [
    { title: 'Synthèse', heads: ['Rubrique', 'Valeur'], rows: summaryRows(report) },
    { title: 'Objectifs', heads: OBJECTIVE_HEADS, rows: objectiveRows(report) },
    { title: 'Régions', heads: ['Code', 'Région', 'Réponse', 'Situation au', ...HEADS], rows: regionRows(report) },
    { title: 'Mois', heads: ['Code', 'Mois', ...HEADS], rows: cellRows(report.byMonth) },
    { title: 'Départements', heads: ['Code', 'Département', ...HEADS], rows: cellRows(report.byDepartement) },
    { title: 'Sorties', heads: OUTCOME_HEADS, rows: outcomeRows(report.outcomes) },
    { title: 'Marchés', heads: CONTRACT_HEADS, rows: contractRows(report) },
    { title: 'Témoignages et pratiques', heads: RECORD_HEADS, rows: recordRows(report.records) },
    { title: 'Méthode et couverture', heads: ['Sujet', 'Ce qu’il faut savoir'], rows: methodRows(report) },
  ];
}

/** Regions that did not answer for the year, by name, with what became of them. */
function missingOf({ buyer }: BuyerReport): readonly string[] {
  return (buyer.activity.coverage?.missing ?? []).map(({ name, status }) => `${name} (${statusLabel(status)})`);
}

/** Whether anything in a report is of demonstration rows. */
function holdsDemonstration({ buyer: { isDemonstration, activity } }: BuyerReport): boolean {
  return isDemonstration === true || (activity.regions ?? []).some((region) => region.isDemonstration === true);
}

function summaryRows(report: BuyerReport): ReportCell[][] {
  const { year, readAt, buyer, since } = report;
  const { activity, partnership } = buyer;
  const figures = figureCells(activity.total);
  const done = since === null ? [] : figureCells(since.total);
  const rows: ReportCell[][] = [
    ['Donneur d’ordre', buyer.name],
    ['SIREN', buyer.siren],
    ['Année', String(year)],
    ['Établi le', readAt.toISOString()],
    ...HEADS.map((head, index): ReportCell[] => [`${head} en ${year}`, figures[index] ?? UNKNOWN]),
    ['Couverture', coverageText(activity.coverage)],
  ];
  if (partnership !== null) rows.push(['Convention signée le', partnership.signedOn]);
  if (since !== null) {
    rows.push([`Heures réalisées de ${since.from} à ${year}-12`, done[1] ?? UNKNOWN]);
    rows.push(['Couverture de ce cumul', coverageText(since.coverage)]);
  }
  if (holdsDemonstration(report)) rows.push(['Attention', 'Ces chiffres comprennent des données de démonstration.']);
  return rows;
}

const OBJECTIVE_HEADS = [
  'Objectif',
  'Du',
  'Au',
  'Heures visées',
  'Heures réalisées',
  'Part de l’objectif',
  'Couverture',
];

function objectiveRows({ buyer: { partnership } }: BuyerReport): ReportCell[][] {
  return (partnership?.objectives ?? []).map(({ label, hours, startsOn, deadline, activity }) => {
    const [, done = UNKNOWN] = figureCells(activity.total);
    const percent =
      typeof done === 'number' ? `${Math.round((done / hours) * 1000) / 10} %`.replace('.', ',') : UNKNOWN;
    return [label, startsOn, deadline, hours, done, percent, answeredText(activity.coverage)];
  });
}

function regionRows({ buyer }: BuyerReport): ReportCell[][] {
  return (buyer.activity.regions ?? []).map(({ region, status, asOf, figures }) => [
    region.code,
    region.name,
    statusLabel(status),
    asOf,
    ...figureCells(figures),
  ]);
}

function methodRows({ buyer, byMonth, byDepartement, contractsCoverage, outcomes }: BuyerReport): ReportCell[][] {
  const missing = buyer.activity.coverage?.missing ?? [];
  return [
    [
      'Source',
      'Réponses des régions au hub national au moment indiqué ; ce rapport ne calcule que des parts d’objectifs.',
    ],
    [
      'Heures réalisées',
      'Heures validées par un facilitateur, des mois de l’année, sur les marchés du donneur d’ordre.',
    ],
    ['Objectifs', 'Heures de toutes les parties de la convention, depuis le début de l’objectif.'],
    ['Participants', 'Somme des comptes régionaux : une personne active dans deux régions compte deux fois.'],
    [
      'Secret statistique',
      'Ce qui porte sur peu de personnes n’est pas montré ; la case en donne les bornes, jamais 0.',
    ],
    ['Détails', 'Par mois et par département, les comptes ne s’additionnent pas : un marché compte dans chaque mois.'],
    [
      'Marchés',
      'Tous ceux que tiennent les régions, du donneur d’ordre et des autres parties de sa convention, avec leurs heures depuis l’origine, non celles de l’année.',
    ],
    ['Couverture de l’année', coverageText(buyer.activity.coverage)],
    ['Couverture par mois', answeredText(byMonth.breakdownCoverage)],
    ['Couverture par département', answeredText(byDepartement.breakdownCoverage)],
    [
      'Sorties dynamiques',
      'Emploi durable, emploi de transition et formation (DGEFP) ; une personne compte une fois, avec sa dernière situation observée dans l’année.',
    ],
    ['Couverture des sorties', answeredText(outcomes.outcomesCoverage)],
    ['Couverture des marchés', answeredText(contractsCoverage)],
    ...missing.map(({ name, status }): ReportCell[] => [`Région absente : ${name}`, statusLabel(status)]),
  ];
}
