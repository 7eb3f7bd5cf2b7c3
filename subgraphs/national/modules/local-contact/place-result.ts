import { type Commune, searchPlace } from '../../../kit/cog';
import { HubError } from '../../../kit/errors';
import type { LocalContactService } from './local-contact.service';

/** Most communes that one answer names. */
const MAX_CHOICES = 100;
/** Most texts that one question holds. */
const MAX_TEXTS = 50;
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

/** What every one of these texts means, in their order. Throws TOO_MANY_PLACES. */
export function placeResultsOf(texts: readonly string[], localContacts: LocalContactService) {
  if (texts.length > MAX_TEXTS) {
    const message = `\`texts\` holds ${texts.length} texts; at most ${MAX_TEXTS} are answered at once. Ask in several questions.`;
    throw new HubError('TOO_MANY_PLACES', message, { argument: 'texts', limit: MAX_TEXTS });
  }
  return texts.map((text) => placeResultOf(text, localContacts));
}

/** A commune as the type Place of the schema. */
export function placeOfCommune({ code, name, departement, population }: Commune) {
  return { communeCode: code, name, departement, population };
}
