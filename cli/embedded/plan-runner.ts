import { HubError } from '../../subgraphs/kit/errors';
import type { Child } from './child-process';
import type { PlannedProcess } from './planned-process';

/** What running a plan needs. */
export interface PlanRunnerDependencies {
  readonly startChild: (plan: PlannedProcess) => Promise<Child>;
  /** What the launcher itself prepares meanwhile, by the name that `after` uses. */
  readonly milestones: Readonly<Record<string, Promise<unknown>>>;
  /** No process is started any more once this is aborted. */
  readonly signal: AbortSignal;
}

/**
 * Starts every process of a plan as soon as what it waits for is complete, and resolves when all are:
 * steps finished, services ready. Rejects with the first failure; the caller then stops what runs.
 */
export async function runPlan(
  plan: readonly PlannedProcess[],
  { startChild, milestones, signal }: PlanRunnerDependencies,
): Promise<void> {
  const completed = new Map<string, Promise<unknown>>(Object.entries(milestones));
  for (const process of plan) {
    const conditions = process.after.map((name) => {
      const condition = completed.get(name);
      if (condition === undefined)
        throw new HubError(
          'INTERNAL_SERVER_ERROR',
          `"${process.id}" waits for "${name}", which nothing before it does.`,
        );
      return condition;
    });
    const started = Promise.all(conditions).then(async () => {
      signal.throwIfAborted();
      const child = await startChild(process);
      await child.completed;
    });
    completed.set(process.id, started);
  }
  await Promise.all(completed.values());
}
