export { CorrespondentChangeEntity } from './correspondent-change.entity';
export { CorrespondentEntity } from './correspondent.entity';
export { correspondentResolvers } from './correspondent.resolvers';
export {
  createCorrespondentService,
  type Correspondent,
  type CorrespondentLevel,
  type CorrespondentService,
} from './correspondent.service';
export { createDirectoryService, type DirectoryService } from './directory.service';
export { forgetPersons } from './forget-persons';
