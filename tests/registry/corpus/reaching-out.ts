import { edited, editedField, type HostileClass, plus, withField } from './hostile-case';

/** Subgraphs that compose without an error and take, read or change what others publish (hardening, §1.2). */
export const REACHING_OUT: readonly HostileClass[] = [
  {
    name: 'takes fields over with @override',
    cases: [
      {
        name: 'a field of a national type',
        sdl: plus('type Region @key(fields: "code") { code: RegionCode! name: String! @override(from: "national") }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'Region',
      },
      {
        name: 'a national root field',
        sdl: plus('type Query { codeLists: [String!]! @override(from: "national") }'),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Query',
      },
      {
        name: 'a field of another region',
        sdl: plus('type OccitanieDesk @key(fields: "id") { id: ID! email: String @override(from: "region-76") }'),
        code: 'TYPE_OF_ANOTHER_REGION',
        coordinate: 'OccitanieDesk',
      },
      {
        name: 'the field that the national counterpart of its own type gives',
        sdl: withField('BretagneContract', 'region: String @override(from: "national")'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneContract.region',
      },
      {
        name: 'under its full name',
        sdl: withField('BretagneNetwork', 'bikes: Int @federation__override(from: "national")'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneNetwork.bikes',
      },
    ],
  },
  {
    name: 'has data of others sent to it with @external and @requires',
    cases: [
      {
        name: 'from a national type',
        sdl: plus(
          'type Region @key(fields: "code") { code: RegionCode! name: String! @external leak: String @requires(fields: "name") }',
        ),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'Region',
      },
      {
        name: 'from another region',
        sdl: plus(
          'type NormandieDesk @key(fields: "id") { id: ID! email: String @external leak: String @requires(fields: "email") }',
        ),
        code: 'TYPE_OF_ANOTHER_REGION',
        coordinate: 'NormandieDesk',
      },
      {
        name: 'through the national counterpart of its own type',
        sdl: withField('BretagneContract', 'leak: String @requires(fields: "id")'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneContract.leak',
      },
      {
        name: 'by marking a field of the regional schema as external',
        sdl: editedField('BretagneDesk', 'email: String', 'email: String @external'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneDesk.email',
      },
      {
        name: 'with values of a context',
        sdl: withField(
          'BretagneDesk',
          'leak(name: String @fromContext(field: "$network { coordinationName }")): String',
        ),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneDesk.leak(name:)',
      },
      {
        name: 'by opening a context',
        sdl: edited(
          'type BretagneNetwork @key(fields: "region")',
          'type BretagneNetwork @key(fields: "region") @context(name: "network")',
        ),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneNetwork',
      },
    ],
  },
  {
    name: 'offers to answer in the place of others with @shareable',
    cases: [
      {
        name: 'a national root field',
        sdl: plus(
          'type Query { codeLists: [BretagneCodeList!]! @shareable }\n\ntype BretagneCodeList { code: String }',
        ),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Query',
      },
      {
        name: 'a national type',
        sdl: plus('type Coverage @shareable { expected: Int! answered: Int! }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'Coverage',
      },
      {
        name: 'a field of its own that others could then answer',
        sdl: editedField('BretagneDesk', 'name: String', 'name: String @shareable'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneDesk.name',
      },
    ],
  },
  {
    name: 'drops an argument of a national field',
    cases: [
      {
        name: 'of a root field',
        sdl: plus('type Query { contract: String @shareable }'),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Query',
      },
      {
        name: 'of figures',
        sdl: plus('type FigureSet @shareable { fullTimeEquivalents: Float }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'FigureSet',
      },
      {
        name: 'of a buyer',
        sdl: plus('extend type NationalBuyer { activity: String @shareable }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'NationalBuyer',
      },
    ],
  },
  {
    name: 'makes a national input smaller',
    cases: [
      {
        name: 'the filter of figures',
        sdl: plus('input FigureFilter { sectors: [Code!] }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'FigureFilter',
      },
      {
        name: 'a period',
        sdl: plus('input PeriodInput { from: String! }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'PeriodInput',
      },
      {
        name: 'a dimension',
        sdl: plus('enum Dimension { REGION }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'Dimension',
      },
      {
        name: 'what the registry takes',
        sdl: plus('extend input SuspendMemberInput { why: String }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'SuspendMemberInput',
      },
    ],
  },
  {
    name: 'hides what is shared with @inaccessible',
    cases: [
      {
        name: 'a scalar of all regions',
        sdl: edited('scalar Siren', 'scalar Siren @inaccessible'),
        code: 'INACCESSIBLE_FORBIDDEN',
        coordinate: 'Siren',
      },
      {
        name: 'a national root field',
        sdl: plus('type Query { regions: [String!] @shareable @inaccessible }'),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Query',
      },
      {
        name: 'a national enumeration',
        sdl: plus('enum RegionStatus @inaccessible { LIVE }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'RegionStatus',
      },
      {
        name: 'a field behind a national interface',
        sdl: editedField('BretagneDesk', 'email: String', 'email: String @inaccessible'),
        code: 'INACCESSIBLE_FORBIDDEN',
        coordinate: 'BretagneDesk.email',
      },
    ],
  },
  {
    name: 'adds roots',
    cases: [
      {
        name: 'mutations',
        sdl: plus('type Mutation { deleteEverything: Boolean }'),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Mutation',
      },
      {
        name: 'mutations by extension',
        sdl: plus('extend type Mutation { deleteEverything: Boolean }'),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Mutation',
      },
      {
        name: 'subscriptions',
        sdl: plus('type Subscription { figures: Int }'),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Subscription',
      },
      {
        name: 'a query of its own',
        sdl: plus('type Query { bretagneBikes: Int }'),
        code: 'ROOT_TYPE_FORBIDDEN',
        coordinate: 'Query',
      },
      {
        name: 'mutations under its own prefix',
        sdl: plus(
          'type BretagneMutation { deleteEverything: Boolean }\n\nextend schema { mutation: BretagneMutation }',
        ),
        code: 'SCHEMA_DEFINITION_FORBIDDEN',
        coordinate: null,
      },
      {
        name: 'a schema definition',
        sdl: plus('type BretagneQuery { bikes: Int }\n\nschema { query: BretagneQuery }'),
        code: 'SCHEMA_DEFINITION_FORBIDDEN',
        coordinate: null,
      },
    ],
  },
  {
    name: 'injects fields with @interfaceObject',
    cases: [
      {
        name: 'into every desk',
        sdl: plus('type Desk @interfaceObject @key(fields: "id") { id: ID! score: Int }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'Desk',
      },
      {
        name: 'into every contract',
        sdl: plus('type Contract @interfaceObject @key(fields: "id") { id: ID! title: String @shareable }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'Contract',
      },
      {
        name: 'under its own prefix',
        sdl: plus('type BretagneThing @interfaceObject { id: ID }'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneThing',
      },
      {
        name: 'by giving a national interface a key',
        sdl: plus('interface Desk @key(fields: "id") { id: ID! }'),
        code: 'TYPE_OF_THE_HUB',
        coordinate: 'Desk',
      },
    ],
  },
  {
    name: 'opens other keys',
    cases: [
      {
        name: 'the number of a person',
        sdl: edited(
          'type BretagneFacilitator @key(fields: "id") {',
          'type BretagneFacilitator @key(fields: "id") @key(fields: "nir") {\n  nir: String',
        ),
        code: 'KEY_FORBIDDEN',
        coordinate: 'BretagneFacilitator',
      },
      {
        name: 'instead of the one of the regional schema',
        sdl: edited('type BretagneDesk @key(fields: "id")', 'type BretagneDesk @key(fields: "name")'),
        code: 'KEY_FORBIDDEN',
        coordinate: 'BretagneDesk',
      },
      {
        name: 'the same, not resolvable',
        sdl: edited('type BretagneDesk @key(fields: "id")', 'type BretagneDesk @key(fields: "id", resolvable: false)'),
        code: 'KEY_FORBIDDEN',
        coordinate: 'BretagneDesk',
      },
      {
        name: 'on a type without one',
        sdl: edited('type BretagneFigureRow', 'type BretagneFigureRow @key(fields: "keys")'),
        code: 'KEY_FORBIDDEN',
        coordinate: 'BretagneFigureRow',
      },
      {
        name: 'on an extra type',
        sdl: plus('type BretagnePerson @key(fields: "nir") { nir: String }'),
        code: 'KEY_FORBIDDEN',
        coordinate: 'BretagnePerson',
      },
    ],
  },
  {
    name: 'forges values with @provides',
    cases: [
      {
        name: 'of desks',
        sdl: editedField(
          'BretagneNetwork',
          'desks: [BretagneDesk!]',
          'desks: [BretagneDesk!] @provides(fields: "name")',
        ),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneNetwork.desks',
      },
      {
        name: 'of a contract on an extra',
        sdl: withField('BretagneNetwork', 'best: BretagneContract @provides(fields: "title")'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneNetwork.best',
      },
      {
        name: 'under its full name',
        sdl: withField('BretagneNetwork', 'best: BretagneContract @federation__provides(fields: "title")'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'BretagneNetwork.best',
      },
    ],
  },
  {
    name: 'changes who may ask',
    cases: [
      {
        name: 'opens contracts to everybody',
        sdl: edited(
          'type BretagneContract @key(fields: "id") @requiresScopes(scopes: [["contracts"]])',
          'type BretagneContract @key(fields: "id")',
        ),
        code: 'ACCESS_WEAKENED',
        coordinate: 'BretagneContract',
      },
      {
        name: 'opens rows of figures to everybody',
        sdl: edited(
          'type BretagneFigureRow @inaccessible @requiresScopes(scopes: [["figures"]])',
          'type BretagneFigureRow @inaccessible',
        ),
        code: 'ACCESS_WEAKENED',
        coordinate: 'BretagneFigureRow',
      },
      {
        name: 'asks for another scope',
        sdl: edited(
          'type BretagneBuyer @key(fields: "id") @requiresScopes(scopes: [["contracts"]])',
          'type BretagneBuyer @key(fields: "id") @requiresScopes(scopes: [["figures"]])',
        ),
        code: 'ACCESS_CHANGED',
        coordinate: 'BretagneBuyer',
      },
      {
        name: 'asks for one of several scopes instead of one',
        sdl: edited(
          'type BretagneContract @key(fields: "id") @requiresScopes(scopes: [["contracts"]])',
          'type BretagneContract @key(fields: "id") @requiresScopes(scopes: [["contracts"], ["figures"]])',
        ),
        code: 'ACCESS_CHANGED',
        coordinate: 'BretagneContract',
      },
      {
        name: 'closes the desks of everybody behind the national interface',
        sdl: edited(
          'type BretagneDesk @key(fields: "id")',
          'type BretagneDesk @key(fields: "id") @requiresScopes(scopes: [["keys"]])',
        ),
        code: 'ACCESS_CHANGED',
        coordinate: 'BretagneDesk',
      },
      {
        name: 'asks for a scope that the hub does not know, which no gateway would serve',
        sdl: withField('BretagneNetwork', 'bikes: Int @requiresScopes(scopes: [["bikes"]])'),
        code: 'ACCESS_UNKNOWN',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'asks for an empty list of policies',
        sdl: withField('BretagneNetwork', 'bikes: Int @policy(policies: [])'),
        code: 'ACCESS_UNKNOWN',
        coordinate: 'BretagneNetwork.bikes',
      },
    ],
  },
];
