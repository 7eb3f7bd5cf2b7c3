import { REGIONS } from '../../subgraphs/kit/regions';
import { answeredFor, encodeScope, type FiguresScope } from '../../subgraphs/kit/scope';
import { createDirectory } from '../../subgraphs/national/gather';
import { createConsolidationService } from '../../subgraphs/national/modules/consolidation';

/** Moment at which the tests of the national level take place. */
export const NOW = new Date('2026-11-23T12:00:00Z');

/** A directory in which these regions are members. */
export function directoryOf(codes: readonly string[] = REGIONS.map((region) => region.code)) {
  const members = REGIONS.filter((region) => codes.includes(region.code)).map((region) => ({
    region,
    url: `http://${region.subgraph}.invalid/graphql`,
    schemaVersion: '2',
  }));
  return createDirectory({ version: 1, nationalUrl: 'http://national.invalid/graphql', members });
}

/** The service, in a hub where regions publish every measure unless told otherwise. */
export function consolidationService(
  directory = directoryOf(),
  lacking: Readonly<Record<string, readonly string[]>> = {},
) {
  return createConsolidationService({
    directory,
    publishes: (code, measure) => !(lacking[code] ?? []).includes(measure),
    now: () => NOW,
  });
}

/** The scope of 2021 over these regions. */
export function figuresScope(overrides: Partial<FiguresScope> = {}): FiguresScope {
  const codes = REGIONS.map((region) => region.code);
  return {
    kind: 'FIGURES',
    from: '2021-01',
    to: '2021-12',
    filter: {},
    by: [],
    membership: { version: 1, expected: codes, asked: codes },
    ...overrides,
  };
}

/** What a sound region answers: small whole numbers that differ from region to region. */
export function soundShard(code: string, encodedScope: string, overrides: Readonly<Record<string, unknown>> = {}) {
  const size = Number.parseInt(code, 10);
  return {
    answeredFor: answeredFor(code, encodedScope),
    asOf: '2026-11-23T11:59:00Z',
    isDemonstration: false,
    hoursPlanned: 120_000 * size,
    hoursDone: 100_000 * size,
    workContracts: 30 * size,
    participants: 20 * size,
    womenParticipants: 3 * size,
    participantsOfKnownSex: 20 * size,
    contracts: 10 * size,
    lots: 12 * size,
    operations: 5 * size,
    buyerCount: 4,
    companyCount: 6,
    desks: 2,
    facilitators: 3,
    desksExpected: 2,
    desksReporting: 2,
    qpvParticipants: size,
    participantsOfKnownResidence: 10 * size,
    ...overrides,
  };
}

/** What the router gives back when every region answers soundly; overrides replace a region's shard. */
export function gatheredOf(scope: FiguresScope, overrides: Readonly<Record<string, unknown>> = {}) {
  const encoded = encodeScope(scope);
  const shards = scope.membership.asked.map((code) =>
    code in overrides ? (overrides[code] as Record<string, unknown> | null) : soundShard(code, encoded),
  );
  return { scope: encoded, shards };
}
