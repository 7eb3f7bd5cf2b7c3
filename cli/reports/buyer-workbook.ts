import { Workbook, type Worksheet } from 'exceljs';
import type { BuyerReport } from './read-buyer-report';
import { figureCells, INDICATORS, type ReportCell, statusLabel, UNKNOWN } from './report-cells';
import type { ReportCells, ReportCoverage } from './report-questions';

const HEADS = INDICATORS.map(([, , label]) => label);

/** A buyer's yearly report as a workbook, in French; every number is one that the API gave. */
export function buyerWorkbook(report: BuyerReport): Workbook {
  const workbook = new Workbook();
  workbook.creator = 'Maillage';
  workbook.title = `Clauses sociales : rapport ${report.year} de ${report.buyer.name}`;
  workbook.created = report.readAt;
  addSheet(workbook, 'Synthèse', ['Rubrique', 'Valeur'], summaryRows(report));
  addSheet(workbook, 'Régions', ['Code', 'Région', 'Réponse', 'Situation au', ...HEADS], regionRows(report));
  addSheet(workbook, 'Mois', ['Code', 'Mois', ...HEADS], cellRows(report.byMonth));
  addSheet(workbook, 'Départements', ['Code', 'Département', ...HEADS], cellRows(report.byDepartement));
  addSheet(workbook, 'Marchés', CONTRACT_HEADS, contractRows(report));
  addSheet(workbook, 'Méthode et couverture', ['Sujet', 'Ce qu’il faut savoir'], methodRows(report));
  return workbook;
}

function addSheet(
  workbook: Workbook,
  name: string,
  heads: readonly string[],
  rows: readonly ReportCell[][],
): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = heads.map((header) => ({ header, width: Math.max(16, header.length + 2) }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRows(rows.map((row) => [...row]));
  return sheet;
}

function summaryRows({ year, readAt, buyer, since }: BuyerReport): ReportCell[][] {
  const { activity, partnership } = buyer;
  const figures = figureCells(activity.total);
  const done = since === null ? [] : figureCells(since.total);
  const rows: ReportCell[][] = [
    ['Donneur d’ordre', buyer.name],
    ['SIREN', buyer.siren],
    ['Année', year],
    ['Établi le', readAt.toISOString()],
    ...HEADS.map((head, index): ReportCell[] => [`${head} en ${year}`, figures[index] ?? UNKNOWN]),
    ['Couverture', coverageText(activity.coverage)],
  ];
  if (partnership !== null) rows.push(['Convention signée le', partnership.signedOn]);
  if (since !== null) {
    rows.push([`Heures réalisées de ${since.from} à ${year}-12`, done[1] ?? UNKNOWN]);
    rows.push(['Couverture de ce cumul', coverageText(since.coverage)]);
  }
  for (const { label, hours, deadline } of partnership?.objectives ?? []) {
    rows.push([`Objectif en heures : ${label}, au ${deadline}`, hours]);
  }
  if (isDemonstration(buyer)) rows.push(['Attention', 'Ces chiffres comprennent des données de démonstration.']);
  return rows;
}

function isDemonstration({ isDemonstration, activity }: BuyerReport['buyer']): boolean {
  return isDemonstration === true || (activity.regions ?? []).some((region) => region.isDemonstration === true);
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

function cellRows({ breakdown }: ReportCells): ReportCell[][] {
  if (breakdown === null) return [[null, UNKNOWN]];
  return breakdown.map(({ keys: [key], figures }) => [key?.value ?? null, key?.label ?? null, ...figureCells(figures)]);
}

const CONTRACT_HEADS = [
  'Région',
  'Identifiant',
  'Objet',
  'Département',
  'Secteur',
  'Clause',
  'Montant HT',
  'Notifié le',
  'Heures prévues',
  'Heures réalisées',
];

function contractRows({ contracts }: BuyerReport): ReportCell[][] {
  return contracts.map(({ region, node }) => {
    if (node === null) return [region.name, UNKNOWN];
    const { id, title, departement, sector, clauseType, amount, notifiedOn, hoursPlanned, hoursDone } = node;
    return [region.name, id, title, departement, sector, clauseType, amount, notifiedOn, hoursPlanned, hoursDone];
  });
}

function methodRows({ buyer, byMonth, byDepartement, contractsCoverage }: BuyerReport): ReportCell[][] {
  const missing = buyer.activity.coverage?.missing ?? [];
  return [
    ['Source', 'Réponses des régions au hub national au moment indiqué ; ce rapport ne calcule aucun chiffre.'],
    ['Heures réalisées', 'Heures validées par un facilitateur, des mois de l’année.'],
    ['Participants', 'Somme des comptes régionaux : une personne active dans deux régions compte deux fois.'],
    [
      'Secret statistique',
      'Ce qui porte sur peu de personnes n’est pas montré ; la case en donne les bornes, jamais 0.',
    ],
    ['Détails', 'Par mois et par département, les comptes ne s’additionnent pas : un marché compte dans chaque mois.'],
    [
      'Marchés',
      'Tous ceux du SIREN que tiennent les régions, avec leurs heures depuis l’origine, non celles de l’année.',
    ],
    ['Couverture de l’année', coverageText(buyer.activity.coverage)],
    ['Couverture par mois', answeredText(byMonth.breakdownCoverage)],
    ['Couverture par département', answeredText(byDepartement.breakdownCoverage)],
    ['Couverture des marchés', answeredText(contractsCoverage)],
    ...missing.map(({ name, status }): ReportCell[] => [`Région absente : ${name}`, statusLabel(status)]),
  ];
}

function answeredText(coverage: { readonly answered: number; readonly expected: number } | null): string {
  return coverage === null
    ? 'aucune région n’a répondu'
    : `régions ayant répondu : ${coverage.answered} sur ${coverage.expected}`;
}

function coverageText(coverage: ReportCoverage): string {
  const regions = answeredText(coverage);
  if (coverage === null || coverage.desksExpected === null || coverage.desksReporting === null) return regions;
  return `${regions} ; guichets ayant tout déclaré : ${coverage.desksReporting} sur ${coverage.desksExpected}`;
}
