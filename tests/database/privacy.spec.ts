import type { EntityManager } from 'typeorm';
import { encodeScope } from '../../subgraphs/kit/scope';
import { type BookActor, withinBooks } from '../../subgraphs/regional/bookkeeping';
import { DatedParameterEntity } from '../../subgraphs/regional/modules/dated-parameter';
import { LocalCodeEntity } from '../../subgraphs/regional/modules/local-code';
import type { ParticipantEntity } from '../../subgraphs/regional/modules/participant';
import {
  addCriterion,
  type BookKeys,
  bookKeysOf,
  erasePerson,
  exportPerson,
  makeBookKey,
  purgeBooks,
  readCriteria,
  recordAccess,
  rekeyBooks,
  SENSITIVE_CRITERIA,
} from '../../subgraphs/regional/privacy';
import { createRegionalTester, type RegionalTester } from '../support/regional-tester';

const KEY = makeBookKey(new Date());
const KEYS: BookKeys = bookKeysOf({ keys: [KEY] });
const TODAY = '2026-06-15';
const SECRETS = ['PSEUDO-ZETA', 'REF-OMEGA', '29232', 'CT-SIGMA'];
const DIMENSIONS = ['CRITERION', 'SEX', 'AGE_BAND', 'EDUCATION_LEVEL', 'WORK_CONTRACT_TYPE', 'MONTH'] as const;

