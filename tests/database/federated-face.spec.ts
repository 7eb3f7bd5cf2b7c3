import { buildSchema, type GraphQLNamedType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { parse, print, visit } from 'graphql';
import { regionalSchema } from '../../schema';
import type { Caller } from '../../subgraphs/kit/identity';
import { READER_ROLES } from '../../subgraphs/kit/postgres';
import { REGIONAL_SCHEMA_VERSIONS } from '../../subgraphs/kit/regional-schema';
import { encodeScope } from '../../subgraphs/kit/scope';
import { makeBookKey } from '../../subgraphs/regional/privacy';
import { CONSOLIDATOR } from '../support/callers';
import { createRegionalTester, regionOf, type RegionalTester } from '../support/regional-tester';

/** Types of the regional template, without the prefix of a region, and what a reference to one holds. */
const MEMBERSHIP = { version: 1, expected: ['53'], asked: ['53'] };
const scope = {
  figures: encodeScope({
    kind: 'FIGURES',
    from: '2021-01',
    to: '2021-12',
    filter: {},
    by: ['CRITERION', 'AGE_BAND'],
    membership: MEMBERSHIP,
  }),
  contracts: encodeScope({
    kind: 'CONTRACTS',
    filter: {},
    first: 50,
    after: null,
    missedBefore: [],
    membership: MEMBERSHIP,
  }),
  directory: encodeScope({ kind: 'DIRECTORY', place: null, membership: MEMBERSHIP }),
};
const IDS = Array.from({ length: 30 }, (_, index) => ({ id: `53-${index + 1}` }));
const REFERENCES: Readonly<Record<string, readonly object[]>> = {
  Figures: [{ region: '53', scope: scope.figures }],
  ContractPage: [{ region: '53', scope: scope.contracts }],
  Directory: [{ region: '53', scope: scope.directory }],
  Network: [{ region: '53' }],
  Desk: IDS,
  Territory: IDS,
  Facilitator: IDS,
  Contract: IDS,
  Buyer: IDS,
};
/** Entities that version 3 brought. */
const SINCE_VERSION_3: Readonly<Record<string, readonly object[]>> = { Strategy: IDS, Record: IDS };
const referencesOf = (version: string): Readonly<Record<string, readonly object[]>> =>
  Number(version) < 3 ? REFERENCES : { ...REFERENCES, ...SINCE_VERSION_3 };
/** Named like something of a person, and nothing of one: an objective, what authors sign and share, why a contract is exempt. */
const OF_NOBODY = ['Strategy.personsPerYear', 'Record.author', 'Record.body', 'Contract.exemptionReason'];
/** What stands of one person in the books, each value found nowhere else. */
const PERSON = {
  pseudonym: 'pseudonyme-unique-7',
  reference: 'dossier-unique-7',
  residenceCommune: '29155',
  birthYear: 1947,
} as const;
const TEXTS = ['travail-unique-7', 'recit-unique-7', 'correction-unique-7', 'raison-unique-7'];
/** Columns of a person that figures count by. */
const COUNTED = ['birth_year', 'criterion', 'education_level', 'id', 'lives_in_qpv', 'sex'];

/** The schema as types and fields, read without the definitions of Federation. */
function fieldsOf(version: string) {
  const bare = visit(parse(regionalSchema(regionOf('53'), version)), {
    Directive: () => null,
    DirectiveDefinition: () => null,
    SchemaExtension: () => null,
    SchemaDefinition: () => null,
  });
  const text = print(bare).replace(/extend schema\b/g, '');
  const schema = buildSchema(`${text}\ntype Query { nothing: Int }`, { assumeValidSDL: true });
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && type.name !== 'Query')
    .filter(isObjectType);
}

/** Every field below a type, twice as deep as any list of it goes. */
function selectionOf(type: GraphQLNamedType, depth = 0): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    return depth < 3 ? [`${field.name} { ${selectionOf(inner, depth + 1)} }`] : [];
  });
  return fields.length === 0 ? '__typename' : fields.join(' ');
}

