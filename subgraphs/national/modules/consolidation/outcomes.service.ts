import { decodeFiguresScope } from '../../../kit/scope';
import type { Audience, DisclosedOutcome } from '../../disclosure';
import {
  type AbsenceReasons,
  type Coverage,
  countedOf,
  coverageOf,
  type Directory,
  type Gathered,
  matchShards,
  oncePerAnswer,
} from '../../gather';
import { mergeOutcomes, OUTCOMES_SINCE, readOutcomes } from './outcomes';

/** What became of participants, over the regions that say it. */
export interface OutcomesService {
  /** Null when no region says it. */
  outcomes(gathered: Gathered, reasons: AbsenceReasons, audience: Audience): readonly DisclosedOutcome[] | null;
  outcomesCoverage(gathered: Gathered, reasons: AbsenceReasons): Coverage;
}

/** The fields of the list of outcomes, which came with version 3 of the regional schema. */
export function createOutcomes(directory: Directory): OutcomesService {
  const outcomesOf = oncePerAnswer(({ scope: encoded, shards }, reasons) => {
    const { membership } = decodeFiguresScope(encoded);
    const found = matchShards({ membership, scope: encoded, shards, reasons, read: readOutcomes });
    return found.map((outcome) =>
      outcome.kind === 'absent' && directory.isOlderThan(outcome.code, OUTCOMES_SINCE)
        ? { ...outcome, status: 'OUTDATED_SCHEMA' as const }
        : outcome,
    );
  });
  return {
    outcomes: (gathered, reasons, audience) => {
      const counted = countedOf(outcomesOf(gathered, reasons));
      return counted.length === 0 ? null : mergeOutcomes(counted, audience);
    },
    outcomesCoverage: (gathered, reasons) => coverageOf(outcomesOf(gathered, reasons), directory),
  };
}
