import { join } from 'node:path';
import { type Composer, COMPOSER_LIMITS, composePublications, createComposer, runChecks } from '../../registry/checks';
import { OTHERS, PUBLISHER, VALID_SDL } from '../registry/corpus';
import { checkInput, DEPENDENCIES, validPublication } from '../support/check-bench';

const FAKE = join(__dirname, '../support/fake-composer/composer.cjs');
const composers: Composer[] = [];

function startComposer(limits: Partial<typeof COMPOSER_LIMITS> = {}): Composer {
  const composer = createComposer({ ...COMPOSER_LIMITS, ...limits }, FAKE);
  composers.push(composer);
  return composer;
}

const saying = (sdl: string) => [{ region: PUBLISHER, sdl }];
const pidOf = async (composer: Composer): Promise<string> => {
  const outcome = await composer.compose(saying('composes'));
  return outcome.kind === 'COMPOSED' ? outcome.supergraphSdl : JSON.stringify(outcome);
};

afterEach(async () => {
  await Promise.all(composers.splice(0).map((composer) => composer.stop()));
});

describe('a composer in processes of its own', () => {
  it('keeps a process for the next composition', async () => {
    const composer = startComposer({ processes: 1 });
    expect(await pidOf(composer)).toBe(await pidOf(composer));
    expect(await pidOf(composer)).not.toBe(String(process.pid));
  });

  it('gives it no environment', async () => {
    const outcome = await startComposer().compose(saying('composes'));
    expect(outcome).toMatchObject({ kind: 'COMPOSED' });
    expect(Object.keys(JSON.parse((outcome as { nationalSdl: string }).nationalSdl))).not.toContain('PATH');
  });

  it.each([
    ['takes too long', 'hangs', { kind: 'EXHAUSTED', what: 'TIME' }],
    ['takes too much memory', 'takes memory', { kind: 'EXHAUSTED', what: 'MEMORY' }],
    ['ends', 'ends', { kind: 'CRASHED' }],
  ])('ends a process that %s, and composes the next publication in another', async (_, sdl, outcome) => {
    const milliseconds = sdl === 'hangs' ? 300 : 30_000;
    const composer = startComposer({ processes: 1, milliseconds, megabytes: 64 });
    const before = await pidOf(composer);
    const [first, second] = await Promise.all([composer.compose(saying(sdl)), pidOf(composer)]);
    expect(first).toMatchObject(outcome);
    expect(second).toMatch(/^\d+$/);
    expect(second).not.toBe(before);
  });

  it('says so when no process starts', async () => {
    const composer = createComposer({ ...COMPOSER_LIMITS, processes: 1 }, join(__dirname, 'there-is-no-such-file.js'));
    expect(await composer.compose(saying('composes'))).toMatchObject({ kind: 'CRASHED' });
  });

  it('answers those who wait when it is stopped', async () => {
    const composer = startComposer({ processes: 1 });
    const waiting = [composer.compose(saying('hangs')), composer.compose(saying('composes'))];
    await composer.stop();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).not.toContain('COMPOSED');
  });
});

describe('composing', () => {
  it('takes a stack that overflows for an outcome', () => {
    const deep = VALID_SDL.replace('email: String', `email: ${'['.repeat(50_000)}String${']'.repeat(50_000)}`);
    expect(composePublications([{ region: PUBLISHER, sdl: deep }])).toEqual({ kind: 'EXHAUSTED', what: 'STACK' });
  });

  it.each([
    ['TIME', 'COMPOSITION_TIMEOUT'],
    ['MEMORY', 'COMPOSITION_OUT_OF_MEMORY'],
    ['STACK', 'COMPOSITION_STACK_OVERFLOW'],
  ] as const)('that runs out of %s is a finding, and nothing after it runs on it', async (what, code) => {
    const sdl = `${VALID_SDL} enum BretagneColour { RED }`;
    const composer: Composer = {
      compose: async (publications) =>
        publications.some((each) => each.sdl === sdl) ? { kind: 'EXHAUSTED', what } : composePublications(publications),
      stop: async () => undefined,
    };
    const present = [validPublication(OTHERS[0]!)];
    const incoming = { ...validPublication(PUBLISHER), sdl };
    const report = await runChecks(checkInput(incoming, present), { ...DEPENDENCIES, composer });
    expect(report).toMatchObject({ conclusion: 'FAILED', supergraphSdl: null });
    expect(report.checks.find(({ name }) => name === 'COMPOSITION')).toMatchObject({
      status: 'FAILED',
      findings: [{ code, region: '53' }],
    });
    expect(report.checks.find(({ name }) => name === 'INVARIANT')?.status).toBe('SKIPPED');
  });

  it('is not the fault of a publication when nothing composes', async () => {
    const composer: Composer = {
      compose: async () => ({ kind: 'EXHAUSTED', what: 'TIME' }),
      stop: async () => undefined,
    };
    const input = checkInput(validPublication(PUBLISHER), [validPublication(OTHERS[0]!)]);
    const report = await runChecks(input, { ...DEPENDENCIES, composer });
    expect(report.conclusion).toBe('FAILED');
    expect(report.checks.flatMap(({ findings }) => findings).map(({ code }) => code)).toEqual([
      'COMPOSITION_OVERLOADED',
    ]);
  });
});
