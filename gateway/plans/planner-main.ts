import { parentPort, workerData } from 'node:worker_threads';
import { asHubError } from '../../subgraphs/kit/errors';
import { createPlanner } from './planner';
import type { FromPlanner, PlannerThreadData, ToPlanner } from './planner-messages';

/** Entry of the thread in which plans are made. */
function main(): void {
  const answer = (message: FromPlanner) => parentPort?.postMessage(message);
  const failed = (thrown: unknown) => {
    const message = thrown instanceof Error ? thrown.message : 'unknown';
    answer({ kind: 'failed', code: asHubError(thrown)?.code, message });
  };
  try {
    const { supergraphSdl, limits } = workerData as PlannerThreadData;
    const planner = createPlanner(supergraphSdl, limits);
    parentPort?.on('message', (question: ToPlanner) => {
      try {
        answer({ kind: 'planned', plan: planner.plan(question) });
      } catch (thrown) {
        failed(thrown);
      }
    });
    answer({ kind: 'ready', apiSdl: planner.apiSdl });
  } catch (thrown) {
    failed(thrown);
  }
}

main();
