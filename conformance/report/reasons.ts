/**
 * Every reason for which a check fails or is not run, with what to do about it. Codes are permanent: tools of regions
 * read them. docs/guides/conformance.md lists them.
 */
export const REASONS = {
  // Why a check was not run
  PREREQUISITE_FAILED: 'Repair the check that is named first; this one proves nothing before.',
  NO_DATA: 'Load rows into the staging database: nothing can be compared with nothing.',
  NOT_GIVEN: 'Nothing to do if the region really has no such value; otherwise answer it.',

  OUT_OF_TIME: 'Answer faster: the whole run took longer than it may, so this was not looked at.',

  // The endpoint as such
  UNREACHABLE: 'Start the endpoint, and check address, port, certificate and firewall.',
  NO_ANSWER_IN_TIME: 'Answer within the time limit: look for missing indexes, locks and cold starts.',
  ANSWER_TOO_LARGE: 'Keep answers under 8 MiB: the hub reads no more.',
  REDIRECTED: 'Answer at the published address itself: the hub follows no redirect.',
  TOKEN_NOT_ACCEPTED: 'Trust the key set that the report names (HUB_KEYS_FILE or HUB_KEYS_URL), and check the clock.',
  NOT_GRAPHQL: 'Answer POST requests with GraphQL over HTTP: status 200, content-type application/json.',
  COMPRESSED: 'Answer without compression when the request accepts none.',
  ANSWERED_GET: 'Answer GraphQL by POST only.',
  ANSWERED_FORM: 'Refuse bodies that are not application/json: browsers send forms across sites.',
  ANSWER_MALFORMED: 'Answer `_entities` with one item per reference, objects or null, as the specification says.',
  QUESTION_REFUSED: 'Answer this question: the hub asks it as it stands.',

  // The published schema
  SDL_MISSING: 'Answer `{ _service { sdl } }` with the SDL of the subgraph.',
  SDL_UNREADABLE: 'Publish SDL that a GraphQL parser reads.',
  SCHEMA_TYPE_MISSING: 'Publish every type of the regional schema version, with the prefix of the region.',
  SCHEMA_FIELD_MISSING: 'Publish every field of the regional schema version; answer null for what you do not have.',
  SCHEMA_FIELD_TYPE: 'Give the field the type that the regional schema version gives it.',
  SCHEMA_NOT_NULLABLE: 'Make the field nullable: only keys may be non-null, or one bad value costs a whole shard.',
  SCHEMA_KEY_DIFFERS: 'Give the type the `@key` of the regional schema version, and no other.',
  SCHEMA_ACCESS_DIFFERS: 'Put the access and visibility directives of the regional schema version on the type.',
  SCHEMA_FOREIGN_NAME: 'Name your own types with the prefix of your region, and define no root field.',
  SCHEMA_FORBIDDEN_DIRECTIVE: 'Remove the directive: a region neither takes over nor requires fields of others.',
  SCHEMA_PERSONAL_DATA: 'Remove the field: nothing of a participant is published, under whatever name.',

  // Who asks
  ANSWERED_WITHOUT_TOKEN: 'Answer 401 to every request without a token of the hub, before reading its body.',
  ANSWERED_SERVICE_WITHOUT_TOKEN: 'Ask for the token before `_service` too: nothing of the subgraph is public.',
  ANSWERED_FOREIGN_KEY: 'Verify the signature with the keys of the hub only.',
  ANSWERED_ALTERED_TOKEN: 'Verify the signature over header and claims, on every token.',
  ANSWERED_UNSIGNED_TOKEN: 'Accept EdDSA only: a token of algorithm "none" has no signature.',
  ANSWERED_HMAC_TOKEN: 'Accept EdDSA only: a public key is no shared secret.',
  ANSWERED_EXPIRED_TOKEN: 'Check `exp`, with a tolerance of a few seconds at most.',
  ANSWERED_LONG_TOKEN: 'Refuse tokens that live longer than 60 seconds, or that lack `iat` or `exp`.',
  ANSWERED_OTHER_AUDIENCE: 'Accept the audience of your own subgraph only, as the one audience of the token.',
  ANSWERED_OTHER_ISSUER: 'Check `iss`: the gateway of the hub is the only issuer.',
  ANSWERED_UNKNOWN_ROLE: 'Refuse tokens whose role you do not know, or whose claims do not fit the role.',
  ANSWERED_ALTERED_BODY: 'Hold the signature against the question, and `content-digest` against the body that arrived.',
  REFUSAL_NOT_401: 'Refuse with status 401: the hub tells a refused request from a broken answer by it.',

  // What each role sees
  FIGURES_SHOWN_TO_PUBLIC: 'Answer figures only to roles that hold the scope "figures".',
  CONTRACTS_SHOWN_TO_PUBLIC: 'Answer contracts only to roles that hold the scope "contracts".',
  DIRECTORY_REFUSED_TO_PUBLIC: 'Show the network and the directory to everybody: it is the public map.',
  OTHER_BUYERS_CONTRACTS_SHOWN: 'Show a buyer the contracts of its own SIRENs only, whatever filter or id is sent.',
  OTHER_BUYERS_FIGURES_SHOWN: 'Add up for a buyer the contracts of its own SIRENs only.',
  OTHER_REGION_SEES_CONTRACTS: 'Show contracts to no desk or coordination of another region.',
  ROLE_REFUSED_OWN: 'Answer what the role may see.',

  // References and keys
  ENTITY_NOT_RESOLVED: 'Resolve by its key every row that you name elsewhere.',
  ENTITY_DIFFERS: 'Give the same values whether a row is reached by a list or by its key.',
  ENTITIES_OUT_OF_ORDER: 'Answer references in their order, null for those you do not know.',
  UNKNOWN_KEY_ANSWERED: 'Answer null for a key that you do not know; never make a row up.',
  UNKNOWN_KEY_FAILS: 'Answer null, without an error, for a key that you do not know.',
  FOREIGN_REFERENCE_ANSWERED: 'Answer null, or refuse, when the reference is not of your region.',
  FAILURE_SPREADS: 'Let a bad reference fail alone: the others of the request are answered.',
  ID_NOT_OWN: 'Write identifiers as your region code, a dash, and your local identifier.',
  MALFORMED_SCOPE_ANSWERED:
    'Decode and validate the scope; refuse what you do not understand, never answer another question.',
  SCOPE_LIMIT_IGNORED: 'Refuse scopes over the limits of the hub: dimensions, values of a filter, rows of a page.',
  ANSWERED_FOR_WRONG:
    'Answer in `answeredFor` your code, a colon and the first 32 hexadecimal digits of SHA-256 of the scope as received.',

  // Values
  VALUE_OF_WRONG_TYPE: 'Answer integers for counts and hundredths, and texts in the form of their scalar.',
  VALUE_OUT_OF_RANGE: 'Answer counts and hours from 0 to 2^53 - 1.',
  COUNTS_CONTRADICT: 'Count so that a part is never larger than its whole: women, known sex, participants.',
  AS_OF_WRONG: 'Answer in `asOf` the moment of the reading, RFC 3339 in UTC, not in the future.',
  FIGURES_MISSING: 'Answer hours done and participants: without them a region has no figures.',
  DEMONSTRATION_NOT_MARKED: 'Send the header `maillage-demonstration: true` whenever rows are demonstration rows.',

  // Figures
  PERIOD_IGNORED: 'Restrict hours done and planned to the months of the period.',
  MONTHS_DO_NOT_ADD_UP: 'Let the months of a year add up to the year.',
  COUNT_OF_MONTHS_WRONG: 'Count a person or contract once in a period, however many months it worked.',
  FILTER_IGNORED: 'Apply every list of the filter.',
  FILTER_WRONG: 'Let a filter on one code give the figures of that code in the breakdown.',
  FILTER_WIDENS: 'Let a narrower filter never give larger figures.',
  BREAKDOWN_UNASKED: 'Answer null for `breakdown` when the scope names no dimension.',
  BREAKDOWN_MISSING: 'Answer the breakdown that the scope asks for.',
  BREAKDOWN_KEYS_WRONG: 'Give each row one code per dimension, in the order of the scope, in the form of its list.',
  BREAKDOWN_REPEATS: 'Give one row per combination of codes.',
  BREAKDOWN_NOT_THE_TOTAL: 'Let the rows of a breakdown add up to the total; rows without a code go under UNKNOWN.',
  BREAKDOWN_OVER_TOTAL: 'Let no row of a breakdown exceed the total.',
  WOMEN_DIFFER: 'Count women alike in the total and in the breakdown by sex.',
  PLANNED_BY_PERSON: 'Answer null for planned hours in a breakdown by what describes persons: nobody planned them so.',
  CROSSING_DIFFERS: 'Let a breakdown by two dimensions add up to the breakdown by each.',
  LIST_NOT_THE_COUNT: 'List as many distinct identifiers as the count says.',
  LIST_REPEATS: 'Name each identifier once in a distinct list.',
  LIST_IDENTIFIER_WRONG: 'List SIRENs of nine digits with a valid key, and SIRETs of fourteen digits.',
  ANSWER_NOT_STABLE: 'Answer the same question alike while nothing changed.',

  // Pages
  PAGE_TOO_LONG: 'Give at most as many rows as `first` says.',
  PAGE_OUT_OF_ORDER: 'Order rows by sort key, compared as text, then by identifier.',
  PAGE_REPEATS: 'Give every row once over all pages.',
  PAGE_INCOMPLETE: 'Give every row that matches over all pages.',
  TOTAL_COUNT_WRONG: 'Count in `totalCount` the rows that match, on all pages.',
  CURSOR_UNSTABLE: 'Give after a row the rows behind it, whatever the size of the pages.',
  CURSOR_TIES_WRONG: 'Break ties of sort keys by the identifier over all regions.',
  SORT_KEY_WRONG:
    'Write the sort key as the guide says: 99999999 minus the day of notification, a dash, the local identifier padded to 12 digits.',
  PAGE_FILTER_IGNORED: 'Apply every list of the filter to pages.',
  PAGE_ID_WRONG: 'Answer for `filter.id` the one contract of that identifier.',
  PAGE_ROW_NOT_RESOLVED: 'Resolve every contract that a page names.',

  // Directory
  DIRECTORY_DIFFERS: 'Name in the directory of the whole region the desks and facilitators of the network.',
  DIRECTORY_PLACE_MISSED: 'Name for a place every open desk one of whose territories covers it.',
  DIRECTORY_PLACE_WRONG: 'Name for a place no desk that does not cover it.',
  DIRECTORY_OUT_OF_ORDER: 'Name the desk of the closest territory first: commune, EPCI, département.',
  FACILITATORS_MISCOUNTED: 'Count in `facilitatorCount` the facilitators in post at the desks.',

  // Protection
  ERROR_LEAKS: 'Mask errors that you do not expect: no stack, SQL, path or host leaves the region.',
  ERROR_NOT_JSON: 'Answer errors as JSON, also outside of GraphQL.',
  BROKEN_INPUT_IS_500: 'Answer broken input with a status from 400 to 499.',
  BODY_NOT_CAPPED: 'Refuse larger bodies with 413, while reading them.',
  BODY_CAP_TOO_SMALL: 'Accept the questions of the hub: bodies of 256 KiB at least.',
  BATCH_ANSWERED: 'Refuse arrays of operations.',
  PERSONAL_DATA_ANSWERED: 'Never answer an identifier of a person.',
  ANSWER_TOO_SLOW: 'Answer faster: the hub waits no longer, and the region would be missing.',
} as const;

/** A reason of the table. */
export type ReasonCode = keyof typeof REASONS;
