import { csvOf } from '../sites';
import type { Post } from './posts';

/** Heads that an import of the sheet understands (subgraphs/national/modules/correspondent/correspondent-csv.ts), then what it passes over. */
const HEADS = [
  'region',
  'departements',
  'nom complet',
  'fonction',
  'organisation',
  'email',
  'telephone',
  'debut',
  'fin',
  'publication',
  'confirmé le',
  'à confirmer',
];

/** Posts as CSV that `maillage directory import` takes back without changing anything; no cell is a formula. */
export function postsCsv(posts: readonly Post[]): string {
  const rows = posts.map((post) => [
    post.region?.code ?? '',
    post.departements.join(', '),
    post.name ?? 'vacant',
    post.function,
    post.organisation,
    post.email ?? '',
    post.phone ?? '',
    post.validFrom,
    post.validTo ?? '',
    post.isPublished ? 'oui' : 'non',
    post.confirmedOn ?? '',
    post.needsConfirmation ? 'oui' : 'non',
  ]);
  return csvOf([HEADS, ...rows]);
}
