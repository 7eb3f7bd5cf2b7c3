import type { Publication } from '../../../schema';
import { publicationsOf } from '../../../schema';
import type { Network, PlannedNetwork } from '../../kit/network';
import type { ResolverMap } from '../../kit/server';
import { createDirectory, type Directory } from '../gather';

/** One state of the membership, with everything that depends on it. */
export interface Generation {
  readonly network: Network;
  readonly directory: Directory;
  readonly resolvers: ResolverMap;
}

/** The membership as it changes. */
export interface MembershipHistory {
  /** The newest. */
  current(): Generation;
  /**
   * The one on which the router planned a question: exactly that version while it is remembered, else the newest,
   * without members that the router does not know: it could not follow a reference to them.
   */
  plannedOn(planned: PlannedNetwork | undefined): Generation;
  /** Goes on with another network. */
  take(network: Network): void;
}

/** Versions that are remembered: gateways follow within seconds, and questions take less. */
const REMEMBERED = 5;
/** Narrowed states that are kept ready. */
const KEPT = 5;

/** Makes the resolvers of one state. */
export type MakeResolvers = (directory: Directory, publications: readonly Publication[]) => ResolverMap;

/** Begins a history. */
export function createMembershipHistory(first: Network, makeResolvers: MakeResolvers): MembershipHistory {
  const generationOf = (network: Network): Generation => {
    const directory = createDirectory(network);
    return { network, directory, resolvers: makeResolvers(directory, publicationsOf(network.members)) };
  };
  let remembered: Generation[] = [generationOf(first)];
  const narrowed = new Map<string, Generation>();
  const current = () => remembered[0] ?? generationOf(first);

  function narrow({ version, members }: PlannedNetwork): Generation {
    const key = `${version} ${members.join(' ')}`;
    const known = narrowed.get(key);
    if (known !== undefined) return known;
    const { network } = current();
    const kept = network.members.filter(({ region }) => members.includes(region.code));
    const generation = kept.length === network.members.length ? current() : generationOf({ ...network, members: kept });
    narrowed.set(key, generation);
    const [oldest] = narrowed.keys();
    if (narrowed.size > KEPT && oldest !== undefined) narrowed.delete(oldest);
    return generation;
  }

  return {
    current,
    plannedOn(planned) {
      if (planned === undefined) return current();
      return remembered.find(({ network }) => network.version === planned.version) ?? narrow(planned);
    },
    take(network) {
      narrowed.clear();
      remembered = [generationOf(network), ...remembered].slice(0, REMEMBERED);
    },
  };
}
