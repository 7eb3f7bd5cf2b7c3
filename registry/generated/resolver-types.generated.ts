import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntryEntity } from '../audit/audit-entry.entity';
import type { CheckRunEntity } from '../publications/check-run.entity';
import type { CheckResult as CheckResultRow, Finding as FindingRow, Usage } from '../checks';
import type { ConformanceRunEntity } from '../conformance-runs/conformance-run.entity';
import type { MemberEntity } from '../members/member.entity';
import type { OperationSetEntity } from '../usage/usage.entity';
import type { PublicationEntity } from '../publications/publication.entity';
import type { RegionalSchemaRelease } from '../../subgraphs/kit/regional-schema';
import type { CredentialEntity } from '../credentials/credential.entity';
import type { SupergraphEntity } from '../supergraphs/supergraph.entity';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string | number; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A code of a national code list; lists grow, so clients must expect codes they do not know. */
  Code: { input: string; output: string; }
  /** A number of things, an integer of at least 0. */
  Count: { input: number; output: number; }
  /** A day, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A moment, RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** INSEE code of a region, a string with its leading zero. */
  RegionCode: { input: string; output: string; }
};

/** A host to allow. */
export type AllowHostInput = {
  /** Name of the host, without scheme or path; with its port where that is neither 443 nor 8443. */
  readonly host: Scalars['String']['input'];
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
};

/** What became of it. */
export type AllowHostResult = AllowHostSuccess | InvalidInputError | MemberNotFoundError;

/** The host is allowed, now or since earlier. */
export type AllowHostSuccess = {
  readonly __typename?: 'AllowHostSuccess';
  /** The region. */
  readonly member: Member;
};

