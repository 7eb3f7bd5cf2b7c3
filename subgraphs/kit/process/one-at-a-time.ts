/**
 * Runs a piece of work one time after the other: asked for while it runs, it runs once more when it has ended, however
 * often it was asked. The work must not reject.
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isAskedAgain = false;
  const run = (): void => {
    isAskedAgain = isRunning;
    if (isRunning) return;
    isRunning = true;
    void work().finally(() => {
      isRunning = false;
      if (isAskedAgain) run();
    });
  };
  return run;
}
