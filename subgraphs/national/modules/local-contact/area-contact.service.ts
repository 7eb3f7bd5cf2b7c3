import { areaNamed, type Commune, type NamedArea } from '../../../kit/cog';
import { HubError } from '../../../kit/errors';
import { encodeScope } from '../../../kit/scope';
import { type AbsenceReasons, countedOf, type Coverage, coverageOf, type Directory } from '../../gather';
import { type AreaOutcome, areaOfScope, areaOutcomes, type GatheredArea, questionsOf } from './area-questions';
import { directoryReferences, type DirectoryReference } from './local-contact.service';

type Reference = { readonly __typename: string; readonly id: string };

/** A desk of an area, and how much of it the desk covers. */
export interface AreaDesk {
  readonly desk: Reference;
  readonly communeCount: number;
  readonly population: number;
}

/** What is known of an area; lists are null when no region answered. */
export interface AreaAnswer {
  readonly coverage: Coverage;
  /** That of most inhabitants first. */
  readonly desks: readonly AreaDesk[] | null;
  readonly facilitators: readonly Reference[] | null;
  /** In the order of their codes. */
  readonly whiteZones: readonly Commune[] | null;
}

/**
 * Finds whom to call in a département or an EPCI: each of its communes is asked of its region, as `localContact` asks one, so that every
 * version of the regional schema answers.
 */
export interface AreaContactService {
  /** Throws AREA_UNKNOWN. */
  scatter(code: string): { scope: string; shards: readonly DirectoryReference[] };
  /** The area that a scope asks about. Throws SCOPE_INVALID for any other scope. */
  areaOf(scope: string): NamedArea;
  /** What the regions say; read once per answer. */
  answer(gathered: GatheredArea, reasons: AbsenceReasons): AreaAnswer;
}

/** Builds the service. */
export function createAreaContactService(directory: Directory): AreaContactService {
  const answers = new WeakMap<GatheredArea, AreaAnswer>();
  return {
    scatter: (code) => {
      const area = areaNamed(code);
      if (area === undefined) {
        const message = `"${code.slice(0, 20)}" is no département (29, 2A, 974) and no SIREN of an EPCI of the 18 regions.`;
        throw new HubError('AREA_UNKNOWN', message, { argument: 'code' });
      }
      const membership = directory.membershipOf(area.communes.map(({ region }) => region));
      const shards = questionsOf(area, membership).flatMap((question) =>
        directoryReferences(directory, question.membership.asked, question.scope),
      );
      return { scope: encodeScope({ kind: 'AREA', code: area.area.code, membership }), shards };
    },
    areaOf: areaOfScope,
    answer: (gathered, reasons) => {
      const known = answers.get(gathered) ?? answerOf(areaOutcomes(gathered, reasons), directory);
      answers.set(gathered, known);
      return known;
    },
  };
}

function answerOf(outcomes: readonly AreaOutcome[], directory: Directory): AreaAnswer {
  const coverage = coverageOf(outcomes, directory);
  const counted = countedOf(outcomes);
  if (counted.length === 0) return { coverage, desks: null, facilitators: null, whiteZones: null };
  const desks = new Map<string, AreaDesk>();
  const facilitators = new Map<string, Reference>();
  const whiteZones: Commune[] = [];
  for (const { code, values } of counted) {
    const { prefix } = directory.region(code);
    for (const { commune, desks: found } of values) {
      if (found.deskIds.length === 0) whiteZones.push(commune);
      for (const id of found.deskIds) {
        const { communeCount = 0, population = 0 } = desks.get(id) ?? {};
        const desk = { __typename: `${prefix}Desk`, id };
        desks.set(id, { desk, communeCount: communeCount + 1, population: population + commune.population });
      }
      for (const id of found.facilitatorIds) facilitators.set(id, { __typename: `${prefix}Facilitator`, id });
    }
  }
  const most = [...desks.values()].sort((left, right) => right.population - left.population);
  whiteZones.sort((left, right) => (left.code < right.code ? -1 : 1));
  return { coverage, desks: most, facilitators: [...facilitators.values()], whiteZones };
}
