import { type Fault, FAULTS, HEALTHY } from './faults';
import type { FaultFront } from './fault-front';
import type { SeededRandom } from './seeded-random';

/** Changes the faults of regions until it is stopped. */
export interface Nemesis {
  /** Steps taken so far. */
  steps(): number;
  stop(): void;
}

/** One step in this many leaves every region healthy. */
const QUIET_ONE_IN = 6;

/** Draws a state of the network: from none to all of the regions faulty, each in a way of its own. */
export function drawFaults(random: SeededRandom, codes: readonly string[]): ReadonlyMap<string, Fault> {
  const count = random.below(QUIET_ONE_IN) === 0 ? 0 : random.below(codes.length + 1);
  const faulty = new Set(random.sample(codes, count));
  return new Map(codes.map((code) => [code, faulty.has(code) ? random.pick(FAULTS) : HEALTHY]));
}

/** Starts a nemesis: the same seed gives the same states in the same order. */
export function startNemesis(fronts: readonly FaultFront[], random: SeededRandom, stepMilliseconds: number): Nemesis {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    const faults = drawFaults(
      random,
      fronts.map(({ code }) => code),
    );
    for (const front of fronts) front.setFault(faults.get(front.code) ?? HEALTHY);
  };
  step();
  const timer = setInterval(step, stepMilliseconds);
  return { steps: () => steps, stop: () => clearInterval(timer) };
}
