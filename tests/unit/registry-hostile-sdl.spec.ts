import { generateSdl } from '../registry/hostile-sdl/generate';
import { foreignChanges } from '../registry/hostile-sdl/independent-checker';
import { runHostileSdls } from '../registry/hostile-sdl/run-hostile-sdls';
import { OTHERS, PUBLISHER, VALID_SDL } from '../registry/corpus';
import { composerInProcess, supergraphOf, validPublication } from '../support/check-bench';

describe('generated hostile subgraphs', () => {
  it('change nothing that is not their own, and most are refused before they are composed', async () => {
    const run = await runHostileSdls({
      count: 130,
      seed: 20_000,
      composer: composerInProcess,
      publishers: ['53'],
      most: { passed: 6, bypassed: 24 },
      concurrency: 1,
    });
    expect(run.violations).toEqual([]);
    expect(run.distinct).toBeGreaterThan(80);
    expect(run.accepted).toBeGreaterThan(2);
    expect(run.acceptedWithExtras).toBeGreaterThan(0);
    // What is refused early would have done harm: the run would notice if the checks let everything pass.
    expect(run.bypassedHarmful).toBeGreaterThan(0);
  }, 180_000);

  it('are the same for the same seed', () => {
    const scene = { publisher: PUBLISHER, others: OTHERS, foreignSdls: [] };
    // The first seeds that need nothing of others.
    const make = () => generateSdl(7, VALID_SDL, scene).sdl;
    expect(make()).toBe(make());
  });
});

describe('the independent checker', () => {
  const present = [validPublication(OTHERS[0]!), validPublication(PUBLISHER)];
  const reference = supergraphOf(present);
  const changesOf = (supergraph: string) => foreignChanges(reference, supergraph, 'Bretagne', 'region-53');

  it('finds nothing in what is the same', () => {
    expect(changesOf(reference)).toEqual([]);
  });

  it.each([
    ['a description', 'Where a page ends.', 'Where a page stops.', 'PageInfo changed'],
    ['an argument', 'hoursPerYear: Int! = 1600', 'hoursPerYear: Int! = 1607', 'Figures changed'],
    ['a type that is gone', /"""Where a page ends\."""\ntype PageInfo[^}]*\}/, '', 'PageInfo is gone'],
    [
      'a type that is new',
      '"""Where a page ends."""',
      'type Evil { evil: Int }\n"""Where a page ends."""',
      'Evil is new',
    ],
    [
      'an owner',
      /(type NormandieDesk[^]*?email: String[^\n]*?) @join__field\(graph: REGION_28_\)/,
      '$1',
      'NormandieDesk changed',
    ],
    [
      'an owner of its own type',
      /(type BretagneDesk[^]*?email: String[^\n]*?graph: )REGION_53_/,
      '$1NATIONAL',
      'BretagneDesk.email is another',
    ],
  ])('finds %s', (_, from, to, change) => {
    const changed = reference.replace(from, to);
    expect(changed).not.toBe(reference);
    expect(changesOf(changed)).toContain(change);
  });

  it.each([
    ['an extra of its own', 'bikes: Int @join__field(graph: REGION_53_)', []],
    [
      'an extra that requires',
      'bikes: Int @join__field(graph: REGION_53_, requires: "region")',
      [expect.stringContaining('involves others')],
    ],
    [
      'an extra of somebody else',
      'bikes: Int @join__field(graph: NATIONAL)',
      [expect.stringContaining('involves others')],
    ],
  ])('judges %s', (_, field, changes) => {
    expect(changesOf(reference.replace(/(type BretagneNetwork[^{]*\{)/, `$1\n  ${field}`))).toEqual(changes);
  });
});