/** One page of the audit log. */
export type AuditConnection = {
  readonly __typename?: 'AuditConnection';
  /** The entries of the page. */
  readonly edges: ReadonlyArray<AuditEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An entry and its place in the list. */
export type AuditEdge = {
  readonly __typename?: 'AuditEdge';
  /** Where it stands. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEntry;
};

/** One change, as it was written down in the same step. */
export type AuditEntry = {
  readonly __typename?: 'AuditEntry';
  /** What was done, such as PUBLISH. */
  readonly action: Scalars['Code']['output'];
  /** Who: the subject of a token, or a credential. */
  readonly actor: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What it was about, as JSON. Holds no secret. */
  readonly details: Scalars['String']['output'];
  /** Number of the entry. */
  readonly id: Scalars['ID']['output'];
  /** Region that it is about. */
  readonly region?: Maybe<Region>;
};

/** Whether something may be published. */
export type CheckConclusion =
  /** At least one check found what must not be served. */
  | 'FAILED'
  /** Every check passed, with or without warnings. */
  | 'PASSED';

/** One page of checks. */
export type CheckConnection = {
  readonly __typename?: 'CheckConnection';
  /** The checks of the page. */
  readonly edges: ReadonlyArray<CheckEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A run of the checks and its place in the list. */
export type CheckEdge = {
  readonly __typename?: 'CheckEdge';
  /** Where it stands. */
  readonly cursor: Scalars['String']['output'];
  /** The report. */
  readonly node: CheckReport;
};

/** What the checks say of a subgraph. */
export type CheckReport = {
  readonly __typename?: 'CheckReport';
  /** When the checks ran. */
  readonly checkedAt: Scalars['DateTime']['output'];
  /** Who had them run. */
  readonly checkedBy: Scalars['String']['output'];
  /** The checks, in the order in which they run. */
  readonly checks: ReadonlyArray<CheckResult>;
  /** SHA-256 of the schema, its version and its address. */
  readonly checksum: Scalars['String']['output'];
  /** Supergraph that it was compared with; null when there was none. */
  readonly comparedWith?: Maybe<Scalars['Int']['output']>;
  /** Whether it may be published. */
  readonly conclusion: CheckConclusion;
  /** Identifier of the run. */
  readonly id: Scalars['ID']['output'];
  /** The region. */
  readonly region: Region;
  /** Version of the regional schema that it was checked against. */
  readonly schemaVersion: Scalars['String']['output'];
  /** Where the subgraph would be asked. */
  readonly url: Scalars['String']['output'];
};

/** One check and what it found. */
export type CheckResult = {
  readonly __typename?: 'CheckResult';
  /** What it found. */
  readonly findings: ReadonlyArray<Finding>;
  /** Its name, such as COMPOSITION. */
  readonly name: Scalars['Code']['output'];
  /** Why it was skipped or could not end. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  readonly status: CheckStatus;
};

/** What became of one check. */
export type CheckStatus =
  /** It ran and found nothing that must not be served. */
  | 'COMPLETED'
  /** It found something that must not be served, or could not end. */
  | 'FAILED'
  /** It was not run, since one before it failed. */
  | 'SKIPPED';

/** A subgraph to check. */
export type CheckSubgraphInput = {
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
  /** Version of the regional schema that it implements. */
  readonly schemaVersion: Scalars['String']['input'];
  /** Schema of the region's subgraph, at most 256 KB. */
  readonly sdl: Scalars['String']['input'];
  /** Where the subgraph is to be asked. */
  readonly url: Scalars['String']['input'];
};

/** What became of a check. */
export type CheckSubgraphResult = CheckSubgraphSuccess | InvalidInputError | MemberNotFoundError;

/** The checks were run; whether they passed is in the report. */
export type CheckSubgraphSuccess = {
  readonly __typename?: 'CheckSubgraphSuccess';
  /** What they say. */
  readonly report: CheckReport;
};

/** The checks found what must not be served. It is kept with its report and never served; what was served before stays. */
export type ChecksFailedError = {
  readonly __typename?: 'ChecksFailedError';
  /** Which checks failed. */
  readonly message: Scalars['String']['output'];
  /** What was kept; of a schema of more than 256 KB, its beginning. */
  readonly publication: Publication;
  /** What the checks say. */
  readonly report: CheckReport;
};

/** Publishing needs a fresh run of the conformance kit by the registry that passed. */
export type ConformanceRequiredError = {
  readonly __typename?: 'ConformanceRequiredError';
  /** The last run, if there is one. */
  readonly lastRun?: Maybe<ConformanceRun>;
  /** What is missing and how to get it. */
  readonly message: Scalars['String']['output'];
};

/** A run of the conformance kit by the registry. */
export type ConformanceRun = {
  readonly __typename?: 'ConformanceRun';
  /** Identifier of the run. */
  readonly id: Scalars['ID']['output'];
  /** Whether every check was run and passed: what was not run is not passed. */
  readonly isPassed: Scalars['Boolean']['output'];
  /** When it ended. */
  readonly ranAt: Scalars['DateTime']['output'];
  /** Who had it run. */
  readonly ranBy: Scalars['String']['output'];
  /** The region. */
  readonly region: Region;
  /** The report as JSON, in the form that `maillage conform --json` prints. */
  readonly report: Scalars['String']['output'];
  /** Version of the regional schema that it was held against. */
  readonly schemaVersion: Scalars['String']['output'];
  /** Address that was tried. */
  readonly url: Scalars['String']['output'];
  /** Until when it lets the region publish. */
  readonly validUntil: Scalars['DateTime']['output'];
};

/** What a credential is for. */
export type CredentialKind =
  /** To administer the registry. */
  | 'ADMINISTRATION'
  /** To read what is to be served: gateways and the national subgraph. */
  | 'READER'
  /** To publish and check as one region. */
  | 'REGION';

/** There is no such credential. */
export type CredentialNotFoundError = {
  readonly __typename?: 'CredentialNotFoundError';
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** A maintenance window. Without begin and end, the one declared is taken back. */
export type DeclareMaintenanceInput = {
  /** Begin. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** What is done. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
  /** End, at most thirty days after the begin. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What became of it. */
export type DeclareMaintenanceResult = DeclareMaintenanceSuccess | InvalidInputError | MemberNotFoundError;

/** The window stands, or none does. */
export type DeclareMaintenanceSuccess = {
  readonly __typename?: 'DeclareMaintenanceSuccess';
  /** The region. */
  readonly member: Member;
};

/** The hub as the registry knows it. */
export type Federation = {
  readonly __typename?: 'Federation';
  /** Every change, newest first. */
  readonly auditLog: AuditConnection;
  /** Checks that were run, newest first; a coordination sees its own region's. */
  readonly checks: CheckConnection;
  /** Runs of the conformance kit by the registry, newest first, at most fifty; a coordination sees its own region's. */
  readonly conformanceRuns: ReadonlyArray<ConformanceRun>;
  /** Credentials of the registry, newest first. */
  readonly credentials: ReadonlyArray<RegistryCredential>;
  /** Regions that take part or were invited, in the order of their codes. */
  readonly members: ReadonlyArray<Member>;
  /** Clients whose operations are registered, by name. */
  readonly operationSets: ReadonlyArray<OperationSet>;
  /** One publication of a region; null when there is none of that number. */
  readonly publication?: Maybe<Publication>;
  /** What regions published, newest first; a coordination sees its own region's. */
  readonly publications: PublicationConnection;
  /** Versions of the regional schema, oldest first, with their calendar. */
  readonly schemaVersions: ReadonlyArray<RegionalSchemaVersion>;
  /** What is served now; null before anything was. */
  readonly supergraph?: Maybe<Supergraph>;
  /** Everything that was ever served, newest first. */
  readonly supergraphs: SupergraphConnection;
};


/** The hub as the registry knows it. */
export type FederationAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};


/** The hub as the registry knows it. */
export type FederationChecksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};


/** The hub as the registry knows it. */
export type FederationConformanceRunsArgs = {
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};


/** The hub as the registry knows it. */
export type FederationCredentialsArgs = {
  includeEnded: Scalars['Boolean']['input'];
};


/** The hub as the registry knows it. */
export type FederationMembersArgs = {
  regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
};


/** The hub as the registry knows it. */
export type FederationPublicationArgs = {
  number: Scalars['Int']['input'];
  region: Scalars['RegionCode']['input'];
};


/** The hub as the registry knows it. */
export type FederationPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};


/** The hub as the registry knows it. */
export type FederationSupergraphsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** One thing that a check found. */
export type Finding = {
  readonly __typename?: 'Finding';
  /** What to do about it. */
  readonly advice: Scalars['String']['output'];
  /** What kind of thing. */
  readonly code: Scalars['Code']['output'];
  /** Schema coordinate that it is about, such as BretagneFigures.hoursDone. */
  readonly coordinate?: Maybe<Scalars['String']['output']>;
  /** Line of the published schema, from 1. */
  readonly line?: Maybe<Scalars['Int']['output']>;
  /** What was found. */
  readonly message: Scalars['String']['output'];
  /** How much it weighs. */
  readonly severity: FindingSeverity;
  /** Who uses what is touched; empty where nobody does or it does not matter. */
  readonly usedBy: ReadonlyArray<OperationUse>;
};

/** How much a finding weighs. */
export type FindingSeverity =
  /** Something that is used would stop working. */
  | 'BREAKING'
  /** Something that is used may behave otherwise. */
  | 'DANGEROUS'
  /** It must not be served. */
  | 'ERROR'
  /** Nothing that is used is touched. */
  | 'SAFE'
  /** It is served, but should be better. */
  | 'WARNING';

/** The input cannot be carried out as it is. */
export type InvalidInputError = {
  readonly __typename?: 'InvalidInputError';
  /** Field of the input. */
  readonly field: Scalars['String']['output'];
  /** What is wrong and what would be right. */
  readonly message: Scalars['String']['output'];
};

/** Some are not valid on the supergraph that is served; none was registered. */
export type InvalidOperationsError = {
  readonly __typename?: 'InvalidOperationsError';
  /** How many, and of how many. */
  readonly message: Scalars['String']['output'];
  /** What is wrong, one line each. */
  readonly problems: ReadonlyArray<Scalars['String']['output']>;
};

/** A region to invite. */
export type InviteMemberInput = {
  /** Hosts that it may serve from: "clauses.example.fr". */
  readonly hosts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
};

/** What became of an invitation. */
export type InviteMemberResult = InvalidInputError | InviteMemberSuccess;

/** The region is invited, or was a member before. */
export type InviteMemberSuccess = {
  readonly __typename?: 'InviteMemberSuccess';
  /** The region. */
  readonly member: Member;
};

/** A credential to issue. */
export type IssueCredentialInput = {
  /** Days that it lives, from 1 to 365. */
  readonly days: Scalars['Int']['input'];
  /** What it is for. */
  readonly kind: CredentialKind;
  /** Who holds it, on one line of at most 100 characters. */
  readonly label: Scalars['String']['input'];
  /** Region, for a credential of a region. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** What became of a credential to issue. */
export type IssueCredentialResult = InvalidInputError | IssueCredentialSuccess | MemberNotFoundError;

/** A credential was issued. */
export type IssueCredentialSuccess = {
  readonly __typename?: 'IssueCredentialSuccess';
  /** What is kept of it. */
  readonly credential: RegistryCredential;
  /** The credential as its holder sends it, after `Authorization: Bearer`. Shown this once. */
  readonly secret: Scalars['String']['output'];
};

/** A time in which a region may not answer. */
export type MaintenanceWindow = {
  readonly __typename?: 'MaintenanceWindow';
  /** Begin. */
  readonly from: Scalars['DateTime']['output'];
  /** What is done, as its coordination says. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** End. */
  readonly to: Scalars['DateTime']['output'];
};

/** A region that takes part in the hub, or was invited to. */
export type Member = {
  readonly __typename?: 'Member';
  /** Hosts that it may serve from. */
  readonly allowedHosts?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** When it last published something that passed every check. */
  readonly lastPublishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Milliseconds that the last probe took from the registry; null when it was not answered. */
  readonly latencyMs?: Maybe<Scalars['Int']['output']>;
  /** Its maintenance window, running or to come. */
  readonly maintenance?: Maybe<MaintenanceWindow>;
  /** When the registry last probed it. */
  readonly probedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The region. */
  readonly region: Region;
  /** Version of the regional schema that it serves; null until it has published. */
  readonly schemaVersion?: Maybe<Scalars['String']['output']>;
  /** Number of its publication that is served, or was before it was suspended. */
  readonly servedPublication?: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  readonly state: MemberState;
  /** Whether it answered the registry's last probe, or why not; null before the first probe. */
  readonly status?: Maybe<RegionStatus>;
  /** Since when it is suspended. */
  readonly suspendedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is asked. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** There is no such member. */
export type MemberNotFoundError = {
  readonly __typename?: 'MemberNotFoundError';
  /** What is wrong, and who can invite the region. */
  readonly message: Scalars['String']['output'];
};

/** Where a region stands towards the hub. */
export type MemberState =
  /** It is in the graph. */
  | 'CONNECTED'
  /** It may publish and has not yet: it is not in the graph. */
  | 'INVITED'
  /** The national association took it out of the graph. */
  | 'SUSPENDED';

/** The region stands otherwise towards the hub than what was asked needs. */
export type MemberStateError = {
  readonly __typename?: 'MemberStateError';
  /** What is wrong and what would be right. */
  readonly message: Scalars['String']['output'];
  /** Where the region stands. */
  readonly state: MemberState;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Allows a region to serve from a host. */
  readonly allowHost?: Maybe<AllowHostResult>;
  /** Runs every check on a subgraph and publishes nothing. On the registry's own address only. */
  readonly checkSubgraph?: Maybe<CheckSubgraphResult>;
  /** Announces that a region may not answer for some time, or takes that back. */
  readonly declareMaintenance?: Maybe<DeclareMaintenanceResult>;
  /** Invites a region: it may publish from now on. */
  readonly inviteMember?: Maybe<InviteMemberResult>;
  /** Issues a credential for the registry's own address. Its secret is shown in this answer and never again. */
  readonly issueCredential?: Maybe<IssueCredentialResult>;
  /** Checks a subgraph and, when every check passes, publishes and serves it. On the registry's own address only. */
  readonly publishSubgraph?: Maybe<PublishSubgraphResult>;
  /** Registers the operations of a client: what they use counts as used, whether they are asked or not. */
  readonly pushOperations?: Maybe<PushOperationsResult>;
  /** Takes that back for future publications; what is served stays. */
  readonly removeHost?: Maybe<RemoveHostResult>;
  /** Takes a suspended region into the graph again, as it last published. */
  readonly resumeMember?: Maybe<ResumeMemberResult>;
  /** Ends a credential for good, at once. */
  readonly revokeCredential?: Maybe<RevokeCredentialResult>;
  /** Serves an earlier publication of a region again. */
  readonly rollbackSubgraph?: Maybe<RollbackSubgraphResult>;
  /** Serves the content of an earlier supergraph again, under a new number. */
  readonly rollbackSupergraph?: Maybe<RollbackSupergraphResult>;
  /** Runs the conformance kit against an address of a region, with the hub's key, and keeps the report. On the registry's own address only. */
  readonly runConformance?: Maybe<RunConformanceResult>;
  /** Takes a region out of the graph and out of the sums. */
  readonly suspendMember?: Maybe<SuspendMemberResult>;
};


export type MutationAllowHostArgs = {
  input: AllowHostInput;
};


export type MutationCheckSubgraphArgs = {
  input: CheckSubgraphInput;
};


export type MutationDeclareMaintenanceArgs = {
  input: DeclareMaintenanceInput;
};


export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


export type MutationIssueCredentialArgs = {
  input: IssueCredentialInput;
};


export type MutationPublishSubgraphArgs = {
  input: PublishSubgraphInput;
};


export type MutationPushOperationsArgs = {
  input: PushOperationsInput;
};


export type MutationRemoveHostArgs = {
  input: RemoveHostInput;
};


export type MutationResumeMemberArgs = {
  input: ResumeMemberInput;
};


export type MutationRevokeCredentialArgs = {
  input: RevokeCredentialInput;
};


export type MutationRollbackSubgraphArgs = {
  input: RollbackSubgraphInput;
};


export type MutationRollbackSupergraphArgs = {
  input: RollbackSupergraphInput;
};


export type MutationRunConformanceArgs = {
  input: RunConformanceInput;
};


export type MutationSuspendMemberArgs = {
  input: SuspendMemberInput;
};

/** There is nothing earlier of that number that could be served, or it no longer composes with the others. */
export type NothingToRestoreError = {
  readonly __typename?: 'NothingToRestoreError';
  /** What is wrong and what can be restored. */
  readonly message: Scalars['String']['output'];
};

/** The operations that a client has registered. */
export type OperationSet = {
  readonly __typename?: 'OperationSet';
  /** Name of the client. */
  readonly client: Scalars['String']['output'];
  /** How many operations. */
  readonly operations: Scalars['Count']['output'];
  /** When they were registered. */
  readonly pushedAt: Scalars['DateTime']['output'];
  /** Who registered them. */
  readonly pushedBy: Scalars['String']['output'];
  /** Its version. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** An operation of a client that uses something. */
export type OperationUse = {
  readonly __typename?: 'OperationUse';
  /** Client, as it names itself; null when it does not. */
  readonly client?: Maybe<Scalars['String']['output']>;
  /** Last day on which it was asked. */
  readonly lastSeenOn?: Maybe<Scalars['Date']['output']>;
  /** Name of the operation; null when it has none. */
  readonly operation?: Maybe<Scalars['String']['output']>;
  /** Requests in the last thirty days; 0 for an operation that is registered and was not asked. */
  readonly requests: Scalars['Count']['output'];
};

/** Where a page ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** What a region published once. It never changes. */
export type Publication = {
  readonly __typename?: 'Publication';
  /** SHA-256 of the schema, its version and its address. */
  readonly checksum: Scalars['String']['output'];
  /** Whether it passed every check; one that did not is never served. */
  readonly isServable: Scalars['Boolean']['output'];
  /** Whether it is in the supergraph that is served now. */
  readonly isServed: Scalars['Boolean']['output'];
  /** Its number within the region: 1, 2, 3. */
  readonly number: Scalars['Int']['output'];
  /** When it was published. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** Who published it. */
  readonly publishedBy: Scalars['String']['output'];
  /** The region. */
  readonly region: Region;
  /** The checks that it went through. */
  readonly report: CheckReport;
  /** Version of the regional schema that it implements. */
  readonly schemaVersion: Scalars['String']['output'];
  /** The schema of the region's subgraph. */
  readonly sdl: Scalars['String']['output'];
  /** Where the region's subgraph is asked. */
  readonly url: Scalars['String']['output'];
};

/** One page of publications. */
export type PublicationConnection = {
  readonly __typename?: 'PublicationConnection';
  /** The publications of the page. */
  readonly edges: ReadonlyArray<PublicationEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A publication and its place in the list. */
export type PublicationEdge = {
  readonly __typename?: 'PublicationEdge';
  /** Where it stands. */
  readonly cursor: Scalars['String']['output'];
  /** The publication. */
  readonly node: Publication;
};

/** A subgraph to publish. */
export type PublishSubgraphInput = {
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
  /** Version of the regional schema that it implements. */
  readonly schemaVersion: Scalars['String']['input'];
  /** Schema of the region's subgraph, at most 256 KB. */
  readonly sdl: Scalars['String']['input'];
  /** Where the subgraph is to be asked. */
  readonly url: Scalars['String']['input'];
};

/** What became of a publication. */
export type PublishSubgraphResult = ChecksFailedError | ConformanceRequiredError | InvalidInputError | MemberNotFoundError | MemberStateError | PublishSubgraphSuccess;

/** It is published and in the supergraph that is served. */
export type PublishSubgraphSuccess = {
  readonly __typename?: 'PublishSubgraphSuccess';
  /** Whether this very publication was served before already: publishing the same again changes nothing. */
  readonly isUnchanged: Scalars['Boolean']['output'];
  /** What was published. */
  readonly publication: Publication;
  /** The supergraph that is served. */
  readonly supergraph: Supergraph;
};

/** All operations of a client. They replace those that it registered before under the same version. */
export type PushOperationsInput = {
  /** Name of the client, as it sends it in `maillage-client`. */
  readonly client: Scalars['String']['input'];
  /** Its operations, at most 1,000. */
  readonly operations: ReadonlyArray<PushedOperationInput>;
  /** Its version. */
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

/** What became of it. */
export type PushOperationsResult = InvalidInputError | InvalidOperationsError | PushOperationsSuccess;

/** They are registered. */
export type PushOperationsSuccess = {
  readonly __typename?: 'PushOperationsSuccess';
  /** The operations. */
  readonly operationSet: OperationSet;
};

/** An operation of a client. */
export type PushedOperationInput = {
  /** The document: one operation and its fragments. */
  readonly document: Scalars['String']['input'];
  /** Its name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The hub itself: its members and what it serves. Null when the registry does not answer. */
  readonly federation?: Maybe<Federation>;
};

/** A region of the law. */
export type Region = {
  readonly __typename?: 'Region';
  /** INSEE code. */
  readonly code: Scalars['RegionCode']['output'];
  /** Official name. */
  readonly name: Scalars['String']['output'];
};

/** What became of one region in one answer. The same enumeration everywhere. */
export type RegionStatus =
  /** It answered nonsense, which is excluded. */
  | 'INVALID'
  /** It did not answer; its last known answer is used, with its date. */
  | 'LAST_KNOWN'
  /** It answered this very question. */
  | 'LIVE'
  /** It announced a maintenance. */
  | 'MAINTENANCE'
  /** It is absent, for a cause that is not known. */
  | 'MISSING'
  /** It takes no part in the hub yet. */
  | 'NOT_CONNECTED'
  /** Its version of the regional schema lacks what was asked. */
  | 'OUTDATED_SCHEMA'
  /** It refused the hub. */
  | 'REFUSED'
  /** The national association suspended it. */
  | 'SUSPENDED'
  /** It did not answer within its deadline. */
  | 'TIMEOUT'
  /** It could not be reached. */
  | 'UNREACHABLE';

/** A version of the regional schema and its calendar. */
export type RegionalSchemaVersion = {
  readonly __typename?: 'RegionalSchemaVersion';
  /** Day from which it should be replaced; null while it is current. */
  readonly deprecatedOn?: Maybe<Scalars['Date']['output']>;
  /** Regions that serve it, in the order of their codes. */
  readonly members: ReadonlyArray<Region>;
  /** Day on which it can be published first. */
  readonly publishedOn: Scalars['Date']['output'];
  /** Day from which it can no longer be published; null while none is set. */
  readonly retiredOn?: Maybe<Scalars['Date']['output']>;
  /** The version: "1", "2". */
  readonly version: Scalars['String']['output'];
};

/** A credential of the registry, without its secret. */
export type RegistryCredential = {
  readonly __typename?: 'RegistryCredential';
  /** When it was issued. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who issued it. */
  readonly createdBy: Scalars['String']['output'];
  /** When it ends by itself. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Public identifier. */
  readonly id: Scalars['ID']['output'];
  /** What it is for. */
  readonly kind: CredentialKind;
  /** Who holds it. */
  readonly label: Scalars['String']['output'];
  /** Last day on which it was used. */
  readonly lastUsedOn?: Maybe<Scalars['Date']['output']>;
  /** Region that it is issued for. */
  readonly region?: Maybe<Region>;
  /** When it was revoked; null if it was not. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A host to allow no longer. */
export type RemoveHostInput = {
  /** Name of the host. */
  readonly host: Scalars['String']['input'];
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
};

/** What became of it. */
export type RemoveHostResult = InvalidInputError | MemberNotFoundError | RemoveHostSuccess;

/** The host is not allowed, or never was. */
export type RemoveHostSuccess = {
  readonly __typename?: 'RemoveHostSuccess';
  /** The region. */
  readonly member: Member;
};

/** A region to take in again. */
export type ResumeMemberInput = {
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
};

/** What became of it. */
export type ResumeMemberResult = MemberNotFoundError | MemberStateError | NothingToRestoreError | ResumeMemberSuccess;

/** The region is no longer suspended. */
export type ResumeMemberSuccess = {
  readonly __typename?: 'ResumeMemberSuccess';
  /** The region. */
  readonly member: Member;
  /** The supergraph with it; null when it has published nothing yet. */
  readonly supergraph?: Maybe<Supergraph>;
};

/** A credential to end. */
export type RevokeCredentialInput = {
  /** Public identifier: the part between `mlr_` and the secret. */
  readonly id: Scalars['ID']['input'];
};

/** What became of a credential to end. */
export type RevokeCredentialResult = CredentialNotFoundError | RevokeCredentialSuccess;

/** The credential is revoked, now or since earlier. */
export type RevokeCredentialSuccess = {
  readonly __typename?: 'RevokeCredentialSuccess';
  /** What is kept of it. */
  readonly credential: RegistryCredential;
};

/** A region to roll back. */
export type RollbackSubgraphInput = {
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
  /** Number of a publication that passed; the last such one before the present one unless set. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of a rollback. */
export type RollbackSubgraphResult = MemberNotFoundError | MemberStateError | NothingToRestoreError | RollbackSubgraphSuccess;

/** The earlier publication is served. */
export type RollbackSubgraphSuccess = {
  readonly __typename?: 'RollbackSubgraphSuccess';
  /** The publication that is served now. */
  readonly publication: Publication;
  /** The new supergraph. */
  readonly supergraph: Supergraph;
};

/** A supergraph to go back to. */
export type RollbackSupergraphInput = {
  /** Number of a supergraph; the last one with other publications than the present one unless set. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of a rollback. */
export type RollbackSupergraphResult = NothingToRestoreError | RollbackSupergraphSuccess;

/** The earlier content is served. */
export type RollbackSupergraphSuccess = {
  readonly __typename?: 'RollbackSupergraphSuccess';
  /** The new supergraph. */
  readonly supergraph: Supergraph;
};

/** A conformance run to make. */
export type RunConformanceInput = {
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
  /** Version of the regional schema; that of its last publication unless set, else the current one. */
  readonly schemaVersion?: InputMaybe<Scalars['String']['input']>;
  /** Address of the region's staging subgraph. */
  readonly url: Scalars['String']['input'];
};

/** What became of it. */
export type RunConformanceResult = InvalidInputError | MemberNotFoundError | RunConformanceSuccess;

/** The kit was run; whether the region passed is in the report. */
export type RunConformanceSuccess = {
  readonly __typename?: 'RunConformanceSuccess';
  /** The run. */
  readonly run: ConformanceRun;
};

/** A version of the supergraph. It never changes; a rollback is a new number with old content. */
export type Supergraph = {
  readonly __typename?: 'Supergraph';
  /** What brought it about. */
  readonly cause: SupergraphCause;
  /** SHA-256 of what gateways are given. */
  readonly checksum: Scalars['String']['output'];
  /** When it was composed. */
  readonly composedAt: Scalars['DateTime']['output'];
  /** Who brought it about. */
  readonly createdBy: Scalars['String']['output'];
  /** Regions in it, in the order of their codes. */
  readonly members: ReadonlyArray<SupergraphMember>;
  /** Its number: each is greater than all before. */
  readonly number: Scalars['Int']['output'];
  /** Number of the supergraph whose content it repeats. */
  readonly restoredFrom?: Maybe<Scalars['Int']['output']>;
  /** The composed schema that gateways plan with. */
  readonly sdl: Scalars['String']['output'];
};

/** What brings a supergraph about. */
export type SupergraphCause =
  /** A maintenance window was declared or taken back. */
  | 'MAINTENANCE'
  /** A region published. */
  | 'PUBLISH'
  /** A region was taken in again. */
  | 'RESUME'
  /** A region was rolled back. */
  | 'ROLLBACK_SUBGRAPH'
  /** The whole was rolled back. */
  | 'ROLLBACK_SUPERGRAPH'
  /** The hub was set up or prepared anew. */
  | 'SETUP'
  /** A region was suspended. */
  | 'SUSPEND';

/** One page of supergraphs. */
export type SupergraphConnection = {
  readonly __typename?: 'SupergraphConnection';
  /** The supergraphs of the page. */
  readonly edges: ReadonlyArray<SupergraphEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A supergraph and its place in the list. */
export type SupergraphEdge = {
  readonly __typename?: 'SupergraphEdge';
  /** Where it stands. */
  readonly cursor: Scalars['String']['output'];
  /** The supergraph. */
  readonly node: Supergraph;
};

/** A region as one supergraph holds it. */
export type SupergraphMember = {
  readonly __typename?: 'SupergraphMember';
  /** Number of its publication within the region. */
  readonly publication: Scalars['Int']['output'];
  /** The region. */
  readonly region: Region;
  /** Version of the regional schema. */
  readonly schemaVersion: Scalars['String']['output'];
};

/** A region to suspend. */
export type SuspendMemberInput = {
  /** Why, for the audit log. */
  readonly reason: Scalars['String']['input'];
  /** The region. */
  readonly region: Scalars['RegionCode']['input'];
};

/** What became of a suspension. */
export type SuspendMemberResult = MemberNotFoundError | MemberStateError | SuspendMemberSuccess;

/** The region is suspended, now or since earlier. */
export type SuspendMemberSuccess = {
  readonly __typename?: 'SuspendMemberSuccess';
  /** The region. */
  readonly member: Member;
  /** The supergraph without it; null when it was in none. */
  readonly supergraph?: Maybe<Supergraph>;
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  AllowHostResult:
    | ( Partial<Omit<AllowHostSuccess, 'member'> & { member: _RefType['Member'] }> )
    | ( Partial<InvalidInputError> )
    | ( Partial<MemberNotFoundError> )
  ;
  CheckSubgraphResult:
    | ( Partial<Omit<CheckSubgraphSuccess, 'report'> & { report: _RefType['CheckReport'] }> )
    | ( Partial<InvalidInputError> )
    | ( Partial<MemberNotFoundError> )
  ;
  DeclareMaintenanceResult:
    | ( Partial<Omit<DeclareMaintenanceSuccess, 'member'> & { member: _RefType['Member'] }> )
    | ( Partial<InvalidInputError> )
    | ( Partial<MemberNotFoundError> )
  ;
  InviteMemberResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<Omit<InviteMemberSuccess, 'member'> & { member: _RefType['Member'] }> )
  ;
  IssueCredentialResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<Omit<IssueCredentialSuccess, 'credential'> & { credential: _RefType['RegistryCredential'] }> )
    | ( Partial<MemberNotFoundError> )
  ;
  PublishSubgraphResult:
    | ( Partial<Omit<ChecksFailedError, 'publication' | 'report'> & { publication: _RefType['Publication'], report: _RefType['CheckReport'] }> )
    | ( Partial<Omit<ConformanceRequiredError, 'lastRun'> & { lastRun?: Maybe<_RefType['ConformanceRun']> }> )
    | ( Partial<InvalidInputError> )
    | ( Partial<MemberNotFoundError> )
    | ( Partial<MemberStateError> )
    | ( Partial<Omit<PublishSubgraphSuccess, 'publication' | 'supergraph'> & { publication: _RefType['Publication'], supergraph: _RefType['Supergraph'] }> )
  ;
  PushOperationsResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<InvalidOperationsError> )
    | ( Partial<Omit<PushOperationsSuccess, 'operationSet'> & { operationSet: _RefType['OperationSet'] }> )
  ;
  RemoveHostResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<MemberNotFoundError> )
    | ( Partial<Omit<RemoveHostSuccess, 'member'> & { member: _RefType['Member'] }> )
  ;
  ResumeMemberResult:
    | ( Partial<MemberNotFoundError> )
    | ( Partial<MemberStateError> )
    | ( Partial<NothingToRestoreError> )
    | ( Partial<Omit<ResumeMemberSuccess, 'member' | 'supergraph'> & { member: _RefType['Member'], supergraph?: Maybe<_RefType['Supergraph']> }> )
  ;
  RevokeCredentialResult:
    | ( Partial<CredentialNotFoundError> )
    | ( Partial<Omit<RevokeCredentialSuccess, 'credential'> & { credential: _RefType['RegistryCredential'] }> )
  ;
  RollbackSubgraphResult:
    | ( Partial<MemberNotFoundError> )
    | ( Partial<MemberStateError> )
    | ( Partial<NothingToRestoreError> )
    | ( Partial<Omit<RollbackSubgraphSuccess, 'publication' | 'supergraph'> & { publication: _RefType['Publication'], supergraph: _RefType['Supergraph'] }> )
  ;
  RollbackSupergraphResult:
    | ( Partial<NothingToRestoreError> )
    | ( Partial<Omit<RollbackSupergraphSuccess, 'supergraph'> & { supergraph: _RefType['Supergraph'] }> )
  ;
  RunConformanceResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<MemberNotFoundError> )
    | ( Partial<Omit<RunConformanceSuccess, 'run'> & { run: _RefType['ConformanceRun'] }> )
  ;
  SuspendMemberResult:
    | ( Partial<MemberNotFoundError> )
    | ( Partial<MemberStateError> )
    | ( Partial<Omit<SuspendMemberSuccess, 'member' | 'supergraph'> & { member: _RefType['Member'], supergraph?: Maybe<_RefType['Supergraph']> }> )
  ;
}>;


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  AllowHostInput: ResolverTypeWrapper<Partial<AllowHostInput>>;
  AllowHostResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AllowHostResult']>>;
  AllowHostSuccess: ResolverTypeWrapper<Partial<Omit<AllowHostSuccess, 'member'> & { member: ResolversTypes['Member'] }>>;
  AuditConnection: ResolverTypeWrapper<Partial<Omit<AuditConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AuditEdge']> }>>;
  AuditEdge: ResolverTypeWrapper<Partial<Omit<AuditEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>>;
  AuditEntry: ResolverTypeWrapper<AuditEntryEntity>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  CheckConclusion: ResolverTypeWrapper<Partial<CheckConclusion>>;
  CheckConnection: ResolverTypeWrapper<Partial<Omit<CheckConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CheckEdge']> }>>;
  CheckEdge: ResolverTypeWrapper<Partial<Omit<CheckEdge, 'node'> & { node: ResolversTypes['CheckReport'] }>>;
  CheckReport: ResolverTypeWrapper<CheckRunEntity>;
  CheckResult: ResolverTypeWrapper<CheckResultRow>;
  CheckStatus: ResolverTypeWrapper<Partial<CheckStatus>>;
  CheckSubgraphInput: ResolverTypeWrapper<Partial<CheckSubgraphInput>>;
  CheckSubgraphResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckSubgraphResult']>>;
  CheckSubgraphSuccess: ResolverTypeWrapper<Partial<Omit<CheckSubgraphSuccess, 'report'> & { report: ResolversTypes['CheckReport'] }>>;
  ChecksFailedError: ResolverTypeWrapper<Partial<Omit<ChecksFailedError, 'publication' | 'report'> & { publication: ResolversTypes['Publication'], report: ResolversTypes['CheckReport'] }>>;
  Code: ResolverTypeWrapper<Partial<Scalars['Code']['output']>>;
  ConformanceRequiredError: ResolverTypeWrapper<Partial<Omit<ConformanceRequiredError, 'lastRun'> & { lastRun?: Maybe<ResolversTypes['ConformanceRun']> }>>;
  ConformanceRun: ResolverTypeWrapper<ConformanceRunEntity>;
  Count: ResolverTypeWrapper<Partial<Scalars['Count']['output']>>;
  CredentialKind: ResolverTypeWrapper<Partial<CredentialKind>>;
  CredentialNotFoundError: ResolverTypeWrapper<Partial<CredentialNotFoundError>>;
  Date: ResolverTypeWrapper<Partial<Scalars['Date']['output']>>;
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  DeclareMaintenanceInput: ResolverTypeWrapper<Partial<DeclareMaintenanceInput>>;
  DeclareMaintenanceResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeclareMaintenanceResult']>>;
  DeclareMaintenanceSuccess: ResolverTypeWrapper<Partial<Omit<DeclareMaintenanceSuccess, 'member'> & { member: ResolversTypes['Member'] }>>;
  Federation: ResolverTypeWrapper<{ readonly kind: "federation" }>;
  Finding: ResolverTypeWrapper<FindingRow>;
  FindingSeverity: ResolverTypeWrapper<Partial<FindingSeverity>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  InvalidInputError: ResolverTypeWrapper<Partial<InvalidInputError>>;
  InvalidOperationsError: ResolverTypeWrapper<Partial<InvalidOperationsError>>;
  InviteMemberInput: ResolverTypeWrapper<Partial<InviteMemberInput>>;
  InviteMemberResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InviteMemberResult']>>;
  InviteMemberSuccess: ResolverTypeWrapper<Partial<Omit<InviteMemberSuccess, 'member'> & { member: ResolversTypes['Member'] }>>;
  IssueCredentialInput: ResolverTypeWrapper<Partial<IssueCredentialInput>>;
  IssueCredentialResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IssueCredentialResult']>>;
  IssueCredentialSuccess: ResolverTypeWrapper<Partial<Omit<IssueCredentialSuccess, 'credential'> & { credential: ResolversTypes['RegistryCredential'] }>>;
  MaintenanceWindow: ResolverTypeWrapper<Partial<MaintenanceWindow>>;
  Member: ResolverTypeWrapper<MemberEntity>;
  MemberNotFoundError: ResolverTypeWrapper<Partial<MemberNotFoundError>>;
  MemberState: ResolverTypeWrapper<Partial<MemberState>>;
  MemberStateError: ResolverTypeWrapper<Partial<MemberStateError>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NothingToRestoreError: ResolverTypeWrapper<Partial<NothingToRestoreError>>;
  OperationSet: ResolverTypeWrapper<OperationSetEntity>;
  OperationUse: ResolverTypeWrapper<Usage>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  Publication: ResolverTypeWrapper<PublicationEntity>;
  PublicationConnection: ResolverTypeWrapper<Partial<Omit<PublicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PublicationEdge']> }>>;
  PublicationEdge: ResolverTypeWrapper<Partial<Omit<PublicationEdge, 'node'> & { node: ResolversTypes['Publication'] }>>;
  PublishSubgraphInput: ResolverTypeWrapper<Partial<PublishSubgraphInput>>;
  PublishSubgraphResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishSubgraphResult']>>;
  PublishSubgraphSuccess: ResolverTypeWrapper<Partial<Omit<PublishSubgraphSuccess, 'publication' | 'supergraph'> & { publication: ResolversTypes['Publication'], supergraph: ResolversTypes['Supergraph'] }>>;
  PushOperationsInput: ResolverTypeWrapper<Partial<PushOperationsInput>>;
  PushOperationsResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PushOperationsResult']>>;
  PushOperationsSuccess: ResolverTypeWrapper<Partial<Omit<PushOperationsSuccess, 'operationSet'> & { operationSet: ResolversTypes['OperationSet'] }>>;
  PushedOperationInput: ResolverTypeWrapper<Partial<PushedOperationInput>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<{ readonly code: string }>;
  RegionCode: ResolverTypeWrapper<Partial<Scalars['RegionCode']['output']>>;
  RegionStatus: ResolverTypeWrapper<Partial<RegionStatus>>;
  RegionalSchemaVersion: ResolverTypeWrapper<RegionalSchemaRelease>;
  RegistryCredential: ResolverTypeWrapper<CredentialEntity>;
  RemoveHostInput: ResolverTypeWrapper<Partial<RemoveHostInput>>;
  RemoveHostResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveHostResult']>>;
  RemoveHostSuccess: ResolverTypeWrapper<Partial<Omit<RemoveHostSuccess, 'member'> & { member: ResolversTypes['Member'] }>>;
  ResumeMemberInput: ResolverTypeWrapper<Partial<ResumeMemberInput>>;
  ResumeMemberResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResumeMemberResult']>>;
  ResumeMemberSuccess: ResolverTypeWrapper<Partial<Omit<ResumeMemberSuccess, 'member' | 'supergraph'> & { member: ResolversTypes['Member'], supergraph?: Maybe<ResolversTypes['Supergraph']> }>>;
  RevokeCredentialInput: ResolverTypeWrapper<Partial<RevokeCredentialInput>>;
  RevokeCredentialResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeCredentialResult']>>;
  RevokeCredentialSuccess: ResolverTypeWrapper<Partial<Omit<RevokeCredentialSuccess, 'credential'> & { credential: ResolversTypes['RegistryCredential'] }>>;
  RollbackSubgraphInput: ResolverTypeWrapper<Partial<RollbackSubgraphInput>>;
  RollbackSubgraphResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RollbackSubgraphResult']>>;
  RollbackSubgraphSuccess: ResolverTypeWrapper<Partial<Omit<RollbackSubgraphSuccess, 'publication' | 'supergraph'> & { publication: ResolversTypes['Publication'], supergraph: ResolversTypes['Supergraph'] }>>;
  RollbackSupergraphInput: ResolverTypeWrapper<Partial<RollbackSupergraphInput>>;
  RollbackSupergraphResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RollbackSupergraphResult']>>;
  RollbackSupergraphSuccess: ResolverTypeWrapper<Partial<Omit<RollbackSupergraphSuccess, 'supergraph'> & { supergraph: ResolversTypes['Supergraph'] }>>;
  RunConformanceInput: ResolverTypeWrapper<Partial<RunConformanceInput>>;
  RunConformanceResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RunConformanceResult']>>;
  RunConformanceSuccess: ResolverTypeWrapper<Partial<Omit<RunConformanceSuccess, 'run'> & { run: ResolversTypes['ConformanceRun'] }>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  Supergraph: ResolverTypeWrapper<SupergraphEntity>;
  SupergraphCause: ResolverTypeWrapper<Partial<SupergraphCause>>;
  SupergraphConnection: ResolverTypeWrapper<Partial<Omit<SupergraphConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SupergraphEdge']> }>>;
  SupergraphEdge: ResolverTypeWrapper<Partial<Omit<SupergraphEdge, 'node'> & { node: ResolversTypes['Supergraph'] }>>;
  SupergraphMember: ResolverTypeWrapper<Partial<Omit<SupergraphMember, 'region'> & { region: ResolversTypes['Region'] }>>;
  SuspendMemberInput: ResolverTypeWrapper<Partial<SuspendMemberInput>>;
  SuspendMemberResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SuspendMemberResult']>>;
  SuspendMemberSuccess: ResolverTypeWrapper<Partial<Omit<SuspendMemberSuccess, 'member' | 'supergraph'> & { member: ResolversTypes['Member'], supergraph?: Maybe<ResolversTypes['Supergraph']> }>>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AllowHostInput: Partial<AllowHostInput>;
  AllowHostResult: Partial<ResolversUnionTypes<ResolversParentTypes>['AllowHostResult']>;
  AllowHostSuccess: Partial<Omit<AllowHostSuccess, 'member'> & { member: ResolversParentTypes['Member'] }>;
  AuditConnection: Partial<Omit<AuditConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AuditEdge']> }>;
  AuditEdge: Partial<Omit<AuditEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] }>;
  AuditEntry: AuditEntryEntity;
  Boolean: Partial<Scalars['Boolean']['output']>;
  CheckConnection: Partial<Omit<CheckConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CheckEdge']> }>;
  CheckEdge: Partial<Omit<CheckEdge, 'node'> & { node: ResolversParentTypes['CheckReport'] }>;
  CheckReport: CheckRunEntity;
  CheckResult: CheckResultRow;
  CheckSubgraphInput: Partial<CheckSubgraphInput>;
  CheckSubgraphResult: Partial<ResolversUnionTypes<ResolversParentTypes>['CheckSubgraphResult']>;
  CheckSubgraphSuccess: Partial<Omit<CheckSubgraphSuccess, 'report'> & { report: ResolversParentTypes['CheckReport'] }>;
  ChecksFailedError: Partial<Omit<ChecksFailedError, 'publication' | 'report'> & { publication: ResolversParentTypes['Publication'], report: ResolversParentTypes['CheckReport'] }>;
  Code: Partial<Scalars['Code']['output']>;
  ConformanceRequiredError: Partial<Omit<ConformanceRequiredError, 'lastRun'> & { lastRun?: Maybe<ResolversParentTypes['ConformanceRun']> }>;
  ConformanceRun: ConformanceRunEntity;
  Count: Partial<Scalars['Count']['output']>;
  CredentialNotFoundError: Partial<CredentialNotFoundError>;
  Date: Partial<Scalars['Date']['output']>;
  DateTime: Partial<Scalars['DateTime']['output']>;
  DeclareMaintenanceInput: Partial<DeclareMaintenanceInput>;
  DeclareMaintenanceResult: Partial<ResolversUnionTypes<ResolversParentTypes>['DeclareMaintenanceResult']>;
  DeclareMaintenanceSuccess: Partial<Omit<DeclareMaintenanceSuccess, 'member'> & { member: ResolversParentTypes['Member'] }>;
  Federation: { readonly kind: "federation" };
  Finding: FindingRow;
  ID: Partial<Scalars['ID']['output']>;
  Int: Partial<Scalars['Int']['output']>;
  InvalidInputError: Partial<InvalidInputError>;
  InvalidOperationsError: Partial<InvalidOperationsError>;
  InviteMemberInput: Partial<InviteMemberInput>;
  InviteMemberResult: Partial<ResolversUnionTypes<ResolversParentTypes>['InviteMemberResult']>;
  InviteMemberSuccess: Partial<Omit<InviteMemberSuccess, 'member'> & { member: ResolversParentTypes['Member'] }>;
  IssueCredentialInput: Partial<IssueCredentialInput>;
  IssueCredentialResult: Partial<ResolversUnionTypes<ResolversParentTypes>['IssueCredentialResult']>;
  IssueCredentialSuccess: Partial<Omit<IssueCredentialSuccess, 'credential'> & { credential: ResolversParentTypes['RegistryCredential'] }>;
  MaintenanceWindow: Partial<MaintenanceWindow>;
  Member: MemberEntity;
  MemberNotFoundError: Partial<MemberNotFoundError>;
  MemberStateError: Partial<MemberStateError>;
  Mutation: Record<PropertyKey, never>;
  NothingToRestoreError: Partial<NothingToRestoreError>;
  OperationSet: OperationSetEntity;
  OperationUse: Usage;
  PageInfo: Partial<PageInfo>;
  Publication: PublicationEntity;
  PublicationConnection: Partial<Omit<PublicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PublicationEdge']> }>;
  PublicationEdge: Partial<Omit<PublicationEdge, 'node'> & { node: ResolversParentTypes['Publication'] }>;
  PublishSubgraphInput: Partial<PublishSubgraphInput>;
  PublishSubgraphResult: Partial<ResolversUnionTypes<ResolversParentTypes>['PublishSubgraphResult']>;
  PublishSubgraphSuccess: Partial<Omit<PublishSubgraphSuccess, 'publication' | 'supergraph'> & { publication: ResolversParentTypes['Publication'], supergraph: ResolversParentTypes['Supergraph'] }>;
  PushOperationsInput: Partial<PushOperationsInput>;
  PushOperationsResult: Partial<ResolversUnionTypes<ResolversParentTypes>['PushOperationsResult']>;
  PushOperationsSuccess: Partial<Omit<PushOperationsSuccess, 'operationSet'> & { operationSet: ResolversParentTypes['OperationSet'] }>;
  PushedOperationInput: Partial<PushedOperationInput>;
  Query: Record<PropertyKey, never>;
  Region: { readonly code: string };
  RegionCode: Partial<Scalars['RegionCode']['output']>;
  RegionalSchemaVersion: RegionalSchemaRelease;
  RegistryCredential: CredentialEntity;
  RemoveHostInput: Partial<RemoveHostInput>;
  RemoveHostResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RemoveHostResult']>;
  RemoveHostSuccess: Partial<Omit<RemoveHostSuccess, 'member'> & { member: ResolversParentTypes['Member'] }>;
  ResumeMemberInput: Partial<ResumeMemberInput>;
  ResumeMemberResult: Partial<ResolversUnionTypes<ResolversParentTypes>['ResumeMemberResult']>;
  ResumeMemberSuccess: Partial<Omit<ResumeMemberSuccess, 'member' | 'supergraph'> & { member: ResolversParentTypes['Member'], supergraph?: Maybe<ResolversParentTypes['Supergraph']> }>;
  RevokeCredentialInput: Partial<RevokeCredentialInput>;
  RevokeCredentialResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RevokeCredentialResult']>;
  RevokeCredentialSuccess: Partial<Omit<RevokeCredentialSuccess, 'credential'> & { credential: ResolversParentTypes['RegistryCredential'] }>;
  RollbackSubgraphInput: Partial<RollbackSubgraphInput>;
  RollbackSubgraphResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RollbackSubgraphResult']>;
  RollbackSubgraphSuccess: Partial<Omit<RollbackSubgraphSuccess, 'publication' | 'supergraph'> & { publication: ResolversParentTypes['Publication'], supergraph: ResolversParentTypes['Supergraph'] }>;
  RollbackSupergraphInput: Partial<RollbackSupergraphInput>;
  RollbackSupergraphResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RollbackSupergraphResult']>;
  RollbackSupergraphSuccess: Partial<Omit<RollbackSupergraphSuccess, 'supergraph'> & { supergraph: ResolversParentTypes['Supergraph'] }>;
  RunConformanceInput: Partial<RunConformanceInput>;
  RunConformanceResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RunConformanceResult']>;
  RunConformanceSuccess: Partial<Omit<RunConformanceSuccess, 'run'> & { run: ResolversParentTypes['ConformanceRun'] }>;
  String: Partial<Scalars['String']['output']>;
  Supergraph: SupergraphEntity;
  SupergraphConnection: Partial<Omit<SupergraphConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SupergraphEdge']> }>;
  SupergraphEdge: Partial<Omit<SupergraphEdge, 'node'> & { node: ResolversParentTypes['Supergraph'] }>;
  SupergraphMember: Partial<Omit<SupergraphMember, 'region'> & { region: ResolversParentTypes['Region'] }>;
  SuspendMemberInput: Partial<SuspendMemberInput>;
  SuspendMemberResult: Partial<ResolversUnionTypes<ResolversParentTypes>['SuspendMemberResult']>;
  SuspendMemberSuccess: Partial<Omit<SuspendMemberSuccess, 'member' | 'supergraph'> & { member: ResolversParentTypes['Member'], supergraph?: Maybe<ResolversParentTypes['Supergraph']> }>;
}>;

export type AllowHostResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AllowHostResult'] = ResolversParentTypes['AllowHostResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'AllowHostSuccess' | 'InvalidInputError' | 'MemberNotFoundError', ParentType, ContextType>;
}>;

export type AllowHostSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AllowHostSuccess'] = ResolversParentTypes['AllowHostSuccess']> = ResolversObject<{
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type AuditConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type AuditEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
}>;

export type AuditEntryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = ResolversObject<{
  action?: Resolver<ResolversTypes['Code'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
}>;

export type CheckConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CheckConnection'] = ResolversParentTypes['CheckConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['CheckEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type CheckEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CheckEdge'] = ResolversParentTypes['CheckEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CheckReport'], ParentType, ContextType>;
}>;

export type CheckReportResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CheckReport'] = ResolversParentTypes['CheckReport']> = ResolversObject<{
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  checkedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  checks?: Resolver<ReadonlyArray<ResolversTypes['CheckResult']>, ParentType, ContextType>;
  checksum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparedWith?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  conclusion?: Resolver<ResolversTypes['CheckConclusion'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type CheckResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CheckResult'] = ResolversParentTypes['CheckResult']> = ResolversObject<{
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Code'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckStatus'], ParentType, ContextType>;
}>;

export type CheckSubgraphResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CheckSubgraphResult'] = ResolversParentTypes['CheckSubgraphResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'CheckSubgraphSuccess' | 'InvalidInputError' | 'MemberNotFoundError', ParentType, ContextType>;
}>;

