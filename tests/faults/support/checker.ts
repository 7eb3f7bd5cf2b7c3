import { type ConsolidatedQuery, expectedRegions } from './consolidated-query';
import { CANARY, faultNamed, FIELD_ERROR, NO_FAULT, type Status } from './faults';
import {
  addUp,
  buyersOf,
  companiesOf,
  figuresOf,
  figuresOfMonth,
  type KnownFigures,
  monthsFrom,
} from './known-figures';

/** What is wrong with an answer. */
export type ViolationKind =
  'UNANSWERED' | 'LATE' | 'WRONG_TOTAL' | 'WRONG_STATUS' | 'CROSS_EFFECT' | 'WRONG_ERROR' | 'LEAK';

/** One thing that is wrong with one answer. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly detail: string;
}

/** What the regions of one request did; a region that was not asked has `around`, its faults of that time. */
export interface Evidence {
  served(code: string, round: 'figures' | 'distinct'): readonly string[];
  around(code: string): readonly string[];
}

interface Figures {
  readonly [indicator: string]: number | null;
}
interface Coverage {
  readonly expected: number;
  readonly answered: number;
  readonly missing: readonly { readonly code: string; readonly status: Status }[];
}
interface PartialFigure {
  readonly indicator: string;
  readonly value: number | null;
  readonly answered: number;
  readonly missing: readonly { readonly code: string }[];
}
interface Total {
  readonly partial: readonly PartialFigure[];
  readonly buyers?: number | null;
  readonly companies?: number | null;
  readonly distinctCoverage?: Coverage | null;
}
interface Consolidation {
  readonly total: (Total & Figures) | null;
  readonly coverage: Coverage;
  readonly regions: readonly { region: { code: string }; status: Status; figures: Figures | null }[];
  readonly breakdown?: readonly { keys: { value: string }[]; figures: Figures }[] | null;
  readonly breakdownCoverage?: Coverage | null;
}
interface Body {
  readonly data?: { readonly consolidation?: Consolidation | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { code?: string; region?: string } }[];
}

/**
 * Judges one answer of the hub against what the regions really did. Knows nothing of how the hub works: it adds
 * up the known figures of exactly the regions that the answer says are behind it, and asks of every region
 * whether its status is one that its fault can cause.
 */
export function checkAnswer(query: ConsolidatedQuery, text: string, evidence: Evidence): Violation[] {
  const body = parseBody(text);
  const consolidation = body?.data?.consolidation;
  const leaks: Violation[] = text.includes(CANARY) ? [{ kind: 'LEAK', detail: 'a word of a region' }] : [];
  if (body === undefined || consolidation == null || consolidation.coverage == null || consolidation.regions == null) {
    return [...leaks, { kind: 'UNANSWERED', detail: text.slice(0, 300) }];
  }
  return [
    ...leaks,
    ...checkRegions(query, consolidation, evidence),
    ...checkCoverage(query, consolidation),
    ...checkTotal(query, consolidation),
    ...checkDistinct(query, consolidation, evidence),
    ...checkBreakdown(query, consolidation, evidence),
    ...checkErrors(query, body, evidence),
  ];
}

/** Regions that the answer says it counts. */
const liveOf = ({ regions }: Consolidation) =>
  regions.filter(({ status }) => status === 'LIVE').map(({ region }) => region.code);

/**
 * How a region may have behaved: in each round as it did when it was asked in it, or, where it was not (it is spared,
 * or the question joined that of another request), as it did around that time.
 */
function behaviours(evidence: Evidence, code: string, rounds: readonly ('figures' | 'distinct')[]): readonly string[] {
  return rounds.flatMap((round) => {
    const served = evidence.served(code, round);
    return served.length > 0 ? served : evidence.around(code);
  });
}

