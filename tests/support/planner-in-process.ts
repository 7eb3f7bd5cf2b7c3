import { createPlanner, type StartPlanner } from '../../gateway/plans';

/** A planner in the test's own thread: the compiled entry of a thread is not needed then. */
export const plannerInProcess: StartPlanner = async (supergraphSdl) => {
  const planner = createPlanner(supergraphSdl, { maxEvaluatedPlans: 100 });
  return {
    apiSdl: planner.apiSdl,
    plan: async (question) => planner.plan(question),
    stop: async () => undefined,
  };
};
