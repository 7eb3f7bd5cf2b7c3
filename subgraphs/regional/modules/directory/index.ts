export { createDirectoryLoader, type DirectoryLoader } from './directory.loader';
export { directoryResolvers } from './directory.resolvers';
