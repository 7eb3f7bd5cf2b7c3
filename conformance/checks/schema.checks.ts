import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  GraphQLError,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import { regionalSchema } from '../../schema';
import { expect, NotConformant } from '../report';
import { isJson, type Session, textOf } from '../session';
import type { CheckGroup } from './check';

/** Directives by which a subgraph would reach into what is another's. */
const FORBIDDEN = new Set(
  [
    'override',
    'requires',
    'provides',
    'external',
    'shareable',
    'extends',
    'interfaceObject',
    'composeDirective',
  ].concat(['context', 'fromContext']),
);
/** Directives that say who may ask, and what clients see. */
const ACCESS = new Set(['inaccessible', 'authenticated', 'requiresScopes', 'policy']);
/** Longest SDL that is read: twice what the registry takes, since servers print more than was written. */
const MAX_SDL_LENGTH = 512 * 1024;
/** What federation itself adds to a subgraph's schema. */
const OF_FEDERATION = /^(?:_Any|_Entity|_Service|(?:link|federation|core|join)__\w+)$/;
const FEDERATED_FIELDS = new Set(['_entities', '_service']);

/** Names by which something of a participant would be published, in English and French. */
const PERSONAL =
  /^(?:nir|ssn|passIae.*|.*(?:socialSecurity|securiteSociale|numeroSecu|birth|naissance|prenom|firstName|lastName|givenName|familyName|maidenName|nomUsage|nomNaissance|pseudonym|participantId|participantName|nationalit).*)$/i;

/** The SDL that the subgraph publishes, read. */
function publishedDocument(session: Session): Promise<DocumentNode> {
  return session.once('sdl', async () => {
    const { data, errors, status } = await session.ask('{ _service { sdl } }');
    const service = data?.['_service'];
    const sdl = isJson(service) ? textOf(service, 'sdl') : undefined;
    const problem = textOf(errors[0] ?? {}, 'message') ?? `status ${status}`;
    expect(sdl !== undefined && sdl !== '', 'SDL_MISSING', () => `{ _service { sdl } } gave no SDL: ${problem}.`);
    const isSmall = sdl.length <= MAX_SDL_LENGTH;
    expect(isSmall, 'SDL_UNREADABLE', `The SDL has ${sdl.length} characters, more than a hub publishes.`);
    try {
      return parse(sdl);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw new NotConformant('SDL_UNREADABLE', `The SDL cannot be read: ${error.message}`);
    }
  });
}

/** Object types of a document by name, with what extensions add. */
function objectsOf(document: DocumentNode): ReadonlyMap<string, ObjectTypeDefinitionNode> {
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const before = objects.get(node.name.value);
    objects.set(node.name.value, {
      ...node,
      kind: Kind.OBJECT_TYPE_DEFINITION,
      fields: [...(before?.fields ?? []), ...(node.fields ?? [])],
      directives: [...(before?.directives ?? []), ...(node.directives ?? [])],
    });
  }
  return objects;
}

const expectedObjects = ({ region, schemaVersion }: Session) =>
  objectsOf(parse(regionalSchema(region, schemaVersion), { noLocation: true }));

/** A directive's name without the prefix that a server may print. */
const nameOf = ({ name }: ConstDirectiveNode): string => name.value.replace(/^federation__/, '');

function written(directives: readonly ConstDirectiveNode[] | undefined, names: ReadonlySet<string>): string {
  const texts = (directives ?? []).flatMap((node) =>
    names.has(nameOf(node)) ? [print({ ...node, name: { kind: Kind.NAME, value: nameOf(node) } })] : [],
  );
  return texts.sort().join(' ');
}

function lineOf(node: { readonly loc?: { readonly startToken: { readonly line: number } } } | undefined): string {
  return node?.loc === undefined ? '' : ` (line ${node.loc.startToken.line} of the SDL)`;
}

function checkField(owner: string, wanted: FieldDefinitionNode, found: FieldDefinitionNode | undefined): void {
  const coordinate = `${owner}.${wanted.name.value}`;
  expect(found !== undefined, 'SCHEMA_FIELD_MISSING', `${coordinate} is not published.`);
  const [type, wantedType] = [print(found.type), print(wanted.type)];
  const at = lineOf(found);
  expect(type !== `${wantedType}!`, 'SCHEMA_NOT_NULLABLE', `${coordinate} is ${type}${at}; it must be ${wantedType}.`);
  expect(type === wantedType, 'SCHEMA_FIELD_TYPE', `${coordinate} is ${type}${at}; it must be ${wantedType}.`);
  const required = found.arguments?.find(
    (one) => one.type.kind === Kind.NON_NULL_TYPE && one.defaultValue === undefined,
  );
  expect(required === undefined, 'SCHEMA_FIELD_TYPE', `${coordinate} needs an argument${at}; the hub gives none.`);
}

