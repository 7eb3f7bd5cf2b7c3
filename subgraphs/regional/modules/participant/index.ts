export { ParticipantEntity } from './participant.entity';
export { ParticipantCriterionEntity } from './participant-criterion.entity';
