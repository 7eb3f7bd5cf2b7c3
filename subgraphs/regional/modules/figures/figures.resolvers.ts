import type { GraphQLResolveInfo } from 'graphql';
import { answeredFor, decodeFiguresScope } from '../../../kit/scope';
import type { ShardFiguresResolvers } from '../../generated/resolver-types.generated';
import type { RegionalContext } from '../../regional-context';
import { figuresVisibility } from '../../visibility';
import { asksHoursAlone } from './asked-fields';
import type { BreakdownRow } from './breakdown.sql';
import type { FiguresQuestion } from './figures-question';
import type { TotalsRow } from './totals.sql';

/** A shard whose scope was understood; its figures are read when fields ask for them. */
interface FiguresShard {
  readonly region: string;
  readonly scope: string;
  readonly question: FiguresQuestion;
}

/** Hours add up: they are read alone when nothing that is counted is asked with them. */
const hours =
  (name: 'hours_done' | 'hours_planned') =>
  async ({ question }: FiguresShard, _arguments: unknown, { loaders }: RegionalContext): Promise<number> =>
    Number((await loaders.figures.load(question, question.isAdditive ? 'hours' : 'totals'))[name]);

/** Resolver of one indicator of the totals. */
const total =
  (name: Exclude<keyof TotalsRow, 'is_demonstration'>) =>
  async ({ question }: FiguresShard, _arguments: unknown, { loaders }: RegionalContext): Promise<number> =>
    Number((await loaders.figures.load(question, 'totals'))[name]);

/** Resolvers of a region's figures. */
export const figuresResolvers = {
  ShardFigures: {
    // Async, so that a refused scope fails its own shard only, not every reference of the request.
    __resolveReference: async (
      { region, scope }: { region: string; scope: string },
      context: RegionalContext,
      info: GraphQLResolveInfo,
    ) => {
      if (region !== context.region.code) return null;
      const reads = figuresVisibility(context.caller).kind === 'books' ? 'rollups' : 'rows';
      const isAdditive = asksHoursAlone(info);
      const question = {
        region,
        scope: decodeFiguresScope(scope),
        encodedScope: scope,
        reads,
        isAdditive,
        criterionTokens: context.criterionTokens(),
      } as const;
      return { region, scope, question };
    },
    answeredFor: ({ region, scope }) => answeredFor(region, scope),
    asOf: ({ question }, _arguments, { loaders }) => loaders.figures.load(question, 'asOf'),
    isDemonstration: async ({ question }, _arguments, { loaders }) =>
      (await loaders.figures.load(question, 'totals')).is_demonstration,
    hoursPlanned: hours('hours_planned'),
    hoursDone: hours('hours_done'),
    workContracts: total('work_contracts'),
    participants: total('participants'),
    womenParticipants: total('women_participants'),
    participantsOfKnownSex: total('participants_of_known_sex'),
    contracts: total('contracts'),
    operations: total('operations'),
    buyerCount: total('buyers'),
    companyCount: total('companies'),
    desks: total('desks'),
    facilitators: total('facilitators'),
    desksExpected: total('desks_expected'),
    desksReporting: total('desks_reporting'),
    lots: total('lots'),
    qpvParticipants: total('qpv_participants'),
    participantsOfKnownResidence: total('participants_of_known_residence'),
    buyerSirens: async ({ question }, _arguments, { loaders }) => [
      ...(await loaders.figures.load(question, 'buyerSirens')),
    ],
    companySirets: async ({ question }, _arguments, { loaders }) => [
      ...(await loaders.figures.load(question, 'companySirets')),
    ],
    breakdown: async ({ question }, _arguments, { loaders }) =>
      (await loaders.figures.load(question, 'breakdown'))?.map(figureRow) ?? null,
  } satisfies ShardFiguresResolvers<RegionalContext, FiguresShard>,
};

function figureRow(row: BreakdownRow) {
  return {
    keys: row.keys,
    hoursPlanned: row.hours_planned === null ? null : Number(row.hours_planned),
    hoursDone: Number(row.hours_done),
    workContracts: Number(row.work_contracts),
    participants: Number(row.participants),
    womenParticipants: Number(row.women_participants),
    participantsOfKnownSex: Number(row.participants_of_known_sex),
    contracts: Number(row.contracts),
    operations: Number(row.operations),
  };
}
