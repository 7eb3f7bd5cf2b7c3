import { MAX_DIMENSIONS } from '../../subgraphs/kit/catalogue';
import { answeredFor, MAX_FILTER_VALUES, MAX_PAGE_SIZE } from '../../subgraphs/kit/scope';
import { expect, type ReasonCode } from '../report';
import { type Session, shown } from '../session';
import type { CheckGroup } from './check';

const YEAR = { from: '2021-01', to: '2021-12' };
const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64url');

/** A scope that no region may answer. */
interface BadScope {
  readonly template: 'ShardFigures' | 'ShardContractPage' | 'ShardDirectory';
  readonly scope: string;
  readonly what: string;
}

function malformedScopes({ scopes }: Session): readonly BadScope[] {
  const figures = { kind: 'FIGURES', ...YEAR, filter: {}, by: [] };
  const bad = (scope: string, what: string): BadScope => ({ template: 'ShardFigures', scope, what });
  return [
    bad('?', 'that is not base64url'),
    bad(encode('not json'), 'that is not JSON'),
    bad(encode('{}'), 'that says nothing'),
    bad(scopes.directory(), 'of another kind'),
    bad(scopes.anything({ ...figures, to: '2021-13' }), 'with a month that does not exist'),
    bad(scopes.anything({ ...figures, filter: { colours: ['RED'] } }), 'with a filter that it cannot know'),
    bad(scopes.anything({ ...figures, by: ['SHOE_SIZE'] }), 'with a dimension that it cannot know'),
    bad(scopes.anything({ ...figures, currency: 'EUR' }), 'with a part that it cannot know'),
    { template: 'ShardContractPage', scope: scopes.figures(YEAR), what: 'of another kind' },
    { template: 'ShardContractPage', scope: scopes.contracts({ first: 0 }), what: 'for no row' },
    { template: 'ShardDirectory', scope: scopes.figures(YEAR), what: 'of another kind' },
  ];
}

function scopesOverLimits({ scopes }: Session): readonly BadScope[] {
  const dimensions = ['SEX', 'SECTOR', 'AGE_BAND', 'CLAUSE_TYPE', 'MONTH'].slice(0, MAX_DIMENSIONS + 1);
  const sectors = Array.from({ length: MAX_FILTER_VALUES + 1 }, (_, index) => `SECTOR_${index}`);
  const figures = { kind: 'FIGURES', ...YEAR, filter: {}, by: [] };
  return [
    {
      template: 'ShardFigures',
      scope: scopes.anything({ ...figures, by: dimensions }),
      what: `with ${dimensions.length} dimensions`,
    },
    {
      template: 'ShardFigures',
      scope: scopes.anything({ ...figures, filter: { sectors } }),
      what: `with ${sectors.length} values in a filter`,
    },
    {
      template: 'ShardContractPage',
      scope: scopes.contracts({ first: MAX_PAGE_SIZE + 2 }),
      what: `for ${MAX_PAGE_SIZE + 2} rows`,
    },
  ];
}

const VALUE_OF = {
  ShardFigures: 'answeredFor hoursDone',
  ShardContractPage: 'answeredFor totalCount',
  ShardDirectory: 'answeredFor deskIds',
} as const;

async function expectNoAnswer(session: Session, bad: readonly BadScope[], reason: ReasonCode): Promise<void> {
  for (const { template, scope, what } of bad) {
    const reference = { region: session.region.code, scope };
    const { entities } = await session.resolve(template, [reference], VALUE_OF[template]);
    const { __typename: _, ...values } = entities[0] ?? {};
    const isAnswered = Object.values(values).some((value) => value !== null);
    const name = session.typeOf(template);
    expect(!isAnswered, reason, () => `${name} for a scope ${what} is answered by ${shown(values)}.`);
  }
}

/** That a region answers the scope that it was asked, or nothing. */
export const scopeChecks: CheckGroup = {
  name: 'scope',
  needs: ['endpoint.answers', 'schema.types'],
  checks: [
    {
      name: 'answered-for',
      title: 'says of every shard which scope it answers',
      run: async (session) => {
        const { scopes, region } = session;
        const asked: readonly (readonly [BadScope['template'], string])[] = [
          ['ShardFigures', scopes.figures(YEAR)],
          ['ShardFigures', scopes.figures({ ...YEAR, to: '2021-06', by: ['SEX'] })],
          ['ShardContractPage', scopes.contracts({ first: 2 })],
          ['ShardDirectory', scopes.directory()],
        ];
        for (const [template, scope] of asked) {
          const { entities, errors } = await session.resolve(template, [{ region: region.code, scope }], 'answeredFor');
          const name = session.typeOf(template);
          expect(entities[0] != null, 'QUESTION_REFUSED', () => `${name} is not answered: ${shown(errors)}.`);
          const said = entities[0]['answeredFor'];
          const wanted = answeredFor(region.code, scope);
          expect(
            said === wanted,
            'ANSWERED_FOR_WRONG',
            `${name}.answeredFor is ${shown(said)}; it must be "${wanted}".`,
          );
        }
      },
    },
    {
      name: 'malformed',
      title: 'answers no scope that it cannot understand',
      needs: ['scope.answered-for'],
      run: (session) => expectNoAnswer(session, malformedScopes(session), 'MALFORMED_SCOPE_ANSWERED'),
    },
    {
      name: 'limits',
      title: 'refuses scopes over the limits of the hub',
      needs: ['scope.answered-for'],
      run: (session) => expectNoAnswer(session, scopesOverLimits(session), 'SCOPE_LIMIT_IGNORED'),
    },
  ],
};
