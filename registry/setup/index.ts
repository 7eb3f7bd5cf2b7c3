export { leaveCredential } from './leave-credential';
export { SETUP_ACTOR, type SetUp, setUpMembers } from './set-up-members';
