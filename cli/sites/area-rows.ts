import type { AreaContacts, DirectoryPost } from '../../subgraphs/kit/territories';
import { RULES } from './site-rows';

const HEAD = ['qui', 'nom', 'courriel', 'telephone', 'regle', 'communes', 'habitants', 'facilitateurs', 'remarque'];

/** Whom to call in an area, as a table with its head: desks, then coordinations, then communes without a desk. */
export function rowsOfArea({ desks, coordinators, whiteZones, absent }: AreaContacts): readonly (readonly string[])[] {
  return [
    HEAD,
    ...desks.map(({ desk, by, communes, population }) => [
      'guichet',
      desk.name ?? desk.id,
      desk.email ?? '',
      desk.phone ?? '',
      RULES[by],
      String(communes),
      String(population),
      (desk.facilitators ?? []).map(({ name, email }) => [name, email].filter(Boolean).join(' ')).join(' ; '),
      '',
    ]),
    ...[...coordinators].map(([departement, post]) => coordinationRow(departement, post)),
    ...whiteZones.map(({ code, name, population }) => [
      'zone blanche',
      `${name} (${code})`,
      ...['', '', '', '1', String(population), ''],
      'Aucun guichet ne couvre la commune : la coordination répond.',
    ]),
    ...[...absent].map(([region, status]) => [
      'région absente',
      region,
      ...['', '', '', '', '', ''],
      `La région n’a pas répondu (${status}) : ses guichets ne sont pas connus.`,
    ]),
  ];
}

/** What the area has in all, and what of it has no desk. */
export function sumsOfArea({ area, communes, whiteZones, absent }: AreaContacts): readonly (readonly string[])[] {
  const white = whiteZones.reduce((sum, { population }) => sum + population, 0);
  return [
    [`${area.name} (${area.code})`, String(communes), String(area.population)],
    // Where a region is absent, nobody knows what it covers.
    absent.size > 0 ? ['sans guichet', '?', '?'] : ['sans guichet', String(whiteZones.length), String(white)],
  ];
}

function coordinationRow(departement: string, post: DirectoryPost | null): readonly string[] {
  if (post === null) {
    return ['coordination', '', '', '', `département ${departement}`, '', '', '', 'Aucune coordination connue.'];
  }
  const { organisation, name, email, phone, isVacant } = post;
  const person = isVacant ? 'poste vacant' : (name ?? '');
  return ['coordination', organisation, email ?? '', phone ?? '', `département ${departement}`, '', '', person, ''];
}