describe.each(REGIONAL_SCHEMA_VERSIONS)('the federated face of a region, version %s', (version) => {
  let region: RegionalTester;

  beforeAll(async () => {
    region = await createRegionalTester({ schemaVersion: version, booksKey: makeBookKey(new Date()).key });
    const desk = await region.buildDesk();
    await region.buildTerritory({ deskId: desk.id });
    const facilitator = await region.buildFacilitator({ deskId: desk.id });
    const contract = await region.buildContract({ deskId: desk.id });
    const lot = await region.buildLot({ contractId: contract.id });
    const person = await region.buildParticipant({ deskId: desk.id, ...PERSON });
    const work = await region.buildWorkContract({
      participantId: person.id,
      deskId: desk.id,
      lotId: lot.id,
      reference: TEXTS[0] ?? null,
    });
    await region.buildHours({ workContractId: work.id, validatedBy: facilitator.id });
    await region.dataSource.query(
      `INSERT INTO qualitative_record (origin, desk_id, kind, theme, author, title, body, occurred_on)
       VALUES ('ENTERED', $1, 'TESTIMONY', 'OTHER', 'x', $2, $2, '2021-01-01')`,
      [desk.id, TEXTS[1]],
    );
    await region.dataSource.query(
      `INSERT INTO declaration (origin, desk_id, month, state, declared_at, declared_by, reopening_reason)
       VALUES ('ENTERED', $1, '2021-01-01', 'REOPENED', now(), $2, $3)`,
      [desk.id, TEXTS[2], TEXTS[3]],
    );
  });
  afterAll(() => region.close());

  const types = () => new Map(fieldsOf(version).map((type) => [type.name.replace(/^Bretagne/, ''), type]));

  it('has entities of these types only, each of which is asked below', async () => {
    const answer = await region.ask<{
      __schema: { types: { name: string; possibleTypes: { name: string }[] | null }[] };
    }>('{ __schema { types { name possibleTypes { name } } } }');
    const entity = answer.data?.__schema.types.find(({ name }) => name === '_Entity');
    const names = (entity?.possibleTypes ?? []).map(({ name }) => name.replace(/^Bretagne/, ''));
    expect(names.sort()).toEqual(Object.keys(referencesOf(version)).sort());
  });

  it('has no root field but those of Federation', async () => {
    const answer = await region.ask<{ __schema: { queryType: { fields: { name: string }[] }; mutationType: null } }>(
      '{ __schema { queryType { fields { name } } mutationType { name } } }',
    );
    expect(answer.data?.__schema.queryType.fields.map(({ name }) => name).sort()).toEqual(['_entities', '_service']);
    expect(answer.data?.__schema.mutationType).toBeNull();
  });

  it('has no field that is named for anything of a person', () => {
    const names = [...types()].flatMap(([type, { getFields }]) =>
      Object.keys(getFields.call(types().get(type))).map((field) => `${type}.${field}`),
    );
    expect(names.length).toBeGreaterThan(60);
    const counts = /\.(?:women|qpv)?[pP]articipants(?:Of\w+)?$/;
    const suspicious = names.filter(
      (name) =>
        /[pP]articipant|[pP]erson|[pP]seudonym|[bB]irth|[rR]esidence|[cC]ommune|\.sex|Sex(?![a-z])|[cC]riteri|[qQ]pv|[wW]orker|[rR]eference|\.note|[bB]ody|[rR]eason|[aA]uthor/.test(
          name,
        ) &&
        !counts.test(name) &&
        !OF_NOBODY.includes(name),
    );
    expect(suspicious).toEqual([]);
  });

  const callers: readonly [string, Caller][] = [
    ['the consolidator', CONSOLIDATOR],
    ['the coordination', { role: 'coordination', region: '53' }],
    ['the desk of the person', { role: 'desk', region: '53', desk: '53-1' }],
    ['a buyer', { role: 'buyer', sirens: ['552081317'] }],
  ];

  it.each(callers)('answers %s in every field without anything of a person', async (_, caller) => {
    const answers: string[] = [];
    for (const [name, references] of Object.entries(referencesOf(version))) {
      const type = types().get(name);
      if (type === undefined) throw new Error(`no type ${name}`);
      const answer = await region
        .as(caller)
        .ask(
          `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Bretagne${name} { ${selectionOf(type)} } } }`,
          { references: references.map((reference) => ({ __typename: `Bretagne${name}`, ...reference })) },
        );
      answers.push(JSON.stringify(answer));
    }
    const text = answers.join('\n').replaceAll(scope.contracts, '').replaceAll(scope.figures, '');
    for (const value of [...Object.values(PERSON), ...TEXTS]) expect(text).not.toContain(String(value));
    // The person is counted where figures are for this caller, so that silence proves something.
    if (caller.role !== 'consolidator') return;
    expect(text).toContain('"participants":1');
    expect(text).not.toContain('"errors"');
  });
});

