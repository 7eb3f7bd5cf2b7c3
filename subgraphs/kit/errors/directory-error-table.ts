import { badInput, fault } from './error-definition';

/** Codes of the directory of correspondents: members of unions mostly, so that they are answers, not errors. */
export const DIRECTORY_ERRORS = {
  CORRESPONDENT_UNKNOWN: badInput(
    'There is no such post in the directory, or another region keeps it: nobody can tell which.',
    '0.4.0',
  ),
  CORRESPONDENT_CONFLICT: badInput(
    'Somebody else changed the post since it was read. Look at `current` and decide again with its version.',
    '0.4.0',
  ),
  PLACE_AMBIGUOUS: badInput('A text may mean several communes. Choose one of `choices` by its INSEE code.', '0.4.0'),
  PLACE_UNKNOWN: badInput('A text means no commune of the 18 regions. `proposals` are similar.', '0.4.0'),
  DIRECTORY_SHEET_REJECTED: badInput(
    'Lines of the sheet of correspondents cannot be taken; each is named with what is wrong. Nothing was changed.',
    '0.4.0',
  ),
  SITES_UNREADABLE: badInput(
    'A list of sites has no column that says where a site is, or more lines than are taken. The message says which.',
    '0.5.0',
  ),
  AREA_UNKNOWN: badInput(
    'The code is no département (29, 2A, 974) and no SIREN of an EPCI of the 18 regions.',
    '0.5.0',
  ),
  TOO_MANY_PLACES: badInput(
    'One question holds more places than are answered at once. The message says how many.',
    '0.5.0',
  ),
  MAP_LAYER_UNKNOWN: {
    ...badInput('The map has no file of this name; the message gives its layers and formats.', '0.5.0'),
    status: 404,
  },
  MAP_UNAVAILABLE: fault(
    503,
    'The directory of the network does not answer, or the map could not be drawn. Ask again later.',
    '0.5.0',
  ),
} as const;
