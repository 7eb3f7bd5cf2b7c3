export { PlanCache, type CacheFigures } from './plan-cache';
export { createPlanner, type Planner, type PlannerLimits, type PlanQuestion } from './planner';
export { plannerThreads, type PlannerThreadLimits, type RunningPlanner, type StartPlanner } from './planner-thread';
