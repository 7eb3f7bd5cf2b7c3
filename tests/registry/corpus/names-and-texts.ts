import { regionalSchema } from '../../../schema';
import { edited, editedField, type HostileClass, OTHERS, plus, VALID_SDL, withField } from './hostile-case';

const described = (text: string): string => withField('BretagneNetwork', `${JSON.stringify(text)} bikes: Int`);

/** Subgraphs that pretend to be others, to their readers or to the hub. */
export const NAMES_AND_TEXTS: readonly HostileClass[] = [
  {
    name: 'publishes as another region',
    cases: [
      {
        name: 'the whole schema of another region',
        sdl: regionalSchema(OTHERS[1]!, '2'),
        code: 'TYPE_OF_ANOTHER_REGION',
        coordinate: 'OccitanieFigures',
      },
      {
        name: 'one more type of another region',
        sdl: plus('type OccitanieBikes { count: Int }'),
        code: 'TYPE_OF_ANOTHER_REGION',
        coordinate: 'OccitanieBikes',
      },
      {
        name: 'an extension of another region',
        sdl: plus('extend type NormandieNetwork { bikes: Int }'),
        code: 'TYPE_OF_ANOTHER_REGION',
        coordinate: 'NormandieNetwork',
      },
      {
        name: 'a region that is no member',
        sdl: plus('enum CorseColour { RED }'),
        code: 'TYPE_OF_ANOTHER_REGION',
        coordinate: 'CorseColour',
      },
      {
        name: 'no region at all',
        sdl: plus('type Bicycle { count: Int }'),
        code: 'TYPE_NOT_OWN',
        coordinate: 'Bicycle',
      },
    ],
  },
  {
    name: 'takes names that look like others',
    cases: [
      {
        name: 'a Cyrillic letter',
        sdl: plus('type BretagneD\u0435sk { name: String }'),
        code: 'NAME_NOT_ASCII',
        coordinate: null,
      },
      {
        name: 'a full-width letter',
        sdl: withField('BretagneNetwork', 'd\uff45sks: Int'),
        code: 'NAME_NOT_ASCII',
        coordinate: null,
      },
      {
        name: 'a zero-width character in a name',
        sdl: plus('type Bretagne\u200bDesk { name: String }'),
        code: 'NAME_NOT_ASCII',
        coordinate: null,
      },
      {
        name: 'a small l for an i',
        sdl: plus('type BretagneFacllitator { name: String }'),
        code: 'NAME_CONFUSABLE',
        coordinate: 'BretagneFacllitator',
      },
      {
        name: 'r and n for an m',
        sdl: withField('BretagneDesk', 'narne: String'),
        code: 'NAME_CONFUSABLE',
        coordinate: 'BretagneDesk.narne',
      },
      {
        name: 'another case',
        sdl: plus('type BretagneDESK { name: String }'),
        code: 'NAME_CONFUSABLE',
        coordinate: 'BretagneDESK',
      },
      {
        name: 'the look of another region',
        sdl: plus('type OccltanieDesk { name: String }'),
        code: 'TYPE_NOT_OWN',
        coordinate: 'OccltanieDesk',
      },
      {
        name: 'its own prefix with more letters',
        sdl: plus('type BretagnesDesk { name: String }'),
        code: 'TYPE_NOT_OWN',
        coordinate: 'BretagnesDesk',
      },
    ],
  },
  {
    name: 'hides script in texts',
    cases: [
      {
        name: 'a script',
        sdl: described('Bikes <script>fetch("//evil")</script>'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'an image with a handler',
        sdl: described('<img src=x onerror=alert(1)>'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'a full-width tag',
        sdl: described('\uff1cscript\uff1ealert(1)\uff1c/script\uff1e'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'a link to a script',
        sdl: described('See [here](javascript:alert(1))'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'an image that tells who reads',
        sdl: described('![](https://evil.example/pixel.png)'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'a tag in character references',
        sdl: described('&#60;script&#62;'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'in the reason of a deprecation',
        sdl: withField('BretagneNetwork', 'bikes: Int @deprecated(reason: "<a href=x>other</a>")'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'in a default value',
        sdl: withField('BretagneNetwork', 'bikes(colour: String = "<svg onload=x>"): Int'),
        code: 'TEXT_MARKUP',
        coordinate: 'BretagneNetwork.bikes(colour:)',
      },
      {
        name: 'in the description of a shared scalar',
        sdl: edited('"The nine digits', '"<b>The nine digits</b>'),
        code: 'TEXT_MARKUP',
        coordinate: 'Siren',
      },
    ],
  },
  {
    name: 'hides characters in texts',
    cases: [
      {
        name: 'a change of writing direction',
        sdl: described('Hours \u202edone\u202c of bikes'),
        code: 'TEXT_CONTROL_CHARACTER',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'the same as an escape sequence',
        sdl: withField('BretagneNetwork', '"Hours \\u202Edone" bikes: Int'),
        code: 'TEXT_CONTROL_CHARACTER',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'an escape of a terminal',
        sdl: withField('BretagneNetwork', '"Bikes \\u001b[2J" bikes: Int'),
        code: 'TEXT_CONTROL_CHARACTER',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'invisible tags',
        sdl: described('Bikes\u{e0069}\u{e0067}'),
        code: 'TEXT_CONTROL_CHARACTER',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'half of a surrogate pair',
        sdl: `# ${String.fromCharCode(0xd800)}\n${VALID_SDL}`,
        code: 'TEXT_MALFORMED',
        coordinate: null,
      },
    ],
  },
  {
    name: 'describes shared scalars in its own words',
    cases: [
      {
        name: 'other words',
        sdl: edited('"A day, YYYY-MM-DD."', '"A day, DD/MM/YYYY."'),
        code: 'SHARED_SCALAR_CHANGED',
        coordinate: 'Date',
      },
      {
        name: 'an empty text',
        sdl: edited('"A day, YYYY-MM-DD."', '""'),
        code: 'SHARED_SCALAR_CHANGED',
        coordinate: 'Date',
      },
      {
        name: 'a directive',
        sdl: edited('scalar Count', 'scalar Count @specifiedBy(url: "https://evil.example")'),
        code: 'DIRECTIVE_FORBIDDEN',
        coordinate: 'Count',
      },
    ],
  },
  {
    name: 'takes names that mean something',
    cases: [
      {
        name: 'of JavaScript',
        sdl: withField('BretagneNetwork', '__proto__: Int'),
        code: 'NAME_RESERVED',
        coordinate: 'BretagneNetwork.__proto__',
      },
      {
        name: 'of JavaScript, in an input',
        sdl: plus('input BretagneFilter { constructor: String }'),
        code: 'NAME_RESERVED',
        coordinate: 'BretagneFilter.constructor',
      },
      {
        name: 'of the national counterpart of its type',
        sdl: withField('BretagneContract', 'region: String'),
        code: 'NAME_RESERVED',
        coordinate: 'BretagneContract.region',
      },
      {
        name: 'of a later version of the regional schema',
        sdl: editedFirstVersion('BretagneFigures', 'lots: String'),
        schemaVersion: '1',
        code: 'NAME_RESERVED',
        coordinate: 'BretagneFigures.lots',
      },
    ],
  },
  {
    name: 'names the wrong specification',
    cases: [
      {
        name: 'an import that carries directives out',
        sdl: edited('"@policy"]', '"@policy", "@composeDirective"]'),
        code: 'LINK_FORBIDDEN',
        coordinate: '@link',
      },
      {
        name: 'an import under another name',
        sdl: edited('"@policy"]', '"@policy", {name: "@override", as: "@deprecated"}]'),
        code: 'LINK_FORBIDDEN',
        coordinate: '@link',
      },
      {
        name: 'another version of federation',
        sdl: edited('federation/v2.9', 'federation/v2.12'),
        code: 'LINK_FORBIDDEN',
        coordinate: '@link',
      },
      {
        name: 'a second specification',
        sdl: plus('extend schema @link(url: "https://evil.example/spec/v1.0", import: ["@evil"])'),
        code: 'LINK_FORBIDDEN',
        coordinate: '@link',
      },
      {
        name: 'another name for federation',
        sdl: edited('@link(url:', '@link(as: "fed", url:'),
        code: 'LINK_FORBIDDEN',
        coordinate: '@link',
      },
      {
        name: 'none, as Federation 1',
        sdl: edited(/^extend schema .*$/m, ''),
        code: 'LINK_MISSING',
        coordinate: null,
      },
      {
        name: 'a directive of its own that takes the name of a known one',
        sdl: plus('directive @requiresScopes(scopes: [[String!]!]) on OBJECT | FIELD_DEFINITION'),
        code: 'DIRECTIVE_DEFINITION_FORBIDDEN',
        coordinate: '@requiresScopes',
      },
    ],
  },
  {
    name: 'defines something twice',
    cases: [
      {
        name: 'a type, to show each check another',
        sdl: plus('type BretagneContract @key(fields: "id") { id: ID! }'),
        code: 'DEFINED_TWICE',
        coordinate: 'BretagneContract',
      },
      {
        name: 'a field',
        sdl: editedField('BretagneDesk', 'email: String', 'email: String\n  email: Int'),
        code: 'DEFINED_TWICE',
        coordinate: 'BretagneDesk.email',
      },
      {
        name: 'an argument of a directive',
        sdl: edited('@key(fields: "region")', '@key(fields: "region", fields: "coordinationName")'),
        code: 'DEFINED_TWICE',
        coordinate: 'fields',
      },
    ],
  },
];

function editedFirstVersion(type: string, field: string): string {
  const publisher = regionalSchema({ code: '53', name: 'Bretagne', prefix: 'Bretagne', subgraph: 'region-53' }, '1');
  return publisher.replace(new RegExp(`^(type ${type} [^{]*\\{)$`, 'm'), `$1\n  ${field}`);
}