export type CheckSubgraphSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CheckSubgraphSuccess'] = ResolversParentTypes['CheckSubgraphSuccess']> = ResolversObject<{
  report?: Resolver<ResolversTypes['CheckReport'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ChecksFailedErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ChecksFailedError'] = ResolversParentTypes['ChecksFailedError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['CheckReport'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export interface CodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Code'], any> {
  name: 'Code';
}

export type ConformanceRequiredErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConformanceRequiredError'] = ResolversParentTypes['ConformanceRequiredError']> = ResolversObject<{
  lastRun?: Resolver<Maybe<ResolversTypes['ConformanceRun']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ConformanceRunResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConformanceRun'] = ResolversParentTypes['ConformanceRun']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPassed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ranAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ranBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
}>;

export interface CountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Count'], any> {
  name: 'Count';
}

export type CredentialNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CredentialNotFoundError'] = ResolversParentTypes['CredentialNotFoundError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeclareMaintenanceResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DeclareMaintenanceResult'] = ResolversParentTypes['DeclareMaintenanceResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'DeclareMaintenanceSuccess' | 'InvalidInputError' | 'MemberNotFoundError', ParentType, ContextType>;
}>;

export type DeclareMaintenanceSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DeclareMaintenanceSuccess'] = ResolversParentTypes['DeclareMaintenanceSuccess']> = ResolversObject<{
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type FederationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Federation'] = ResolversParentTypes['Federation']> = ResolversObject<{
  auditLog?: Resolver<ResolversTypes['AuditConnection'], ParentType, ContextType, RequireFields<FederationAuditLogArgs, 'first'>>;
  checks?: Resolver<ResolversTypes['CheckConnection'], ParentType, ContextType, RequireFields<FederationChecksArgs, 'first'>>;
  conformanceRuns?: Resolver<ReadonlyArray<ResolversTypes['ConformanceRun']>, ParentType, ContextType, Partial<FederationConformanceRunsArgs>>;
  credentials?: Resolver<ReadonlyArray<ResolversTypes['RegistryCredential']>, ParentType, ContextType, RequireFields<FederationCredentialsArgs, 'includeEnded'>>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType, Partial<FederationMembersArgs>>;
  operationSets?: Resolver<ReadonlyArray<ResolversTypes['OperationSet']>, ParentType, ContextType>;
  publication?: Resolver<Maybe<ResolversTypes['Publication']>, ParentType, ContextType, RequireFields<FederationPublicationArgs, 'number' | 'region'>>;
  publications?: Resolver<ResolversTypes['PublicationConnection'], ParentType, ContextType, RequireFields<FederationPublicationsArgs, 'first'>>;
  schemaVersions?: Resolver<ReadonlyArray<ResolversTypes['RegionalSchemaVersion']>, ParentType, ContextType>;
  supergraph?: Resolver<Maybe<ResolversTypes['Supergraph']>, ParentType, ContextType>;
  supergraphs?: Resolver<ResolversTypes['SupergraphConnection'], ParentType, ContextType, RequireFields<FederationSupergraphsArgs, 'first'>>;
}>;