describe('the roles of the federated face', () => {
  let region: RegionalTester;

  beforeAll(async () => {
    region = await createRegionalTester();
  });
  afterAll(() => region.close());

  const readable = async (role: string) => {
    const rows: { name: string }[] = await region.dataSource.query(
      `SELECT c.relname || '.' || a.attname AS name
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p') AND a.attnum > 0
         AND NOT a.attisdropped AND has_column_privilege($1, c.oid, a.attnum, 'SELECT') ORDER BY 1`,
      [role],
    );
    return rows.map(({ name }) => name);
  };
  const PERSONAL_TABLES =
    /^(?:participant_criterion|change_record|access_record|erasure_record|import_run|qualitative_record\.desk_id|outcome\.(?!id|work_contract_id|stage|situation|observed_on))/;

  it.each(Object.values(READER_ROLES))('read of a person only what figures count, as %s', async (role) => {
    const columns = await readable(role);
    expect(columns.filter((name) => PERSONAL_TABLES.test(name))).toEqual([]);
    const ofPersons = columns.filter((name) => name.startsWith('participant.')).map((name) => name.split('.')[1]);
    expect(ofPersons.filter((name) => name === undefined || !COUNTED.includes(name))).toEqual([]);
    expect(
      columns.filter((name) => /^work_contract\.(?:reference|weekly_hours|starts_on|ends_on)$/.test(name)),
    ).toEqual([]);
    expect(columns.filter((name) => /^declaration\.(?:declared_by|reopened_by|reopening_reason)$/.test(name))).toEqual(
      [],
    );
  });

  it('read outcomes where figures count them, and records that are shared', async () => {
    for (const role of [READER_ROLES.base, READER_ROLES.desk]) {
      expect((await readable(role)).filter((name) => name.startsWith('outcome.'))).toEqual([]);
    }
    const desk = await region.buildDesk();
    const record = (title: string, shared: string | null, withdrawn: string | null) =>
      region.dataSource.query(
        `INSERT INTO qualitative_record (origin, desk_id, kind, theme, author, title, body, occurred_on, shared_on, withdrawn_on)
         VALUES ('ENTERED', $1, 'TESTIMONY', 'OTHER', 'x', $2, 'x', '2021-01-01', $3, $4)`,
        [desk.id, title, shared, withdrawn],
      );
    await record('kept', null, null);
    await record('shared', '2021-02-01', null);
    await record('withdrawn', '2021-02-01', '2021-03-01');
    const { data } = await region
      .as(CONSOLIDATOR)
      .ask<{ _entities: { records: object[] }[] }>(
        '{ _entities(representations: [{ __typename: "BretagneNetwork", region: "53" }]) { ... on BretagneNetwork { records { title } } } }',
      );
    expect(data?._entities[0]?.records).toEqual([{ title: 'shared' }]);
  });

  it('may do nothing but read, and may run no function that forgets persons', async () => {
    for (const role of Object.values(READER_ROLES)) {
      const [row]: { writes: boolean; erases: boolean }[] = await region.dataSource.query(
        `SELECT bool_or(has_table_privilege($1, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')) AS writes,
           has_function_privilege($1, 'maillage_erase_participants(bigint[], text)', 'EXECUTE') AS erases
         FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
        [role],
      );
      expect(row).toEqual({ writes: false, erases: false });
    }
  });
});
