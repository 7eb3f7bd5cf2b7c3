export { areaContactResolvers } from './area-contact.resolvers';
export { createAreaContactService } from './area-contact.service';
export {
  createLocalContactService,
  type DirectoryReference,
  directoryReferences,
  type LocalContactService,
} from './local-contact.service';
export { localContactResolvers } from './local-contact.resolvers';
