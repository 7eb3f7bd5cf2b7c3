export { guardResolvers } from './guard-resolvers';
export { type AccessDirectiveNames, PLAIN_ACCESS_NAMES, requirementOf, unsupported } from './read-requirement';
export { type Alternatives, meets, type Requirement, rolesMeeting } from './requirement';
