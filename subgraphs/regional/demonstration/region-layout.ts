import { layContracts, type ContractLayout } from './contract-layout';
import { layDesks, type DeskLayout } from './desk-layout';
import type { Commune } from '../../kit/cog';
import type { RegionPlan } from './network-plan';
import { createRandom, type Random } from './random';
import { layWork, type WorkLayout } from './work-layout';

/** Everything about a region that more than one table needs. */
export interface RegionLayout {
  readonly plan: RegionPlan;
  readonly desks: readonly DeskLayout[];
  readonly work: WorkLayout;
  readonly contracts: ContractLayout;
  /** A random stream for one table: starts anew each time, so that a table can be read again. */
  randomFor(table: string): Random;
  /** Draws a commune of a desk, populous ones more often. */
  communeOf(desk: number, random: Random): Commune;
}

/** Most communes of a desk that contracts and participants are placed in. */
const MOST_COMMUNES = 40;

/** Lays out a region: pure, and independent of the other regions. */
export function layRegion(plan: RegionPlan, seed: readonly (string | number)[]): RegionLayout {
  const desks = layDesks(plan, seed);
  const work = layWork(plan, seed);
  const contracts = layContracts(plan, desks, work, seed);
  const communes = desks.map(({ territories }) =>
    territories
      .flatMap((territory) => territory.communes)
      .sort((left, right) => right.population - left.population || (left.code < right.code ? -1 : 1))
      .slice(0, MOST_COMMUNES),
  );
  return {
    plan,
    desks,
    work,
    contracts,
    randomFor: (table) => createRandom(...seed, 'rows', table),
    communeOf: (desk, random) => {
      const list = communes[desk - 1] ?? [];
      const commune = list[Math.floor(list.length * random.unit() ** 2)];
      if (commune === undefined) throw new Error(`Desk ${desk} of region ${plan.code} has no commune`);
      return commune;
    },
  };
}