function statusViolation(code: string, status: Status, faults: readonly string[]): Violation[] {
  if (faults.some((fault) => faultNamed(fault).statuses.includes(status))) return [];
  const isHealthy = faults.every((fault) => fault === NO_FAULT);
  return [{ kind: isHealthy ? 'CROSS_EFFECT' : 'WRONG_STATUS', detail: `${code} is ${status} after ${faults.join()}` }];
}

function checkRegions(query: ConsolidatedQuery, { regions }: Consolidation, evidence: Evidence): Violation[] {
  const codes = regions.map(({ region }) => region.code);
  if (codes.join() !== expectedRegions(query).join())
    return [{ kind: 'WRONG_STATUS', detail: `speaks of ${codes.join()}` }];
  return regions.flatMap(({ region: { code }, status, figures }) => {
    const faults = behaviours(evidence, code, ['figures']);
    const violations = statusViolation(code, status, faults);
    if ((status === 'LIVE') !== (figures !== null)) {
      violations.push({ kind: 'WRONG_TOTAL', detail: `${code} is ${status} with figures ${JSON.stringify(figures)}` });
    }
    if (figures === null) return violations;
    const lacking = figures['participants'] === null && faults.includes(FIELD_ERROR) ? ['participants'] : [];
    const known = indicatorsOf(figuresOf(code, query.from, query.to));
    return [...violations, ...differences('CROSS_EFFECT', `figures of ${code}`, figures, known, lacking)];
  });
}

function checkCoverage(query: ConsolidatedQuery, consolidation: Consolidation): Violation[] {
  const { coverage, regions } = consolidation;
  const missing = regions.filter(({ status }) => status !== 'LIVE');
  const said = JSON.stringify([coverage.expected, coverage.answered, coverage.missing]);
  const right = JSON.stringify([
    expectedRegions(query).length,
    regions.length - missing.length,
    missing.map(({ region: { code }, status }) => ({ code, status })),
  ]);
  return said === right ? [] : [{ kind: 'WRONG_STATUS', detail: `coverage ${said}, regions ${right}` }];
}

function checkTotal(query: ConsolidatedQuery, consolidation: Consolidation): Violation[] {
  const { total, regions } = consolidation;
  const live = liveOf(consolidation);
  if ((total === null) !== (live.length === 0)) {
    return [{ kind: 'WRONG_TOTAL', detail: `total ${JSON.stringify(total)} of ${live.length} regions` }];
  }
  if (total === null) return [];
  const sumOver = (codes: readonly string[]) =>
    indicatorsOf(addUp(codes.map((code) => figuresOf(code, query.from, query.to))));
  const lacking = regions.filter(({ figures }) => figures !== null && figures['participants'] === null);
  const without = lacking.map(({ region }) => region.code);
  const whole = differences('WRONG_TOTAL', 'total', total, sumOver(live), without.length > 0 ? ['participants'] : []);
  const giving = live.filter((code) => !without.includes(code));
  const value = giving.length === 0 ? null : sumOver(giving)['participants'];
  const expected =
    without.length === 0 ? [] : [{ indicator: 'PARTICIPANTS', value, answered: giving.length, missing: without }];
  const said = total.partial.map((one) => ({ ...one, missing: one.missing.map(({ code }) => code) }));
  if (JSON.stringify(said) === JSON.stringify(expected)) return whole;
  return [...whole, { kind: 'WRONG_TOTAL', detail: `partial ${JSON.stringify(said)} not ${JSON.stringify(expected)}` }];
}

