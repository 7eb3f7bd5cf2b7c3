export { followResolvers } from './follow-resolvers';
export { createMembershipHistory, type Generation, type MembershipHistory } from './membership';
export { widestNetwork } from './widest-network';
