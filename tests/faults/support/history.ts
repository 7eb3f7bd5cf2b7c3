/** Which list of the national level a question serves: the figures, or the distinct lists asked apart. */
export type Round = 'figures' | 'distinct';

/** One question that arrived at a region, and how the region answered it. */
export interface Served {
  readonly requestId: string;
  readonly code: string;
  readonly round: Round;
  readonly fault: string;
}

/** What regions did, kept for the checker. */
export interface History {
  served(event: Served): void;
  changed(code: string, fault: string): void;
  /** Something broke in the suite itself. */
  broke(error: unknown): void;
  /** Faults with which a region answered one request of a client, retries included. */
  faultsServed(requestId: string, code: string, round: Round): readonly string[];
  /** Faults that a region had at some time between two moments of `performance.now()`. */
  faultsBetween(code: string, from: number, to: number): readonly string[];
  /** Forgets a request that has been checked. */
  forget(requestId: string): void;
  readonly breakages: readonly unknown[];
}

/** Starts an empty history. */
export function createHistory(): History {
  const events = new Map<string, Served[]>();
  const timelines = new Map<string, { at: number; fault: string }[]>();
  const breakages: unknown[] = [];
  return {
    breakages,
    served: (event) => {
      const known = events.get(event.requestId);
      if (known === undefined) events.set(event.requestId, [event]);
      else known.push(event);
    },
    changed: (code, fault) => {
      const timeline = timelines.get(code) ?? [];
      timelines.set(code, timeline);
      timeline.push({ at: performance.now(), fault });
    },
    broke: (error) => void breakages.push(error),
    faultsServed: (requestId, code, round) =>
      (events.get(requestId) ?? [])
        .filter((event) => event.code === code && event.round === round)
        .map(({ fault }) => fault),
    faultsBetween: (code, from, to) => {
      const timeline = timelines.get(code) ?? [];
      return timeline.flatMap(({ at, fault }, index) =>
        at <= to && (timeline[index + 1]?.at ?? Infinity) >= from ? [fault] : [],
      );
    },
    forget: (requestId) => void events.delete(requestId),
  };
}
