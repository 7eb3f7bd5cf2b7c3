import type { RegionReport } from './read-region-report';
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

/** The yearly extract of a region for its coordination, in French. */
export function regionDocument(report: RegionReport): ReportDocument {
  const { region, year, siren, readAt, activity } = report;
  const missing = (activity.coverage?.missing ?? []).map(({ name, status }) => `${name} (${statusLabel(status)})`);
  const of = siren === null ? '' : `, donneur d’ordre ${siren}`;
  return {
    title: `Clauses sociales : extrait régional ${year}, ${region.name}${of}`,
    subject: 'Extrait régional annuel',
    readAt,
    notices: noticesOf(region.network?.isDemonstration === true, missing),
    isPartial: missing.length > 0,
    chapters: chaptersOf(report),
  };
}

function chaptersOf(report: RegionReport): readonly ReportChapter[] {
  const along = (title: string, head: string, cells: RegionReport['byMonth']): ReportChapter => ({
    title,
    heads: ['Code', head, ...HEADS],
    rows: cellRows(cells),
  });
  return [
    { title: 'Synthèse', heads: ['Rubrique', 'Valeur'], rows: summaryRows(report) },
    along('Mois', 'Mois', report.byMonth),
    along('Départements', 'Département', report.byDepartement),
    along('Secteurs', 'Secteur', report.bySector),
    along('Donneurs d’ordre', 'Type de donneur d’ordre', report.byBuyerKind),
    { title: 'Sorties', heads: OUTCOME_HEADS, rows: outcomeRows(report.outcomes) },
    { title: 'Demandes de mobilisation', heads: REQUEST_HEADS, rows: requestRows(report) },
    { title: 'Marchés', heads: CONTRACT_HEADS, rows: contractRows(report) },
    { title: 'Zones blanches', heads: ZONE_HEADS, rows: zoneRows(report) },
    { title: 'Témoignages et pratiques', heads: RECORD_HEADS, rows: recordRows(report.records) },
    { title: 'Méthode et couverture', heads: ['Sujet', 'Ce qu’il faut savoir'], rows: methodRows(report) },
  ];
}

function summaryRows({ region, year, siren, readAt, activity, territory }: RegionReport): ReportCell[][] {
  const figures = figureCells(activity.total);
  const covered = territory.byRegion.get(region.code) ?? null;
  return [
    ['Région', `${region.name} (${region.code})`],
    ['Coordination', region.network?.coordinationName ?? UNKNOWN],
    ['Donneur d’ordre', siren ?? 'tous'],
    ['Année', String(year)],
    ['Établi le', readAt.toISOString()],
    ['Situation au', activity.regions?.[0]?.asOf ?? UNKNOWN],
    ...HEADS.map((head, index): ReportCell[] => [`${head} en ${year}`, figures[index] ?? UNKNOWN]),
    ['Communes sans guichet', covered?.whiteCommunes ?? UNKNOWN],
    ['Habitants sans guichet', covered?.whitePopulation ?? UNKNOWN],
    ['Couverture', coverageText(activity.coverage)],
  ];
}

const REQUEST_HEADS = [
  'Donneur d’ordre',
  'Objet',
  'Département',
  'État',
  'À qui d’agir',
  'En retard',
  'Annoncée le',
  'Heures proposées',
  'Heures convenues',
];
const STATES: Readonly<Record<string, string>> = {
  ANNOUNCED: 'annoncée',
  TAKEN_OVER: 'prise en charge',
  SIZED: 'dimensionnée',
  CLAUSE_DRAFTED: 'clause rédigée',
  NOTIFIED: 'notifiée',
  IN_EXECUTION: 'en exécution',
  CLOSED: 'close',
  DECLINED: 'déclinée',
};
const PARTIES: Readonly<Record<string, string>> = {
  BUYER: 'donneur d’ordre',
  COORDINATION: 'coordination',
  DESK: 'guichet',
  ASSOCIATION: 'association',
};

function requestRows({ requests }: RegionReport): ReportCell[][] {
  return requests.map(({ siren, title, departement, state, nextActor, isLate, announcedAt, ...sizing }) => [
    siren,
    title,
    departement,
    STATES[state] ?? state,
    nextActor === null ? null : (PARTIES[nextActor] ?? nextActor),
    isLate ? 'oui' : 'non',
    announcedAt,
    sizing.proposedSizing.hours,
    sizing.agreedSizing?.hours ?? null,
  ]);
}

const ZONE_HEADS = ['Code INSEE', 'Commune', 'Département', 'Habitants', 'Coordination'];

function zoneRows({ region, territory }: RegionReport): ReportCell[][] {
  if ((territory.byRegion.get(region.code) ?? null) === null) return [[UNKNOWN]];
  return territory.whiteZones.map(({ commune, coordinator }) => [
    commune.code,
    commune.name,
    commune.departement,
    commune.population,
    coordinator?.organisation ?? null,
  ]);
}

function methodRows({ activity, byMonth, byDepartement, outcomes, contractsCoverage }: RegionReport): ReportCell[][] {
  return [
    ['Source', 'Réponses de la région au hub national au moment indiqué ; cet extrait ne calcule rien.'],
    ['Heures réalisées', 'Heures validées par un facilitateur, des mois de l’année.'],
    [
      'Secret statistique',
      'Ce qui porte sur peu de personnes n’est pas montré ; la case en donne les bornes, jamais 0.',
    ],
    ['Détails', 'Les comptes des lignes ne s’additionnent pas : un marché compte dans chaque mois où il a des heures.'],
    ['Marchés', 'Tous ceux que tient la région, avec leurs heures depuis l’origine, non celles de l’année.'],
    ['Demandes', 'Toutes celles adressées à la région, closes et déclinées comprises.'],
    ['Zones blanches', 'Communes d’aujourd’hui qu’aucun guichet ouvert ne couvre ; habitants : INSEE.'],
    ['Couverture de l’année', coverageText(activity.coverage)],
    ['Couverture par mois', answeredText(byMonth.breakdownCoverage)],
    ['Couverture par département', answeredText(byDepartement.breakdownCoverage)],
    ['Couverture des sorties', answeredText(outcomes.outcomesCoverage)],
    ['Couverture des marchés', answeredText(contractsCoverage)],
  ];
}
