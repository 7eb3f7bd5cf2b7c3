import type { CheckName, Severity } from './check-types';

/** One row of the table of findings. Codes are permanent. */
interface FindingDefinition {
  readonly check: CheckName;
  readonly severity: Severity;
  /** What to do about it. */
  readonly advice: string;
}

const rows =
  (check: CheckName, severity: Severity) =>
  <Code extends string>(advice: Readonly<Record<Code, string>>): Record<Code, FindingDefinition> => {
    const entries = Object.entries<string>(advice).map(([code, text]) => [code, { check, severity, advice: text }]);
    return Object.fromEntries(entries) as Record<Code, FindingDefinition>;
  };

/** Every finding of the checks, with its severity unless the check says otherwise. */
export const FINDINGS = {
  ...rows(
    'SIZE',
    'ERROR',
  )({
    SDL_TOO_LARGE: 'Publish less: an SDL has at most 256 KB. Put long explanations into your documentation.',
    SDL_TOO_MANY_TYPES: 'Publish fewer types: at most 500. Only what clients of the hub query belongs here.',
    SDL_TOO_MANY_TOKENS: 'Publish fewer fields: at most 20,000 tokens.',
    SDL_TOO_DEEP: 'Nest brackets less: lists of lists and default values at most 10 deep.',
    TEXT_TOO_LONG: 'Shorten the description or value to at most 2,000 characters.',
    TEXT_MALFORMED: 'Write the SDL in valid UTF-8, without NUL characters and lone surrogates.',
  }),
  ...rows(
    'PARSE',
    'ERROR',
  )({
    SDL_SYNTAX: 'Correct the syntax. The line is that of the SDL handed in.',
    NAME_NOT_ASCII:
      'Write names with the letters A to Z, digits and underscores only; look-alike letters count as others.',
    SDL_NOT_A_SCHEMA: 'Publish definitions only: operations and fragments belong to clients.',
    DEFINED_TWICE: 'Define each name once.',
  }),
  ...rows(
    'ALLOW_LIST',
    'ERROR',
  )({
    TYPE_OF_ANOTHER_REGION: 'Remove the type: a region publishes only types that begin with its own prefix.',
    TYPE_OF_THE_HUB:
      'Remove the type: it belongs to the national schema. Of it you share the scalars of the regional schema only.',
    TYPE_NOT_OWN: "Begin the name with your region's prefix, followed by a capital letter.",
    ROOT_TYPE_FORBIDDEN: 'Remove the root type: the hub asks regions through their entities only.',
    KIND_FORBIDDEN: 'Extra types are objects, enumerations, input objects and scalars. Use one of these.',
    EXTENSION_FORBIDDEN: 'Write the type as one definition, without `extend`.',
    SCHEMA_DEFINITION_FORBIDDEN: 'Remove it: the only thing said of the schema is `extend schema @link(…)`.',
    DIRECTIVE_DEFINITION_FORBIDDEN: 'Remove the definition: those of federation are imported by @link.',
    LINK_FORBIDDEN: 'Copy `extend schema @link(…)` of the regional schema: its URL, and imports out of its list.',
    DIRECTIVE_FORBIDDEN: 'Remove the directive: it would reach into what others publish, or the hub does not know it.',
    INACCESSIBLE_FORBIDDEN: 'Remove @inaccessible: only what the regional schema hides is hidden.',
    KEY_FORBIDDEN: 'Keep the keys of the regional schema, and no others.',
    ACCESS_WEAKENED: 'Put the access directive of the regional schema back.',
    ACCESS_CHANGED:
      'Give the access directives of the regional schema exactly: stricter ones would close national fields, too.',
    ACCESS_UNKNOWN:
      'Name scopes and policies of the hub (docs/guides/roles.md); the hub serves nothing whose rule it does not know.',
    IMPLEMENTS_FORBIDDEN: 'Remove `implements`: the hub adds the national interfaces itself.',
    EXTRA_NOT_NULLABLE: 'Make the field nullable: one that fails must not take the rest of an answer with it.',
    EXTRA_ON_HIDDEN_TYPE: 'Put the field on a type that clients see: nobody can query it here.',
    EXTRA_TYPE_UNKNOWN: 'Use a type that is defined in this SDL, or a built-in scalar.',
    NAME_RESERVED: 'Choose another name: this one belongs to the regional or national schema, or to JavaScript.',
    NAME_CONFUSABLE: 'Choose a name that cannot be taken for the other one.',
    SHARED_SCALAR_CHANGED: 'Copy the scalar from the regional schema: its description (or none), and no directives.',
    TEXT_CONTROL_CHARACTER:
      'Remove invisible characters: controls, changes of writing direction, zero-width characters.',
    TEXT_MARKUP: 'Write plain text or simple Markdown: no HTML, no images, no links other than https.',
  }),
  ...rows(
    'CONFORMITY',
    'ERROR',
  )({
    SCHEMA_VERSION_UNKNOWN: 'Declare a version of the regional schema that the hub understands.',
    LINK_MISSING:
      'Begin with `extend schema @link(…)` of the regional schema: without it this is no Federation 2 subgraph.',
    TYPE_MISSING: 'Add the type, or declare an older version of the regional schema.',
    KIND_DIFFERENT: 'Define it as the regional schema does.',
    FIELD_MISSING: 'Add the field (null is an answer), or declare an older version of the regional schema.',
    FIELD_TYPE_DIFFERENT: 'Give the field the type that it has in the regional schema.',
    ARGUMENT_DIFFERENT: 'Give the field the arguments that it has in the regional schema.',
    DIRECTIVE_MISSING: 'Put the directive of the regional schema back.',
  }),
  ...rows(
    'COMPOSITION',
    'ERROR',
  )({
    COMPOSITION_REFUSED: 'Correct what the composition refuses; nothing of what is served has changed.',
    COMPOSITION_TIMEOUT: 'Publish a smaller or simpler schema: composing may take 15 seconds of a processor.',
    COMPOSITION_OUT_OF_MEMORY: 'Publish a smaller or simpler schema: composing may take 512 MB.',
    COMPOSITION_STACK_OVERFLOW: 'Publish a simpler schema: its types nest too deep.',
    COMPOSITION_OVERLOADED:
      'Try again: the hub composes too slowly at the moment, and not because of this publication.',
    COMPOSITION_CRASHED: 'Tell the operator of the hub: the composition itself failed.',
  }),
  ...rows(
    'INVARIANT',
    'ERROR',
  )({
    FOREIGN_COORDINATE_CHANGED: 'Remove what changes it: a publication changes what is its own, nothing else.',
    OWNER_CHANGED: 'Remove what takes it: each field stays with the subgraphs that own it.',
    NATIONAL_SCHEMA_CHANGED: 'Remove what changes the schema that the hub generates for your region.',
    BASELINE_NOT_COMPOSED: 'Tell the operator of the hub: the other publications do not compose by themselves.',
  }),
  ...rows('DIFF', 'SAFE')({ CHANGE_SAFE: 'Nothing to do.' }),
  ...rows(
    'DIFF',
    'DANGEROUS',
  )({
    CHANGE_DANGEROUS: 'Look whether clients can take it.',
    CHANGE_BREAKING_UNUSED: 'Nobody has used it; tell clients all the same.',
    FIELD_NO_LONGER_GIVEN: 'The hub answers null for it from now on; tell those who use it.',
  }),
  ...rows('DIFF', 'BREAKING')({ CHANGE_BREAKING: 'Keep it, mark it @deprecated, and agree with those who use it.' }),
  ...rows(
    'LINT',
    'WARNING',
  )({
    DESCRIPTION_MISSING: 'Describe it in a sentence: clients read it in the schema.',
    NAME_STYLE:
      'Types in PascalCase, fields and arguments in camelCase without get or list, values in UPPER_SNAKE_CASE.',
    DEPRECATION_WITHOUT_REASON: 'Say what to use instead: @deprecated(reason: "Use …").',
    TYPE_UNREACHABLE: 'Remove the type, or lead to it from a field that clients see.',
    NAME_OF_PERSONAL_DATA:
      'Personal data never leave a region: publish aggregates, or choose a name that is not misread.',
  }),
  ...rows(
    'URL_POLICY',
    'ERROR',
  )({
    URL_MALFORMED: 'Give an absolute URL without spaces, backslashes, query and fragment.',
    URL_NOT_HTTPS: 'Use https. In development, http is allowed to this machine only.',
    URL_USER_INFO: 'Remove user name and password: the hub signs its requests.',
    URL_HOST_NOT_ALLOWED: 'Ask a national administrator to allow the host for your region.',
    URL_PORT_FORBIDDEN: 'Use port 443 or 8443, or have the host allowed together with its port.',
    URL_ADDRESS_PRIVATE: 'Use a host whose addresses are all public.',
    URL_HOST_UNKNOWN: 'Correct the host, or wait until its DNS entry can be found.',
  }),
} satisfies Record<string, FindingDefinition>;

/** Code of a finding. */
export type FindingCode = keyof typeof FINDINGS;
