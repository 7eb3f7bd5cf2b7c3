import { type Commune, searchPlace } from '../../../kit/cog';
import type { LocalContactService } from './local-contact.service';

/** Most communes that one answer names. */
const MAX_CHOICES = 100;
/** Longest text that is looked at: no commune's name is half as long. */
const MAX_TEXT = 100;

/** What a text means, as the schema says it. */
export function placeResultOf(text: string, localContacts: LocalContactService) {
  const search = text.length > MAX_TEXT ? ({ status: 'unknown', proposals: [] } as const) : searchPlace(text);
  switch (search.status) {
    case 'found': {
      const { commune } = search;
      const localContact = localContacts.scatter(commune.code);
      return { __typename: 'PlaceFound' as const, place: placeOfCommune(commune), localContact };
    }
    case 'ambiguous':
      return {
        __typename: 'PlaceAmbiguousError' as const,
        code: 'PLACE_AMBIGUOUS',
        message: `The text may mean ${search.choices.length} communes. Choose one by its INSEE code.`,
        choices: search.choices.slice(0, MAX_CHOICES).map(placeOfCommune),
        choiceCount: search.choices.length,
      };
    case 'unknown':
      return {
        __typename: 'PlaceUnknownError' as const,
        code: 'PLACE_UNKNOWN',
        message: 'The text is no INSEE code, postal code or name of a commune of the 18 regions.',
        proposals: search.proposals.map(placeOfCommune),
      };
  }
}

function placeOfCommune({ code, name, departement, population }: Commune) {
  return { communeCode: code, name, departement, population };
}
