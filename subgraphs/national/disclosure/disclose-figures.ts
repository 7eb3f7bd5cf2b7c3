import type { FigurePrecision } from '../generated/resolver-types.generated';
import type { Audience } from './audience';
import { type FigurePart, isEmpty, type NamedValues, type Place } from './place';
import { ALL_INDICATORS, indicatorsOf, SHARES } from './protection';
import {
  discloseHours,
  discloseJobs,
  disclosePersons,
  discloseShare,
  type MaskedFigure,
  maskedFigure,
} from './verdicts';

/** Figures as an audience may see them. What is masked is null in `measures` and listed in `masked`. */
export interface DisclosedFigures {
  readonly measures: NamedValues;
  readonly precision: FigurePrecision;
  /** What counts of persons are multiples of; null unless they are rounded. */
  readonly roundedTo: number | null;
  readonly masked: readonly MaskedFigure[];
}

type Rounded = Extract<Audience, { kind: 'ROUNDED' }>;

/**
 * Discloses the figures of one place (a network, a region, a cell) to an audience, from what each region put in and
 * from the sums of it all, in which null stands for what some part lacks: that stays null, and is not masked.
 *
 * The verdict depends on nothing but the numbers of the place: it is the same by every route that leads to it
 * (docs/adr/0008).
 */
export function discloseFigures(parts: readonly FigurePart[], sums: NamedValues, audience: Audience): DisclosedFigures {
  switch (audience.kind) {
    case 'EXACT':
      return exactly(sums);
    case 'WITHHELD': {
      const masked = ALL_INDICATORS.map((indicator) => maskedFigure(indicator, 0, null, 'AUDIENCE'));
      return { measures: {}, precision: 'WITHHELD', roundedTo: null, masked };
    }
    case 'ROUNDED':
      return rounded(parts, sums, audience);
  }
}

/** Hides the hours of a place because they would give away those of another. */
export function hideHours(figures: DisclosedFigures): DisclosedFigures {
  const masked = indicatorsOf('HOURS').map((indicator) => maskedFigure(indicator, 0, null, 'COMPLEMENTARY'));
  return {
    ...figures,
    measures: { ...figures.measures, hoursDone: null },
    masked: [...figures.masked, ...masked],
  };
}

const exactly = (measures: NamedValues): DisclosedFigures => ({
  measures,
  precision: 'EXACT',
  roundedTo: null,
  masked: [],
});

function rounded(parts: readonly FigurePart[], sums: NamedValues, { threshold, ownRegion }: Rounded): DisclosedFigures {
  const own = parts.filter((part) => part.code === ownRegion);
  const others = parts.filter((part) => part.code !== ownRegion);
  // A region on its own, and where nobody else did anything, sees its own figures as they are.
  if (own.length > 0 && others.every(isEmpty)) return exactly(sums);
  const place: Place = { own, others, sums, threshold };
  const persons = disclosePersons(place);
  const jobs = discloseJobs(place, persons.isMasked);
  const shares = SHARES.map((share) => discloseShare(place, share));
  const hours = discloseHours(place, persons.isMasked);
  const all = [persons, jobs, ...shares, hours];
  return {
    measures: Object.assign({ ...sums }, ...all.map((each) => each.measures)) as NamedValues,
    precision: 'ROUNDED',
    roundedTo: threshold,
    masked: all.flatMap((each) => each.masked),
  };
}
