/** Something that runs and must be ended before the launcher may end. */
export interface Running {
  /** Ends it in good order; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill?(): void;
}

/** Order in which a hub ends: what uses something before what it uses. */
export const STAGES = ['services', 'database', 'record'] as const;

/** One of the stages. */
export type Stage = (typeof STAGES)[number];

/** What a hub has started so far. */
export interface Cleanups {
  add(stage: Stage, running: Running): void;
  /** Ends everything registered, stage after stage, together within a stage. May be called again. Never rejects. */
  run(): Promise<void>;
  /** Ends at once whatever is still there. */
  hurry(): void;
}

/** Creates an empty list. */
export function createCleanups(): Cleanups {
  const registered = new Map<Stage, Set<Running>>(STAGES.map((stage) => [stage, new Set()]));
  let isHurried = false;
  return {
    add: (stage, running) => {
      registered.get(stage)?.add(running);
      if (isHurried) running.kill?.();
    },
    run: async () => {
      for (const set of registered.values()) {
        await Promise.allSettled(
          [...set].map(async (running) => {
            await running.stop();
            set.delete(running);
          }),
        );
      }
    },
    hurry: () => {
      isHurried = true;
      for (const set of registered.values()) for (const running of set) running.kill?.();
    },
  };
}
