import { type Commune, communesOfPostalCode, geography, isCommuneCode, searchPlace } from '../../subgraphs/kit/cog';
import { type CommuneContact, contactOf, type RegionDirectory } from '../../subgraphs/kit/territories';

/** Most communes that are proposed for a line. */
const MAX_PROPOSALS = 5;

/** What a line of a list of sites says of a place; what it does not say is empty. */
export interface Site {
  /** INSEE code. */
  readonly code: string;
  readonly postalCode: string;
  readonly name: string;
}

/** Whom to call for a line of a list of sites. */
export type SiteContact =
  | CommuneContact
  /** It may be several communes, of which one has to be chosen. */
  | { readonly kind: 'AMBIGUOUS'; readonly choices: readonly Commune[] }
  | { readonly kind: 'UNKNOWN'; readonly proposals: readonly Commune[] };

/** Whom to call for a line of a list of sites. */
export function contactOfSite(site: Site, directory: ReadonlyMap<string, RegionDirectory>): SiteContact {
  const found = communesOf(site);
  const [commune, second] = found.communes;
  if (commune === undefined) return { kind: 'UNKNOWN', proposals: found.proposals };
  return second === undefined ? contactOf(commune, directory) : { kind: 'AMBIGUOUS', choices: found.communes };
}

/**
 * The communes that a line may mean: that of its INSEE code; else those that its name and its postal code have in common, or those of
 * the one of them that it gives. Codes of former communes give today's. A code that is nothing is not passed over for a name.
 */
function communesOf({ code, postalCode, name }: Site): {
  readonly communes: readonly Commune[];
  readonly proposals: readonly Commune[];
} {
  if (code !== '') {
    const commune = isCommuneCode(code.toUpperCase()) ? geography().commune(code.toUpperCase()) : undefined;
    if (commune !== undefined) return { communes: [commune], proposals: [] };
    // A postal code in the place of an INSEE code is the common mistake.
    const meant = [...communesOfPostalCode(code), ...(name === '' ? [] : search(name).communes)];
    return { communes: [], proposals: meant.slice(0, MAX_PROPOSALS) };
  }
  const ofPostalCode = postalCode === '' ? [] : communesOfPostalCode(postalCode);
  if (name === '') return { communes: ofPostalCode, proposals: [] };
  const ofName = search(name);
  if (postalCode === '') return ofName;
  const both = ofName.communes.filter((commune) => ofPostalCode.includes(commune));
  // CEDEX codes are those of no commune: the name then says which, within the département that the code begins with.
  const nearby = ofName.communes.filter(({ departement }) => postalCode.startsWith(departement.replace(/[AB]$/, '0')));
  const communes = both.length > 0 ? both : ofPostalCode.length > 0 ? [] : nearby;
  return { communes, proposals: [...ofName.communes, ...ofPostalCode, ...ofName.proposals].slice(0, MAX_PROPOSALS) };
}

function search(text: string): { readonly communes: readonly Commune[]; readonly proposals: readonly Commune[] } {
  const found = searchPlace(text);
  switch (found.status) {
    case 'found':
      return { communes: [found.commune], proposals: [] };
    case 'ambiguous':
      return { communes: found.choices, proposals: [] };
    case 'unknown':
      return { communes: [], proposals: found.proposals };
  }
}
