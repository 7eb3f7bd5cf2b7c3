import { badInput, type ErrorDefinition } from './error-definition';

const SINCE = '0.3.0';

/** Codes of what people write into the books of a region: in the problems of an answer, and in reports of imports. */
export const BOOK_ERRORS = {
  FIELD_REQUIRED: badInput('A field that no row is without is missing. Give it.', SINCE),
  TEXT_EMPTY: badInput('A text holds nothing but spaces. Write it, or leave the field out.', SINCE),
  TEXT_TOO_LONG: badInput('A text is longer than its field takes; the message says how long it may be.', SINCE),
  TEXT_MALFORMED: badInput(
    'A text holds a control character, as files in the wrong encoding do. Write it again.',
    SINCE,
  ),
  EMAIL_MALFORMED: badInput('The value is not an e-mail address.', SINCE),
  PHONE_MALFORMED: badInput('The value is not a telephone number.', SINCE),
  SIRET_MALFORMED: badInput(
    'The value is not a SIRET: fourteen digits with a valid key (La Poste has its own rule).',
    SINCE,
  ),
  CODE_UNKNOWN: badInput('The code is in no entry of its list; the nearest one is suggested.', SINCE),
  NUMBER_MALFORMED: badInput('The number has more than two decimals, or is none.', SINCE),
  NUMBER_OUT_OF_RANGE: badInput('The number is outside what its field takes; the message gives both ends.', SINCE),
  HOURS_NOT_POSITIVE: badInput('Hours are zero or negative. A month without hours has no entry.', SINCE),
  HOURS_TOO_MANY: badInput('There are more hours than the month has: 24 for each of its days.', SINCE),
  HOURS_OUTSIDE_CONTRACT: badInput(
    'The month lies outside the dates of the work contract. Correct the one or the other.',
    SINCE,
  ),
  MONTH_REPEATED: badInput('The same month is given twice at once. Give it once.', SINCE),
  REFERENCE_UNKNOWN: badInput('No row of this identifier is there for the caller.', SINCE),
  REFERENCE_PERSONAL: badInput(
    'A reference of a person looks like a social security number, an e-mail address or a telephone number. Use a number of your own.',
    SINCE,
  ),
  DATES_OUT_OF_ORDER: badInput('A day that ends something comes before the one that begins it.', SINCE),
  POSSIBLE_DUPLICATE: badInput(
    'A warning: another row may be the same under another spelling. Nothing is merged.',
    SINCE,
  ),
  ALREADY_THERE: badInput('A row with this value is there already. Correct that one.', SINCE),
  RULE_BROKEN: badInput('The value breaks a rule of the books; the message names it.', SINCE),
  PLACE_INCOMPLETE: badInput('A place has a kind and no code, or a code and no kind. Give both.', SINCE),
  PLACE_UNKNOWN: badInput(
    'The code is not in the official geographic code. A postal code is not an INSEE code.',
    SINCE,
  ),
  PLACE_ELSEWHERE: badInput('The territory is not in this region.', SINCE),
  DESK_CLOSED: badInput('The desk has closed: nothing new is written for it.', SINCE),
  DECP_UNKNOWN: badInput(
    'No public contract of this identifier (uid) is in the DECP data of the region. Check it, or import the data that has it.',
    SINCE,
  ),
  DECP_TAKEN: badInput(
    'The public contract, or the contract of the desk, is linked already. The coordination sees by whom.',
    SINCE,
  ),
  EXEMPTION_WITHOUT_OBLIGATION: badInput(
    'A reason for an exemption is given for a contract that is not exempt.',
    SINCE,
  ),
  EXEMPTION_WITHOUT_REASON: badInput(
    'An exempt contract says why (Code de la commande publique, article L2112-2-1).',
    SINCE,
  ),
  CLAUSE_MISSING: badInput(
    'A warning: the contract is above the European threshold and has neither a clause nor a reason for having none.',
    SINCE,
  ),
  LOT_ELSEWHERE: badInput('The lot belongs to another contract.', SINCE),
  SIRET_ELSEWHERE: badInput('The SIRET does not begin with the SIREN of its buyer.', SINCE),
  FACILITATOR_UNKNOWN: badInput('Hours are validated by a facilitator of the desk; this is none of them.', SINCE),
  FACILITATOR_NOT_IN_POST: badInput('Hours are validated by a facilitator who is in post.', SINCE),
  TOO_MANY_AT_ONCE: badInput('More rows, or none, are given than one mutation takes. Split them.', SINCE),
} satisfies Record<string, ErrorDefinition>;