export type FindingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = ResolversObject<{
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['Code'], ParentType, ContextType>;
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['FindingSeverity'], ParentType, ContextType>;
  usedBy?: Resolver<ReadonlyArray<ResolversTypes['OperationUse']>, ParentType, ContextType>;
}>;

export type InvalidInputErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = ResolversObject<{
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type InvalidOperationsErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['InvalidOperationsError'] = ResolversParentTypes['InvalidOperationsError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type InviteMemberResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['InviteMemberResult'] = ResolversParentTypes['InviteMemberResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'InviteMemberSuccess', ParentType, ContextType>;
}>;

export type InviteMemberSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['InviteMemberSuccess'] = ResolversParentTypes['InviteMemberSuccess']> = ResolversObject<{
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type IssueCredentialResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['IssueCredentialResult'] = ResolversParentTypes['IssueCredentialResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'IssueCredentialSuccess' | 'MemberNotFoundError', ParentType, ContextType>;
}>;

export type IssueCredentialSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['IssueCredentialSuccess'] = ResolversParentTypes['IssueCredentialSuccess']> = ResolversObject<{
  credential?: Resolver<ResolversTypes['RegistryCredential'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MaintenanceWindowResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MaintenanceWindow'] = ResolversParentTypes['MaintenanceWindow']> = ResolversObject<{
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
}>;

export type MemberResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = ResolversObject<{
  allowedHosts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  lastPublishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maintenance?: Resolver<Maybe<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  probedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  schemaVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  servedPublication?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MemberState'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RegionStatus']>, ParentType, ContextType>;
  suspendedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type MemberNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MemberNotFoundError'] = ResolversParentTypes['MemberNotFoundError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MemberStateErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MemberStateError'] = ResolversParentTypes['MemberStateError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MemberState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  allowHost?: Resolver<Maybe<ResolversTypes['AllowHostResult']>, ParentType, ContextType, RequireFields<MutationAllowHostArgs, 'input'>>;
  checkSubgraph?: Resolver<Maybe<ResolversTypes['CheckSubgraphResult']>, ParentType, ContextType, RequireFields<MutationCheckSubgraphArgs, 'input'>>;
  declareMaintenance?: Resolver<Maybe<ResolversTypes['DeclareMaintenanceResult']>, ParentType, ContextType, RequireFields<MutationDeclareMaintenanceArgs, 'input'>>;
  inviteMember?: Resolver<Maybe<ResolversTypes['InviteMemberResult']>, ParentType, ContextType, RequireFields<MutationInviteMemberArgs, 'input'>>;
  issueCredential?: Resolver<Maybe<ResolversTypes['IssueCredentialResult']>, ParentType, ContextType, RequireFields<MutationIssueCredentialArgs, 'input'>>;
  publishSubgraph?: Resolver<Maybe<ResolversTypes['PublishSubgraphResult']>, ParentType, ContextType, RequireFields<MutationPublishSubgraphArgs, 'input'>>;
  pushOperations?: Resolver<Maybe<ResolversTypes['PushOperationsResult']>, ParentType, ContextType, RequireFields<MutationPushOperationsArgs, 'input'>>;
  removeHost?: Resolver<Maybe<ResolversTypes['RemoveHostResult']>, ParentType, ContextType, RequireFields<MutationRemoveHostArgs, 'input'>>;
  resumeMember?: Resolver<Maybe<ResolversTypes['ResumeMemberResult']>, ParentType, ContextType, RequireFields<MutationResumeMemberArgs, 'input'>>;
  revokeCredential?: Resolver<Maybe<ResolversTypes['RevokeCredentialResult']>, ParentType, ContextType, RequireFields<MutationRevokeCredentialArgs, 'input'>>;
  rollbackSubgraph?: Resolver<Maybe<ResolversTypes['RollbackSubgraphResult']>, ParentType, ContextType, RequireFields<MutationRollbackSubgraphArgs, 'input'>>;
  rollbackSupergraph?: Resolver<Maybe<ResolversTypes['RollbackSupergraphResult']>, ParentType, ContextType, RequireFields<MutationRollbackSupergraphArgs, 'input'>>;
  runConformance?: Resolver<Maybe<ResolversTypes['RunConformanceResult']>, ParentType, ContextType, RequireFields<MutationRunConformanceArgs, 'input'>>;
  suspendMember?: Resolver<Maybe<ResolversTypes['SuspendMemberResult']>, ParentType, ContextType, RequireFields<MutationSuspendMemberArgs, 'input'>>;
}>;

export type NothingToRestoreErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NothingToRestoreError'] = ResolversParentTypes['NothingToRestoreError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OperationSetResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperationSet'] = ResolversParentTypes['OperationSet']> = ResolversObject<{
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  pushedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pushedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type OperationUseResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperationUse'] = ResolversParentTypes['OperationUse']> = ResolversObject<{
  client?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
}>;

export type PageInfoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type PublicationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Publication'] = ResolversParentTypes['Publication']> = ResolversObject<{
  checksum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isServable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isServed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['CheckReport'], ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PublicationConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PublicationConnection'] = ResolversParentTypes['PublicationConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['PublicationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type PublicationEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PublicationEdge'] = ResolversParentTypes['PublicationEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
}>;

export type PublishSubgraphResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PublishSubgraphResult'] = ResolversParentTypes['PublishSubgraphResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ChecksFailedError' | 'ConformanceRequiredError' | 'InvalidInputError' | 'MemberNotFoundError' | 'MemberStateError' | 'PublishSubgraphSuccess', ParentType, ContextType>;
}>;

