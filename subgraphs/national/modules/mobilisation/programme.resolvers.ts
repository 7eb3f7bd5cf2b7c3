import type { NationalContext } from '../../context';
import type {
  AddMobilisationProgrammeLinesInput,
  AnnounceMobilisationProgrammeInput,
  OpenMobilisationProgrammeInput,
  Resolvers,
} from '../../generated/resolver-types.generated';
import { actorOf } from './request-caller';
import type { ProgrammeOutcome } from './programme.service';

/** Resolvers of programmes: many operations announced at once. */
export function programmeResolvers(): Resolvers<NationalContext> {
  return {
    Mutation: {
      openMobilisationProgramme: async (
        _: unknown,
        { input }: { input: OpenMobilisationProgrammeInput },
        { programmes, caller, subject }: NationalContext,
      ) => resultOf(await programmes.open(input, actorOf(caller, subject))),
      addMobilisationProgrammeLines: async (
        _: unknown,
        { input }: { input: AddMobilisationProgrammeLinesInput },
        { programmes, caller, subject }: NationalContext,
      ) => resultOf(await programmes.addLines({ ...input, id: String(input.id) }, actorOf(caller, subject))),
      announceMobilisationProgramme: async (
        _: unknown,
        { input }: { input: AnnounceMobilisationProgrammeInput },
        { programmes, caller, subject }: NationalContext,
      ) => resultOf(await programmes.announce({ ...input, id: String(input.id) }, actorOf(caller, subject))),
    },
  };
}

function resultOf(outcome: ProgrammeOutcome) {
  switch (outcome.status) {
    case 'done': {
      const { row, lineCount } = outcome.programme;
      const { publicId: id, siren, title, announcedAt } = row;
      return {
        __typename: 'MobilisationProgrammeSuccess' as const,
        programme: { id, siren, title, announcedAt, lineCount },
      };
    }
    case 'not-found':
      return {
        __typename: 'MobilisationProgrammeNotFoundError' as const,
        code: 'MOBILISATION_PROGRAMME_UNKNOWN',
        message: 'There is no such programme, or it is not for this caller.',
      };
    case 'rejected':
      return {
        __typename: 'MobilisationProgrammeLinesError' as const,
        code: 'MOBILISATION_PROGRAMME_REJECTED',
        message: `${outcome.problemCount} lines cannot be announced; none of this part was kept.`,
        ...outcome,
      };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, ...outcome };
  }
}