describe('the persons in the books of a region', () => {
  let books: RegionalTester;
  let desk: BookActor;
  let other: BookActor;
  let person: ParticipantEntity;

  beforeAll(async () => {
    books = await createRegionalTester({ booksKey: KEY.key });
  });
  afterAll(() => books.close());
  beforeEach(async () => {
    await books.dataSource.query(
      `TRUNCATE hour_entry, outcome, work_contract, participant_criterion, participant, local_code, access_record,
         erasure_record, change_record, dated_parameter CASCADE`,
    );
    const [own, foreign] = [await books.buildDesk(), await books.buildDesk()];
    desk = { subject: 'conseillère-1', role: 'desk', desk: own.id };
    other = { subject: 'conseiller-2', role: 'desk', desk: foreign.id };
    person = await books.buildParticipant({
      deskId: own.id,
      pseudonym: 'PSEUDO-ZETA',
      reference: 'REF-OMEGA',
      residenceCommune: '29232',
    });
    const work = await books.buildWorkContract({ participantId: person.id, deskId: own.id, reference: 'CT-SIGMA' });
    await books.buildHours({ workContractId: work.id });
    await books.buildHours({ workContractId: work.id, month: '2021-02-01' });
  });

  const as = <Result>(actor: BookActor, work: (manager: EntityManager) => Promise<Result>) =>
    withinBooks(books.dataSource, actor, work);
  const add = (criterion: string | null, more: object = {}, actor = desk) =>
    as(actor, (manager) =>
      addCriterion(manager, KEYS, {
        participantId: person.id,
        criterion,
        localCode: null,
        validFrom: '2021-01-01',
        validTo: null,
        isMain: null,
        ...more,
      }),
    );
  /** Every row of every table as text: what somebody finds who takes the files. */
  const dump = async (): Promise<string> => {
    const tables: { name: string }[] = await books.dataSource.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows: { row: string }[] = await books.dataSource.query(`SELECT t::text AS row FROM "${name}" t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  };
  const figures = async () => {
    const periods = [
      ['2021-01', '2021-12'],
      ['2019-01', '2021-01'],
      ['2021-02', '2021-02'],
    ] as const;
    const references = periods.flatMap(([from, to]) =>
      DIMENSIONS.map((dimension) => ({
        region: '53',
        scope: encodeScope({
          kind: 'FIGURES',
          from,
          to,
          filter: {},
          by: [dimension],
          membership: { version: 1, expected: ['53'], asked: ['53'] },
        }),
      })),
    );
    return books.entities(
      'Figures',
      references,
      'hoursDone participants womenParticipants qpvParticipants participantsOfKnownResidence workContracts breakdown { keys hoursDone participants workContracts }',
    );
  };

  it('have no sensitive criterion that can be read at rest, in the rows or in the history', async () => {
    const locals = books.dataSource.getRepository(LocalCodeEntity);
    for (const [index, code] of Object.keys(SENSITIVE_CRITERIA).entries()) {
      const local = {
        list: 'CRITERION',
        label: 'Liste locale',
        nationalCode: 'RSA',
        validFrom: '2020-01-01',
        origin: 'ENTERED',
      } as const;
      await locals.save(locals.create({ ...local, code: `L${index}` }));
      expect(await add(code, { isMain: true })).toMatchObject({ kind: 'added' });
      await add('SENIOR', { isMain: true });
    }
    await add('REFUGEE', { isMain: true });
    const text = await dump();
    for (const code of Object.keys(SENSITIVE_CRITERIA)) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(Buffer.from(code).toString('hex'));
      expect(text).not.toContain(Buffer.from(code).toString('base64').replaceAll('=', ''));
    }
    expect(text).toContain('SENIOR');
    const opened = await as(desk, (manager) => readCriteria(manager, KEYS, person.id));
    expect(opened.map(({ criterion, isSealed }) => `${criterion} ${isSealed}`).sort()).toEqual(
      [...Object.keys(SENSITIVE_CRITERIA), 'REFUGEE']
        .map((code) => `${code} true`)
        .concat(Array<string>(4).fill('SENIOR false'))
        .sort(),
    );
  });

  it('are refused a sensitive criterion in the open, whoever writes it', async () => {
    for (const statement of [
      `UPDATE participant SET criterion = 'REFUGEE'`,
      `INSERT INTO participant_criterion (origin, participant_id, criterion, valid_from) VALUES ('IMPORTED', ${person.id}, 'DISABLED_WORKER', now())`,
    ])
      await expect(books.dataSource.query(statement)).rejects.toThrow('_open');
  });

  it('have criteria that only their desk sees', async () => {
    await add('REFUGEE');
    expect(await as(other, (manager) => readCriteria(manager, KEYS, person.id))).toEqual([]);
    expect(await add('RSA', {}, other)).toMatchObject({ kind: 'refused', problem: { code: 'REFERENCE_UNKNOWN' } });
    const coordination: BookActor = { subject: 'c', role: 'coordination', desk: null };
    await expect(as(coordination, (manager) => readCriteria(manager, KEYS, person.id))).rejects.toThrow(
      'permission denied',
    );
    const auditor: BookActor = { subject: 'a', role: 'auditor', desk: null };
    await expect(as(auditor, (manager) => readCriteria(manager, KEYS, person.id))).rejects.toThrow('permission denied');
  });

  it('have criteria of the local list, which mean what the list says on that day', async () => {
    const locals = books.dataSource.getRepository(LocalCodeEntity);
    const local = { list: 'CRITERION', code: 'TH', label: 'Reconnaissance', origin: 'ENTERED' } as const;
    await locals.save(
      locals.create({ ...local, nationalCode: 'OTHER', validFrom: '2019-01-01', validTo: '2020-12-31' }),
    );
    await locals.save(locals.create({ ...local, nationalCode: 'DISABLED_WORKER', validFrom: '2021-01-01' }));
    await add(null, { localCode: 'TH', validFrom: '2020-06-01', validTo: '2020-12-31' });
    await add(null, { localCode: 'TH', validFrom: '2021-06-01' });
    const found = await as(desk, (manager) => readCriteria(manager, KEYS, person.id));
    expect(found).toMatchObject([
      { criterion: 'OTHER', localCode: 'TH', isSealed: false },
      { criterion: 'DISABLED_WORKER', localCode: 'TH', isSealed: true },
    ]);
    const [row]: { local: string | null }[] = await books.dataSource.query(
      'SELECT local_code AS local FROM participant_criterion WHERE sealed_criterion IS NOT NULL',
    );
    expect(row).toEqual({ local: null });
  });

  it.each([
    [{ localCode: 'XX' }, 'CODE_UNKNOWN'],
    [{ criterion: 'NOBODY' }, 'CODE_UNKNOWN'],
    [{ criterion: null }, 'FIELD_REQUIRED'],
    [{ validTo: '2020-01-01' }, 'DATES_OUT_OF_ORDER'],
    [{ participantId: '999999' }, 'REFERENCE_UNKNOWN'],
  ])('are refused a criterion such as %j: %s', async (more, code) => {
    expect(await add('RSA', more)).toMatchObject({ kind: 'refused', problem: { code } });
  });

  it('are counted by their criterion, sealed or not, in one cell', async () => {
    await add('DISABLED_WORKER');
    const demonstration = await books.buildParticipant({
      criterion: 'DISABLED_WORKER',
      origin: 'DEMONSTRATION',
      sex: 'M',
    });
    const work = await books.buildWorkContract({ participantId: demonstration.id, deskId: desk.desk ?? '' });
    await books.buildHours({ workContractId: work.id });
    const [cells] = await figures();
    expect(cells).toMatchObject({ breakdown: [{ keys: ['DISABLED_WORKER'], participants: 2, workContracts: 2 }] });
  });

  it('are counted as unknown, and their token is never shown, without the key of the region', async () => {
    await add('REFUGEE');
    const strange = bookKeysOf({ keys: [makeBookKey(new Date())] });
    await as(desk, (manager) =>
      addCriterion(manager, strange, {
        participantId: person.id,
        criterion: 'PRISON_LEAVER',
        localCode: null,
        validFrom: '2021-01-01',
        validTo: null,
        isMain: true,
      }),
    );
    const [cells] = await figures();
    expect(cells).toMatchObject({ breakdown: [{ keys: ['UNKNOWN'] }] });
  });

  it('are sealed again by a new key, and counted all along', async () => {
    await add('REFUGEE');
    const before = await dump();
    const next = bookKeysOf({ keys: [makeBookKey(new Date()), KEY] });
    expect(await rekeyBooks(books.dataSource, next)).toEqual({ criteria: 1, mainCriteria: 1 });
    const [first] = next;
    expect(await as(desk, (manager) => readCriteria(manager, [first], person.id))).toMatchObject([
      { criterion: 'REFUGEE' },
    ]);
    const token = /~[\w-]{22}/.exec(before)?.[0] ?? 'none';
    expect(before.split(token).length).toBeGreaterThan(1);
    expect(await dump()).not.toContain(token);
  });

  it('are forgotten at their request: nothing of them is left, and every figure is as before', async () => {
    await add('PRISON_LEAVER');
    await add('SENIOR');
    await as(desk, async (manager) => {
      await manager.query('UPDATE participant SET birth_year = 1985');
      await manager.query(`UPDATE work_contract SET weekly_hours = 31.25, starts_on = '2021-01-04'`);
    });
    const before = await figures();
    expect(await as(other, (manager) => erasePerson(manager, person.id))).toBe(false);
    expect(await as(desk, (manager) => erasePerson(manager, person.id))).toBe(true);
    expect(await as(desk, (manager) => erasePerson(manager, person.id))).toBe(false);
    expect(await figures()).toEqual(before);
    const text = await dump();
    for (const secret of [...SECRETS, 'SENIOR', '31.25', '2021-01-04']) expect(text).not.toContain(secret);
    const left: { count: string }[] = await books.dataSource.query('SELECT count(*) FROM participant_criterion');
    expect(left).toEqual([{ count: '0' }]);
    const records: object[] = await books.dataSource.query('SELECT actor, role, reason, persons FROM erasure_record');
    expect(records).toEqual([{ actor: 'conseillère-1', role: 'desk', reason: 'REQUEST', persons: 1 }]);
    expect(await add('RSA')).toMatchObject({ kind: 'refused' });
  });

  it('who work for two desks are forgotten by neither alone', async () => {
    await books.buildWorkContract({ participantId: person.id, deskId: other.desk ?? '' });
    expect(await as(desk, (manager) => erasePerson(manager, person.id))).toBe(false);
  });

  it('are forgotten by the command once their retention is over, invented ones apart', async () => {
    await books.dataSource.query(`UPDATE work_contract SET ends_on = '2024-06-10'`);
    const invented = await books.buildParticipant({ origin: 'DEMONSTRATION' });
    await books.dataSource.query(`UPDATE participant SET created_at = '2015-01-01' WHERE id = $1`, [invented.id]);
    const purge = (isDryRun: boolean, today = TODAY) => purgeBooks(books.dataSource, { today, isDryRun });
    expect(await purge(false, '2026-06-10')).toMatchObject({ persons: 0, retention: { value: 24 } });
    expect(await purge(true)).toMatchObject({ isDryRun: true, persons: 1 });
    expect(await purge(true)).toMatchObject({ persons: 1 });
    const parameters = books.dataSource.getRepository(DatedParameterEntity);
    const longer = parameters.create({
      code: 'PARTICIPANT_RETENTION_MONTHS',
      unit: 'MONTH',
      value: '36',
      source: 'DPO',
      validFrom: '2020-01-01',
      origin: 'ENTERED',
    });
    await parameters.save(longer);
    expect(await purge(true)).toMatchObject({ persons: 0, retention: { value: 36, source: 'DPO' } });
    await parameters.remove(longer);
    await books.dataSource.query(
      `INSERT INTO access_record (actor, role, participant_id, operation, accessed_at) VALUES ('x', 'desk', 1, 'o', '2025-06-14')`,
    );
    expect(await purge(false)).toMatchObject({ persons: 1, accessRecords: 1 });
    expect(await dump()).not.toContain('PSEUDO-ZETA');
    const records: object[] = await books.dataSource.query('SELECT actor, role, reason, persons FROM erasure_record');
    expect(records).toEqual([{ actor: 'owner', role: 'owner', reason: 'RETENTION', persons: 1 }]);
  });

  it('leave a record of every look at them, which nobody forges, changes or takes away', async () => {
    await as(desk, (manager) => recordAccess(manager, [person.id, person.id], 'Fiche participant'));
    const auditor: BookActor = { subject: 'a', role: 'auditor', desk: null };
    const seen = (actor: BookActor) =>
      as(actor, (manager) =>
        manager.query('SELECT actor, role, desk_id AS desk, participant_id AS person, operation FROM access_record'),
      ) as Promise<object[]>;
    const record = {
      actor: desk.subject,
      role: 'desk',
      desk: desk.desk,
      person: person.id,
      operation: 'Fiche participant',
    };
    expect(await seen(auditor)).toEqual([record]);
    expect(await seen(desk)).toEqual([record]);
    expect(await seen(other)).toEqual([]);
    await expect(as(other, (manager) => recordAccess(manager, [person.id], 'x'))).rejects.toThrow('row-level security');
    for (const statement of [
      'DELETE FROM access_record',
      `UPDATE access_record SET actor = 'x'`,
      `INSERT INTO access_record (actor, role, participant_id, operation, accessed_at) VALUES ('x', 'desk', ${person.id}, 'o', now())`,
    ])
      await expect(as(desk, (manager) => manager.query(statement))).rejects.toThrow('permission denied');
    await expect(
      as(desk, (manager) =>
        manager.query(
          `INSERT INTO access_record (actor, role, participant_id, operation) VALUES ('x', 'desk', ${person.id}, 'o')`,
        ),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('get everything that is held of them, and nobody else does', async () => {
    await add('REFUGEE', { validFrom: '2020-05-01' });
    await as(desk, (manager) => recordAccess(manager, [person.id], 'Fiche participant'));
    const read = (actor: BookActor) =>
      as(actor, (manager) => exportPerson(manager, KEYS, { participantId: person.id, today: TODAY }));
    const found = await read(desk);
    expect(found).toMatchObject({
      personne: {
        pseudonyme: 'PSEUDO-ZETA',
        référence: 'REF-OMEGA',
        sexe: 'Femme',
        critèrePrincipal: "Réfugié, protégé ou demandeur d'asile",
        communeDeRésidence: '29232',
      },
      critères: [{ critère: "Réfugié, protégé ou demandeur d'asile", du: '2020-05-01', chiffré: true }],
      contratsDeTravail: [
        {
          référence: 'CT-SIGMA',
          employeur: 'Entreprise',
          heures: [{ mois: '2021-01', heures: 70.25, validées: true }, { mois: '2021-02' }],
        },
      ],
      consultations: [{ opération: 'Fiche participant' }, { opération: 'personExport' }],
      conservation: { mois: 24 },
    });
    expect(JSON.stringify(found)).not.toMatch(/~[\w-]{22}/);
    expect(await read(other)).toBeNull();
  });
});