export type PublishSubgraphSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PublishSubgraphSuccess'] = ResolversParentTypes['PublishSubgraphSuccess']> = ResolversObject<{
  isUnchanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
  supergraph?: Resolver<ResolversTypes['Supergraph'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PushOperationsResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PushOperationsResult'] = ResolversParentTypes['PushOperationsResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'InvalidOperationsError' | 'PushOperationsSuccess', ParentType, ContextType>;
}>;

export type PushOperationsSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PushOperationsSuccess'] = ResolversParentTypes['PushOperationsSuccess']> = ResolversObject<{
  operationSet?: Resolver<ResolversTypes['OperationSet'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  federation?: Resolver<Maybe<ResolversTypes['Federation']>, ParentType, ContextType>;
}>;

export type RegionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = ResolversObject<{
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type RegionalSchemaVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RegionalSchemaVersion'] = ResolversParentTypes['RegionalSchemaVersion']> = ResolversObject<{
  deprecatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Region']>, ParentType, ContextType>;
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  retiredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type RegistryCredentialResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RegistryCredential'] = ResolversParentTypes['RegistryCredential']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CredentialKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type RemoveHostResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RemoveHostResult'] = ResolversParentTypes['RemoveHostResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'MemberNotFoundError' | 'RemoveHostSuccess', ParentType, ContextType>;
}>;

