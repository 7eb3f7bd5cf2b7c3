import fc from 'fast-check';
import { REGIONS } from '../../subgraphs/kit/regions';
import { answeredFor, encodeScope } from '../../subgraphs/kit/scope';
import { type Audience, discloseFigures, type FigurePart } from '../../subgraphs/national/disclosure';
import { combinations, findNarrow, solvable } from '../support/disclosure-attacker';
import { consolidationService, figuresScope, soundShard } from '../support/national-shards';

const network = (threshold: number, ownRegion: string | null = null): Audience => ({
  kind: 'ROUNDED',
  threshold,
  ownRegion,
});

/** A region's part with so many men, women and work contracts beyond the first of each person. */
function part(code: string, men: number, women = 0, moreJobs = 0): FigurePart {
  const participants = men + women;
  const measures = {
    hoursDone: 15_000 * participants,
    workContracts: participants + (participants === 0 ? 0 : moreJobs),
    participants,
    womenParticipants: women,
    participantsOfKnownSex: participants,
    contracts: participants === 0 ? 0 : 1,
  };
  return { code, measures };
}

/** What an answer shows of persons: everything but hours and contracts. */
function look(parts: readonly FigurePart[], audience: Audience): string {
  const names = Object.keys(parts[0]?.measures ?? {});
  const sums = names.map((name) => [name, parts.reduce((sum, { measures }) => sum + (measures[name] ?? 0), 0)]);
  const { measures, masked } = discloseFigures(parts, Object.fromEntries(sums) as FigurePart['measures'], audience);
  const { participants, workContracts, womenParticipants, participantsOfKnownSex } = measures;
  const intervals = masked.filter(({ indicator }) => !/HOURS|EQUIVALENTS/.test(indicator));
  const share = (womenParticipants ?? 0) / (participantsOfKnownSex ?? 1);
  return JSON.stringify([participants, workContracts, share, intervals]);
}

