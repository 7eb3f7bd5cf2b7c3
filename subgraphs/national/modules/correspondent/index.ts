export { CorrespondentEntity } from './correspondent.entity';
export { createCorrespondentService, type Correspondent, type CorrespondentService } from './correspondent.service';