export type RemoveHostSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RemoveHostSuccess'] = ResolversParentTypes['RemoveHostSuccess']> = ResolversObject<{
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ResumeMemberResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ResumeMemberResult'] = ResolversParentTypes['ResumeMemberResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'MemberNotFoundError' | 'MemberStateError' | 'NothingToRestoreError' | 'ResumeMemberSuccess', ParentType, ContextType>;
}>;

export type ResumeMemberSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ResumeMemberSuccess'] = ResolversParentTypes['ResumeMemberSuccess']> = ResolversObject<{
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  supergraph?: Resolver<Maybe<ResolversTypes['Supergraph']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RevokeCredentialResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RevokeCredentialResult'] = ResolversParentTypes['RevokeCredentialResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'CredentialNotFoundError' | 'RevokeCredentialSuccess', ParentType, ContextType>;
}>;

export type RevokeCredentialSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RevokeCredentialSuccess'] = ResolversParentTypes['RevokeCredentialSuccess']> = ResolversObject<{
  credential?: Resolver<ResolversTypes['RegistryCredential'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RollbackSubgraphResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RollbackSubgraphResult'] = ResolversParentTypes['RollbackSubgraphResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'MemberNotFoundError' | 'MemberStateError' | 'NothingToRestoreError' | 'RollbackSubgraphSuccess', ParentType, ContextType>;
}>;