describe('an attacker who knows the rule and compares two answers', () => {
  /** One answer holds some persons, the other these and some more: one filter more, or a region down and back. */
  describe.each([5, 7, 11])('under the threshold %i', (threshold) => {
    const protection = { threshold, least: threshold - 1 };
    const worlds = () => combinations(3, 3 * threshold);
    const inOneRegion = ([base = 0, more = 0, jobs = 0]: readonly number[]) =>
      look([part('11', base + more, 0, jobs)], network(threshold)) + look([part('11', base)], network(threshold));
    const inTwoRegions = ([base = 0, more = 0, jobs = 0]: readonly number[]) =>
      look([part('11', base), part('53', more, 0, jobs)], network(threshold)) +
      look([part('11', base)], network(threshold));

    it.each([
      ['one filter more', inOneRegion],
      ['a region down and back', inTwoRegions],
    ])('cannot tell where under it the persons are that two answers differ by: %s', (_, seen) => {
      expect(findNarrow(worlds(), seen, ([, more = 0]) => more, protection)).toEqual([]);
    });

    it('cannot tell where under it the persons of either answer are', () => {
      expect(findNarrow(worlds(), inOneRegion, ([base = 0]) => base, protection)).toEqual([]);
      expect(findNarrow(worlds(), inOneRegion, ([base = 0, more = 0]) => base + more, protection)).toEqual([]);
    });
  });

  it('cannot tell how few women, or men, two answers differ by', () => {
    const protection = { threshold: 5, least: 4 };
    const seen = ([men = 0, women = 0, moreMen = 0, moreWomen = 0]: readonly number[]) =>
      look([part('11', men + moreMen, women + moreWomen)], network(5)) + look([part('11', men, women)], network(5));
    // All worlds of at most 24 persons: no interval of persons is cut off.
    const worlds = [...combinations(4, 24)].filter((counts) => counts.reduce((sum, count) => sum + count, 0) <= 24);
    expect(findNarrow(worlds, seen, ([, , men = 0]) => men, protection)).toEqual([]);
    expect(findNarrow(worlds, seen, ([, , , women = 0]) => women, protection)).toEqual([]);
  });

  it('cannot use what its own region knows, in a total that it shares with others', () => {
    for (let own = 0; own <= 12; own += 1) {
      const seen = ([base = 0, more = 0]: readonly number[]) =>
        look([part('53', own), part('11', base), part('75', more)], network(5, '53')) +
        look([part('53', own), part('11', base)], network(5, '53'));
      const protection = { threshold: 5, least: 4 };
      expect(findNarrow(combinations(2, 15), seen, ([base = 0]) => base, protection)).toEqual([]);
      expect(findNarrow(combinations(2, 15), seen, ([, more = 0]) => more, protection)).toEqual([]);
    }
  });

  it('is left one value less, as documented, by two masked regions beside a masked total', () => {
    const seen = ([one = 0, other = 0]: readonly number[]) =>
      look([part('11', one)], network(5)) +
      look([part('53', other)], network(5)) +
      look([part('11', one), part('53', other)], network(5));
    expect(findNarrow(combinations(2, 14), seen, ([one = 0]) => one, { threshold: 5, least: 3 })).toEqual([]);
    const narrow = findNarrow(combinations(2, 14), seen, ([one = 0]) => one, { threshold: 5, least: 4 });
    expect(narrow.map(({ candidates }) => candidates)).toEqual([[1, 2, 3]]);
  });

  it('would have succeeded against rounding to the nearest multiple: the attacker is able to find something', () => {
    const nearest = (count: number) => (count < 5 ? 'masked' : String(Math.round(count / 5) * 5));
    const seen = ([base = 0, more = 0]: readonly number[]) => `${nearest(base)} ${nearest(base + more)}`;
    const found = findNarrow(combinations(2, 15), seen, ([, more = 0]) => more, { threshold: 5, least: 4 });
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('an attacker who adds up and subtracts hours over regions', () => {
  const codes = REGIONS.slice(0, 6).map(({ code }) => code);
  const service = consolidationService();
  const none = new Map();
  const persons = fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 5, max: 400 })), {
    minLength: codes.length,
    maxLength: codes.length,
  });

  /** Every total and every region's figures that some filter or outage shows, each as the set of regions in it. */
  function knownSums(counts: readonly number[]): ReadonlySet<number>[] {
    return [...combinations(codes.length, 1)].flatMap((choice) => {
      const asked = codes.filter((_, index) => choice[index] === 1);
      const scope = figuresScope({ membership: { version: 1, expected: asked, asked } });
      const text = encodeScope(scope);
      const shards = asked.map((code) => shardOf(code, text, counts[codes.indexOf(code)] ?? 0));
      const gathered = { scope: text, shards };
      const total = service.total(gathered, none, network(5));
      const indexes = (list: readonly string[]) => new Set(list.map((code) => codes.indexOf(code)));
      const told = total?.measures['hoursDone'] == null ? [] : [indexes(asked)];
      // What masked hours are at least is a sum as well: of regions that the attacker takes to be those with enough.
      const enough = asked.filter((code) => (counts[codes.indexOf(code)] ?? 0) >= 5);
      const regions = service
        .regions(gathered, none, network(5))
        .filter(({ figures }) => figures?.measures['hoursDone'] != null)
        .map(({ region }) => indexes([region.code]));
      return [...told, indexes(enough), ...regions];
    });
  }

  const shardOf = (code: string, text: string, count: number) => ({
    ...soundShard(code, text),
    answeredFor: answeredFor(code, text),
    hoursDone: 12_345 * count,
    workContracts: count,
    participants: count,
    womenParticipants: 0,
    participantsOfKnownSex: count,
    qpvParticipants: 0,
    participantsOfKnownResidence: count,
    contracts: Math.min(count, 1),
    lots: Math.min(count, 1),
    operations: Math.min(count, 1),
  });

  it('never gets the hours of a region with 1 to 4 persons, from all totals over all choices of regions', () => {
    fc.assert(
      fc.property(persons, (counts) => {
        const protectedOnes = counts.flatMap((count, index) => (count > 0 && count < 5 ? [index] : []));
        const solved = solvable(knownSums(counts), codes.length);
        expect(solved.filter((index) => protectedOnes.includes(index))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('gets the same verdict on a region from the list of regions as from a question on it alone', () => {
    fc.assert(
      fc.property(persons, (counts) => {
        const all = gatheredOf(codes, counts);
        const listed = service.regions(all, none, network(5));
        for (const [index, code] of codes.entries()) {
          const alone = service.total(gatheredOf([code], counts), none, network(5));
          expect(alone).toMatchObject({ ...listed.filter(({ region }) => region.code === code)[0]?.figures });
          expect(alone?.measures['participants'] === null).toBe((counts[index] ?? 0) > 0 && (counts[index] ?? 0) < 5);
        }
      }),
      { numRuns: 40 },
    );
  });

  function gatheredOf(asked: readonly string[], counts: readonly number[]) {
    const text = encodeScope(
      figuresScope({ membership: { version: 1, expected: asked as string[], asked: asked as string[] } }),
    );
    return { scope: text, shards: asked.map((code) => shardOf(code, text, counts[codes.indexOf(code)] ?? 0)) };
  }
});
