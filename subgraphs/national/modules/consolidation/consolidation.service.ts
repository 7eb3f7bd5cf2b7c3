import { versionForDimensions } from '../../../kit/catalogue';
import { HubError } from '../../../kit/errors';
import { answeredFor, decodeFiguresScope, decodeTotalScope, encodeScope, type FiguresScope } from '../../../kit/scope';
import { type Audience, discloseFigures, type DisclosedFigures } from '../../disclosure';
import {
  type AbsenceReasons,
  type CountedRegion,
  type Coverage,
  type Directory,
  type Gathered,
  oncePerAnswer,
  type ReceivedShard,
  type RegionOutcome,
  type RegionStatus,
  countedOf,
  coverageOf,
  matchShards,
} from '../../gather';
import { type BreakdownCell, mergeBreakdown, readBreakdown } from './breakdown';
import { type DistinctLists, readDistinctLists, unionSize } from './distinct';
import { MEASURES, type Measure, type Measures } from './indicator-catalogue';
import { type PartialFigure, partialFigures, sumMeasures, sumOf } from './merge-figures';
import { createOutcomes, type OutcomesService } from './outcomes.service';
import { type ShardFigures, readFiguresShard } from './read-shard';

/** A reference to one region's shard, for the router to follow. */
export type ShardReference = {
  readonly __typename: string;
  readonly region: string;
  readonly scope: string;
};

/** National sums as the caller may see them, and what the answer needs beside them. */
export interface TotalFigures extends DisclosedFigures {
  readonly scope: string;
  readonly shards: readonly ShardReference[];
  readonly partial: readonly PartialFigure[];
}

/** What one region contributed. */
export interface RegionalFigures {
  readonly region: { readonly code: string };
  readonly status: RegionStatus;
  readonly asOf: Date | null;
  readonly schemaVersion: string | null;
  readonly isDemonstration: boolean | null;
  readonly figures: DisclosedFigures | null;
}

/** What the consolidation needs to know of the hub. */
export interface ConsolidationDependencies {
  readonly directory: Directory;
  /** Whether a region publishes a measure; tells an outdated schema from a field in error. */
  readonly publishes: (code: string, measure: Measure) => boolean;
  readonly now: () => Date;
}

/** Scatters a question over the regions, and gathers their answers into national figures. */
export interface ConsolidationService extends OutcomesService {
  /** The references that make the router ask every member region once. */
  scatter(scope: FiguresScope): { scope: string; shards: readonly ShardReference[] };
  total(gathered: Gathered, reasons: AbsenceReasons, audience: Audience): TotalFigures | null;
  regions(gathered: Gathered, reasons: AbsenceReasons, audience: Audience): readonly RegionalFigures[];
  coverage(gathered: Gathered, reasons: AbsenceReasons): Coverage;
  isDemonstration(gathered: Gathered, reasons: AbsenceReasons): boolean | null;
  breakdown(gathered: Gathered, reasons: AbsenceReasons, audience: Audience): readonly BreakdownCell[] | null;
  breakdownCoverage(gathered: Gathered, reasons: AbsenceReasons): Coverage | null;
  /** A distinct count of a national total; null unless exactly the regions of the total gave their lists. */
  distinct(gathered: Gathered, reasons: AbsenceReasons, audience: Audience, list: keyof DistinctLists): number | null;
  distinctCoverage(gathered: Gathered, reasons: AbsenceReasons): Coverage;
}

/** Builds the service. Stateless: everything it works on comes with the call. */
export function createConsolidationService(dependencies: ConsolidationDependencies): ConsolidationService {
  return {
    scatter: (scope) => {
      const encoded = encodeScope(scope);
      return { scope: encoded, shards: referencesOf(dependencies.directory, encoded, scope.membership.asked) };
    },
    ...createTotals(dependencies),
    ...createBreakdown(dependencies),
    ...createDistinct(dependencies),
    ...createOutcomes(dependencies.directory),
  };
}

function referencesOf(directory: Directory, encoded: string, asked: readonly string[]): ShardReference[] {
  return asked.map((code) => ({
    __typename: `${directory.region(code).prefix}Figures`,
    region: code,
    scope: encoded,
  }));
}

/** The fields of the shared list: totals, regions, coverage. */
function createTotals({
  directory,
  publishes,
  now,
}: ConsolidationDependencies): Pick<ConsolidationService, 'total' | 'regions' | 'coverage' | 'isDemonstration'> {
  const outcomesOf = oncePerAnswer(({ scope: encoded, shards }, reasons) => {
    const scope = decodeFiguresScope(encoded);
    const read = (shard: Readonly<Record<string, unknown>>) => readFiguresShard(shard, scope, now());
    const lacksQuestion = olderThanQuestion(directory, scope);
    return matchShards({ membership: scope.membership, scope: encoded, shards, reasons, read, lacksQuestion });
  });
  return {
    total: (gathered, reasons, audience) => {
      const counted = countedOf(outcomesOf(gathered, reasons));
      if (counted.length === 0) return null;
      const { membership } = decodeFiguresScope(gathered.scope);
      return {
        scope: encodeScope({ kind: 'TOTAL', counted: counted.map((region) => region.code), figures: gathered.scope }),
        shards: referencesOf(directory, gathered.scope, membership.asked),
        ...discloseSum(counted, audience),
        partial: partialFigures(counted, directory, publishes, audience),
      };
    },
    regions: (gathered, reasons, audience) =>
      outcomesOf(gathered, reasons).map((outcome) => regionalFigures(outcome, directory, audience)),
    coverage: (gathered, reasons) => {
      const outcomes = outcomesOf(gathered, reasons);
      const counted = countedOf(outcomes);
      const sum = (read: (values: ShardFigures) => number | null) =>
        counted.length === 0 ? null : sumOf(counted.map((region) => read(region.values)));
      return coverageOf(outcomes, directory, {
        desksExpected: sum((values) => values.desksExpected),
        desksReporting: sum((values) => values.desksReporting),
      });
    },
    isDemonstration: (gathered, reasons) => {
      const flags = countedOf(outcomesOf(gathered, reasons)).map((region) => region.values.isDemonstration);
      if (flags.includes(true)) return true;
      return flags.length === 0 || flags.includes(null) ? null : false;
    },
  };
}

