import { type CheckReport, type Finding, runChecks, type UsageRecord } from '../../registry/checks';
import { checkDiff } from '../../registry/checks/diff.check';
import { checkParse } from '../../registry/checks/parse.check';
import { templateOf } from '../../registry/checks/regional-template';
import { OTHERS, PUBLISHER } from '../registry/corpus';
import { plus, withField } from '../registry/corpus/hostile-case';
import { checkInput, DEPENDENCIES, validPublication } from '../support/check-bench';

const others = OTHERS.slice(0, 1).map((region) => validPublication(region));

/** What the region publishes now: one extra field with an argument, an input and an enumeration. */
const PRESENT = `${withField('BretagneNetwork', 'bikes(where: BretagneWhere, first: Int): [BretagneBike!]')}
type BretagneBike { colour: BretagneColour weight: Int }
input BretagneWhere { colour: BretagneColour light: Boolean }
enum BretagneColour { RED BLUE }
`;

const used = (coordinate: string, overrides: Partial<UsageRecord> = {}): UsageRecord => ({
  coordinate,
  operationHash: 'a'.repeat(64),
  operationName: 'Bikes',
  client: 'dashboard',
  count: 12,
  lastSeen: '2026-11-20',
  ...overrides,
});

/** The diff alone, without composing. */
async function diffOf(sdl: string, usage: readonly UsageRecord[] = [], version = '2'): Promise<readonly Finding[]> {
  const template = templateOf(PUBLISHER, version)!;
  const document = checkParse(PUBLISHER, sdl).document!;
  return checkDiff(document, PRESENT, { region: PUBLISHER, usage }, template);
}

async function reportOf(sdl: string, usage: readonly UsageRecord[] = [], schemaVersion = '2'): Promise<CheckReport> {
  const publications = [...others, { ...validPublication(PUBLISHER), sdl: PRESENT }];
  const incoming = { ...validPublication(PUBLISHER, schemaVersion), sdl };
  return runChecks(checkInput(incoming, publications, { usage }), DEPENDENCIES);
}

describe('what a publication changes for those who use it', () => {
  it('is nothing when it is the same', async () => {
    expect(await diffOf(PRESENT)).toEqual([]);
  });

  it('is safe when something is added', async () => {
    const findings = await diffOf(PRESENT.replace('weight: Int', 'weight: Int height: Int'));
    expect(findings).toMatchObject([{ code: 'CHANGE_SAFE', severity: 'SAFE', coordinate: 'BretagneBike.height' }]);
  });

  it('is dangerous, and passes, when nobody used for 30 days what is taken away', async () => {
    const report = await reportOf(PRESENT.replace('weight: Int', ''), [used('BretagneBike.colour')]);
    const findings = report.checks.find(({ name }) => name === 'DIFF')?.findings ?? [];
    expect(findings).toMatchObject([
      { code: 'CHANGE_BREAKING_UNUSED', severity: 'DANGEROUS', coordinate: 'BretagneBike.weight', line: 250 },
    ]);
    expect(findings[0]?.message).toContain('unused for 30 days');
    expect(report.conclusion).toBe('PASSED');
  });

  it('is breaking, and fails, when an operation uses it, and says whose', async () => {
    const report = await reportOf(PRESENT.replace('weight: Int', ''), [
      used('BretagneBike.weight'),
      used('BretagneBike.weight', { operationName: null, client: null, count: 0, lastSeen: null }),
    ]);
    const diff = report.checks.find(({ name }) => name === 'DIFF');
    const findings = diff?.findings ?? [];
    expect(findings).toMatchObject([
      { code: 'CHANGE_BREAKING', severity: 'BREAKING', coordinate: 'BretagneBike.weight' },
    ]);
    expect(findings[0]?.usedBy).toHaveLength(2);
    expect(findings[0]?.message).toContain(
      'Used by Bikes of dashboard (12 times, last on 2026-11-20), aaaaaaaaaaaa of an unnamed client (registered).',
    );
    expect(diff?.status).toBe('FAILED');
    expect(report).toMatchObject({ conclusion: 'FAILED', supergraphSdl: null });
  });

  it.each([
    [
      'a field',
      ['bikes(where: BretagneWhere, first: Int): [BretagneBike!]', ''],
      'BretagneNetwork.bikes',
      'BretagneNetwork.bikes',
    ],
    ['an argument', [', first: Int)', ')'], 'BretagneNetwork.bikes(first:)', 'BretagneNetwork.bikes(first:)'],
    ['an input field', ['light: Boolean', ''], 'BretagneWhere.light', 'BretagneWhere.light'],
    ['a value', ['RED BLUE', 'RED'], 'BretagneColour.BLUE', 'BretagneColour.BLUE'],
    ['its type', ['weight: Int', 'weight: String'], 'BretagneBike.weight', 'BretagneBike.weight'],
    [
      'something required beside it',
      ['first: Int', 'first: Int, more: Int!'],
      'BretagneNetwork.bikes(more:)',
      'BretagneNetwork.bikes',
    ],
    [
      'something required in its input',
      ['light: Boolean', 'light: Boolean more: Int!'],
      'BretagneWhere.more',
      'BretagneWhere.light',
    ],
    ['everybody else', ['weight: Int', 'weight: Int @authenticated'], 'BretagneBike.weight', 'BretagneBike.weight'],
  ])('is breaking only if used when it takes or asks for %s', async (_, [from, to], coordinate, usedCoordinate) => {
    const sdl = PRESENT.replace(from!, to!);
    expect(sdl).not.toBe(PRESENT);
    const judged = async (usage: readonly UsageRecord[]) =>
      (await diffOf(sdl, usage)).filter((found) => found.coordinate === coordinate).map(({ code }) => code);
    expect(await judged([used(usedCoordinate)])).toContain('CHANGE_BREAKING');
    expect(await judged([used('BretagneDesk.name')])).toContain('CHANGE_BREAKING_UNUSED');
  });

  it('counts whoever uses anything of a type that is taken away', async () => {
    const findings = await diffOf(plus(''), [used('BretagneBike.colour')]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'CHANGE_BREAKING', coordinate: 'BretagneBike' }));
  });

  it('tells who asks for a field that an older version of the regional schema gives no more', async () => {
    const sdl = validPublication(PUBLISHER, '1').sdl;
    const report = await reportOf(sdl, [used('Desk.openedOn', { operationName: 'Desks' })], '1');
    const findings = report.checks.find(({ name }) => name === 'DIFF')?.findings ?? [];
    const openedOn = findings.find(({ coordinate }) => coordinate === 'BretagneDesk.openedOn');
    expect(openedOn).toMatchObject({ code: 'FIELD_NO_LONGER_GIVEN', usedBy: [{ operationName: 'Desks' }] });
    expect(report.conclusion).toBe('PASSED');
  });

  it('is not looked at when the region publishes for the first time', async () => {
    const report = await runChecks(checkInput(validPublication(PUBLISHER), others), DEPENDENCIES);
    expect(report.checks.find(({ name }) => name === 'DIFF')).toMatchObject({ status: 'SKIPPED', findings: [] });
    expect(report.conclusion).toBe('PASSED');
  });
});

