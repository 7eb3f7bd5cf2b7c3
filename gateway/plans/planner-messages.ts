import type { PlannerLimits, PlanQuestion } from './planner';

/** What a planner's thread is started with. */
export interface PlannerThreadData {
  readonly supergraphSdl: string;
  readonly limits: PlannerLimits;
}

/** What the gateway sends to a planner's thread, one at a time. */
export type ToPlanner = PlanQuestion;

/** What a planner's thread sends back. */
export type FromPlanner =
  | { readonly kind: 'ready'; readonly apiSdl: string }
  | { readonly kind: 'planned'; readonly plan: string }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };
