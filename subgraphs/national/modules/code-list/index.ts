export { codeListResolvers } from './code-list.resolvers';