export type RollbackSubgraphSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RollbackSubgraphSuccess'] = ResolversParentTypes['RollbackSubgraphSuccess']> = ResolversObject<{
  publication?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
  supergraph?: Resolver<ResolversTypes['Supergraph'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RollbackSupergraphResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RollbackSupergraphResult'] = ResolversParentTypes['RollbackSupergraphResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'NothingToRestoreError' | 'RollbackSupergraphSuccess', ParentType, ContextType>;
}>;

export type RollbackSupergraphSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RollbackSupergraphSuccess'] = ResolversParentTypes['RollbackSupergraphSuccess']> = ResolversObject<{
  supergraph?: Resolver<ResolversTypes['Supergraph'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RunConformanceResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RunConformanceResult'] = ResolversParentTypes['RunConformanceResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'MemberNotFoundError' | 'RunConformanceSuccess', ParentType, ContextType>;
}>;

export type RunConformanceSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RunConformanceSuccess'] = ResolversParentTypes['RunConformanceSuccess']> = ResolversObject<{
  run?: Resolver<ResolversTypes['ConformanceRun'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SupergraphResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Supergraph'] = ResolversParentTypes['Supergraph']> = ResolversObject<{
  cause?: Resolver<ResolversTypes['SupergraphCause'], ParentType, ContextType>;
  checksum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  composedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['SupergraphMember']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  restoredFrom?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SupergraphConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SupergraphConnection'] = ResolversParentTypes['SupergraphConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['SupergraphEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type SupergraphEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SupergraphEdge'] = ResolversParentTypes['SupergraphEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Supergraph'], ParentType, ContextType>;
}>;

