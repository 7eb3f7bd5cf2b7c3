export { ParticipantEntity } from './participant.entity';
