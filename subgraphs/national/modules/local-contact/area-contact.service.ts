import type { Commune, NamedArea } from '../../../kit/cog';
import { encodeScope } from '../../../kit/scope';
import {
  type AbsenceReasons,
  countedOf,
  type Coverage,
  coverageOf,
  type Directory,
  type Gathered,
  oncePerAnswer,
} from '../../gather';
import { requireArea } from '../../../kit/territories';
import { type AreaOutcome, areaOfScope, areaOutcomes, questionsOf } from './area-questions';
import { directoryReferences, type DirectoryReference, type RowReference } from './local-contact.service';

/** A desk of an area, and how much of it the desk covers. */
export interface AreaDesk {
  readonly desk: RowReference;
  readonly communeCount: number;
  readonly population: number;
}

/** What is known of an area; lists are null when no region answered. */
export interface AreaAnswer {
  readonly coverage: Coverage;
  /** That of most inhabitants first. */
  readonly desks: readonly AreaDesk[] | null;
  readonly facilitators: readonly RowReference[] | null;
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
  answer(gathered: Gathered, reasons: AbsenceReasons): AreaAnswer;
}

/** Builds the service. */
export function createAreaContactService(directory: Directory): AreaContactService {
  return {
    scatter: (code) => {
      const area = requireArea(code);
      const membership = directory.membershipOf(area.communes.map(({ region }) => region));
      const shards = questionsOf(area, membership).flatMap((question) =>
        directoryReferences(directory, question.membership.asked, question.scope),
      );
      return { scope: encodeScope({ kind: 'AREA', code: area.area.code, membership }), shards };
    },
    areaOf: areaOfScope,
    answer: oncePerAnswer((gathered, reasons) => answerOf(areaOutcomes(gathered, reasons), directory)),
  };
}

function answerOf(outcomes: readonly AreaOutcome[], directory: Directory): AreaAnswer {
  const coverage = coverageOf(outcomes, directory);
  const counted = countedOf(outcomes);
  if (counted.length === 0) return { coverage, desks: null, facilitators: null, whiteZones: null };
  const desks = new Map<string, AreaDesk>();
  const facilitators = new Map<string, RowReference>();
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