describe('the order of the checks', () => {
  it('is always the same, and what cannot run says why', async () => {
    const report = await runChecks(checkInput({ ...validPublication(PUBLISHER), sdl: '{' }, others), DEPENDENCIES);
    expect(report.checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'SIZE COMPLETED',
      'PARSE FAILED',
      'ALLOW_LIST SKIPPED',
      'CONFORMITY SKIPPED',
      'COMPOSITION SKIPPED',
      'INVARIANT SKIPPED',
      'DIFF SKIPPED',
      'LINT SKIPPED',
      'URL_POLICY COMPLETED',
    ]);
    expect(report.checks.filter(({ status }) => status === 'SKIPPED').every(({ reason }) => reason !== undefined)).toBe(
      true,
    );
  });
});

describe('advice on what a region adds', () => {
  it('names what lacks a description, is named otherwise, or leads nowhere', async () => {
    const sdl = `${withField('BretagneNetwork', 'getBikes: Boolean\n  person_nir: String @deprecated(reason: "")')}
      "Nobody gets here." type BretagneAlone { "Words." list: Int }`;
    const report = await runChecks(checkInput({ ...validPublication(PUBLISHER), sdl }, others), DEPENDENCIES);
    const lint = report.checks.find(({ name }) => name === 'LINT');
    expect(lint?.status).toBe('COMPLETED');
    expect(lint?.findings.map(({ code, coordinate, line }) => `${line} ${code} ${coordinate}`)).toEqual([
      '148 DESCRIPTION_MISSING BretagneNetwork.getBikes',
      '148 NAME_STYLE BretagneNetwork.getBikes',
      '149 DESCRIPTION_MISSING BretagneNetwork.person_nir',
      '149 NAME_STYLE BretagneNetwork.person_nir',
      '149 NAME_OF_PERSONAL_DATA BretagneNetwork.person_nir',
      '149 DEPRECATION_WITHOUT_REASON BretagneNetwork.person_nir',
      '251 TYPE_UNREACHABLE BretagneAlone',
    ]);
    expect(report.conclusion).toBe('PASSED');
  });

  it('has nothing to say of the regional schema', async () => {
    const report = await runChecks(checkInput(validPublication(PUBLISHER), others), DEPENDENCIES);
    expect(report.checks.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
