import { AuditEntryEntity } from './audit/audit-entry.entity';
import { ConformanceRunEntity } from './conformance-runs/conformance-run.entity';
import { CredentialEntity } from './credentials/credential.entity';
import { AllowedHostEntity } from './members/allowed-host.entity';
import { MemberEntity } from './members/member.entity';
import { MemberProbeEntity } from './members/member-probe.entity';
import { CheckRunEntity } from './publications/check-run.entity';
import { PublicationEntity } from './publications/publication.entity';
import { SupergraphEntity } from './supergraphs/supergraph.entity';
import { SupergraphMemberEntity } from './supergraphs/supergraph-member.entity';
import {
  OperationSetEntity,
  RegisteredOperationEntity,
  SeenOperationEntity,
  UsageBatchEntity,
  UsageCountEntity,
} from './usage/usage.entity';

/** Every table of the registry. */
export const REGISTRY_ENTITIES = [
  AllowedHostEntity,
  AuditEntryEntity,
  CheckRunEntity,
  ConformanceRunEntity,
  CredentialEntity,
  MemberEntity,
  MemberProbeEntity,
  OperationSetEntity,
  PublicationEntity,
  RegisteredOperationEntity,
  SeenOperationEntity,
  SupergraphEntity,
  SupergraphMemberEntity,
  UsageBatchEntity,
  UsageCountEntity,
];