function checkTypes(session: Session, published: ReadonlyMap<string, ObjectTypeDefinitionNode>): void {
  for (const [name, wanted] of expectedObjects(session)) {
    const found = published.get(name);
    expect(found !== undefined, 'SCHEMA_TYPE_MISSING', `The type ${name} is not published.`);
    for (const field of wanted.fields ?? []) {
      checkField(
        name,
        field,
        found.fields?.find((one) => one.name.value === field.name.value),
      );
    }
  }
}

/** Runs over the types of the regional schema version, beside what is published of each. */
async function eachType(
  session: Session,
  look: (name: string, wanted: ObjectTypeDefinitionNode, found: ObjectTypeDefinitionNode) => void,
): Promise<void> {
  const published = objectsOf(await publishedDocument(session));
  for (const [name, wanted] of expectedObjects(session)) {
    const found = published.get(name);
    if (found !== undefined) look(name, wanted, found);
  }
}

/** Whether a definition is one that the region may publish: the template's, its own, or federation's. */
function isOwn({ region }: Session, node: DefinitionNode, known: ReadonlySet<string>): boolean {
  if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) return true;
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return true;
  if (!('name' in node) || node.name === undefined) return false;
  const name = node.name.value;
  if (name === 'Query' && 'fields' in node) {
    return (node.fields ?? []).every((field) => FEDERATED_FIELDS.has(field.name.value));
  }
  return known.has(name) || OF_FEDERATION.test(name) || (name.startsWith(region.prefix) && name !== region.prefix);
}

/** That the published SDL is the regional schema version, and nothing but the region's own beside it. */
export const schemaChecks: CheckGroup = {
  name: 'schema',
  needs: ['endpoint.answers'],
  checks: [
    {
      name: 'published',
      title: 'publishes its SDL in _service',
      run: async (session) => void (await publishedDocument(session)),
    },
    {
      name: 'types',
      title: 'publishes every type and field of the regional schema version, nullable as there',
      needs: ['schema.published'],
      run: async (session) => checkTypes(session, objectsOf(await publishedDocument(session))),
    },
    {
      name: 'keys',
      title: 'gives every entity the key of the regional schema version',
      needs: ['schema.published'],
      run: (session) =>
        eachType(session, (name, wanted, found) => {
          const key = new Set(['key']);
          const [have, want] = [written(found.directives, key), written(wanted.directives, key)];
          expect(have === want, 'SCHEMA_KEY_DIFFERS', `${name} has "${have}"${lineOf(found)}; it must have "${want}".`);
        }),
    },
    {
      name: 'access',
      title: 'says who may ask and what is hidden as the regional schema version does',
      needs: ['schema.published'],
      run: (session) =>
        eachType(session, (name, wanted, found) => {
          const [have, want] = [written(found.directives, ACCESS), written(wanted.directives, ACCESS)];
          expect(
            have === want,
            'SCHEMA_ACCESS_DIFFERS',
            `${name} has "${have}"${lineOf(found)}; it must have "${want}".`,
          );
          const fields = new Set(wanted.fields?.map((field) => field.name.value));
          const own = found.fields?.find((one) => fields.has(one.name.value) && written(one.directives, ACCESS) !== '');
          const at = () => `${name}.${own?.name.value ?? ''} has "${written(own?.directives, ACCESS)}"${lineOf(own)}.`;
          expect(own === undefined, 'SCHEMA_ACCESS_DIFFERS', at);
        }),
    },
    {
      name: 'own-names',
      title: 'names everything else with the prefix of the region, and has no root field',
      needs: ['schema.published'],
      run: async (session) => {
        const template = parse(regionalSchema(session.region, session.schemaVersion), { noLocation: true });
        const known = new Set(template.definitions.flatMap((node) => ('name' in node ? [node.name?.value ?? ''] : [])));
        const foreign = (await publishedDocument(session)).definitions.find((node) => !isOwn(session, node, known));
        const name = foreign !== undefined && 'name' in foreign ? foreign.name?.value : foreign?.kind;
        expect(
          foreign === undefined,
          'SCHEMA_FOREIGN_NAME',
          `${name} is not the region's to define${lineOf(foreign)}.`,
        );
      },
    },
    {
      name: 'directives',
      title: 'uses no directive that reaches into what is not its own',
      needs: ['schema.published'],
      run: async (session) => {
        for (const [name, type] of objectsOf(await publishedDocument(session))) {
          const used = [type, ...(type.fields ?? [])].flatMap(({ directives = [] }) => directives);
          const forbidden = used.find((node) => FORBIDDEN.has(nameOf(node)));
          const at = lineOf(forbidden);
          expect(forbidden === undefined, 'SCHEMA_FORBIDDEN_DIRECTIVE', `${name} uses @${forbidden?.name.value}${at}.`);
        }
      },
    },
    {
      name: 'no-persons',
      title: 'publishes no field that would hold something of a participant',
      needs: ['schema.published'],
      run: async (session) => {
        for (const [name, type] of objectsOf(await publishedDocument(session))) {
          const field = type.fields?.find((one) => PERSONAL.test(one.name.value));
          expect(field === undefined, 'SCHEMA_PERSONAL_DATA', `${name}.${field?.name.value}${lineOf(field)}.`);
        }
      },
    },
  ],
};
