export {
  createLocalContactService,
  type DirectoryReference,
  directoryReferences,
  type LocalContactService,
} from './local-contact.service';
export { localContactResolvers } from './local-contact.resolvers';
