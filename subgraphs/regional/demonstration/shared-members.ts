import type { Random } from './random';

/** A region that may take part in what is shared: its weight and how many shared members it can hold. */
export interface Host {
  readonly code: string;
  readonly population: number;
  readonly capacity: number;
}

/**
 * Spreads members over regions: member i goes to `breadths[i]` different regions, populous ones more often,
 * no region beyond its capacity. A breadth equal to the number of hosts means everywhere, capacity or not.
 * Returns the member numbers of each region, ascending.
 */
export function spreadMembers(
  hosts: readonly Host[],
  breadths: readonly number[],
  random: Random,
): Map<string, number[]> {
  const members = new Map(hosts.map((host) => [host.code, [] as number[]]));
  breadths.forEach((breadth, member) => {
    for (const host of chooseHosts(hosts, breadth, members, random)) members.get(host.code)?.push(member);
  });
  return members;
}

function chooseHosts(
  hosts: readonly Host[],
  breadth: number,
  members: ReadonlyMap<string, readonly number[]>,
  random: Random,
): readonly Host[] {
  if (breadth >= hosts.length) return hosts;
  const open = hosts.filter((host) => (members.get(host.code)?.length ?? 0) < host.capacity);
  if (open.length < breadth) throw new Error(`Only ${open.length} regions can hold a member of ${breadth} regions`);
  // Weighted sampling without replacement (Efraimidis and Spirakis): the largest keys u^(1/w) win.
  return open
    .map((host) => ({ host, key: Math.log(1 - random.unit()) / host.population }))
    .sort((left, right) => right.key - left.key)
    .slice(0, breadth)
    .map(({ host }) => host);
}
