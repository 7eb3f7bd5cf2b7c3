import {
  dueAtOf,
  MOBILISATION_STATES,
  type MobilisationState,
  nextActorOf,
  nextStatesFor,
  type RequestRole,
  TRANSITIONS,
  transitionOf,
} from '../../subgraphs/national/modules/mobilisation/transitions';

const ROLES: readonly RequestRole[] = ['buyer', 'coordination', 'desk', 'consolidator'];

/** Every way in which a request of that state can stand. */
const standings = (state: MobilisationState) =>
  [[], ['53-1']].flatMap((addressedDesks) =>
    [false, true].map((handledByCoordination) => ({ state, addressedDesks, handledByCoordination })),
  );

/** States that can be reached from one, itself left out unless a step leads back to it. */
function reachableFrom(start: MobilisationState): ReadonlySet<MobilisationState> {
  const seen = new Set<MobilisationState>();
  const open = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const { to } of TRANSITIONS.filter(({ from }) => from === state)) {
      if (!seen.has(to)) open.push(to);
      seen.add(to);
    }
  }
  return seen;
}

describe('the steps of a mobilisation request', () => {
  it('lead to every state from the announcement, and to closure from everywhere', () => {
    expect([...reachableFrom('ANNOUNCED')].sort()).toEqual([...MOBILISATION_STATES].sort());
    for (const state of MOBILISATION_STATES.filter((one) => one !== 'CLOSED')) {
      expect([state, reachableFrom(state).has('CLOSED')]).toEqual([state, true]);
    }
    expect(reachableFrom('CLOSED').size).toBe(0);
  });

  it('stand once each in the table', () => {
    const pairs = TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it.each(MOBILISATION_STATES)('whoever must act on one that is %s has a step to take', (state) => {
    for (const standing of standings(state)) {
      const actor = nextActorOf(standing);
      if (actor === null) expect(nextStatesFor(state, 'consolidator')).toEqual([]);
      // What the coordination does with an announcement is to send it to desks, which is no step.
      else expect(nextStatesFor(state, actor).length).toBeGreaterThan(0);
    }
  });

  it('never let a buyer do the work of a desk, nor a desk speak for the buyer', () => {
    const work: readonly MobilisationState[] = ['TAKEN_OVER', 'SIZED', 'CLAUSE_DRAFTED', 'IN_EXECUTION', 'DECLINED'];
    for (const { to, by } of TRANSITIONS) {
      if (work.includes(to)) expect(by).not.toContain('buyer');
      if (to === 'NOTIFIED') expect(by).not.toContain('desk');
      expect(by.every((role) => ROLES.includes(role))).toBe(true);
    }
    expect(transitionOf('ANNOUNCED', 'NOTIFIED')).toBeUndefined();
  });

  it('end a delay in every state in which somebody is awaited; execution, thirty days after the end of the operation', () => {
    const since = new Date('2026-11-02T09:00:00Z');
    for (const state of MOBILISATION_STATES) {
      const due = dueAtOf(state, since, '2027-06-30');
      expect([state, due === null]).toEqual([state, state === 'CLOSED']);
      if (due !== null) expect(due.getTime()).toBeGreaterThan(since.getTime());
    }
    expect(dueAtOf('IN_EXECUTION', since, '2027-06-30')?.toISOString()).toBe('2027-07-29T22:00:00.000Z');
    expect(dueAtOf('IN_EXECUTION', since, null)).toBeNull();
  });
});