export type SupergraphMemberResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SupergraphMember'] = ResolversParentTypes['SupergraphMember']> = ResolversObject<{
  publication?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SuspendMemberResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SuspendMemberResult'] = ResolversParentTypes['SuspendMemberResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'MemberNotFoundError' | 'MemberStateError' | 'SuspendMemberSuccess', ParentType, ContextType>;
}>;

export type SuspendMemberSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SuspendMemberSuccess'] = ResolversParentTypes['SuspendMemberSuccess']> = ResolversObject<{
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  supergraph?: Resolver<Maybe<ResolversTypes['Supergraph']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type Resolvers<ContextType = unknown> = ResolversObject<{
  AllowHostResult?: AllowHostResultResolvers<ContextType>;
  AllowHostSuccess?: AllowHostSuccessResolvers<ContextType>;
  AuditConnection?: AuditConnectionResolvers<ContextType>;
  AuditEdge?: AuditEdgeResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  CheckConnection?: CheckConnectionResolvers<ContextType>;
  CheckEdge?: CheckEdgeResolvers<ContextType>;
  CheckReport?: CheckReportResolvers<ContextType>;
  CheckResult?: CheckResultResolvers<ContextType>;
  CheckSubgraphResult?: CheckSubgraphResultResolvers<ContextType>;
  CheckSubgraphSuccess?: CheckSubgraphSuccessResolvers<ContextType>;
  ChecksFailedError?: ChecksFailedErrorResolvers<ContextType>;
  Code?: GraphQLScalarType;
  ConformanceRequiredError?: ConformanceRequiredErrorResolvers<ContextType>;
  ConformanceRun?: ConformanceRunResolvers<ContextType>;
  Count?: GraphQLScalarType;
  CredentialNotFoundError?: CredentialNotFoundErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeclareMaintenanceResult?: DeclareMaintenanceResultResolvers<ContextType>;
  DeclareMaintenanceSuccess?: DeclareMaintenanceSuccessResolvers<ContextType>;
  Federation?: FederationResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InvalidOperationsError?: InvalidOperationsErrorResolvers<ContextType>;
  InviteMemberResult?: InviteMemberResultResolvers<ContextType>;
  InviteMemberSuccess?: InviteMemberSuccessResolvers<ContextType>;
  IssueCredentialResult?: IssueCredentialResultResolvers<ContextType>;
  IssueCredentialSuccess?: IssueCredentialSuccessResolvers<ContextType>;
  MaintenanceWindow?: MaintenanceWindowResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberNotFoundError?: MemberNotFoundErrorResolvers<ContextType>;
  MemberStateError?: MemberStateErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NothingToRestoreError?: NothingToRestoreErrorResolvers<ContextType>;
  OperationSet?: OperationSetResolvers<ContextType>;
  OperationUse?: OperationUseResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Publication?: PublicationResolvers<ContextType>;
  PublicationConnection?: PublicationConnectionResolvers<ContextType>;
  PublicationEdge?: PublicationEdgeResolvers<ContextType>;
  PublishSubgraphResult?: PublishSubgraphResultResolvers<ContextType>;
  PublishSubgraphSuccess?: PublishSubgraphSuccessResolvers<ContextType>;
  PushOperationsResult?: PushOperationsResultResolvers<ContextType>;
  PushOperationsSuccess?: PushOperationsSuccessResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegionalSchemaVersion?: RegionalSchemaVersionResolvers<ContextType>;
  RegistryCredential?: RegistryCredentialResolvers<ContextType>;
  RemoveHostResult?: RemoveHostResultResolvers<ContextType>;
  RemoveHostSuccess?: RemoveHostSuccessResolvers<ContextType>;
  ResumeMemberResult?: ResumeMemberResultResolvers<ContextType>;
  ResumeMemberSuccess?: ResumeMemberSuccessResolvers<ContextType>;
  RevokeCredentialResult?: RevokeCredentialResultResolvers<ContextType>;
  RevokeCredentialSuccess?: RevokeCredentialSuccessResolvers<ContextType>;
  RollbackSubgraphResult?: RollbackSubgraphResultResolvers<ContextType>;
  RollbackSubgraphSuccess?: RollbackSubgraphSuccessResolvers<ContextType>;
  RollbackSupergraphResult?: RollbackSupergraphResultResolvers<ContextType>;
  RollbackSupergraphSuccess?: RollbackSupergraphSuccessResolvers<ContextType>;
  RunConformanceResult?: RunConformanceResultResolvers<ContextType>;
  RunConformanceSuccess?: RunConformanceSuccessResolvers<ContextType>;
  Supergraph?: SupergraphResolvers<ContextType>;
  SupergraphConnection?: SupergraphConnectionResolvers<ContextType>;
  SupergraphEdge?: SupergraphEdgeResolvers<ContextType>;
  SupergraphMember?: SupergraphMemberResolvers<ContextType>;
  SuspendMemberResult?: SuspendMemberResultResolvers<ContextType>;
  SuspendMemberSuccess?: SuspendMemberSuccessResolvers<ContextType>;
}>;

