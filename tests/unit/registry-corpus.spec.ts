import { createHash } from 'node:crypto';
import { type CheckReport, runChecks } from '../../registry/checks';
import { CORPUS, OTHERS, PUBLISHER, VALID_SDL } from '../registry/corpus';
import { checkInput, DEPENDENCIES, supergraphOf, validPublication } from '../support/check-bench';

const others = OTHERS.map((region) => validPublication(region));
const present = [others[0]!, validPublication(PUBLISHER), others[1]!];
const served = supergraphOf(present);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function check(sdl: string, schemaVersion = '2'): Promise<CheckReport> {
  const publication = { ...validPublication(PUBLISHER), sdl, schemaVersion };
  return runChecks(
    checkInput(publication, present, { current: { publications: present, supergraphSdl: served } }),
    DEPENDENCIES,
  );
}

/** What would be served after a publish: the composed supergraph if the report passed, what was served if not. */
const servedAfter = ({ conclusion, supergraphSdl }: CheckReport) =>
  conclusion === 'PASSED' && supergraphSdl !== null ? supergraphSdl : served;

describe('the corpus of hostile subgraphs', () => {
  it('has at least sixty cases, and three different ones of each class', () => {
    const sdls = CORPUS.flatMap(({ cases }) => cases.map(({ sdl, schemaVersion }) => `${schemaVersion} ${sdl}`));
    expect(new Set(sdls).size).toBe(sdls.length);
    expect(sdls.length).toBeGreaterThanOrEqual(60);
    expect(CORPUS.filter(({ cases }) => cases.length < 3).map(({ name }) => name)).toEqual([]);
  });

  it('passes what it is made from', async () => {
    const report = await check(VALID_SDL);
    expect(report.conclusion).toBe('PASSED');
    expect(hash(servedAfter(report))).toBe(hash(served));
  });

  describe.each(CORPUS)('a subgraph that $name', ({ cases }) => {
    it.each(cases)('is refused: $name', async ({ sdl, schemaVersion, code, coordinate }) => {
      const report = await check(sdl, schemaVersion);
      const refusals = report.checks.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'ERROR');
      expect(refusals.map((found) => [found.code, found.coordinate])).toContainEqual([code, coordinate]);
      expect(refusals.every(({ region, message, advice }) => region === '53' && message !== '' && advice !== '')).toBe(
        true,
      );
      expect(report.conclusion).toBe('FAILED');
      expect(hash(servedAfter(report))).toBe(hash(served));
    });
  });
});