/** Distinct counts are of exactly the regions of the total, or null; null needs a reason. */
function checkDistinct(query: ConsolidatedQuery, consolidation: Consolidation, evidence: Evidence): Violation[] {
  const { total } = consolidation;
  if (!query.hasDistinct || total === null) return [];
  const live = liveOf(consolidation);
  const union = (list: typeof buyersOf) => new Set(live.flatMap((code) => list(code, query.from, query.to))).size;
  const right = JSON.stringify([union(buyersOf), union(companiesOf)]);
  const said = JSON.stringify([total.buyers, total.companies]);
  const mayBeNull = expectedRegions(query).some((code) => {
    const answersNow = behaviours(evidence, code, ['distinct']).map(
      (fault) => faultNamed(fault).statuses[0] === 'LIVE',
    );
    return answersNow.includes(!live.includes(code));
  });
  const isRight = said === right || (said === '[null,null]' && mayBeNull);
  const statuses = (total.distinctCoverage?.missing ?? []).flatMap(({ code, status }) =>
    statusViolation(code, status, behaviours(evidence, code, ['figures', 'distinct'])),
  );
  return isRight ? statuses : [...statuses, { kind: 'WRONG_TOTAL', detail: `distinct ${said}, not ${right}` }];
}

function checkBreakdown(query: ConsolidatedQuery, consolidation: Consolidation, evidence: Evidence): Violation[] {
  if (!query.hasBreakdown) return [];
  const { breakdown, breakdownCoverage } = consolidation;
  if (breakdownCoverage == null) return [{ kind: 'UNANSWERED', detail: 'no breakdown coverage' }];
  const absent = breakdownCoverage.missing.map(({ code }) => code);
  const counted = expectedRegions(query).filter((code) => !absent.includes(code));
  const right =
    counted.length === 0
      ? null
      : monthsFrom(query.from, query.to).map((month) => {
          const { hoursDone, workContracts } = addUp(counted.map((code) => figuresOfMonth(code, month)));
          return [month, hoursDone / 100, workContracts];
        });
  const said = breakdown?.map(({ keys, figures }) => [keys[0]?.value, figures['hoursDone'], figures['workContracts']]);
  const statuses = breakdownCoverage.missing.flatMap(({ code, status }) =>
    statusViolation(code, status, behaviours(evidence, code, ['figures'])),
  );
  if (JSON.stringify(said ?? null) === JSON.stringify(right)) return statuses;
  return [...statuses, { kind: 'WRONG_TOTAL', detail: `breakdown ${JSON.stringify(said)} of ${counted.join()}` }];
}

/** Every error names a region, and one that did something wrong. */
function checkErrors({ hasDistinct }: ConsolidatedQuery, { errors = [] }: Body, evidence: Evidence): Violation[] {
  const rounds = hasDistinct ? (['figures', 'distinct'] as const) : (['figures'] as const);
  return errors.flatMap(({ extensions = {} }): Violation[] => {
    const { code = '', region } = extensions;
    if (region === undefined || !code.startsWith('REGION_')) return [{ kind: 'WRONG_ERROR', detail: code }];
    const isHealthy = behaviours(evidence, region, rounds).every((fault) => fault === NO_FAULT);
    return isHealthy ? [{ kind: 'CROSS_EFFECT', detail: `${code} of ${region}, which was healthy` }] : [];
  });
}

/** What clients see of known figures: hours as hours, shares from their parts. */
function indicatorsOf(known: KnownFigures): Record<string, number | null> {
  const { hoursPlanned, hoursDone, workContracts, participants, contracts, lots, operations } = known;
  return {
    hoursPlanned: hoursPlanned / 100,
    hoursDone: hoursDone / 100,
    workContracts,
    participants,
    womenShare: known.womenParticipants / known.participantsOfKnownSex,
    qpvShare: known.qpvParticipants / known.participantsOfKnownResidence,
    contracts,
    lots,
    operations,
  };
}

/** Indicators that are not what they should be; those of `lacking` should be null. */
function differences(
  kind: ViolationKind,
  what: string,
  said: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, number | null>>,
  lacking: readonly string[],
): Violation[] {
  return Object.entries(known).flatMap(([name, value]): Violation[] => {
    const right = lacking.includes(name) ? null : value;
    return said[name] === right ? [] : [{ kind, detail: `${what}: ${name} is ${String(said[name])}, not ${right}` }];
  });
}

function parseBody(text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}
