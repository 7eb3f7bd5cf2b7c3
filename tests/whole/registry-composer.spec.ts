import { join } from 'node:path';
import { type Composer, COMPOSER_LIMITS, type ComposerLimits, createComposer } from '../../registry/checks';
import { publicationsOf } from '../../schema';
import { REGIONS } from '../../subgraphs/kit/regions';

const ENTRY = join(__dirname, '../../dist/registry/checks/composition/composer-main.js');
const ALL = publicationsOf(REGIONS.map((region) => ({ region, schemaVersion: '2' })));
const composers: Composer[] = [];

function start(limits: Partial<ComposerLimits> = {}): Composer {
  const composer = createComposer({ ...COMPOSER_LIMITS, ...limits }, ENTRY);
  composers.push(composer);
  return composer;
}

afterEach(async () => {
  await Promise.all(composers.splice(0).map((composer) => composer.stop()));
});

describe('the compiled composer', () => {
  it('composes all regions of the law', async () => {
    expect(await start().compose(ALL)).toMatchObject({ kind: 'COMPOSED' });
  });

  it('ends a composition that takes more of the processor than it may', async () => {
    const composer = start({ processorMilliseconds: 1 });
    expect(await composer.compose(ALL)).toEqual({ kind: 'EXHAUSTED', what: 'TIME' });
  });

  it('ends a composition that takes more memory than it may', async () => {
    const composer = start({ megabytes: 32 });
    expect(await composer.compose(ALL)).toEqual({ kind: 'EXHAUSTED', what: 'MEMORY' });
  });
});
