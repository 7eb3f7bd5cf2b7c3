import type { Commune } from '../../subgraphs/kit/cog';
import type { CoveringKind, DirectoryPost } from '../../subgraphs/kit/territories';
import type { SiteContact } from './resolve-site';

/** Columns that an answer adds to a list of sites. */
export const CONTACT_COLUMNS = [
  'reponse',
  'code_insee',
  'commune',
  'departement',
  'guichet',
  'guichet_courriel',
  'guichet_telephone',
  'regle',
  'autres_guichets',
  'facilitateurs',
  'coordination',
  'coordination_contact',
  'coordination_courriel',
  'coordination_telephone',
  'remarque',
] as const;

type Cells = Readonly<Partial<Record<(typeof CONTACT_COLUMNS)[number], string>>>;

/** Why a desk answers, as people read it. */
export const RULES: Readonly<Record<CoveringKind, string>> = {
  COMMUNE: 'couvre la commune',
  EPCI: 'couvre l’intercommunalité de la commune',
  DEPARTEMENT: 'couvre le département',
};

/** The cells that an answer adds to its line, in the order of `CONTACT_COLUMNS`. */
export function cellsOfContact(contact: SiteContact): readonly string[] {
  const cells = { ...placeCells(contact), ...answerCells(contact) };
  return CONTACT_COLUMNS.map((column) => (cells as Cells)[column] ?? '');
}

function placeCells(contact: SiteContact): Cells {
  if (!('commune' in contact)) return {};
  const { commune, coordinator } = contact;
  return {
    code_insee: commune.code,
    commune: commune.name,
    departement: commune.departement,
    ...postCells(coordinator),
  };
}

function answerCells(contact: SiteContact): Cells {
  switch (contact.kind) {
    case 'DESK': {
      const [first, ...others] = contact.desks;
      const people = contact.desks.flatMap(({ desk }) => desk.facilitators ?? []);
      return {
        reponse: 'guichet',
        guichet: first?.desk.name ?? '',
        guichet_courriel: first?.desk.email ?? '',
        guichet_telephone: first?.desk.phone ?? '',
        regle: first === undefined ? '' : RULES[first.by],
        autres_guichets: others.map(({ desk, by }) => `${desk.name ?? desk.id} (${RULES[by]})`).join(' ; '),
        facilitateurs: people.map(({ name, email }) => [name, email].filter(Boolean).join(' ')).join(' ; '),
      };
    }
    case 'WHITE_ZONE':
      return { reponse: 'zone blanche', remarque: 'Aucun guichet ne couvre la commune : la coordination répond.' };
    case 'REGION_ABSENT':
      return {
        reponse: 'région absente',
        remarque: `La région n’a pas répondu (${contact.status}) : la coordination est connue, pas le guichet.`,
      };
    case 'AMBIGUOUS':
      return {
        reponse: 'ambigu',
        remarque: `Plusieurs communes possibles : ${named(contact.choices)}. Indiquez le code INSEE.`,
      };
    case 'UNKNOWN': {
      const proposals = contact.proposals.length === 0 ? '' : ` Peut-être : ${named(contact.proposals)}.`;
      return { reponse: 'inconnu', remarque: `Aucune commune des 18 régions ne correspond.${proposals}` };
    }
  }
}

function postCells(post: DirectoryPost | null): Cells {
  if (post === null) return {};
  return {
    coordination: post.organisation,
    coordination_contact: post.isVacant ? 'poste vacant' : (post.name ?? ''),
    coordination_courriel: post.email ?? '',
    coordination_telephone: post.phone ?? '',
  };
}

function named(communes: readonly Commune[]): string {
  const shown = communes.slice(0, 10).map(({ name, code }) => `${name} (${code})`);
  return communes.length > 10 ? `${shown.join(', ')}…` : shown.join(', ');
}
