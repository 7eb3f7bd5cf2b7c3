export { probeAll, probeMembers, type ProbeDependencies } from './probe-members';
export type { MaintenanceWindow } from './declare-maintenance';
export { createMemberService, hostNameOf, type MemberService } from './member.service';
export { type StandingOutcome, withPublication } from './suspend-member';
