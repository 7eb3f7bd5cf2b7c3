import type { GraphQLResolveInfo } from 'graphql';
import { answeredFor, decodeFiguresScope } from '../../../kit/scope';
import type { ShardFiguresResolvers } from '../../generated/resolver-types.generated';
import type { RegionalContext } from '../../regional-context';
import { figuresVisibility } from '../../visibility';
import { asksHoursAlone } from './asked-fields';
import type { BreakdownRow } from './breakdown.sql';
import type { FiguresQuestion } from './figures-question';
import type { AdditiveRow } from './figures.service';
import type { OutcomesRow } from './outcomes.sql';
import type { TotalsRow } from './totals.sql';

/** A shard whose scope was understood; its figures are read when fields ask for them. */
interface FiguresShard {
  readonly region: string;
  readonly scope: string;
  readonly question: FiguresQuestion;
}

/** What adds up is read alone when nothing that is counted once is asked with it. */
const additiveOf = ({ question }: FiguresShard, { loaders }: RegionalContext): Promise<AdditiveRow> =>
  loaders.figures.load(question, question.isAdditive ? 'additive' : 'totals');

const additive =
  (name: Exclude<keyof AdditiveRow, 'is_demonstration'>) =>
  async (shard: FiguresShard, _arguments: unknown, context: RegionalContext): Promise<number> =>
    Number((await additiveOf(shard, context))[name]);

/** Resolver of one indicator of the totals. */
const total =
  (name: Exclude<keyof TotalsRow, 'is_demonstration'>) =>
  async ({ question }: FiguresShard, _arguments: unknown, { loaders }: RegionalContext): Promise<number> =>
    Number((await loaders.figures.load(question, 'totals'))[name]);

/** Resolver of one count of outcomes. */
const outcome =
  (name: keyof OutcomesRow) =>
  async ({ question }: FiguresShard, _arguments: unknown, { loaders }: RegionalContext): Promise<number> =>
    Number((await loaders.figures.load(question, 'outcomes'))[name]);

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
    isDemonstration: async (shard, _arguments, context) => (await additiveOf(shard, context)).is_demonstration,
    hoursPlanned: additive('hours_planned'),
    hoursDone: additive('hours_done'),
    workContracts: additive('work_contracts'),
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
    exitOutcomes: outcome('exit_outcomes'),
    dynamicExits: outcome('dynamic_exits'),
    sixMonthOutcomes: outcome('six_month_outcomes'),
    dynamicAtSixMonths: outcome('dynamic_at_six_months'),
    twelveMonthOutcomes: outcome('twelve_month_outcomes'),
    dynamicAtTwelveMonths: outcome('dynamic_at_twelve_months'),
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
