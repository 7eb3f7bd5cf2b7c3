import type { QueryPlan } from '@apollo/query-planner';
import { type CompiledPlan, compilePlan } from '../../gateway/executor';

type Node = NonNullable<Extract<QueryPlan['node'], { kind: 'Fetch' }>>;

const fetch = (serviceName: string): Node => ({
  kind: 'Fetch',
  serviceName,
  operation: `query ${serviceName} { field }`,
  operationKind: 'query' as Node['operationKind'],
  operationName: undefined,
  variableUsages: [],
});

/** The rounds that each subgraph leaves time for, in the order of the plan. */
function roundsIn(plan: CompiledPlan | undefined): readonly (readonly [string, number])[] {
  if (plan === undefined) return [];
  if (plan.kind === 'fetch') return [[plan.subgraph, plan.laterRounds]];
  if (plan.kind === 'condition') return [...roundsIn(plan.whenTrue), ...roundsIn(plan.whenFalse)];
  return plan.nodes.flatMap(roundsIn);
}

const compiled = (node: QueryPlan['node']) => compilePlan({ kind: 'QueryPlan', node }, (name) => new Set([name]));

describe('the rounds of questions that begin after one has ended', () => {
  it('are those of later steps of the sequence that ask regions', () => {
    const plan = compiled({
      kind: 'Sequence',
      nodes: [
        fetch('national'),
        { kind: 'Parallel', nodes: [fetch('region-11'), fetch('region-53')] },
        fetch('national'),
        { kind: 'Flatten', path: ['total'], node: fetch('region-11') },
        fetch('national'),
      ],
    });
    expect(roundsIn(plan)).toEqual([
      ['national', 2],
      ['region-11', 1],
      ['region-53', 1],
      ['national', 1],
      ['region-11', 0],
      ['national', 0],
    ]);
  });

  it('are the longest of parallel branches and of conditions, and those around a nested sequence', () => {
    const plan = compiled({
      kind: 'Sequence',
      nodes: [
        { kind: 'Sequence', nodes: [fetch('region-11'), fetch('national')] },
        {
          kind: 'Parallel',
          nodes: [fetch('region-24'), { kind: 'Sequence', nodes: [fetch('region-27'), fetch('region-28')] }],
        },
        { kind: 'Condition', condition: 'more', ifClause: fetch('region-32') },
      ],
    });
    expect(roundsIn(plan)).toEqual([
      ['region-11', 3],
      ['national', 3],
      ['region-24', 1],
      ['region-27', 2],
      ['region-28', 1],
      ['region-32', 0],
    ]);
  });
});