/** The fields of the list of breakdown rows. */
function createBreakdown({
  directory,
}: ConsolidationDependencies): Pick<ConsolidationService, 'breakdown' | 'breakdownCoverage'> {
  const outcomesOf = oncePerAnswer(({ scope: encoded, shards }, reasons) => {
    const scope = decodeFiguresScope(encoded);
    const read = (shard: Readonly<Record<string, unknown>>, code: string) => readBreakdown(shard, scope, code);
    const lacksQuestion = olderThanQuestion(directory, scope);
    const outcomes = matchShards({
      membership: scope.membership,
      scope: encoded,
      shards,
      reasons,
      read,
      lacksQuestion,
    });
    return withoutBreakdown(outcomes, shards, encoded);
  });
  const scopeOf = (gathered: Gathered) => decodeFiguresScope(gathered.scope);
  return {
    breakdown: (gathered, reasons, audience) => {
      const scope = scopeOf(gathered);
      const counted = countedOf(outcomesOf(gathered, reasons));
      return scope.by.length === 0 || counted.length === 0 ? null : mergeBreakdown(counted, scope, directory, audience);
    },
    breakdownCoverage: (gathered, reasons) =>
      scopeOf(gathered).by.length === 0 ? null : coverageOf(outcomesOf(gathered, reasons), directory),
  };
}

/** The fields of the distinct lists, which are asked apart from the total (docs/adr/0003). */
function createDistinct({
  directory,
}: ConsolidationDependencies): Pick<ConsolidationService, 'distinct' | 'distinctCoverage'> {
  const outcomesOf = oncePerAnswer(({ scope: encoded, shards }, reasons) => {
    const { figures } = decodeTotalScope(encoded);
    const scope = decodeFiguresScope(figures);
    const lacksQuestion = olderThanQuestion(directory, scope);
    const { membership } = scope;
    return matchShards({ membership, scope: figures, shards, reasons, read: readDistinctLists, lacksQuestion });
  });
  return {
    distinct: (gathered, reasons, audience, list) => {
      if (audience.kind === 'WITHHELD') return null;
      const expected = decodeTotalScope(gathered.scope).counted;
      const counted = countedOf(outcomesOf(gathered, reasons));
      const isSame = counted.length === expected.length && counted.every(({ code }) => expected.includes(code));
      return isSame ? unionSize(counted, list) : null;
    },
    distinctCoverage: (gathered, reasons) => coverageOf(outcomesOf(gathered, reasons), directory),
  };
}

/** Members whose version of the regional schema has not every dimension of a question. */
function olderThanQuestion(directory: Directory, { by }: FiguresScope): (code: string) => boolean {
  const version = versionForDimensions(by);
  return (code) => directory.isOlderThan(code, version);
}

/** A region that answered the scope but gives no breakdown (a field in error) is missing from it, not invalid. */
function withoutBreakdown<Values>(
  outcomes: readonly RegionOutcome<Values>[],
  shards: readonly ReceivedShard[],
  scope: string,
): RegionOutcome<Values>[] {
  const silent = new Set(shards.filter((shard) => shard?.['breakdown'] == null).map((shard) => shard?.['answeredFor']));
  return outcomes.map((outcome) =>
    outcome.kind === 'absent' && outcome.status === 'INVALID' && silent.has(answeredFor(outcome.code, scope))
      ? { ...outcome, status: 'MISSING' }
      : outcome,
  );
}

function regionalFigures(
  outcome: RegionOutcome<ShardFigures>,
  directory: Directory,
  audience: Audience,
): RegionalFigures {
  const values = outcome.kind === 'counted' ? outcome.values : null;
  return {
    region: { code: outcome.code },
    status: outcome.status,
    asOf: values?.asOf ?? null,
    schemaVersion: directory.schemaVersionOf(outcome.code),
    isDemonstration: values?.isDemonstration ?? null,
    figures: outcome.kind === 'counted' ? discloseSum([outcome], audience) : null,
  };
}

/** The sums over counted regions, as an audience may see them. */
function discloseSum(counted: readonly CountedRegion<ShardFigures>[], audience: Audience): DisclosedFigures {
  const parts = counted.map(({ code, values }) => ({ code, measures: values.measures }));
  const sums = sumMeasures(
    parts.map((part) => part.measures),
    MEASURES,
  );
  return discloseFigures(parts, sums, audience);
}

/** Figures with what was decided of them. Throws when a router asks for them apart from what computed them. */
export function disclosedOf(parent: Partial<DisclosedFigures>): DisclosedFigures {
  const { measures, precision, roundedTo, masked } = parent;
  if (measures !== undefined && precision !== undefined && roundedTo !== undefined && masked !== undefined)
    return { measures, precision, roundedTo, masked };
  throw new HubError('INTERNAL_SERVER_ERROR', 'The figures of a total were asked apart from the total.');
}

/** The sums behind figures, as the caller may see them. Throws as `disclosedOf` does. */
export const measuresOf = (parent: Partial<DisclosedFigures>): Measures => disclosedOf(parent).measures;
