import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CorrespondentEntity, CorrespondentChangeEntity } from '../modules/correspondent';
import type { FiguresParent, FigureSetParent } from '../modules/consolidation';
import type { TrainingEntity, SharedResourceEntity, ResourceVersionEntity } from '../modules/network-life';
import type { MobilisationEventEntity, MobilisationMessageEntity, MobilisationRequestEntity, RequestConnection } from '../modules/mobilisation';
import type { ApiKeyEntity } from '../modules/api-key/api-key.entity';
import type { NationalBuyer as NationalBuyerRow } from '../modules/national-buyer/national-buyer.service';
import type { BuyerEstablishmentEntity } from '../modules/national-buyer';
import type { ObjectiveParent, PartnershipEntity, PartnershipChangeEntity } from '../modules/partnership';
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
  /** INSEE code of a commune: 29232, 2A004, 97105. */
  CommuneCode: { input: string; output: string; }
  /** A number of things, an integer of at least 0. */
  Count: { input: number; output: number; }
  /** A day, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A moment, RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** A number of hours in hundredths of an hour, an integer of at most 2^53 - 1. */
  HourHundredths: { input: number; output: number; }
  /** A calendar month, YYYY-MM. */
  Month: { input: string; output: string; }
  /** INSEE code of a region, a string with its leading zero. */
  RegionCode: { input: string; output: string; }
  /** What is asked, in the canonical encoding of the hub: opaque to clients, decoded and checked by each region. */
  Scope: { input: string; output: string; }
  /** The nine digits that identify a legal unit in the Sirene directory. */
  Siren: { input: string; output: string; }
  /** The fourteen digits that identify an establishment in the Sirene directory. */
  Siret: { input: string; output: string; }
};

/** A message to add to a request. */
export type AddMobilisationMessageInput = {
  /** The document that it speaks of. */
  readonly document?: InputMaybe<MobilisationDocumentInput>;
  /** Identifier of the request. */
  readonly id: Scalars['ID']['input'];
  /** The text, of at most 10,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** A part of the lines of a programme. A programme has at most 10,000. */
export type AddMobilisationProgrammeLinesInput = {
  /**
   * CSV with its head: siren, intitule, description, nature (travaux, services, fournitures), cpv, montant_ht, one of
   * commune, departement and region as INSEE codes, consultation, debut, fin. Comma, semicolon or tab.
   */
  readonly csv: Scalars['String']['input'];
  /** Number of the first line behind the head, the head of the file being 1. Lines of the same number are replaced. */
  readonly firstLine: Scalars['Int']['input'];
  /** Identifier of the programme. */
  readonly id: Scalars['ID']['input'];
};

/** A request to send to desks. */
export type AddressMobilisationRequestInput = {
  /** Global identifiers of desks of the region, at most ten. */
  readonly desks: ReadonlyArray<Scalars['ID']['input']>;
  /** Identifier of the request. */
  readonly id: Scalars['ID']['input'];
  /** What is said with it. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Version that the caller saw. */
  readonly version: Scalars['Int']['input'];
};

/** A partnership to amend. */
export type AmendPartnershipInput = {
  /** Which. */
  readonly id: Scalars['ID']['input'];
  /** Why. */
  readonly note: Scalars['String']['input'];
  /** The whole convention as it is now. */
  readonly partnership: PartnershipInput;
  /** Version that was read. */
  readonly version: Scalars['Int']['input'];
};

/** A programme to announce. */
export type AnnounceMobilisationProgrammeInput = {
  /** Identifier of the programme. */
  readonly id: Scalars['ID']['input'];
  /** How many lines it has: when some were refused or lost on the way, nothing is announced. */
  readonly lines: Scalars['Int']['input'];
};

/** An operation to announce. Exactly one of `commune`, `departement` and `region` says where. */
export type AnnounceMobilisationRequestInput = {
  /** Amount excluding tax, in euros. */
  readonly amount: Scalars['Float']['input'];
  /** INSEE code of the commune. */
  readonly commune?: InputMaybe<Scalars['CommuneCode']['input']>;
  /** Day on which the consultation is published. */
  readonly consultationOn?: InputMaybe<Scalars['Date']['input']>;
  /** CPV code, with or without its check digit. */
  readonly cpv?: InputMaybe<Scalars['String']['input']>;
  /** INSEE code of the département. */
  readonly departement?: InputMaybe<Scalars['String']['input']>;
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Last day of the operation. */
  readonly endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** What is bought. */
  readonly kind: OperationKind;
  /** Its lots, at most 100. */
  readonly lots?: InputMaybe<ReadonlyArray<OperationLotInput>>;
  /** INSEE code of the region. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** SIREN of the buyer, one of the caller's own. */
  readonly siren: Scalars['Siren']['input'];
  /** First day of the operation. */
  readonly startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Title, of at most 300 characters. */
  readonly title: Scalars['String']['input'];
};

/** A key of a machine client, without its secret. */
export type ApiKey = {
  readonly __typename?: 'ApiKey';
  /** When it was issued. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who issued it: issuer and subject of the administrator's token. */
  readonly createdBy: Scalars['String']['output'];
  /** Desk. */
  readonly desk?: Maybe<Scalars['ID']['output']>;
  /** When it ends by itself. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Public identifier. */
  readonly id: Scalars['ID']['output'];
  /** What it is for. */
  readonly label: Scalars['String']['output'];
  /** Last day on which it was used, in Paris. */
  readonly lastUsedOn?: Maybe<Scalars['Date']['output']>;
  /** Region of a desk or coordination. */
  readonly region?: Maybe<Scalars['RegionCode']['output']>;
  /** When it was revoked; null if it was not. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked it. */
  readonly revokedBy?: Maybe<Scalars['String']['output']>;
  /** Role of its client. */
  readonly role: ApiKeyRole;
  /** SIRENs of a buyer. */
  readonly sirens?: Maybe<ReadonlyArray<Scalars['Siren']['output']>>;
};

/** There is no such key. */
export type ApiKeyNotFoundError = {
  readonly __typename?: 'ApiKeyNotFoundError';
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** A role that an API key may carry. Keys issue no keys and approve nothing. */
export type ApiKeyRole =
  /** Audit logs, nothing else. */
  | 'AUDITOR'
  /** A buyer: its own contracts. */
  | 'BUYER'
  /** The national association: exact live aggregates. */
  | 'CONSOLIDATOR'
  /** The coordination of a region. */
  | 'COORDINATION'
  /** A desk: its own books, and the network's live figures. */
  | 'DESK';

/**
 * Whom to call in a département or an EPCI: its communes are asked one by one, so that what has no desk is known to the commune.
 * Population is that of the COG (INSEE).
 */
export type AreaContact = {
  readonly __typename?: 'AreaContact';
  /** INSEE code of the département, or SIREN of the EPCI. */
  readonly code: Scalars['String']['output'];
  /** Number of its communes of today. */
  readonly communeCount: Scalars['Count']['output'];
  /** Posts of coordination above the desks, by département. Known even when a region is down. */
  readonly coordinators: ReadonlyArray<AreaCoordinator>;
  /** Regions that the area is in, and which of them answered: an EPCI may be in two. What follows is of those that answered. */
  readonly coverage?: Maybe<Coverage>;
  /** Desks that cover communes of the area, that of most inhabitants first; null when no region answered. */
  readonly desks?: Maybe<ReadonlyArray<AreaDesk>>;
  /** Facilitators of these desks. */
  readonly facilitators?: Maybe<ReadonlyArray<Facilitator>>;
  /** What the area is. */
  readonly kind: AreaKind;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its population. */
  readonly population: Scalars['Count']['output'];
  /** What was asked, canonically encoded. */
  readonly scope: Scalars['Scope']['output'];
  /** One reference per commune to its region, when that is a member. */
  readonly shards: ReadonlyArray<DirectoryShard>;
  /** Population of these communes. */
  readonly whitePopulation?: Maybe<Scalars['Count']['output']>;
  /** Communes that no desk covers; null when no region answered. */
  readonly whiteZones?: Maybe<ReadonlyArray<Place>>;
};

/** Who coordinates the desks of a département. */
export type AreaCoordinator = {
  readonly __typename?: 'AreaCoordinator';
  /** The departmental post where there is one that is filled, else the regional one; null when there is none. */
  readonly coordinator?: Maybe<Correspondent>;
  /** INSEE code of the département. */
  readonly departement: Scalars['String']['output'];
};

/** A desk of an area, and how much of it the desk covers. */
export type AreaDesk = {
  readonly __typename?: 'AreaDesk';
  /** Communes of the area that it covers. */
  readonly communeCount: Scalars['Count']['output'];
  /** The desk. */
  readonly desk: Desk;
  /** Population of these communes. */
  readonly population: Scalars['Count']['output'];
};

/** What an area is. */
export type AreaKind =
  /** A département. */
  | 'DEPARTEMENT'
  /** An intercommunality with taxing power of its own (établissement public de coopération intercommunale). */
  | 'EPCI';

/** Seats to take. */
export type BookTrainingInput = {
  /** Global identifier of the desk; the caller's own unless given. */
  readonly desk?: InputMaybe<Scalars['ID']['input']>;
  /** Identifier of the training. */
  readonly id: Scalars['ID']['input'];
  /** How many seats the desk has from now on; 0 gives them back. */
  readonly seats: Scalars['Int']['input'];
};

/** One combination of the dimensions asked for. */
export type BreakdownCell = {
  readonly __typename?: 'BreakdownCell';
  /** Its figures. */
  readonly figures: FigureSet;
  /** One key per dimension, in the order of `by`. */
  readonly keys: ReadonlyArray<BreakdownKey>;
};

/** The value of one dimension in a cell. */
export type BreakdownKey = {
  readonly __typename?: 'BreakdownKey';
  /** The dimension. */
  readonly dimension: Dimension;
  /** Its French label. */
  readonly label: Scalars['String']['output'];
  /** Its code; "UNKNOWN" when the rows do not say. */
  readonly value: Scalars['String']['output'];
};

/** A buyer as one region knows it. */
export type Buyer = {
  /** Global identifier. */
  readonly id: Scalars['ID']['output'];
  /** Kind of buyer; code list BUYER_KIND. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Name of the buyer. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** SIREN of the buyer. */
  readonly siren?: Maybe<Scalars['Siren']['output']>;
};

/** An establishment of a national buyer. */
export type BuyerEstablishment = {
  readonly __typename?: 'BuyerEstablishment';
  /** INSEE code of today's commune; null when its place is not said. */
  readonly communeCode?: Maybe<Scalars['CommuneCode']['output']>;
  /** Name of the commune. */
  readonly communeName?: Maybe<Scalars['String']['output']>;
  /** INSEE code of the département. */
  readonly departement?: Maybe<Scalars['String']['output']>;
  /** Whether this is a demonstration row. */
  readonly isDemonstration: Scalars['Boolean']['output'];
  /** Whom to call there; null when its place is not said. */
  readonly localContact?: Maybe<LocalContact>;
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** The region. */
  readonly region?: Maybe<Region>;
  /** Its SIRET; begins with the SIREN of the buyer. */
  readonly siret: Scalars['Siret']['output'];
};

/** An establishment. */
export type BuyerEstablishmentInput = {
  /** INSEE code of its commune. */
  readonly communeCode?: InputMaybe<Scalars['CommuneCode']['input']>;
  /** What it is called, at most 300 characters. */
  readonly name: Scalars['String']['input'];
  /** Its SIRET; begins with the SIREN of the buyer. */
  readonly siret: Scalars['Siret']['input'];
};

/** What became of a change of establishments. */
export type BuyerEstablishmentsResult = BuyerEstablishmentsSuccess | InvalidInputError | NationalBuyerNotFoundError;

/** The change was made. */
export type BuyerEstablishmentsSuccess = {
  readonly __typename?: 'BuyerEstablishmentsSuccess';
  /** The buyer as it is now. */
  readonly buyer: NationalBuyer;
};

/** Terms of a training, all of them. */
export type ChangeTrainingInput = {
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Identifier of the training. */
  readonly id: Scalars['ID']['input'];
  /** Whether it is cancelled. */
  readonly isCancelled: Scalars['Boolean']['input'];
  /** Where it is. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** Where to follow it from afar, by https. */
  readonly remoteUrl?: InputMaybe<Scalars['String']['input']>;
  /** Seats that there are; no fewer than are taken. */
  readonly seats: Scalars['Int']['input'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Version that the caller saw. */
  readonly version: Scalars['Int']['input'];
};

/** What is bought, to be sized. */
export type ClauseSizingInput = {
  /** Amount excluding tax, in euros. */
  readonly amount: Scalars['Float']['input'];
  /** CPV code, with or without its check digit. */
  readonly cpv?: InputMaybe<Scalars['String']['input']>;
  /** What is bought. */
  readonly kind: OperationKind;
  /** Its lots, at most 100. */
  readonly lots?: InputMaybe<ReadonlyArray<OperationLotInput>>;
  /** Values in place of the defaults. */
  readonly parameters?: InputMaybe<SizingParametersInput>;
};

/** A versioned list of codes. */
export type CodeList = {
  readonly __typename?: 'CodeList';
  /** Code of the list. */
  readonly code: Scalars['String']['output'];
  /** Its entries. */
  readonly entries: ReadonlyArray<CodeListEntry>;
  /** Where the list comes from. */
  readonly source: Scalars['String']['output'];
  /** Version of the list. */
  readonly version: Scalars['String']['output'];
};

/** One entry of a code list. */
export type CodeListEntry = {
  readonly __typename?: 'CodeListEntry';
  /** The code. */
  readonly code: Scalars['Code']['output'];
  /** Its French label. */
  readonly label: Scalars['String']['output'];
};

/** A post to confirm. */
export type ConfirmCorrespondentInput = {
  /** Which post. */
  readonly id: Scalars['ID']['input'];
  /** The version that was seen. */
  readonly version: Scalars['Int']['input'];
};

/** Figures of the whole network for one period. */
export type Consolidation = {
  readonly __typename?: 'Consolidation';
  /**
   * One cell per combination of the dimensions of `by`, over the regions that answered; null when `by` is absent or no
   * region answered. Hours add up to the total. Counts are distinct within a cell: a person active in two sectors counts in
   * both, so counts of cells need not add up to the total.
   */
  readonly breakdown?: Maybe<ReadonlyArray<BreakdownCell>>;
  /** Which regions the breakdown covers; null when `by` is absent. */
  readonly breakdownCoverage?: Maybe<Coverage>;
  /** Which regions the figures cover. */
  readonly coverage?: Maybe<Coverage>;
  /** Whether any counted region answered from demonstration rows. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** What became of participants, over the regions that say it: see `outcomesCoverage`. Null when none does. */
  readonly outcomes?: Maybe<ReadonlyArray<Outcome>>;
  /** Which regions the outcomes cover; an older version of the regional schema does not give them. */
  readonly outcomesCoverage?: Maybe<Coverage>;
  /** Months covered. */
  readonly period: Period;
  /** Every region of the law that was asked for, with what became of it. */
  readonly regions?: Maybe<ReadonlyArray<RegionalFigures>>;
  /** SIRENs whose contracts alone are counted, since the caller may see no others; null when the whole network is. */
  readonly restrictedTo?: Maybe<ReadonlyArray<Scalars['Siren']['output']>>;
  /** What was asked, canonically encoded. */
  readonly scope: Scalars['Scope']['output'];
  /** One reference per member region asked. */
  readonly shards: ReadonlyArray<FiguresShard>;
  /** Sum over the regions that answered: read `coverage` beside it. Null when no region answered. */
  readonly total?: Maybe<Figures>;
};

/** A public contract (marché). */
export type Contract = {
  /** Amount excluding tax, in euros. */
  readonly amount?: Maybe<Scalars['Float']['output']>;
  /** The buyer (maître d'ouvrage). */
  readonly buyer?: Maybe<Buyer>;
  /** Kind of social clause; code list CLAUSE_TYPE. Null when the source does not say that there is one. */
  readonly clauseType?: Maybe<Scalars['Code']['output']>;
  /** Identifier (uid) of the contract in the published data of public contracts (DECP), when it is linked to them. */
  readonly decp?: Maybe<Scalars['String']['output']>;
  /** INSEE code of the département of execution. */
  readonly departement?: Maybe<Scalars['String']['output']>;
  /** Last day of execution. */
  readonly endsOn?: Maybe<Scalars['Date']['output']>;
  /** Why it is exempt; code list EXEMPTION_REASON. */
  readonly exemptionReason?: Maybe<Scalars['Code']['output']>;
  /** Hours done so far. */
  readonly hoursDone?: Maybe<Scalars['Float']['output']>;
  /** Hours committed over the life of the contract. */
  readonly hoursPlanned?: Maybe<Scalars['Float']['output']>;
  /** Global identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** WORKS, SUPPLIES or SERVICES: which threshold of the European procedures applies. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Day of notification. */
  readonly notifiedOn?: Maybe<Scalars['Date']['output']>;
  /** SUBJECT, EXEMPT or NOT_SUBJECT to article L2112-2-1 of the Code de la commande publique; null while nobody said. */
  readonly obligation?: Maybe<Scalars['Code']['output']>;
  /** Title of the operation that the contract belongs to. */
  readonly operationTitle?: Maybe<Scalars['String']['output']>;
  /** Where the row comes from: ENTERED, IMPORTED, DECP or DEMONSTRATION. */
  readonly origin?: Maybe<Scalars['Code']['output']>;
  /** Region that holds the contract. */
  readonly region: Region;
  /** Sector; code list SECTOR. */
  readonly sector?: Maybe<Scalars['Code']['output']>;
  /** Object of the contract. */
  readonly title?: Maybe<Scalars['String']['output']>;
};

/** One page of contracts of all regions. */
export type ContractConnection = {
  readonly __typename?: 'ContractConnection';
  /** Which regions the page covers. */
  readonly coverage?: Maybe<Coverage>;
  /** The contracts of the page. Null when no region answered. */
  readonly edges?: Maybe<ReadonlyArray<ContractEdge>>;
  /** Where the page ends. Null when no region answered. */
  readonly pageInfo?: Maybe<PageInfo>;
  /** SIRENs whose contracts alone are listed, since the caller may see no others; null when those of all buyers are. */
  readonly restrictedTo?: Maybe<ReadonlyArray<Scalars['Siren']['output']>>;
  /** What was asked, canonically encoded. */
  readonly scope: Scalars['Scope']['output'];
  /** One reference per member region asked. */
  readonly shards: ReadonlyArray<ContractPageShard>;
  /** Regions that answer now but were missing on an earlier page: their contracts placed before this page were never listed. */
  readonly skippedEarlier?: Maybe<ReadonlyArray<MissingRegion>>;
  /** Contracts that match the filter, on all pages. Null unless every expected region says how many it has. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A contract and its place in the list. */
export type ContractEdge = {
  readonly __typename?: 'ContractEdge';
  /** Where the contract stands; give it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The contract. When its region was lost between the list and the row, its fields are null and an error names the region. */
  readonly node?: Maybe<Contract>;
  /** Region that holds the contract, known even when its row could not be read. */
  readonly region: Region;
};

/** Restricts which contracts are listed. */
export type ContractFilter = {
  /** SIREN of the buyer. */
  readonly buyer?: InputMaybe<Scalars['Siren']['input']>;
  /**
   * Above the threshold of its day and kind, without a social clause and without a reason for exemption (article L2112-2-1 of the
   * Code de la commande publique, for contracts notified from 22 August 2026 on).
   */
  readonly clauseMissing?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kinds of clause; code list CLAUSE_TYPE. */
  readonly clauseTypes?: InputMaybe<ReadonlyArray<Scalars['Code']['input']>>;
  /** Départements of execution. */
  readonly departements?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ending on that day or later; a contract without a last day is not listed. */
  readonly endsFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Ending on that day or earlier. */
  readonly endsTo?: InputMaybe<Scalars['Date']['input']>;
  /** Notified on that day or later. */
  readonly notifiedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Notified on that day or earlier. */
  readonly notifiedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Where the rows come from: ENTERED, IMPORTED, DECP, DEMONSTRATION. */
  readonly origins?: InputMaybe<ReadonlyArray<Scalars['Code']['input']>>;
  /** Regions asked; all regions of the law when absent. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Sectors; code list SECTOR. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['Code']['input']>>;
  /**
   * Where the contracts stand today (in Paris), beside the days that the filter says. A page that was begun on another day cannot be
   * continued.
   */
  readonly state?: InputMaybe<ContractState>;
};

/** What the region of a contract says of it. */
export type ContractLookup = {
  readonly __typename?: 'ContractLookup';
  /** The contract. Null when it does not exist or the caller may not see it, which nobody can tell apart, and when the region did not answer. */
  readonly contract?: Maybe<Contract>;
  /** What was asked, canonically encoded. */
  readonly scope: Scalars['Scope']['output'];
  /** One reference to the region of the contract, when it is a member and the caller may ask it. */
  readonly shards: ReadonlyArray<ContractPageShard>;
  /** Whether the region answered, or why not; null when the caller may ask no region for this identifier. */
  readonly status?: Maybe<RegionStatus>;
};

export type ContractPageShard = ShardContractPage;

/** Where a contract stands in time, by its day of notification and its last day. */
export type ContractState =
  /** Its last day is over. A contract without a last day is not listed. */
  | 'ENDED'
  /** Notified by today, and its last day is today or later. A contract without a last day is not listed. */
  | 'IN_EXECUTION'
  /** Notified later than today. */
  | 'UPCOMING';

/** Whom to call at the regional or departmental level. */
export type Correspondent = {
  readonly __typename?: 'Correspondent';
  /** Day on which the post was last confirmed; null if it never was. */
  readonly confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** Départements covered; empty for the whole region. */
  readonly departements: ReadonlyArray<Scalars['String']['output']>;
  /** Professional e-mail. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Function of the person. */
  readonly function: Scalars['String']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration: Scalars['Boolean']['output'];
  /** Whether the person agreed to be shown to everybody. Else name, e-mail and telephone are known to those who keep the directory. */
  readonly isPublished: Scalars['Boolean']['output'];
  /** Whether the post is vacant. */
  readonly isVacant: Scalars['Boolean']['output'];
  /** Where the post stands. */
  readonly level: CorrespondentLevel;
  /** Name of the person; null while the post is vacant, and where the person did not agree to be shown. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Organisation that carries the coordination. */
  readonly organisation: Scalars['String']['output'];
  /** Professional telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** First day of the post. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day of the post; null while it lasts. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** One change of a post. */
export type CorrespondentChange = {
  readonly __typename?: 'CorrespondentChange';
  /** Who: issuer and subject of the person's token. */
  readonly actor: Scalars['String']['output'];
  /** What it says since. */
  readonly after: CorrespondentValues;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What the post said; null for one that was made. */
  readonly before?: Maybe<CorrespondentValues>;
  /** In which role. */
  readonly by: DirectoryParty;
  /** What happened. */
  readonly kind: CorrespondentChangeKind;
};

/** What happened to a post. */
export type CorrespondentChangeKind =
  /** It was rewritten. */
  | 'CHANGED'
  /** It was said to be right. */
  | 'CONFIRMED'
  /** It was made. */
  | 'CREATED'
  /** The person agreed to be shown. */
  | 'PUBLISHED'
  /** The person is no longer shown. */
  | 'WITHDRAWN';

/** Somebody else changed the post in between. */
export type CorrespondentConflictError = {
  readonly __typename?: 'CorrespondentConflictError';
  /** CORRESPONDENT_CONFLICT. */
  readonly code: Scalars['String']['output'];
  /** The post as it is now. */
  readonly current: CorrespondentPost;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** Where a post of the directory stands. */
export type CorrespondentLevel =
  /** Some départements of a region. */
  | 'DEPARTEMENT'
  /** The national association. */
  | 'NATIONAL'
  /** A region. */
  | 'REGION';

/** There is no such post, or another region keeps it. */
export type CorrespondentNotFoundError = {
  readonly __typename?: 'CorrespondentNotFoundError';
  /** CORRESPONDENT_UNKNOWN. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** A post of the directory, for those who keep it. */
export type CorrespondentPost = {
  readonly __typename?: 'CorrespondentPost';
  /** Day on which it was last confirmed; null if it never was. */
  readonly confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** Départements covered; empty for the whole region. */
  readonly departements: ReadonlyArray<Scalars['String']['output']>;
  /** Professional e-mail. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Function of the person. */
  readonly function: Scalars['String']['output'];
  /** Every change, oldest first. */
  readonly history: ReadonlyArray<CorrespondentChange>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration: Scalars['Boolean']['output'];
  /** Whether the person agreed to be shown to everybody. */
  readonly isPublished: Scalars['Boolean']['output'];
  /** Whether it is vacant. */
  readonly isVacant: Scalars['Boolean']['output'];
  /** Where it stands. */
  readonly level: CorrespondentLevel;
  /** Name of the person; null while the post is vacant. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Whether it is open and nobody confirmed it for a year. */
  readonly needsConfirmation: Scalars['Boolean']['output'];
  /** Organisation that carries the post. */
  readonly organisation: Scalars['String']['output'];
  /** Professional telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Its region; null for the association's. */
  readonly region?: Maybe<Region>;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day; null while it lasts. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
  /** Counts its changes; a change names the version that was seen. */
  readonly version: Scalars['Int']['output'];
};

/** Restricts which posts are listed. */
export type CorrespondentPostFilter = {
  /** Whether posts that have ended are listed, too. */
  readonly includeEnded?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only posts that nobody confirmed for a year. */
  readonly needsConfirmation?: InputMaybe<Scalars['Boolean']['input']>;
  /** Posts of one region. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** What a post says. */
export type CorrespondentPostInput = {
  /** Départements covered; absent or empty for the whole region. */
  readonly departements?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Professional e-mail. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Function of the person. */
  readonly function: Scalars['String']['input'];
  /** Name of the person; absent while the post is vacant. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Organisation that carries the post. */
  readonly organisation: Scalars['String']['input'];
  /** Professional telephone. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** INSEE code of the region; absent for a post of the association. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** First day. */
  readonly validFrom: Scalars['Date']['input'];
  /** Last day; absent while it lasts. */
  readonly validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** What became of a change of the directory. */
export type CorrespondentResult = CorrespondentConflictError | CorrespondentNotFoundError | CorrespondentSuccess | InvalidInputError;

/** The change was made. */
export type CorrespondentSuccess = {
  readonly __typename?: 'CorrespondentSuccess';
  /** The post as it is now. */
  readonly post: CorrespondentPost;
};

/** What a post said at a time. */
export type CorrespondentValues = {
  readonly __typename?: 'CorrespondentValues';
  /** Day on which it was last confirmed. */
  readonly confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** Départements covered. */
  readonly departements: ReadonlyArray<Scalars['String']['output']>;
  /** Professional e-mail. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Function of the person. */
  readonly function: Scalars['String']['output'];
  /** Whether the person agreed to be shown. */
  readonly isPublished: Scalars['Boolean']['output'];
  /** Name of the person. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Organisation that carries the post. */
  readonly organisation: Scalars['String']['output'];
  /** Professional telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** INSEE code of the region; null for the association's. */
  readonly region?: Maybe<Scalars['RegionCode']['output']>;
  /** First day. */
  readonly validFrom: Scalars['Date']['output'];
  /** Last day. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** Which regions an answer covers. Expected are the regions of the law, or those of the filter, whether members or not. */
export type Coverage = {
  readonly __typename?: 'Coverage';
  /** Number of regions counted. */
  readonly answered: Scalars['Int']['output'];
  /** Desks of the counted regions that were open in the period; null when no region says so. */
  readonly desksExpected?: Maybe<Scalars['Int']['output']>;
  /** Those of them that declared every month of the period. */
  readonly desksReporting?: Maybe<Scalars['Int']['output']>;
  /** Number of regions expected. */
  readonly expected: Scalars['Int']['output'];
  /** Whether every expected region is counted and every expected desk has declared; the latter where declarations apply. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** Regions that are not counted. */
  readonly missing: ReadonlyArray<MissingRegion>;
};

/** A one-stop desk (guichet unique). */
export type Desk = {
  /** E-mail of the desk. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Facilitators in post today. */
  readonly facilitators?: Maybe<ReadonlyArray<Facilitator>>;
  /** Who carries the desk; code list HOST_TYPE. */
  readonly hostType?: Maybe<Scalars['Code']['output']>;
  /** Global identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the desk. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Day on which the desk opened. */
  readonly openedOn?: Maybe<Scalars['Date']['output']>;
  /** Telephone of the desk. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Communes, EPCI and départements that the desk covers. */
  readonly territories?: Maybe<ReadonlyArray<Territory>>;
};

/** What a desk has followed, and what of it is out of date. */
export type DeskCurrency = {
  readonly __typename?: 'DeskCurrency';
  /** Global identifier of the desk. */
  readonly desk: Scalars['ID']['output'];
  /** What is out of date. */
  readonly outOfDate: ReadonlyArray<StaleItem>;
  /** Resources that it works with. */
  readonly resources: ReadonlyArray<TakenResource>;
  /** Trainings that its people came to, latest first. */
  readonly trainings: ReadonlyArray<FollowedTraining>;
};

/** What figures are broken down by. */
export type Dimension =
  /** Age band of the participant in the year of the period's first month. Planned hours have none. */
  | 'AGE_BAND'
  /** Band of the contract's amount, excluding tax; code list AMOUNT_BAND. */
  | 'AMOUNT_BAND'
  /** Kind of buyer of the contract. */
  | 'BUYER_KIND'
  /** Kind of social clause of the contract. */
  | 'CLAUSE_TYPE'
  /** Main criterion of eligibility of the participant. Planned hours have none. */
  | 'CRITERION'
  /** Département of execution of the contract. */
  | 'DEPARTEMENT'
  /** Education level of the participant. Planned hours have none. */
  | 'EDUCATION_LEVEL'
  /** Mode of execution. Planned hours have none. */
  | 'EXECUTION_MODE'
  /** Month in which hours were done or planned. */
  | 'MONTH'
  /** Whether the participant lives in a priority neighbourhood (QPV): YES, NO or UNKNOWN. Planned hours have none. */
  | 'QPV'
  /** Region. */
  | 'REGION'
  /** Sector of the contract. */
  | 'SECTOR'
  /** Sex of the participant. Planned hours have none. */
  | 'SEX'
  /** Type of work contract. Planned hours have none. */
  | 'WORK_CONTRACT_TYPE';

/** What is wrong with one line of a sheet. */
export type DirectoryLineProblem = {
  readonly __typename?: 'DirectoryLineProblem';
  /** What it concerns. */
  readonly field: Scalars['String']['output'];
  /** Line of the file, its head being line 1. */
  readonly line: Scalars['Int']['output'];
  /** What is wrong and what would be right. */
  readonly message: Scalars['String']['output'];
};

/** Some lines cannot be taken; nothing was changed. */
export type DirectoryLinesError = {
  readonly __typename?: 'DirectoryLinesError';
  /** DIRECTORY_SHEET_REJECTED. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
  /** Number of problems, of which at most 200 are named. */
  readonly problemCount: Scalars['Int']['output'];
  /** What is wrong with which line. */
  readonly problems: ReadonlyArray<DirectoryLineProblem>;
};

/** Who keeps the directory. */
export type DirectoryParty =
  /** The national association. */
  | 'ASSOCIATION'
  /** The coordination of a region. */
  | 'COORDINATION';

export type DirectoryShard = ShardDirectory;

/** A facilitator: sizes clauses, validates candidates, follows hours. */
export type Facilitator = {
  /** Professional e-mail. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Global identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the person. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Professional telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** Restricts what is counted. Values of one list are alternatives; lists combine. */
export type FigureFilter = {
  /** Kinds of buyers; code list BUYER_KIND. */
  readonly buyerKinds?: InputMaybe<ReadonlyArray<Scalars['Code']['input']>>;
  /** SIRENs of buyers. */
  readonly buyers?: InputMaybe<ReadonlyArray<Scalars['Siren']['input']>>;
  /** Kinds of clause; code list CLAUSE_TYPE. */
  readonly clauseTypes?: InputMaybe<ReadonlyArray<Scalars['Code']['input']>>;
  /** Départements of execution of the contracts. */
  readonly departements?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Regions asked; all regions of the law when absent. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Sectors; code list SECTOR. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['Code']['input']>>;
};

/** How precise counts of persons are, which depends on who asks. */
export type FigurePrecision =
  /** As the regions gave them. */
  | 'EXACT'
  /** Masked where they are small, else rounded down to a multiple of `roundedTo`. */
  | 'ROUNDED'
  /** No figure is shown to this caller. */
  | 'WITHHELD';

/** Figures of one region or of one cell. What it cannot give is null; what is not shown to the caller is null and in `masked`. */
export type FigureSet = {
  readonly __typename?: 'FigureSet';
  /** Buyers, distinct within the region; regions only. */
  readonly buyers?: Maybe<Scalars['Count']['output']>;
  /** Companies, distinct within the region; regions only. */
  readonly companies?: Maybe<Scalars['Count']['output']>;
  /** Public contracts with at least one hour done. */
  readonly contracts?: Maybe<Scalars['Count']['output']>;
  /** Desks open at the end of the period; regions only. */
  readonly desks?: Maybe<Scalars['Count']['output']>;
  /** Facilitators in post at the end of the period; regions only. */
  readonly facilitators?: Maybe<Scalars['Count']['output']>;
  /** Full-time equivalents: hours done divided by the factor, whatever the length of the period. */
  readonly fullTimeEquivalents?: Maybe<Scalars['Float']['output']>;
  /** Hours done. */
  readonly hoursDone?: Maybe<Scalars['Float']['output']>;
  /** Hours committed in contracts. */
  readonly hoursPlanned?: Maybe<Scalars['Float']['output']>;
  /** Lots with at least one hour done; regions only. */
  readonly lots?: Maybe<Scalars['Count']['output']>;
  /** Figures that exist and are not shown. One that is null and not named here does not exist or is not known. */
  readonly masked: ReadonlyArray<MaskedFigure>;
  /** Operations with at least one hour done. */
  readonly operations?: Maybe<Scalars['Count']['output']>;
  /** Participants with at least one hour done; a sum of regional counts when it covers several regions. */
  readonly participants?: Maybe<Scalars['Count']['output']>;
  /** How precise the counts of persons are: participants, work contracts and what is computed from them. */
  readonly precision: FigurePrecision;
  /** Residents of a priority neighbourhood among the participants of whom it is known; regions only. */
  readonly qpvShare?: Maybe<Scalars['Float']['output']>;
  /** What counts of persons are rounded down to a multiple of: 5 stands for 5 to 9. Null unless they are rounded. */
  readonly roundedTo?: Maybe<Scalars['Int']['output']>;
  /** Hours done divided by an objective, from 0; null where hours are not known or masked. */
  readonly shareOf?: Maybe<Scalars['Float']['output']>;
  /** Women among the participants whose sex is known, from 0 to 1. */
  readonly womenShare?: Maybe<Scalars['Float']['output']>;
  /** Work contracts with at least one hour done. */
  readonly workContracts?: Maybe<Scalars['Count']['output']>;
};


/** Figures of one region or of one cell. What it cannot give is null; what is not shown to the caller is null and in `masked`. */
export type FigureSetFullTimeEquivalentsArgs = {
  decimals: Scalars['Int']['input'];
  hoursPerYear: Scalars['Int']['input'];
};


/** Figures of one region or of one cell. What it cannot give is null; what is not shown to the caller is null and in `masked`. */
export type FigureSetShareOfArgs = {
  hours: Scalars['Float']['input'];
};

/**
 * National figures. A figure that a counted region cannot give is null, and named in `partial`; one that is not shown to
 * the caller is null, and named in `masked`.
 */
export type Figures = {
  readonly __typename?: 'Figures';
  /** Buyers, distinct by SIREN over all regions that answered; see `distinctCoverage`. */
  readonly buyers?: Maybe<Scalars['Count']['output']>;
  /** Companies, distinct by SIRET over all regions that answered; see `distinctCoverage`. */
  readonly companies?: Maybe<Scalars['Count']['output']>;
  /** Public contracts with at least one hour done. */
  readonly contracts?: Maybe<Scalars['Count']['output']>;
  /** Desks open at the end of the period. */
  readonly desks?: Maybe<Scalars['Count']['output']>;
  /** Regions behind `buyers` and `companies`, which are asked apart: both are null unless exactly the regions of the other figures answered. */
  readonly distinctCoverage?: Maybe<Coverage>;
  /** Facilitators in post at the end of the period. */
  readonly facilitators?: Maybe<Scalars['Count']['output']>;
  /** Full-time equivalents: hours done divided by the factor, whatever the length of the period. */
  readonly fullTimeEquivalents?: Maybe<Scalars['Float']['output']>;
  /** Hours done in the months of the period. */
  readonly hoursDone?: Maybe<Scalars['Float']['output']>;
  /** Hours committed in contracts for the months of the period. */
  readonly hoursPlanned?: Maybe<Scalars['Float']['output']>;
  /** Lots with at least one hour done. */
  readonly lots?: Maybe<Scalars['Count']['output']>;
  /** Figures that exist and are not shown. One that is null and not named here does not exist or is not known. */
  readonly masked: ReadonlyArray<MaskedFigure>;
  /** Operations with at least one hour done. */
  readonly operations?: Maybe<Scalars['Count']['output']>;
  /** Indicators that some counted region could not give: the figure of the others, with its own coverage. */
  readonly partial: ReadonlyArray<PartialFigure>;
  /** Participants with at least one hour done. A sum of regional counts: a person active in two regions counts twice. */
  readonly participants?: Maybe<Scalars['Count']['output']>;
  /** How precise the counts of persons are: participants, work contracts and what is computed from them. */
  readonly precision: FigurePrecision;
  /** Residents of a priority neighbourhood among the participants of whom it is known, from 0 to 1. */
  readonly qpvShare?: Maybe<Scalars['Float']['output']>;
  /** What counts of persons are rounded down to a multiple of: 5 stands for 5 to 9. Null unless they are rounded. */
  readonly roundedTo?: Maybe<Scalars['Int']['output']>;
  /** What was asked, canonically encoded. */
  readonly scope: Scalars['Scope']['output'];
  /** One reference per member region asked. */
  readonly shards: ReadonlyArray<FiguresShard>;
  /** Hours done divided by an objective, from 0; null where hours are not known or masked. */
  readonly shareOf?: Maybe<Scalars['Float']['output']>;
  /** Women among the participants whose sex is known, from 0 to 1. */
  readonly womenShare?: Maybe<Scalars['Float']['output']>;
  /** Work contracts with at least one hour done in the period. */
  readonly workContracts?: Maybe<Scalars['Count']['output']>;
};


/**
 * National figures. A figure that a counted region cannot give is null, and named in `partial`; one that is not shown to
 * the caller is null, and named in `masked`.
 */
export type FiguresFullTimeEquivalentsArgs = {
  decimals: Scalars['Int']['input'];
  hoursPerYear: Scalars['Int']['input'];
};


/**
 * National figures. A figure that a counted region cannot give is null, and named in `partial`; one that is not shown to
 * the caller is null, and named in `masked`.
 */
export type FiguresShareOfArgs = {
  hours: Scalars['Float']['input'];
};

export type FiguresShard = ShardFigures;

/** A training that people of a desk came to. */
export type FollowedTraining = {
  readonly __typename?: 'FollowedTraining';
  /** How many came. */
  readonly attended: Scalars['Int']['output'];
  /** Last day on which it counts as current; null for ever. */
  readonly currentUntil?: Maybe<Scalars['Date']['output']>;
  /** When it ended. */
  readonly endedAt: Scalars['DateTime']['output'];
  /** Its theme. */
  readonly theme: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Identifier of the training. */
  readonly trainingId: Scalars['ID']['output'];
};

/** A sheet of correspondents. */
export type ImportCorrespondentsInput = {
  /** The text of the file, CSV with a head, at most 2,000 lines. */
  readonly csv: Scalars['String']['input'];
  /** Whether it is only tried: everything is checked and nothing changed. */
  readonly isTrial: Scalars['Boolean']['input'];
};

/** What became of a sheet. */
export type ImportCorrespondentsResult = DirectoryLinesError | ImportCorrespondentsSuccess;

/** Every line was taken. */
export type ImportCorrespondentsSuccess = {
  readonly __typename?: 'ImportCorrespondentsSuccess';
  /** Posts changed. */
  readonly changed: Scalars['Int']['output'];
  /** Posts made. */
  readonly created: Scalars['Int']['output'];
  /** Posts that were as the sheet says. */
  readonly unchanged: Scalars['Int']['output'];
};

/** An indicator of the catalogue. */
export type Indicator =
  /** Buyers, distinct by SIREN over all regions. */
  | 'BUYERS'
  /** Companies, distinct by SIRET over all regions. */
  | 'COMPANIES'
  /** Public contracts. */
  | 'CONTRACTS'
  /** Desks open at the end of the period. */
  | 'DESKS'
  /** Facilitators in post at the end of the period. */
  | 'FACILITATORS'
  /** Full-time equivalents, from the hours done. */
  | 'FULL_TIME_EQUIVALENTS'
  /** Hours done. */
  | 'HOURS_DONE'
  /** Hours committed in contracts. */
  | 'HOURS_PLANNED'
  /** Lots. */
  | 'LOTS'
  /** Operations. */
  | 'OPERATIONS'
  /** Participants: a sum of regional counts, a person active in two regions counts twice. */
  | 'PARTICIPANTS'
  /** Residents of a priority neighbourhood among participants of whom it is known. */
  | 'QPV_SHARE'
  /** Women among participants whose sex is known. */
  | 'WOMEN_SHARE'
  /** Work contracts. */
  | 'WORK_CONTRACTS';

/** The input cannot be carried out as it is. */
export type InvalidInputError = {
  readonly __typename?: 'InvalidInputError';
  /** Field of the input. */
  readonly field: Scalars['String']['output'];
  /** What is wrong and what would be right. */
  readonly message: Scalars['String']['output'];
};

/** A key to issue. Each role has exactly what it needs: a desk its region and desk, a coordination its region, a buyer its SIRENs. */
export type IssueApiKeyInput = {
  /** Days that the key lives, from 1 to 365. */
  readonly days: Scalars['Int']['input'];
  /** Desk, such as 53-12. */
  readonly desk?: InputMaybe<Scalars['ID']['input']>;
  /** What the key is for, on one line of at most 100 characters. */
  readonly label: Scalars['String']['input'];
  /** Region of a desk or coordination. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Role of the client. */
  readonly role: ApiKeyRole;
  /** SIRENs of a buyer under one convention. */
  readonly sirens?: InputMaybe<ReadonlyArray<Scalars['Siren']['input']>>;
};

/** What became of a key to issue. */
export type IssueApiKeyResult = InvalidInputError | IssueApiKeySuccess;

/** A key was issued. */
export type IssueApiKeySuccess = {
  readonly __typename?: 'IssueApiKeySuccess';
  /** What is kept of it. */
  readonly apiKey: ApiKey;
  /** The key as its client sends it, after `Authorization: Bearer`. Shown this once. */
  readonly secret: Scalars['String']['output'];
};

/** Whom to call for a commune. */
export type LocalContact = {
  readonly __typename?: 'LocalContact';
  /** INSEE code of today's commune. */
  readonly communeCode: Scalars['CommuneCode']['output'];
  /** Its name. */
  readonly communeName: Scalars['String']['output'];
  /** The correspondent above the desks: departmental where there is one, else regional. Known even when the region is down. */
  readonly coordinator?: Maybe<Correspondent>;
  /** The desk to call: the one with the closest territory. Null in a white zone, and when the region did not answer. */
  readonly desk?: Maybe<Desk>;
  /** Every desk that covers the commune, the closest territory first (commune, EPCI, département). */
  readonly desks?: Maybe<ReadonlyArray<Desk>>;
  /** Facilitators of these desks. */
  readonly facilitators?: Maybe<ReadonlyArray<Facilitator>>;
  /** Whether no desk covers the commune; null when the region did not answer. */
  readonly isWhiteZone?: Maybe<Scalars['Boolean']['output']>;
  /** The region of the commune. */
  readonly region: Region;
  /** What was asked, canonically encoded. */
  readonly scope: Scalars['Scope']['output'];
  /** One reference to the region of the commune, when it is a member. */
  readonly shards: ReadonlyArray<DirectoryShard>;
  /** Whether the region answered, or why not. Only LIVE says anything about desks. */
  readonly status?: Maybe<RegionStatus>;
};

/** A figure that exists and is not shown: null among the figures, and in this interval. */
export type MaskedFigure = {
  readonly __typename?: 'MaskedFigure';
  /** The indicator. */
  readonly indicator: Indicator;
  /** The least that it is, in the unit of the figure. */
  readonly lowerBound: Scalars['Float']['output'];
  /** Why it is not shown. */
  readonly reason: MaskingReason;
  /** The most that it is; null when that is not said either. */
  readonly upperBound?: Maybe<Scalars['Float']['output']>;
};

/** Why a figure that exists is not shown. */
export type MaskingReason =
  /** No figure is shown to this caller. */
  | 'AUDIENCE'
  /** It counts too few persons, or depends on such a count. */
  | 'BELOW_THRESHOLD'
  /** With the figures shown beside it, it would give away a masked one. */
  | 'COMPLEMENTARY'
  /** The number of persons behind it is not known. */
  | 'COUNT_UNKNOWN'
  /** Some region put in the hours of too few persons: the sum would give them away. */
  | 'PART_BELOW_THRESHOLD';

/** A region that is not counted, and why. */
export type MissingRegion = {
  readonly __typename?: 'MissingRegion';
  /** INSEE code. */
  readonly code: Scalars['RegionCode']['output'];
  /** Name of the region. */
  readonly name: Scalars['String']['output'];
  /** Why it is not counted. */
  readonly status: RegionStatus;
};

/** Somebody else changed the request first. Nothing was changed. */
export type MobilisationConflictError = {
  readonly __typename?: 'MobilisationConflictError';
  /** MOBILISATION_CONFLICT. */
  readonly code: Scalars['String']['output'];
  /** The request as it is now. */
  readonly current: MobilisationRequest;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** A reference to a document. */
export type MobilisationDocument = {
  readonly __typename?: 'MobilisationDocument';
  /** Media type, such as application/pdf. */
  readonly mediaType?: Maybe<Scalars['String']['output']>;
  /** Name of the document. */
  readonly name: Scalars['String']['output'];
  /** Where it is; whoever follows it is let in by that place, not by the hub. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A reference to a document. */
export type MobilisationDocumentInput = {
  /** Media type, such as application/pdf. */
  readonly mediaType?: InputMaybe<Scalars['String']['input']>;
  /** Name of the document. */
  readonly name: Scalars['String']['input'];
  /** Where it is, by http or https. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** One change of a mobilisation request. */
export type MobilisationEvent = {
  readonly __typename?: 'MobilisationEvent';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Who did it. */
  readonly by: MobilisationParty;
  /** State before; null for the announcement. */
  readonly fromState?: Maybe<MobilisationState>;
  /** What happened. */
  readonly kind: MobilisationEventKind;
  /** What they said. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Region, desk or SIREN that they acted for; null for the association. */
  readonly party?: Maybe<Scalars['String']['output']>;
  /** State after. */
  readonly toState: MobilisationState;
};

/** What happened to a mobilisation request. */
export type MobilisationEventKind =
  /** It was sent to desks. */
  | 'ADDRESSED'
  /** One desk of several stood back. */
  | 'DESK_DECLINED'
  /** It was brought to a state. */
  | 'MOVED'
  /** It was sent to a region by the association. */
  | 'REDIRECTED'
  /** Its hours were agreed on. */
  | 'SIZED';

/** A message on a mobilisation request, or a reference to a document. */
export type MobilisationMessage = {
  readonly __typename?: 'MobilisationMessage';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Who wrote it. */
  readonly by: MobilisationParty;
  /** The document that it speaks of. The hub keeps no files. */
  readonly document?: Maybe<MobilisationDocument>;
  /** Region, desk or SIREN that they acted for; null for the association. */
  readonly party?: Maybe<Scalars['String']['output']>;
  /** The text. */
  readonly text: Scalars['String']['output'];
};

/** A state to which a request is brought by a word. */
export type MobilisationMove =
  /** The clause is written. */
  | 'CLAUSE_DRAFTED'
  /** Done; or, by the buyer with a reason, given up. */
  | 'CLOSED'
  /** Declined, with the reason as `note`. One desk of several stands back; the others go on. */
  | 'DECLINED'
  /** Hours are being done. */
  | 'IN_EXECUTION'
  /** The buyer has notified the contract. */
  | 'NOTIFIED'
  /** A desk that it was sent to takes it over; in a white zone the coordination does. */
  | 'TAKEN_OVER';

/** A party of a mobilisation request. */
export type MobilisationParty =
  /** The national association. */
  | 'ASSOCIATION'
  /** The buyer. */
  | 'BUYER'
  /** The coordination of the region. */
  | 'COORDINATION'
  /** A desk. */
  | 'DESK';

/** A programme of operations. */
export type MobilisationProgramme = {
  readonly __typename?: 'MobilisationProgramme';
  /** When it was announced; null while lines are collected. */
  readonly announcedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Lines that the hub holds of it. */
  readonly lineCount: Scalars['Count']['output'];
  /** SIREN of the buyer. */
  readonly siren: Scalars['Siren']['output'];
  /** Its title, such as that of a year. */
  readonly title: Scalars['String']['output'];
};

/** Some lines cannot be announced. None of the part was kept. */
export type MobilisationProgrammeLinesError = {
  readonly __typename?: 'MobilisationProgrammeLinesError';
  /** MOBILISATION_PROGRAMME_REJECTED. */
  readonly code: Scalars['String']['output'];
  /** How many lines. */
  readonly message: Scalars['String']['output'];
  /** How many problems there are. */
  readonly problemCount: Scalars['Count']['output'];
  /** The first 200 problems, by line. */
  readonly problems: ReadonlyArray<ProgrammeLineProblem>;
};

/** There is no such programme, or it is not for this caller: nobody can tell which. */
export type MobilisationProgrammeNotFoundError = {
  readonly __typename?: 'MobilisationProgrammeNotFoundError';
  /** MOBILISATION_PROGRAMME_UNKNOWN. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** What became of a change of a programme. */
export type MobilisationProgrammeResult = InvalidInputError | MobilisationProgrammeLinesError | MobilisationProgrammeNotFoundError | MobilisationProgrammeSuccess;

/** The programme was changed. */
export type MobilisationProgrammeSuccess = {
  readonly __typename?: 'MobilisationProgrammeSuccess';
  /** The programme as it is now. */
  readonly programme: MobilisationProgramme;
};

/** An operation that a buyer announced, to be accompanied by the facilitators near it. */
export type MobilisationRequest = {
  readonly __typename?: 'MobilisationRequest';
  /** Global identifiers of the desks that it was sent to. */
  readonly addressedDesks: ReadonlyArray<Scalars['ID']['output']>;
  /** The sizing that was agreed on; null before. */
  readonly agreedSizing?: Maybe<Sizing>;
  /** Amount excluding tax, in euros. */
  readonly amount: Scalars['Float']['output'];
  /** When it was announced. */
  readonly announcedAt: Scalars['DateTime']['output'];
  /** INSEE code of the commune of the works; null when only the département or region is said. */
  readonly commune?: Maybe<Scalars['CommuneCode']['output']>;
  /** Day on which the consultation is published. */
  readonly consultationOn?: Maybe<Scalars['Date']['output']>;
  /** CPV code, without its check digit. */
  readonly cpv?: Maybe<Scalars['String']['output']>;
  /** Why it was declined. */
  readonly declineReason?: Maybe<Scalars['String']['output']>;
  /** INSEE code of the département of the works; null when only the region is said. */
  readonly departement?: Maybe<Scalars['String']['output']>;
  /** What it is about. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Global identifier of the desk that took it over. */
  readonly desk?: Maybe<Scalars['ID']['output']>;
  /** End of the agreed delay of the state; null when nothing is awaited. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the operation. */
  readonly endsOn?: Maybe<Scalars['Date']['output']>;
  /** Whether the coordination took it over itself, where no desk is. */
  readonly handledByCoordination: Scalars['Boolean']['output'];
  /** Everything that happened to it, oldest first. */
  readonly history: ReadonlyArray<MobilisationEvent>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration: Scalars['Boolean']['output'];
  /** Whether the agreed delay is over. */
  readonly isLate: Scalars['Boolean']['output'];
  /** What is bought. */
  readonly kind: OperationKind;
  /** Desks and facilitators that the hub proposes for the commune, and the coordinator; null when no commune is said. */
  readonly localContact?: Maybe<LocalContact>;
  /** Its lots. */
  readonly lots: ReadonlyArray<OperationLot>;
  /** Messages and documents, oldest first. */
  readonly messages: ReadonlyArray<MobilisationMessage>;
  /** Who must act next; null when nothing is left to do. */
  readonly nextActor?: Maybe<MobilisationParty>;
  /** States to which this caller's role may bring it. */
  readonly nextStates: ReadonlyArray<MobilisationState>;
  /** The first sizing, as computed when it was announced. */
  readonly proposedSizing: Sizing;
  /** The region that the request is with. */
  readonly region: Region;
  /** SIREN of the buyer. */
  readonly siren: Scalars['Siren']['output'];
  /** First day of the operation. */
  readonly startsOn?: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  readonly state: MobilisationState;
  /** Title of the operation. */
  readonly title: Scalars['String']['output'];
  /** Counts the changes; whoever changes the request says which version they saw. */
  readonly version: Scalars['Int']['output'];
  /** Since when it stands there. */
  readonly waitingSince: Scalars['DateTime']['output'];
};

/** One page of mobilisation requests. */
export type MobilisationRequestConnection = {
  readonly __typename?: 'MobilisationRequestConnection';
  /** The same by state; states without any are left out. */
  readonly counts: ReadonlyArray<MobilisationStateCount>;
  /** The requests of the page. */
  readonly edges: ReadonlyArray<MobilisationRequestEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Requests that match the filter, on all pages. */
  readonly totalCount: Scalars['Count']['output'];
};

/** A request and its place in the list. */
export type MobilisationRequestEdge = {
  readonly __typename?: 'MobilisationRequestEdge';
  /** Where the request stands; give it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The request. */
  readonly node: MobilisationRequest;
};

/** Restricts which mobilisation requests are listed. */
export type MobilisationRequestFilter = {
  /** SIREN of the buyer. */
  readonly buyer?: InputMaybe<Scalars['Siren']['input']>;
  /** Desk that took it over. */
  readonly desk?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the agreed delay is over. */
  readonly isLate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Programme that they were announced with. */
  readonly programme?: InputMaybe<Scalars['ID']['input']>;
  /** Regions, as alternatives. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** States, as alternatives. */
  readonly states?: InputMaybe<ReadonlyArray<MobilisationState>>;
  /** Those that stand where they stand for more than so many days, closed ones left out. */
  readonly waitingLongerThanDays?: InputMaybe<Scalars['Int']['input']>;
};

/** There is no such request, or it is not for this caller: nobody can tell which. */
export type MobilisationRequestNotFoundError = {
  readonly __typename?: 'MobilisationRequestNotFoundError';
  /** MOBILISATION_REQUEST_UNKNOWN. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** What became of a change of a mobilisation request. */
export type MobilisationRequestResult = InvalidInputError | MobilisationConflictError | MobilisationRequestNotFoundError | MobilisationRequestSuccess | MobilisationStepError;

/** The request was changed. */
export type MobilisationRequestSuccess = {
  readonly __typename?: 'MobilisationRequestSuccess';
  /** The request as it is now. */
  readonly request: MobilisationRequest;
};

/** Where a mobilisation request stands. */
export type MobilisationState =
  /** Announced by the buyer; the coordination sends it to desks, and one of them takes it over. */
  | 'ANNOUNCED'
  /** The clause is written; the buyer publishes and awards. */
  | 'CLAUSE_DRAFTED'
  /** Done, or given up by the buyer. */
  | 'CLOSED'
  /** Declined with a reason; the association sends it elsewhere, the coordination to other desks, or the buyer closes it. */
  | 'DECLINED'
  /** Hours are being done. */
  | 'IN_EXECUTION'
  /** The contract is notified. */
  | 'NOTIFIED'
  /** The hours are agreed on. */
  | 'SIZED'
  /** A desk works on it, or the coordination where no desk is. */
  | 'TAKEN_OVER';

/** Requests of one state. */
export type MobilisationStateCount = {
  readonly __typename?: 'MobilisationStateCount';
  /** How many. */
  readonly count: Scalars['Count']['output'];
  /** The state. */
  readonly state: MobilisationState;
};

/** The step does not follow from where the request stands, or is not for this caller. Nothing was changed. */
export type MobilisationStepError = {
  readonly __typename?: 'MobilisationStepError';
  /** MOBILISATION_STEP_REFUSED. */
  readonly code: Scalars['String']['output'];
  /** The request as it is now. */
  readonly current: MobilisationRequest;
  /** What is wrong, and which steps are open. */
  readonly message: Scalars['String']['output'];
};

/** A request to bring to a state. */
export type MoveMobilisationRequestInput = {
  /** Identifier of the request. */
  readonly id: Scalars['ID']['input'];
  /** What is said with it; the reason where one is needed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Where to. */
  readonly to: MobilisationMove;
  /** Version that the caller saw. */
  readonly version: Scalars['Int']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Adds a message, or a reference to a document, to a request. It changes no state and conflicts with nothing. */
  readonly addMobilisationMessage: MobilisationRequestResult;
  /** Adds a part of the lines of a programme, or says what is wrong with each of them and adds none. */
  readonly addMobilisationProgrammeLines: MobilisationProgrammeResult;
  /** The coordination sends a request, announced or declined, to desks of its region: the first that takes it over has it. */
  readonly addressMobilisationRequest: MobilisationRequestResult;
  /** The association says a partnership anew. What it was before is kept and shown. */
  readonly amendPartnership: PartnershipResult;
  /** Announces every operation of a programme at once. Asking again changes nothing. */
  readonly announceMobilisationProgramme: MobilisationProgrammeResult;
  /** A buyer announces an operation; the region of the place gets the request. The association announces for any buyer. */
  readonly announceMobilisationRequest: MobilisationRequestResult;
  /** Takes seats for a desk, in place of those that it had. There are never more taken than there are. */
  readonly bookTraining: TrainingResult;
  /** Changes when and where a training is and how many may come, or cancels it. By its organiser. */
  readonly changeTraining: TrainingResult;
  /** Says that a post is right as it is. Every post is confirmed once a year. */
  readonly confirmCorrespondent: CorrespondentResult;
  /** Takes a sheet of correspondents, every line of it or none. */
  readonly importCorrespondents: ImportCorrespondentsResult;
  /** Issues a key for a machine client. Its secret is shown in this answer and never again. Administrators only. */
  readonly issueApiKey: IssueApiKeyResult;
  /** Brings a request to its next state. What does not follow is refused with the states that do. */
  readonly moveMobilisationRequest: MobilisationRequestResult;
  /**
   * Opens a programme: operations that are announced all at once or not at all. One that is open under the same title
   * begins again.
   */
  readonly openMobilisationProgramme: MobilisationProgrammeResult;
  /** Shows the person of a post to everybody: they agreed. */
  readonly publishCorrespondent: CorrespondentResult;
  /** Publishes a resource, or the next version of one. By its organiser. */
  readonly publishSharedResource: SharedResourceResult;
  /** Says how many people of a desk came. By the organiser. */
  readonly recordAttendance: TrainingResult;
  /** The association sends an announced or declined request to another region, or to the same one again. */
  readonly redirectMobilisationRequest: MobilisationRequestResult;
  /** Registers an address of the caller's software for the same digest, or renews it with another secret. */
  readonly registerReminderWebhook: ReminderResult;
  /** Takes establishments from a buyer. By the buyer itself or the association. */
  readonly removeBuyerEstablishments: BuyerEstablishmentsResult;
  /** Removes an address. */
  readonly removeReminderWebhook: ReminderResult;
  /** Ends a key for good; the gateway refuses it within 30 seconds. Administrators only. */
  readonly revokeApiKey: RevokeApiKeyResult;
  /** Adds establishments to a buyer, or says anew those whose SIRET it has. By the buyer itself or the association. */
  readonly saveBuyerEstablishments: BuyerEstablishmentsResult;
  /** Makes a post of the directory, or changes one. Another person in a post is not published until they agree. */
  readonly saveCorrespondent: CorrespondentResult;
  /** Announces a training: of the association, or of the coordination's own region. */
  readonly scheduleTraining: TrainingResult;
  /** Sets the caller's digest of requests that wait longer than agreed, by e-mail. It goes on for 180 days. */
  readonly setReminders: ReminderResult;
  /** The association signs a partnership with a buyer, whom it supports from then on. */
  readonly signPartnership: PartnershipResult;
  /** The desk agrees on the hours, which brings the request to SIZED. */
  readonly sizeMobilisationRequest: MobilisationRequestResult;
  /** Notes that a desk works with a version from now on. */
  readonly takeSharedResource: SharedResourceResult;
  /** Hides the person of a post from everybody but those who keep the directory, from now on and everywhere. */
  readonly withdrawCorrespondent: CorrespondentResult;
};


export type MutationAddMobilisationMessageArgs = {
  input: AddMobilisationMessageInput;
};


export type MutationAddMobilisationProgrammeLinesArgs = {
  input: AddMobilisationProgrammeLinesInput;
};


export type MutationAddressMobilisationRequestArgs = {
  input: AddressMobilisationRequestInput;
};


export type MutationAmendPartnershipArgs = {
  input: AmendPartnershipInput;
};


export type MutationAnnounceMobilisationProgrammeArgs = {
  input: AnnounceMobilisationProgrammeInput;
};


export type MutationAnnounceMobilisationRequestArgs = {
  input: AnnounceMobilisationRequestInput;
};


export type MutationBookTrainingArgs = {
  input: BookTrainingInput;
};


export type MutationChangeTrainingArgs = {
  input: ChangeTrainingInput;
};


export type MutationConfirmCorrespondentArgs = {
  input: ConfirmCorrespondentInput;
};


export type MutationImportCorrespondentsArgs = {
  input: ImportCorrespondentsInput;
};


export type MutationIssueApiKeyArgs = {
  input: IssueApiKeyInput;
};


export type MutationMoveMobilisationRequestArgs = {
  input: MoveMobilisationRequestInput;
};


export type MutationOpenMobilisationProgrammeArgs = {
  input: OpenMobilisationProgrammeInput;
};


export type MutationPublishCorrespondentArgs = {
  input: PublishCorrespondentInput;
};


export type MutationPublishSharedResourceArgs = {
  input: PublishSharedResourceInput;
};


export type MutationRecordAttendanceArgs = {
  input: RecordAttendanceInput;
};


export type MutationRedirectMobilisationRequestArgs = {
  input: RedirectMobilisationRequestInput;
};


export type MutationRegisterReminderWebhookArgs = {
  input: RegisterReminderWebhookInput;
};


export type MutationRemoveBuyerEstablishmentsArgs = {
  input: RemoveBuyerEstablishmentsInput;
};


export type MutationRemoveReminderWebhookArgs = {
  input: RemoveReminderWebhookInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationSaveBuyerEstablishmentsArgs = {
  input: SaveBuyerEstablishmentsInput;
};


export type MutationSaveCorrespondentArgs = {
  input: SaveCorrespondentInput;
};


export type MutationScheduleTrainingArgs = {
  input: ScheduleTrainingInput;
};


export type MutationSetRemindersArgs = {
  input: SetRemindersInput;
};


export type MutationSignPartnershipArgs = {
  input: SignPartnershipInput;
};


export type MutationSizeMobilisationRequestArgs = {
  input: SizeMobilisationRequestInput;
};


export type MutationTakeSharedResourceArgs = {
  input: TakeSharedResourceInput;
};


export type MutationWithdrawCorrespondentArgs = {
  input: WithdrawCorrespondentInput;
};

/** A buyer that the national association supports. */
export type NationalBuyer = {
  readonly __typename?: 'NationalBuyer';
  /** Figures of its contracts over all regions. */
  readonly activity: Consolidation;
  /** Its establishments, by name: who orders in which place. Shown to the buyer itself and to the association, who keep them. */
  readonly establishments: ReadonlyArray<BuyerEstablishment>;
  /** Whether this is a demonstration row. */
  readonly isDemonstration: Scalars['Boolean']['output'];
  /** Name of the buyer. */
  readonly name: Scalars['String']['output'];
  /** Its partnership with the association: the one that holds today, else the latest. */
  readonly partnership?: Maybe<Partnership>;
  /** All its partnerships, the latest first. */
  readonly partnerships: ReadonlyArray<Partnership>;
  /** SIREN of the buyer. */
  readonly siren: Scalars['Siren']['output'];
};


/** A buyer that the national association supports. */
export type NationalBuyerActivityArgs = {
  by?: InputMaybe<ReadonlyArray<Dimension>>;
  period: PeriodInput;
};

/** The association supports no such buyer. */
export type NationalBuyerNotFoundError = {
  readonly __typename?: 'NationalBuyerNotFoundError';
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** The training or resource stands otherwise than the change needs. Nothing was changed. */
export type NetworkItemConflictError = {
  readonly __typename?: 'NetworkItemConflictError';
  /** NETWORK_ITEM_CONFLICT. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** There is no such training or resource. */
export type NetworkItemNotFoundError = {
  readonly __typename?: 'NetworkItemNotFoundError';
  /** NETWORK_ITEM_UNKNOWN. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** Hours that a buyer committed to. */
export type Objective = {
  readonly __typename?: 'Objective';
  /** Figures of the convention's contracts from its start to the deadline. `shareOf` gives the progress. */
  readonly activity: Consolidation;
  /** Day by which they are to be done. */
  readonly deadline: Scalars['Date']['output'];
  /** Hours. */
  readonly hours: Scalars['Float']['output'];
  /** What the tranche covers. */
  readonly label: Scalars['String']['output'];
  /** Regions whose hours count; all when empty. */
  readonly regions: ReadonlyArray<Region>;
  /** Figures of the months after this one, to the deadline: hours planned there are what is still to come. Null after it. */
  readonly remaining?: Maybe<Consolidation>;
  /** Sectors whose hours count; all when empty. Code list SECTOR. */
  readonly sectors: ReadonlyArray<Scalars['Code']['output']>;
  /** Day from which hours count. */
  readonly startsOn: Scalars['Date']['output'];
};

/** Hours to commit to. */
export type ObjectiveInput = {
  /** Day by which they are to be done. */
  readonly deadline: Scalars['Date']['input'];
  /** Hours. */
  readonly hours: Scalars['Float']['input'];
  /** What the tranche covers; two of one convention have two labels. */
  readonly label: Scalars['String']['input'];
  /** INSEE codes of the regions whose hours count; all when absent. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Sectors whose hours count; all when absent. Code list SECTOR. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['Code']['input']>>;
  /** Day from which hours count; the day of signature when absent. */
  readonly startsOn?: InputMaybe<Scalars['Date']['input']>;
};

/** A programme to open. */
export type OpenMobilisationProgrammeInput = {
  /** SIREN of the buyer, one of the caller's own. */
  readonly siren: Scalars['Siren']['input'];
  /** Its title, of at most 200 characters. */
  readonly title: Scalars['String']['input'];
};

/** What is bought. */
export type OperationKind =
  /** Services. */
  | 'SERVICES'
  /** Supplies. */
  | 'SUPPLIES'
  /** Works. */
  | 'WORKS';

/** A lot of an operation. */
export type OperationLot = {
  readonly __typename?: 'OperationLot';
  /** Amount excluding tax, in euros. */
  readonly amount?: Maybe<Scalars['Float']['output']>;
  /** CPV code, without its check digit. */
  readonly cpv?: Maybe<Scalars['String']['output']>;
  /** Its number. */
  readonly number: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
};

/** A lot to announce. */
export type OperationLotInput = {
  /** Amount excluding tax, in euros. Lots are sized one by one when each has one. */
  readonly amount?: InputMaybe<Scalars['Float']['input']>;
  /** CPV code; that of the operation unless given. */
  readonly cpv?: InputMaybe<Scalars['String']['input']>;
  /** Its number, unlike that of any other lot. */
  readonly number: Scalars['String']['input'];
  /** Its title. */
  readonly title: Scalars['String']['input'];
};

/** What became of participants at one stage. A sum of regional counts: a person active in two regions counts twice. */
export type Outcome = {
  readonly __typename?: 'Outcome';
  /** Durable or transition employment or training among them, from 0 to 1 (sorties dynamiques, DGEFP); null when not shown or nobody's is known. */
  readonly dynamicShare?: Maybe<Scalars['Float']['output']>;
  /** Persons with a known outcome, observed in the period; null when it is not shown. */
  readonly known?: Maybe<Scalars['Count']['output']>;
  /** Why figures that exist are not shown; null when they are. */
  readonly masked?: Maybe<MaskingReason>;
  /** What the count is rounded down to a multiple of; null unless it is rounded. */
  readonly roundedTo?: Maybe<Scalars['Int']['output']>;
  /** When it was observed. */
  readonly stage: OutcomeStage;
};

/** When an outcome is observed. */
export type OutcomeStage =
  /** At the end of a work contract. */
  | 'EXIT'
  /** Six months after. */
  | 'SIX_MONTHS'
  /** Twelve months after. */
  | 'TWELVE_MONTHS';

/** Where a page ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last contract; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more contracts follow in the regions that answered. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** An indicator that some counted regions could not give. */
export type PartialFigure = {
  readonly __typename?: 'PartialFigure';
  /** Regions that gave it. */
  readonly answered: Scalars['Int']['output'];
  /** The indicator. */
  readonly indicator: Indicator;
  /** Set when the value exists and is not shown. */
  readonly masked?: Maybe<MaskedFigure>;
  /** Counted regions that did not give it, and why. */
  readonly missing: ReadonlyArray<MissingRegion>;
  /** Its value over the regions that gave it. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** A convention between a buyer and the national association. */
export type Partnership = {
  readonly __typename?: 'Partnership';
  /** What was changed, the latest first: an objective that was lowered stays to be seen. */
  readonly changes: ReadonlyArray<PartnershipChange>;
  /** Professional e-mail of that person. */
  readonly contactEmail?: Maybe<Scalars['String']['output']>;
  /** Who accompanies the buyer at the association. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** Documents, where they are kept. */
  readonly documents: ReadonlyArray<PartnershipDocument>;
  /** Last day of the convention; null when open-ended. */
  readonly endsOn?: Maybe<Scalars['Date']['output']>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration: Scalars['Boolean']['output'];
  /** Other legal units under the convention, whose contracts count. */
  readonly members: ReadonlyArray<PartnershipMember>;
  /** Hours that the buyer committed to, by tranche. */
  readonly objectives: ReadonlyArray<Objective>;
  /** Days of every year on which a report is due, MM-DD. */
  readonly reportsDue: ReadonlyArray<Scalars['String']['output']>;
  /** What it covers. */
  readonly scope?: Maybe<Scalars['String']['output']>;
  /** Day of signature. */
  readonly signedOn: Scalars['Date']['output'];
  /** Title. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** One more with every amendment. */
  readonly version: Scalars['Int']['output'];
};

/** One change of a convention. */
export type PartnershipChange = {
  readonly __typename?: 'PartnershipChange';
  /** The convention after, as JSON. */
  readonly after: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The convention before, as JSON; null when it was signed. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** Why, as whoever amended it said. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** The partnership was amended since it was read. */
export type PartnershipConflictError = {
  readonly __typename?: 'PartnershipConflictError';
  /** The partnership as it is now. */
  readonly current: Partnership;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** A document of a convention, where it is kept. */
export type PartnershipDocument = {
  readonly __typename?: 'PartnershipDocument';
  /** What it is. */
  readonly name: Scalars['String']['output'];
  /** Where it is. */
  readonly url: Scalars['String']['output'];
};

/** A document of a convention. */
export type PartnershipDocumentInput = {
  /** What it is. */
  readonly name: Scalars['String']['input'];
  /** Its https address. */
  readonly url: Scalars['String']['input'];
};

/** A convention, whole. */
export type PartnershipInput = {
  /** Name of the buyer. */
  readonly buyerName: Scalars['String']['input'];
  /** Professional e-mail of that person. */
  readonly contactEmail?: InputMaybe<Scalars['String']['input']>;
  /** Who accompanies the buyer at the association. */
  readonly contactName?: InputMaybe<Scalars['String']['input']>;
  /** Documents, where they are kept. */
  readonly documents?: InputMaybe<ReadonlyArray<PartnershipDocumentInput>>;
  /** Last day; absent when open-ended. */
  readonly endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Other legal units under it. */
  readonly members?: InputMaybe<ReadonlyArray<PartnershipMemberInput>>;
  /** Hours committed to, by tranche. */
  readonly objectives?: InputMaybe<ReadonlyArray<ObjectiveInput>>;
  /** Days of every year on which a report is due, MM-DD. */
  readonly reportsDue?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What it covers. */
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  /** Day of signature. */
  readonly signedOn: Scalars['Date']['input'];
  /** SIREN of the buyer. */
  readonly siren: Scalars['Siren']['input'];
  /** Title. */
  readonly title: Scalars['String']['input'];
};

/** Another legal unit under a convention, such as a concessionaire. */
export type PartnershipMember = {
  readonly __typename?: 'PartnershipMember';
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** SIREN. */
  readonly siren: Scalars['Siren']['output'];
};

/** Another legal unit under a convention. */
export type PartnershipMemberInput = {
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** SIREN. */
  readonly siren: Scalars['Siren']['input'];
};

/** There is no such partnership of this buyer. */
export type PartnershipNotFoundError = {
  readonly __typename?: 'PartnershipNotFoundError';
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** What became of a partnership. */
export type PartnershipResult = InvalidInputError | PartnershipConflictError | PartnershipNotFoundError | PartnershipSuccess;

/** The partnership was written. */
export type PartnershipSuccess = {
  readonly __typename?: 'PartnershipSuccess';
  /** The partnership as it is now. */
  readonly partnership: Partnership;
};

/** Months covered, both included. */
export type Period = {
  readonly __typename?: 'Period';
  /** First month. */
  readonly from: Scalars['Month']['output'];
  /** Last month. */
  readonly to: Scalars['Month']['output'];
};

/** Months covered, both included. */
export type PeriodInput = {
  /** First month. */
  readonly from: Scalars['Month']['input'];
  /** Last month. */
  readonly to: Scalars['Month']['input'];
};

/** A commune of today. */
export type Place = {
  readonly __typename?: 'Place';
  /** INSEE code. */
  readonly communeCode: Scalars['CommuneCode']['output'];
  /** INSEE code of its département. */
  readonly departement: Scalars['String']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Its population. */
  readonly population: Scalars['Count']['output'];
};

/** The text may mean several communes, of which one has to be chosen. */
export type PlaceAmbiguousError = {
  readonly __typename?: 'PlaceAmbiguousError';
  /** Number of communes that it may mean. */
  readonly choiceCount: Scalars['Int']['output'];
  /** Communes that it may mean, at most 100. */
  readonly choices: ReadonlyArray<Place>;
  /** PLACE_AMBIGUOUS. */
  readonly code: Scalars['String']['output'];
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** The text means one commune. */
export type PlaceFound = {
  readonly __typename?: 'PlaceFound';
  /** Whom to call there. */
  readonly localContact: LocalContact;
  /** The commune. */
  readonly place: Place;
};

/** What a text means. */
export type PlaceResult = PlaceAmbiguousError | PlaceFound | PlaceUnknownError;

/** The text means no commune of the 18 regions. */
export type PlaceUnknownError = {
  readonly __typename?: 'PlaceUnknownError';
  /** PLACE_UNKNOWN. */
  readonly code: Scalars['String']['output'];
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** Communes of a similar name. */
  readonly proposals: ReadonlyArray<Place>;
};

/** What is wrong with a line. */
export type ProgrammeLineProblem = {
  readonly __typename?: 'ProgrammeLineProblem';
  /** Field of the announcement. */
  readonly field: Scalars['String']['output'];
  /** Number of the line, the head of the file being 1. */
  readonly line: Scalars['Int']['output'];
  /** What is wrong and what would be right. */
  readonly message: Scalars['String']['output'];
};

/** A post whose person agreed to be shown. */
export type PublishCorrespondentInput = {
  /** Which post. */
  readonly id: Scalars['ID']['input'];
  /** The version that was seen. */
  readonly version: Scalars['Int']['input'];
};

/** A version to publish. */
export type PublishSharedResourceInput = {
  /** Identifier of the resource; absent for a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** What it is for; that of a known resource stays. */
  readonly kind: ResourceKind;
  /** The region that publishes it; the association unless given. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Number of the version that it replaces, as the caller saw it; 0 for a new resource. */
  readonly replaces: Scalars['Int']['input'];
  /** What it says, in short. */
  readonly summary: Scalars['String']['input'];
  /** The text, of at most 100,000 characters. */
  readonly text: Scalars['String']['input'];
  /** Its theme. */
  readonly theme: Scalars['String']['input'];
  /** Its title, of at most 200 characters. */
  readonly title: Scalars['String']['input'];
  /** Where a laid-out document is, by http or https. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
  /** Last day on which it is valid. */
  readonly validUntil?: InputMaybe<Scalars['Date']['input']>;
};

/** A good practice, a testimony or a point of attention, shared nationally by its author. */
export type QualitativeRecord = {
  /** Who wrote it, as the author signs. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** The text. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Global identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** GOOD_PRACTICE, TESTIMONY or POINT_OF_ATTENTION. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Day that it is about. */
  readonly occurredOn?: Maybe<Scalars['Date']['output']>;
  /** Official code of the territory. */
  readonly territoryCode?: Maybe<Scalars['String']['output']>;
  /** Kind of the territory: COMMUNE, EPCI or DEPARTEMENT. */
  readonly territoryKind?: Maybe<Scalars['Code']['output']>;
  /** Theme; code list RECORD_THEME. */
  readonly theme?: Maybe<Scalars['Code']['output']>;
  /** Title. */
  readonly title?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Keys of machine clients, newest first. Administrators only. */
  readonly apiKeys: ReadonlyArray<ApiKey>;
  /** Whom to call in a département or an EPCI. */
  readonly areaContact: AreaContact;
  /** The hours of insertion that the formula gives for an operation, with every parameter and its source. */
  readonly clauseSizing: Sizing;
  /** The code lists in use, with French labels. */
  readonly codeLists: ReadonlyArray<CodeList>;
  /** Figures of the whole network for a period, summed over the regions that answered, with exact coverage. */
  readonly consolidation: Consolidation;
  /** The same question for several periods, each region being asked once. */
  readonly consolidations: ReadonlyArray<Consolidation>;
  /** One public contract. */
  readonly contract: ContractLookup;
  /**
   * Public contracts of all regions in one order: latest notification first. A buyer lists its own, a desk and a regional
   * coordination those of their region: `coverage` then expects that region alone.
   */
  readonly contracts: ContractConnection;
  /**
   * Posts of the directory with everything that is kept of them: a coordination lists those of its region, the association
   * all.
   */
  readonly correspondentPosts: ReadonlyArray<CorrespondentPost>;
  /**
   * What desks have followed and what of it is out of date: a desk sees its own, a coordination its region, the association
   * all. Desks that took no part in anything are not listed.
   */
  readonly deskCurrencies: ReadonlyArray<DeskCurrency>;
  /** Whom to call for a commune. */
  readonly localContact: LocalContact;
  /** One mobilisation request; null when it does not exist or is not for this caller, which nobody can tell apart. */
  readonly mobilisationRequest?: Maybe<MobilisationRequest>;
  /**
   * Mobilisation requests, newest first: a buyer lists its own, a coordination those of its region, a desk those that were
   * sent to it, the association all.
   */
  readonly mobilisationRequests: MobilisationRequestConnection;
  /** A buyer that the national association supports, or null when it has no partnership. */
  readonly nationalBuyer?: Maybe<NationalBuyer>;
  /** Buyers that the national association supports, by name. */
  readonly nationalBuyers: ReadonlyArray<NationalBuyer>;
  /** Correspondents of the national association itself. */
  readonly nationalCorrespondents: ReadonlyArray<Correspondent>;
  /** What commune a text means, and whom to call there: an INSEE code, of today or earlier, a postal code, or a name. */
  readonly place: PlaceResult;
  /** The same for several texts at once: one that means nothing, or several communes, keeps no other from its answer. */
  readonly places: ReadonlyArray<PlaceResult>;
  /** The regions of the law, members of the hub or not, in the order of their codes. */
  readonly regions: ReadonlyArray<Region>;
  /** One resource; null when there is none. */
  readonly sharedResource?: Maybe<SharedResource>;
  /** Model clauses, notes of doctrine and guides: those that fit the words best first, else by title. */
  readonly sharedResources: SharedResourceConnection;
  /** One training; null when there is none. */
  readonly training?: Maybe<Training>;
  /** Trainings and practice sessions, in the order in which they begin. */
  readonly trainings: TrainingConnection;
};


export type QueryApiKeysArgs = {
  includeEnded: Scalars['Boolean']['input'];
};


export type QueryAreaContactArgs = {
  code: Scalars['String']['input'];
};


export type QueryClauseSizingArgs = {
  input: ClauseSizingInput;
};


export type QueryCodeListsArgs = {
  codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type QueryConsolidationArgs = {
  by?: InputMaybe<ReadonlyArray<Dimension>>;
  filter?: InputMaybe<FigureFilter>;
  period: PeriodInput;
};


export type QueryConsolidationsArgs = {
  by?: InputMaybe<ReadonlyArray<Dimension>>;
  filter?: InputMaybe<FigureFilter>;
  periods: ReadonlyArray<PeriodInput>;
};


export type QueryContractArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContractsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContractFilter>;
  first: Scalars['Int']['input'];
};


export type QueryCorrespondentPostsArgs = {
  filter?: InputMaybe<CorrespondentPostFilter>;
};


export type QueryDeskCurrenciesArgs = {
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};


export type QueryLocalContactArgs = {
  commune: Scalars['CommuneCode']['input'];
};


export type QueryMobilisationRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMobilisationRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MobilisationRequestFilter>;
  first: Scalars['Int']['input'];
};


export type QueryNationalBuyerArgs = {
  siren: Scalars['Siren']['input'];
};


export type QueryPlaceArgs = {
  text: Scalars['String']['input'];
};


export type QueryPlacesArgs = {
  texts: ReadonlyArray<Scalars['String']['input']>;
};


export type QueryRegionsArgs = {
  codes?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
};


export type QuerySharedResourceArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySharedResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SharedResourceFilter>;
  first: Scalars['Int']['input'];
};


export type QueryTrainingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTrainingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrainingFilter>;
  first: Scalars['Int']['input'];
};

/** Who came. */
export type RecordAttendanceInput = {
  /** How many of its people came. */
  readonly attended: Scalars['Int']['input'];
  /** Global identifier of the desk. */
  readonly desk: Scalars['ID']['input'];
  /** Identifier of the training. */
  readonly id: Scalars['ID']['input'];
};

/** A request to send to another region. */
export type RedirectMobilisationRequestInput = {
  /** Identifier of the request. */
  readonly id: Scalars['ID']['input'];
  /** Why. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** INSEE code of the region. */
  readonly region: Scalars['RegionCode']['input'];
  /** Version that the caller saw. */
  readonly version: Scalars['Int']['input'];
};

/** A region of the law. */
export type Region = {
  readonly __typename?: 'Region';
  /** INSEE code. */
  readonly code: Scalars['RegionCode']['output'];
  /** Its correspondents: whom to call at the regional level, and at the departmental one where there is one. */
  readonly correspondents: ReadonlyArray<Correspondent>;
  /** Official name. */
  readonly name: Scalars['String']['output'];
  /** Its desks and facilitators; null when the region takes no part in the hub. */
  readonly network?: Maybe<RegionalNetwork>;
  /** One reference when the region is a member. */
  readonly shards: ReadonlyArray<DirectoryShard>;
  /** Whether the region answers right now. */
  readonly status?: Maybe<RegionStatus>;
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

/** What became of one region, and its figures. */
export type RegionalFigures = {
  readonly __typename?: 'RegionalFigures';
  /** Moment at which its figures were true. */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** Its figures; null when it is not counted. */
  readonly figures?: Maybe<FigureSet>;
  /** Whether it answered from demonstration rows. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** The region. */
  readonly region: Region;
  /** Version of the regional schema that it publishes; null when it takes no part in the hub. */
  readonly schemaVersion?: Maybe<Scalars['String']['output']>;
  /** Whether it answered, or why not. */
  readonly status: RegionStatus;
};

/** The network of one region. */
export type RegionalNetwork = {
  /** Name of the regional coordination. */
  readonly coordinationName?: Maybe<Scalars['String']['output']>;
  /** Desks open today, by name. */
  readonly desks?: Maybe<ReadonlyArray<Desk>>;
  /** Number of facilitators in post today. */
  readonly facilitatorCount?: Maybe<Scalars['Count']['output']>;
  /** Whether the network holds demonstration rows. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Good practices, testimonies and points of attention that their authors share nationally, the latest first. */
  readonly records?: Maybe<ReadonlyArray<QualitativeRecord>>;
  /** INSEE code of the region. */
  readonly region: Scalars['RegionCode']['output'];
  /** What the territories of the desks have decided and what holds today; null where the region's version does not give it. */
  readonly strategies?: Maybe<ReadonlyArray<Strategy>>;
};

/** An address of the caller's software. */
export type RegisterReminderWebhookInput = {
  /** An https URL in the public internet. */
  readonly url: Scalars['String']['input'];
};

/** Where reminders of the caller go. */
export type Reminder = {
  readonly __typename?: 'Reminder';
  /** Mailbox or URL. */
  readonly address: Scalars['String']['output'];
  /** Last day of reminders; setting them again renews it. */
  readonly expiresOn: Scalars['Date']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** How they travel. */
  readonly kind: ReminderKind;
  /** How often. */
  readonly rhythm: ReminderRhythm;
};

/** How reminders travel. */
export type ReminderKind =
  /** By e-mail. */
  | 'MAIL'
  /** By a signed POST. */
  | 'WEBHOOK';

/** The caller has no such webhook. */
export type ReminderNotFoundError = {
  readonly __typename?: 'ReminderNotFoundError';
  /** REMINDER_UNKNOWN. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
};

/** What became of a change of reminders. */
export type ReminderResult = InvalidInputError | ReminderNotFoundError | ReminderSuccess;

/** How often somebody is reminded. */
export type ReminderRhythm =
  /** On every day on which something waits. */
  | 'DAILY'
  /** Never. */
  | 'OFF'
  /** At most once in seven days. */
  | 'WEEKLY';

/** The reminders were changed. */
export type ReminderSuccess = {
  readonly __typename?: 'ReminderSuccess';
  /** The reminders as they are now. */
  readonly reminder: Reminder;
  /** Signs what is sent to a webhook. Shown this once; null for everything else. */
  readonly secret?: Maybe<Scalars['String']['output']>;
};

/** Establishments that a buyer does not have any more. */
export type RemoveBuyerEstablishmentsInput = {
  /** SIREN of the buyer. */
  readonly siren: Scalars['Siren']['input'];
  /** Their SIRETs, at most 1,000; those that the buyer does not have are passed over. */
  readonly sirets: ReadonlyArray<Scalars['Siret']['input']>;
};

/** An address to remove. */
export type RemoveReminderWebhookInput = {
  /** Identifier, as registering gave it. */
  readonly id: Scalars['ID']['input'];
};

/** What a resource is for. */
export type ResourceKind =
  /** A note of doctrine. */
  | 'DOCTRINE'
  /** A guide. */
  | 'GUIDE'
  /** A clause to take up in a contract. */
  | 'MODEL_CLAUSE';

/** A key to end. */
export type RevokeApiKeyInput = {
  /** Public identifier of the key: the part between `mlg_` and the secret. */
  readonly id: Scalars['ID']['input'];
};

/** What became of a key to end. */
export type RevokeApiKeyResult = ApiKeyNotFoundError | RevokeApiKeySuccess;

/** The key is revoked, now or since earlier. */
export type RevokeApiKeySuccess = {
  readonly __typename?: 'RevokeApiKeySuccess';
  /** What is kept of it. */
  readonly apiKey: ApiKey;
};

/** Establishments that a buyer has. */
export type SaveBuyerEstablishmentsInput = {
  /** At most 1,000; all of them are saved or none. */
  readonly establishments: ReadonlyArray<BuyerEstablishmentInput>;
  /** SIREN of the buyer. */
  readonly siren: Scalars['Siren']['input'];
};

/** A post to make or change. */
export type SaveCorrespondentInput = {
  /** Which post; absent for a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Everything that the post says from now on. */
  readonly post: CorrespondentPostInput;
  /** The version that was seen; needed to change one. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** A training to announce. */
export type ScheduleTrainingInput = {
  /** What it is about. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** What it is. */
  readonly kind: TrainingKind;
  /** Where it is. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** The region that organises it; the association unless given. */
  readonly region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Where to follow it from afar, by https. */
  readonly remoteUrl?: InputMaybe<Scalars['String']['input']>;
  /** Seats that there are. */
  readonly seats: Scalars['Int']['input'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Its theme, of at most 100 characters. */
  readonly theme: Scalars['String']['input'];
  /** Its title, of at most 200 characters. */
  readonly title: Scalars['String']['input'];
  /** Months for which what is learned counts as current; for ever unless given. */
  readonly validityMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** A mailbox to remind. */
export type SetRemindersInput = {
  /** Professional e-mail of the caller. */
  readonly email: Scalars['String']['input'];
  /** How often. */
  readonly rhythm: ReminderRhythm;
};

/** A buyer as one region knows it. */
export type ShardBuyer = Buyer & {
  readonly __typename?: 'ShardBuyer';
  /** Global identifier: region code and local identifier. */
  readonly id: Scalars['ID']['output'];
  /** Kind of buyer; code list BUYER_KIND. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Name of the buyer. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** SIREN of the buyer. */
  readonly siren?: Maybe<Scalars['Siren']['output']>;
};

/** A public contract (marché). */
export type ShardContract = Contract & {
  readonly __typename?: 'ShardContract';
  /** Amount excluding tax, in euros. */
  readonly amount?: Maybe<Scalars['Float']['output']>;
  /** The buyer (maître d'ouvrage). */
  readonly buyer?: Maybe<ShardBuyer>;
  /** Kind of social clause; code list CLAUSE_TYPE. Null when the source does not say that there is one. */
  readonly clauseType?: Maybe<Scalars['Code']['output']>;
  /** Identifier (uid) of the contract in the published data of public contracts (DECP), when it is linked to them. */
  readonly decp?: Maybe<Scalars['String']['output']>;
  /** INSEE code of the département of execution. */
  readonly departement?: Maybe<Scalars['String']['output']>;
  /** Last day of execution. */
  readonly endsOn?: Maybe<Scalars['Date']['output']>;
  /** Why it is exempt; code list EXEMPTION_REASON. */
  readonly exemptionReason?: Maybe<Scalars['Code']['output']>;
  /** Hours done so far. */
  readonly hoursDone?: Maybe<Scalars['Float']['output']>;
  /** Hours committed over the life of the contract. */
  readonly hoursPlanned?: Maybe<Scalars['Float']['output']>;
  /** Global identifier: region code and local identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** WORKS, SUPPLIES or SERVICES: which threshold of the European procedures applies. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Day of notification. */
  readonly notifiedOn?: Maybe<Scalars['Date']['output']>;
  /** SUBJECT, EXEMPT or NOT_SUBJECT to article L2112-2-1 of the Code de la commande publique; null while nobody said. */
  readonly obligation?: Maybe<Scalars['Code']['output']>;
  /** Title of the operation that the contract belongs to. */
  readonly operationTitle?: Maybe<Scalars['String']['output']>;
  /** Where the row comes from: ENTERED, IMPORTED, DECP or DEMONSTRATION. */
  readonly origin?: Maybe<Scalars['Code']['output']>;
  /** Region that holds the contract. */
  readonly region: Region;
  /** Sector; code list SECTOR. */
  readonly sector?: Maybe<Scalars['Code']['output']>;
  /** Object of the contract. */
  readonly title?: Maybe<Scalars['String']['output']>;
};

/** The identifiers of one page of contracts of one region, before the rows themselves are read. */
export type ShardContractPage = {
  readonly __typename?: 'ShardContractPage';
  /** Region code and digest of the scope that was really answered. */
  readonly answeredFor?: Maybe<Scalars['String']['output']>;
  /** The first contracts after the position, in the order of the hub, at most as many as asked. */
  readonly entries?: Maybe<ReadonlyArray<ShardPageEntry>>;
  /** INSEE code of the region. */
  readonly region: Scalars['RegionCode']['output'];
  /** Filter, position and size of the page. */
  readonly scope: Scalars['Scope']['output'];
  /** Contracts that match the filter, on all pages. */
  readonly totalCount?: Maybe<Scalars['Count']['output']>;
};

/** A one-stop desk (guichet unique). */
export type ShardDesk = Desk & {
  readonly __typename?: 'ShardDesk';
  /** E-mail of the desk. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Facilitators in post today. */
  readonly facilitators?: Maybe<ReadonlyArray<ShardFacilitator>>;
  /** Who carries the desk; code list HOST_TYPE. */
  readonly hostType?: Maybe<Scalars['Code']['output']>;
  /** Global identifier: region code and local identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the desk. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Day on which the desk opened. */
  readonly openedOn?: Maybe<Scalars['Date']['output']>;
  /** Telephone of the desk. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Communes, EPCI and départements that the desk covers. */
  readonly territories?: Maybe<ReadonlyArray<ShardTerritory>>;
};

/** Which desks answer for a place, by identifier. */
export type ShardDirectory = {
  readonly __typename?: 'ShardDirectory';
  /** Region code and digest of the scope that was really answered. */
  readonly answeredFor?: Maybe<Scalars['String']['output']>;
  /** Desks open today that cover the place, the closest territory first; all open desks for the whole region. */
  readonly deskIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Facilitators in post today at these desks. */
  readonly facilitatorIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** INSEE code of the region. */
  readonly region: Scalars['RegionCode']['output'];
  /** The place asked for, or the whole region. */
  readonly scope: Scalars['Scope']['output'];
};

/** A facilitator: sizes clauses, validates candidates, follows hours. */
export type ShardFacilitator = Facilitator & {
  readonly __typename?: 'ShardFacilitator';
  /** Professional e-mail. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Global identifier: region code and local identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the person. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Professional telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** One row of a breakdown. */
export type ShardFigureRow = {
  readonly __typename?: 'ShardFigureRow';
  /** Public contracts with at least one hour done. */
  readonly contracts?: Maybe<Scalars['Count']['output']>;
  /** Hours done. */
  readonly hoursDone?: Maybe<Scalars['HourHundredths']['output']>;
  /** Hours committed in contracts. */
  readonly hoursPlanned?: Maybe<Scalars['HourHundredths']['output']>;
  /** One code per dimension of the scope, in its order. */
  readonly keys?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Operations with at least one hour done. */
  readonly operations?: Maybe<Scalars['Count']['output']>;
  /** Persons with at least one hour done. */
  readonly participants?: Maybe<Scalars['Count']['output']>;
  /** Participants whose sex is known. */
  readonly participantsOfKnownSex?: Maybe<Scalars['Count']['output']>;
  /** Women among the participants. */
  readonly womenParticipants?: Maybe<Scalars['Count']['output']>;
  /** Work contracts with at least one hour done. */
  readonly workContracts?: Maybe<Scalars['Count']['output']>;
};

/** Figures of one region for one scope: sums and counts over the whole scope, and its breakdown. */
export type ShardFigures = {
  readonly __typename?: 'ShardFigures';
  /** Region code and digest of the scope that was really answered; a shard counts only if it equals what was asked. */
  readonly answeredFor?: Maybe<Scalars['String']['output']>;
  /** Moment at which the figures were true. */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** One row per combination of the dimensions asked for that has any figure; null when no breakdown was asked. */
  readonly breakdown?: Maybe<ReadonlyArray<ShardFigureRow>>;
  /** Buyers of these contracts, distinct in the region. */
  readonly buyerCount?: Maybe<Scalars['Count']['output']>;
  /** SIRENs of the buyers behind buyerCount. */
  readonly buyerSirens?: Maybe<ReadonlyArray<Scalars['Siren']['output']>>;
  /** Companies that employed for these contracts, distinct in the region. */
  readonly companyCount?: Maybe<Scalars['Count']['output']>;
  /** SIRETs of the companies behind companyCount. */
  readonly companySirets?: Maybe<ReadonlyArray<Scalars['Siret']['output']>>;
  /** Public contracts with at least one hour done in the period. */
  readonly contracts?: Maybe<Scalars['Count']['output']>;
  /** Desks open at the end of the period. */
  readonly desks?: Maybe<Scalars['Count']['output']>;
  /** Desks open at some time in the period. */
  readonly desksExpected?: Maybe<Scalars['Count']['output']>;
  /** Desks that declared every month of the period in which they were open. */
  readonly desksReporting?: Maybe<Scalars['Count']['output']>;
  /** Of these, persons with a dynamic one. */
  readonly dynamicAtSixMonths?: Maybe<Scalars['Count']['output']>;
  /** Of these, persons with a dynamic one. */
  readonly dynamicAtTwelveMonths?: Maybe<Scalars['Count']['output']>;
  /** Of these, persons with a dynamic one: durable or transition employment, training (DGEFP). */
  readonly dynamicExits?: Maybe<Scalars['Count']['output']>;
  /** Persons with a known outcome at the end of a work contract, observed in the period. */
  readonly exitOutcomes?: Maybe<Scalars['Count']['output']>;
  /** Facilitators in post at the end of the period. */
  readonly facilitators?: Maybe<Scalars['Count']['output']>;
  /** Hours done in the months of the period. */
  readonly hoursDone?: Maybe<Scalars['HourHundredths']['output']>;
  /** Hours committed in contracts for the months of the period. */
  readonly hoursPlanned?: Maybe<Scalars['HourHundredths']['output']>;
  /** Whether any row behind the figures is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Lots with at least one hour done in the period. */
  readonly lots?: Maybe<Scalars['Count']['output']>;
  /** Operations with at least one hour done in the period. */
  readonly operations?: Maybe<Scalars['Count']['output']>;
  /** Persons with at least one hour done in the period; a person counts once per region. */
  readonly participants?: Maybe<Scalars['Count']['output']>;
  /** Participants of whom it is known whether they live in a priority neighbourhood. */
  readonly participantsOfKnownResidence?: Maybe<Scalars['Count']['output']>;
  /** Participants whose sex is known. */
  readonly participantsOfKnownSex?: Maybe<Scalars['Count']['output']>;
  /** Participants who live in a priority neighbourhood (QPV). */
  readonly qpvParticipants?: Maybe<Scalars['Count']['output']>;
  /** INSEE code of the region. */
  readonly region: Scalars['RegionCode']['output'];
  /** Period, filter and breakdown asked for. */
  readonly scope: Scalars['Scope']['output'];
  /** Persons with a known outcome six months after, observed in the period. */
  readonly sixMonthOutcomes?: Maybe<Scalars['Count']['output']>;
  /** Persons with a known outcome twelve months after, observed in the period. */
  readonly twelveMonthOutcomes?: Maybe<Scalars['Count']['output']>;
  /** Women among the participants. */
  readonly womenParticipants?: Maybe<Scalars['Count']['output']>;
  /** Work contracts with at least one hour done in the period. */
  readonly workContracts?: Maybe<Scalars['Count']['output']>;
};

/** The network of one region: its coordination, desks and facilitators. */
export type ShardNetwork = RegionalNetwork & {
  readonly __typename?: 'ShardNetwork';
  /** Name of the regional coordination. */
  readonly coordinationName?: Maybe<Scalars['String']['output']>;
  /** Desks open today, by name. */
  readonly desks?: Maybe<ReadonlyArray<ShardDesk>>;
  /** Number of facilitators in post today. */
  readonly facilitatorCount?: Maybe<Scalars['Count']['output']>;
  /** Whether the network holds demonstration rows. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Good practices, testimonies and points of attention that their authors share nationally, the latest first, at most 200. */
  readonly records?: Maybe<ReadonlyArray<ShardRecord>>;
  /** INSEE code of the region. */
  readonly region: Scalars['RegionCode']['output'];
  /** What the territories of the desks have decided and what holds today, by desk. */
  readonly strategies?: Maybe<ReadonlyArray<ShardStrategy>>;
};

/** The identifier of a row and its place in the global order. */
export type ShardPageEntry = {
  readonly __typename?: 'ShardPageEntry';
  /** Global identifier of the row. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Sort key, compared as text in code point order. */
  readonly sort?: Maybe<Scalars['String']['output']>;
};

/** A good practice, a testimony or a point of attention, shared nationally by its author, and of no participant by name. */
export type ShardRecord = QualitativeRecord & {
  readonly __typename?: 'ShardRecord';
  /** Who wrote it, as the author signs. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** The text. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Global identifier: region code and local identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** GOOD_PRACTICE, TESTIMONY or POINT_OF_ATTENTION. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Day that it is about. */
  readonly occurredOn?: Maybe<Scalars['Date']['output']>;
  /** Official code of the territory. */
  readonly territoryCode?: Maybe<Scalars['String']['output']>;
  /** Kind of the territory: COMMUNE, EPCI or DEPARTEMENT. */
  readonly territoryKind?: Maybe<Scalars['Code']['output']>;
  /** Theme; code list RECORD_THEME. */
  readonly theme?: Maybe<Scalars['Code']['output']>;
  /** Title. */
  readonly title?: Maybe<Scalars['String']['output']>;
};

/** What the decision makers of a desk's territory decided. */
export type ShardStrategy = Strategy & {
  readonly __typename?: 'ShardStrategy';
  /** Body that decided it. */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  /** Day of the decision. */
  readonly decidedOn?: Maybe<Scalars['Date']['output']>;
  /** The desk of the territory. */
  readonly desk?: Maybe<ShardDesk>;
  /** Objective in hours a year. */
  readonly hoursPerYear?: Maybe<Scalars['Float']['output']>;
  /** Global identifier: region code and local identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Objective in persons a year. */
  readonly personsPerYear?: Maybe<Scalars['Count']['output']>;
  /** Publics that come first; code list CRITERION. */
  readonly priorityPublics?: Maybe<ReadonlyArray<Scalars['Code']['output']>>;
  /** Sectors that come first; code list SECTOR. */
  readonly prioritySectors?: Maybe<ReadonlyArray<Scalars['Code']['output']>>;
  /** The decision in a few words. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** Title of the strategy. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** First day on which it holds. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it holds; null while it has none. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** A territory that a desk covers. */
export type ShardTerritory = Territory & {
  readonly __typename?: 'ShardTerritory';
  /** Official code: INSEE for communes and départements, SIREN for EPCI. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Global identifier: region code and local identifier. */
  readonly id: Scalars['ID']['output'];
  /** COMMUNE, EPCI or DEPARTEMENT. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Official name. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** A text that the network shares. */
export type SharedResource = {
  readonly __typename?: 'SharedResource';
  /** Its latest version. */
  readonly current?: Maybe<SharedResourceVersion>;
  /** Number of its latest version. */
  readonly currentNumber: Scalars['Int']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** What it is for. */
  readonly kind: ResourceKind;
  /** The region that publishes it; null for the association. */
  readonly region?: Maybe<Region>;
  /** Its theme. */
  readonly theme: Scalars['String']['output'];
  /** All its versions, latest first. */
  readonly versions: ReadonlyArray<SharedResourceVersion>;
};

/** One page of resources. */
export type SharedResourceConnection = {
  readonly __typename?: 'SharedResourceConnection';
  /** The resources of the page. */
  readonly nodes: ReadonlyArray<SharedResource>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Resources that match the filter, on all pages. */
  readonly totalCount: Scalars['Count']['output'];
};

/** Restricts which resources are listed. */
export type SharedResourceFilter = {
  /** What they are for. */
  readonly kind?: InputMaybe<ResourceKind>;
  /** Words of the current version, in French; quotes for a phrase, - for what is not wanted. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Their theme. */
  readonly theme?: InputMaybe<Scalars['String']['input']>;
};

/** What became of a change of a resource. */
export type SharedResourceResult = InvalidInputError | NetworkItemConflictError | NetworkItemNotFoundError | SharedResourceSuccess;

/** The resource was changed. */
export type SharedResourceSuccess = {
  readonly __typename?: 'SharedResourceSuccess';
  /** The resource as it is now. */
  readonly resource: SharedResource;
};

/** One version of a resource. */
export type SharedResourceVersion = {
  readonly __typename?: 'SharedResourceVersion';
  /** Its number, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When it was published. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** What it says, in short. */
  readonly summary: Scalars['String']['output'];
  /** The text. */
  readonly text: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Where a laid-out document is. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Last day on which it is valid; null without end. */
  readonly validUntil?: Maybe<Scalars['Date']['output']>;
};

/** A partnership to sign. */
export type SignPartnershipInput = {
  /** The convention. */
  readonly partnership: PartnershipInput;
};

/** Hours to agree on. */
export type SizeMobilisationRequestInput = {
  /** Hours agreed otherwise than the formula gives; `note` says why. */
  readonly hours?: InputMaybe<Scalars['Float']['input']>;
  /** Identifier of the request. */
  readonly id: Scalars['ID']['input'];
  /** What is said with it. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Values in place of the defaults. */
  readonly parameters?: InputMaybe<SizingParametersInput>;
  /** Version that the caller saw. */
  readonly version: Scalars['Int']['input'];
};

/** Hours of insertion of an operation, with everything that they are computed from. */
export type Sizing = {
  readonly __typename?: 'Sizing';
  /** The hours that the formula gives; other than `hours` when they were agreed otherwise. */
  readonly computedHours: Scalars['Float']['output'];
  /** The formula, in French. */
  readonly formula: Scalars['String']['output'];
  /** The hours. */
  readonly hours: Scalars['Float']['output'];
  /** Every parameter with its source. */
  readonly parameters: ReadonlyArray<SizingParameter>;
  /** The hours of each lot, or of the operation as a whole. */
  readonly parts: ReadonlyArray<SizingPart>;
};

/** A parameter of the sizing formula. */
export type SizingParameter = {
  readonly __typename?: 'SizingParameter';
  /** Whether it is a default of the hub, to be adjusted by whoever knows the operation. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Its French label. */
  readonly label: Scalars['String']['output'];
  /** labourShare, hourlyCost or clauseShare. */
  readonly name: Scalars['String']['output'];
  /** Where the value comes from, in French. */
  readonly source: Scalars['String']['output'];
  /** A share from 0 to 1, or euros. */
  readonly value: Scalars['Float']['output'];
};

/** Values of a sizing, in place of the defaults. */
export type SizingParametersInput = {
  /** Share of the labour that is kept for insertion, from 0 to 1. */
  readonly clauseShare?: InputMaybe<Scalars['Float']['input']>;
  /** Euros that an hour of labour costs, charges included. */
  readonly hourlyCost?: InputMaybe<Scalars['Float']['input']>;
  /** Share of labour in the amount, from 0 to 1, of every lot. */
  readonly labourShare?: InputMaybe<Scalars['Float']['input']>;
};

/** The hours of one lot, or of the operation as a whole. */
export type SizingPart = {
  readonly __typename?: 'SizingPart';
  /** Amount excluding tax, in euros. */
  readonly amount: Scalars['Float']['output'];
  /** Hours of insertion. */
  readonly hours: Scalars['Float']['output'];
  /** Share of labour in it, from 0 to 1. */
  readonly labourShare: Scalars['Float']['output'];
  /** Number of the lot; null for the operation as a whole. */
  readonly lot?: Maybe<Scalars['String']['output']>;
};

/** Something that a desk relies on and that is out of date. */
export type StaleItem = {
  readonly __typename?: 'StaleItem';
  /** What would be right, in French. */
  readonly advice: Scalars['String']['output'];
  /** Why. */
  readonly reason: StaleReason;
  /** Title of the training or resource. */
  readonly title: Scalars['String']['output'];
};

/** Why something is out of date. */
export type StaleReason =
  /** The version that the desk has is no longer valid. */
  | 'EXPIRED'
  /** A later version was published after the desk took its own. */
  | 'SUPERSEDED'
  /** The latest training on the theme is older than its validity. */
  | 'TRAINING_TOO_OLD';

/** What the decision makers of a desk's territory decided. */
export type Strategy = {
  /** Body that decided it. */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  /** Day of the decision. */
  readonly decidedOn?: Maybe<Scalars['Date']['output']>;
  /** The desk of the territory. */
  readonly desk?: Maybe<Desk>;
  /** Objective in hours a year. */
  readonly hoursPerYear?: Maybe<Scalars['Float']['output']>;
  /** Global identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  readonly isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Objective in persons a year. */
  readonly personsPerYear?: Maybe<Scalars['Count']['output']>;
  /** Publics that come first; code list CRITERION. */
  readonly priorityPublics?: Maybe<ReadonlyArray<Scalars['Code']['output']>>;
  /** Sectors that come first; code list SECTOR. */
  readonly prioritySectors?: Maybe<ReadonlyArray<Scalars['Code']['output']>>;
  /** The decision in a few words. */
  readonly summary?: Maybe<Scalars['String']['output']>;
  /** Title of the strategy. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** First day on which it holds. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it holds; null while it has none. */
  readonly validTo?: Maybe<Scalars['Date']['output']>;
};

/** A version to work with. */
export type TakeSharedResourceInput = {
  /** Global identifier of the desk; the caller's own unless given. */
  readonly desk?: InputMaybe<Scalars['ID']['input']>;
  /** Identifier of the resource. */
  readonly id: Scalars['ID']['input'];
  /** Number of the version. */
  readonly number: Scalars['Int']['input'];
};

/** A resource that a desk works with. */
export type TakenResource = {
  readonly __typename?: 'TakenResource';
  /** Number of the latest version. */
  readonly currentNumber: Scalars['Int']['output'];
  /** Number of the version that the desk has. */
  readonly number: Scalars['Int']['output'];
  /** Identifier of the resource. */
  readonly resourceId: Scalars['ID']['output'];
  /** When the desk took it. */
  readonly takenAt: Scalars['DateTime']['output'];
  /** Title of the version that the desk has. */
  readonly title: Scalars['String']['output'];
};

/** A territory that a desk covers. */
export type Territory = {
  /** Official code: INSEE for communes and départements, SIREN for EPCI. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Global identifier. */
  readonly id: Scalars['ID']['output'];
  /** COMMUNE, EPCI or DEPARTEMENT. */
  readonly kind?: Maybe<Scalars['Code']['output']>;
  /** Official name. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** A training of the association or of a region. */
export type Training = {
  readonly __typename?: 'Training';
  /** What it is about. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Seats and attendance by desk. */
  readonly desks: ReadonlyArray<TrainingDesk>;
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Whether it was cancelled. */
  readonly isCancelled: Scalars['Boolean']['output'];
  /** What it is. */
  readonly kind: TrainingKind;
  /** Where it is; null for one that is remote only. */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** The region that organises it; null for the association. */
  readonly region?: Maybe<Region>;
  /** Where to follow it from afar. */
  readonly remoteUrl?: Maybe<Scalars['String']['output']>;
  /** Seats that there are. */
  readonly seats: Scalars['Int']['output'];
  /** Seats that are taken. */
  readonly seatsTaken: Scalars['Int']['output'];
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** Its theme; a desk is current on a theme when one training on it is. */
  readonly theme: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Months for which what is learned counts as current; null for ever. */
  readonly validityMonths?: Maybe<Scalars['Int']['output']>;
  /** Counts the changes. */
  readonly version: Scalars['Int']['output'];
};

/** One page of trainings. */
export type TrainingConnection = {
  readonly __typename?: 'TrainingConnection';
  /** The trainings of the page. */
  readonly nodes: ReadonlyArray<Training>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Trainings that match the filter, on all pages. */
  readonly totalCount: Scalars['Count']['output'];
};

/** Seats of one desk. The hub keeps numbers, no names. */
export type TrainingDesk = {
  readonly __typename?: 'TrainingDesk';
  /** People who came; null until the organiser says. */
  readonly attended?: Maybe<Scalars['Int']['output']>;
  /** Global identifier of the desk. */
  readonly desk: Scalars['ID']['output'];
  /** Seats taken. */
  readonly seats: Scalars['Int']['output'];
};

/** Restricts which trainings are listed. */
export type TrainingFilter = {
  /** Those that begin at this moment or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether the association organises them. */
  readonly isNational?: InputMaybe<Scalars['Boolean']['input']>;
  /** Regions that organise them. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['RegionCode']['input']>>;
  /** Their theme. */
  readonly theme?: InputMaybe<Scalars['String']['input']>;
  /** Those that begin at this moment or earlier. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** There are not as many seats left. None was taken. */
export type TrainingFullError = {
  readonly __typename?: 'TrainingFullError';
  /** TRAINING_FULL. */
  readonly code: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
  /** Seats that the desk could have. */
  readonly seatsLeft: Scalars['Int']['output'];
};

/** A training, or a session in which desks exchange their practice. */
export type TrainingKind =
  /** A session in which desks exchange their practice. */
  | 'PRACTICE_SESSION'
  /** A training. */
  | 'TRAINING';

/** What became of a change of a training. */
export type TrainingResult = InvalidInputError | NetworkItemConflictError | NetworkItemNotFoundError | TrainingFullError | TrainingSuccess;

/** The training was changed. */
export type TrainingSuccess = {
  readonly __typename?: 'TrainingSuccess';
  /** The training as it is now. */
  readonly training: Training;
};

/** A post whose person is no longer shown. No version is needed: it happens whatever else changed. */
export type WithdrawCorrespondentInput = {
  /** Which post. */
  readonly id: Scalars['ID']['input'];
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
  BuyerEstablishmentsResult:
    | ( Partial<Omit<BuyerEstablishmentsSuccess, 'buyer'> & { buyer: _RefType['NationalBuyer'] }> )
    | ( Partial<InvalidInputError> )
    | ( Partial<NationalBuyerNotFoundError> )
  ;
  ContractPageShard: ( Partial<ShardContractPage> );
  CorrespondentResult:
    | ( Partial<Omit<CorrespondentConflictError, 'current'> & { current: _RefType['CorrespondentPost'] }> )
    | ( Partial<CorrespondentNotFoundError> )
    | ( Partial<Omit<CorrespondentSuccess, 'post'> & { post: _RefType['CorrespondentPost'] }> )
    | ( Partial<InvalidInputError> )
  ;
  DirectoryShard: ( Partial<ShardDirectory> );
  FiguresShard: ( Partial<ShardFigures> );
  ImportCorrespondentsResult:
    | ( Partial<DirectoryLinesError> )
    | ( Partial<ImportCorrespondentsSuccess> )
  ;
  IssueApiKeyResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<Omit<IssueApiKeySuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] }> )
  ;
  MobilisationProgrammeResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<MobilisationProgrammeLinesError> )
    | ( Partial<MobilisationProgrammeNotFoundError> )
    | ( Partial<MobilisationProgrammeSuccess> )
  ;
  MobilisationRequestResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<Omit<MobilisationConflictError, 'current'> & { current: _RefType['MobilisationRequest'] }> )
    | ( Partial<MobilisationRequestNotFoundError> )
    | ( Partial<Omit<MobilisationRequestSuccess, 'request'> & { request: _RefType['MobilisationRequest'] }> )
    | ( Partial<Omit<MobilisationStepError, 'current'> & { current: _RefType['MobilisationRequest'] }> )
  ;
  PartnershipResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<Omit<PartnershipConflictError, 'current'> & { current: _RefType['Partnership'] }> )
    | ( Partial<PartnershipNotFoundError> )
    | ( Partial<Omit<PartnershipSuccess, 'partnership'> & { partnership: _RefType['Partnership'] }> )
  ;
  PlaceResult:
    | ( Partial<PlaceAmbiguousError> )
    | ( Partial<Omit<PlaceFound, 'localContact'> & { localContact: _RefType['LocalContact'] }> )
    | ( Partial<PlaceUnknownError> )
  ;
  ReminderResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<ReminderNotFoundError> )
    | ( Partial<ReminderSuccess> )
  ;
  RevokeApiKeyResult:
    | ( Partial<ApiKeyNotFoundError> )
    | ( Partial<Omit<RevokeApiKeySuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] }> )
  ;
  SharedResourceResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<NetworkItemConflictError> )
    | ( Partial<NetworkItemNotFoundError> )
    | ( Partial<Omit<SharedResourceSuccess, 'resource'> & { resource: _RefType['SharedResource'] }> )
  ;
  TrainingResult:
    | ( Partial<InvalidInputError> )
    | ( Partial<NetworkItemConflictError> )
    | ( Partial<NetworkItemNotFoundError> )
    | ( Partial<TrainingFullError> )
    | ( Partial<Omit<TrainingSuccess, 'training'> & { training: _RefType['Training'] }> )
  ;
}>;

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  Buyer: ( Partial<ShardBuyer> );
  Contract: ( Partial<Omit<ShardContract, 'region'> & { region: _RefType['Region'] }> );
  Desk: ( Partial<ShardDesk> );
  Facilitator: ( Partial<ShardFacilitator> );
  QualitativeRecord: ( Partial<ShardRecord> );
  RegionalNetwork: ( Partial<ShardNetwork> );
  Strategy: ( Partial<ShardStrategy> );
  Territory: ( Partial<ShardTerritory> );
}>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  AddMobilisationMessageInput: ResolverTypeWrapper<Partial<AddMobilisationMessageInput>>;
  AddMobilisationProgrammeLinesInput: ResolverTypeWrapper<Partial<AddMobilisationProgrammeLinesInput>>;
  AddressMobilisationRequestInput: ResolverTypeWrapper<Partial<AddressMobilisationRequestInput>>;
  AmendPartnershipInput: ResolverTypeWrapper<Partial<AmendPartnershipInput>>;
  AnnounceMobilisationProgrammeInput: ResolverTypeWrapper<Partial<AnnounceMobilisationProgrammeInput>>;
  AnnounceMobilisationRequestInput: ResolverTypeWrapper<Partial<AnnounceMobilisationRequestInput>>;
  ApiKey: ResolverTypeWrapper<ApiKeyEntity>;
  ApiKeyNotFoundError: ResolverTypeWrapper<Partial<ApiKeyNotFoundError>>;
  ApiKeyRole: ResolverTypeWrapper<Partial<ApiKeyRole>>;
  AreaContact: ResolverTypeWrapper<{ readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }>;
  AreaCoordinator: ResolverTypeWrapper<Partial<AreaCoordinator>>;
  AreaDesk: ResolverTypeWrapper<Partial<Omit<AreaDesk, 'desk'> & { desk: ResolversTypes['Desk'] }>>;
  AreaKind: ResolverTypeWrapper<Partial<AreaKind>>;
  BookTrainingInput: ResolverTypeWrapper<Partial<BookTrainingInput>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  BreakdownCell: ResolverTypeWrapper<Partial<Omit<BreakdownCell, 'figures'> & { figures: ResolversTypes['FigureSet'] }>>;
  BreakdownKey: ResolverTypeWrapper<Partial<BreakdownKey>>;
  Buyer: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Buyer']>;
  BuyerEstablishment: ResolverTypeWrapper<BuyerEstablishmentEntity>;
  BuyerEstablishmentInput: ResolverTypeWrapper<Partial<BuyerEstablishmentInput>>;
  BuyerEstablishmentsResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BuyerEstablishmentsResult']>>;
  BuyerEstablishmentsSuccess: ResolverTypeWrapper<Partial<Omit<BuyerEstablishmentsSuccess, 'buyer'> & { buyer: ResolversTypes['NationalBuyer'] }>>;
  ChangeTrainingInput: ResolverTypeWrapper<Partial<ChangeTrainingInput>>;
  ClauseSizingInput: ResolverTypeWrapper<Partial<ClauseSizingInput>>;
  Code: ResolverTypeWrapper<Partial<Scalars['Code']['output']>>;
  CodeList: ResolverTypeWrapper<Partial<CodeList>>;
  CodeListEntry: ResolverTypeWrapper<Partial<CodeListEntry>>;
  CommuneCode: ResolverTypeWrapper<Partial<Scalars['CommuneCode']['output']>>;
  ConfirmCorrespondentInput: ResolverTypeWrapper<Partial<ConfirmCorrespondentInput>>;
  Consolidation: ResolverTypeWrapper<{ readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }>;
  Contract: ResolverTypeWrapper<{ readonly __typename: string }>;
  ContractConnection: ResolverTypeWrapper<{ readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }>;
  ContractEdge: ResolverTypeWrapper<Partial<Omit<ContractEdge, 'node' | 'region'> & { node?: Maybe<ResolversTypes['Contract']>, region: ResolversTypes['Region'] }>>;
  ContractFilter: ResolverTypeWrapper<Partial<ContractFilter>>;
  ContractLookup: ResolverTypeWrapper<{ readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }>;
  ContractPageShard: ResolverTypeWrapper<{ readonly __typename: string }>;
  ContractState: ResolverTypeWrapper<Partial<ContractState>>;
  Correspondent: ResolverTypeWrapper<Partial<Correspondent>>;
  CorrespondentChange: ResolverTypeWrapper<CorrespondentChangeEntity>;
  CorrespondentChangeKind: ResolverTypeWrapper<Partial<CorrespondentChangeKind>>;
  CorrespondentConflictError: ResolverTypeWrapper<Partial<Omit<CorrespondentConflictError, 'current'> & { current: ResolversTypes['CorrespondentPost'] }>>;
  CorrespondentLevel: ResolverTypeWrapper<Partial<CorrespondentLevel>>;
  CorrespondentNotFoundError: ResolverTypeWrapper<Partial<CorrespondentNotFoundError>>;
  CorrespondentPost: ResolverTypeWrapper<CorrespondentEntity>;
  CorrespondentPostFilter: ResolverTypeWrapper<Partial<CorrespondentPostFilter>>;
  CorrespondentPostInput: ResolverTypeWrapper<Partial<CorrespondentPostInput>>;
  CorrespondentResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CorrespondentResult']>>;
  CorrespondentSuccess: ResolverTypeWrapper<Partial<Omit<CorrespondentSuccess, 'post'> & { post: ResolversTypes['CorrespondentPost'] }>>;
  CorrespondentValues: ResolverTypeWrapper<Partial<CorrespondentValues>>;
  Count: ResolverTypeWrapper<Partial<Scalars['Count']['output']>>;
  Coverage: ResolverTypeWrapper<Partial<Coverage>>;
  Date: ResolverTypeWrapper<Partial<Scalars['Date']['output']>>;
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  Desk: ResolverTypeWrapper<{ readonly __typename: string }>;
  DeskCurrency: ResolverTypeWrapper<Partial<DeskCurrency>>;
  Dimension: ResolverTypeWrapper<Partial<Dimension>>;
  DirectoryLineProblem: ResolverTypeWrapper<Partial<DirectoryLineProblem>>;
  DirectoryLinesError: ResolverTypeWrapper<Partial<DirectoryLinesError>>;
  DirectoryParty: ResolverTypeWrapper<Partial<DirectoryParty>>;
  DirectoryShard: ResolverTypeWrapper<{ readonly __typename: string }>;
  Facilitator: ResolverTypeWrapper<{ readonly __typename: string }>;
  FigureFilter: ResolverTypeWrapper<Partial<FigureFilter>>;
  FigurePrecision: ResolverTypeWrapper<Partial<FigurePrecision>>;
  FigureSet: ResolverTypeWrapper<FigureSetParent>;
  Figures: ResolverTypeWrapper<FiguresParent>;
  FiguresShard: ResolverTypeWrapper<{ readonly __typename: string }>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
  FollowedTraining: ResolverTypeWrapper<Partial<FollowedTraining>>;
  HourHundredths: ResolverTypeWrapper<Partial<Scalars['HourHundredths']['output']>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  ImportCorrespondentsInput: ResolverTypeWrapper<Partial<ImportCorrespondentsInput>>;
  ImportCorrespondentsResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportCorrespondentsResult']>>;
  ImportCorrespondentsSuccess: ResolverTypeWrapper<Partial<ImportCorrespondentsSuccess>>;
  Indicator: ResolverTypeWrapper<Partial<Indicator>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  InvalidInputError: ResolverTypeWrapper<Partial<InvalidInputError>>;
  IssueApiKeyInput: ResolverTypeWrapper<Partial<IssueApiKeyInput>>;
  IssueApiKeyResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IssueApiKeyResult']>>;
  IssueApiKeySuccess: ResolverTypeWrapper<Partial<Omit<IssueApiKeySuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>>;
  LocalContact: ResolverTypeWrapper<{ readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }>;
  MaskedFigure: ResolverTypeWrapper<Partial<MaskedFigure>>;
  MaskingReason: ResolverTypeWrapper<Partial<MaskingReason>>;
  MissingRegion: ResolverTypeWrapper<Partial<MissingRegion>>;
  MobilisationConflictError: ResolverTypeWrapper<Partial<Omit<MobilisationConflictError, 'current'> & { current: ResolversTypes['MobilisationRequest'] }>>;
  MobilisationDocument: ResolverTypeWrapper<Partial<MobilisationDocument>>;
  MobilisationDocumentInput: ResolverTypeWrapper<Partial<MobilisationDocumentInput>>;
  MobilisationEvent: ResolverTypeWrapper<MobilisationEventEntity>;
  MobilisationEventKind: ResolverTypeWrapper<Partial<MobilisationEventKind>>;
  MobilisationMessage: ResolverTypeWrapper<MobilisationMessageEntity>;
  MobilisationMove: ResolverTypeWrapper<Partial<MobilisationMove>>;
  MobilisationParty: ResolverTypeWrapper<Partial<MobilisationParty>>;
  MobilisationProgramme: ResolverTypeWrapper<Partial<MobilisationProgramme>>;
  MobilisationProgrammeLinesError: ResolverTypeWrapper<Partial<MobilisationProgrammeLinesError>>;
  MobilisationProgrammeNotFoundError: ResolverTypeWrapper<Partial<MobilisationProgrammeNotFoundError>>;
  MobilisationProgrammeResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MobilisationProgrammeResult']>>;
  MobilisationProgrammeSuccess: ResolverTypeWrapper<Partial<MobilisationProgrammeSuccess>>;
  MobilisationRequest: ResolverTypeWrapper<MobilisationRequestEntity>;
  MobilisationRequestConnection: ResolverTypeWrapper<RequestConnection>;
  MobilisationRequestEdge: ResolverTypeWrapper<Partial<Omit<MobilisationRequestEdge, 'node'> & { node: ResolversTypes['MobilisationRequest'] }>>;
  MobilisationRequestFilter: ResolverTypeWrapper<Partial<MobilisationRequestFilter>>;
  MobilisationRequestNotFoundError: ResolverTypeWrapper<Partial<MobilisationRequestNotFoundError>>;
  MobilisationRequestResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MobilisationRequestResult']>>;
  MobilisationRequestSuccess: ResolverTypeWrapper<Partial<Omit<MobilisationRequestSuccess, 'request'> & { request: ResolversTypes['MobilisationRequest'] }>>;
  MobilisationState: ResolverTypeWrapper<Partial<MobilisationState>>;
  MobilisationStateCount: ResolverTypeWrapper<Partial<MobilisationStateCount>>;
  MobilisationStepError: ResolverTypeWrapper<Partial<Omit<MobilisationStepError, 'current'> & { current: ResolversTypes['MobilisationRequest'] }>>;
  Month: ResolverTypeWrapper<Partial<Scalars['Month']['output']>>;
  MoveMobilisationRequestInput: ResolverTypeWrapper<Partial<MoveMobilisationRequestInput>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NationalBuyer: ResolverTypeWrapper<NationalBuyerRow>;
  NationalBuyerNotFoundError: ResolverTypeWrapper<Partial<NationalBuyerNotFoundError>>;
  NetworkItemConflictError: ResolverTypeWrapper<Partial<NetworkItemConflictError>>;
  NetworkItemNotFoundError: ResolverTypeWrapper<Partial<NetworkItemNotFoundError>>;
  Objective: ResolverTypeWrapper<ObjectiveParent>;
  ObjectiveInput: ResolverTypeWrapper<Partial<ObjectiveInput>>;
  OpenMobilisationProgrammeInput: ResolverTypeWrapper<Partial<OpenMobilisationProgrammeInput>>;
  OperationKind: ResolverTypeWrapper<Partial<OperationKind>>;
  OperationLot: ResolverTypeWrapper<Partial<OperationLot>>;
  OperationLotInput: ResolverTypeWrapper<Partial<OperationLotInput>>;
  Outcome: ResolverTypeWrapper<Partial<Outcome>>;
  OutcomeStage: ResolverTypeWrapper<Partial<OutcomeStage>>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  PartialFigure: ResolverTypeWrapper<Partial<PartialFigure>>;
  Partnership: ResolverTypeWrapper<PartnershipEntity>;
  PartnershipChange: ResolverTypeWrapper<PartnershipChangeEntity>;
  PartnershipConflictError: ResolverTypeWrapper<Partial<Omit<PartnershipConflictError, 'current'> & { current: ResolversTypes['Partnership'] }>>;
  PartnershipDocument: ResolverTypeWrapper<Partial<PartnershipDocument>>;
  PartnershipDocumentInput: ResolverTypeWrapper<Partial<PartnershipDocumentInput>>;
  PartnershipInput: ResolverTypeWrapper<Partial<PartnershipInput>>;
  PartnershipMember: ResolverTypeWrapper<Partial<PartnershipMember>>;
  PartnershipMemberInput: ResolverTypeWrapper<Partial<PartnershipMemberInput>>;
  PartnershipNotFoundError: ResolverTypeWrapper<Partial<PartnershipNotFoundError>>;
  PartnershipResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PartnershipResult']>>;
  PartnershipSuccess: ResolverTypeWrapper<Partial<Omit<PartnershipSuccess, 'partnership'> & { partnership: ResolversTypes['Partnership'] }>>;
  Period: ResolverTypeWrapper<Partial<Period>>;
  PeriodInput: ResolverTypeWrapper<Partial<PeriodInput>>;
  Place: ResolverTypeWrapper<Partial<Place>>;
  PlaceAmbiguousError: ResolverTypeWrapper<Partial<PlaceAmbiguousError>>;
  PlaceFound: ResolverTypeWrapper<Partial<Omit<PlaceFound, 'localContact'> & { localContact: ResolversTypes['LocalContact'] }>>;
  PlaceResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceResult']>>;
  PlaceUnknownError: ResolverTypeWrapper<Partial<PlaceUnknownError>>;
  ProgrammeLineProblem: ResolverTypeWrapper<Partial<ProgrammeLineProblem>>;
  PublishCorrespondentInput: ResolverTypeWrapper<Partial<PublishCorrespondentInput>>;
  PublishSharedResourceInput: ResolverTypeWrapper<Partial<PublishSharedResourceInput>>;
  QualitativeRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['QualitativeRecord']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordAttendanceInput: ResolverTypeWrapper<Partial<RecordAttendanceInput>>;
  RedirectMobilisationRequestInput: ResolverTypeWrapper<Partial<RedirectMobilisationRequestInput>>;
  Region: ResolverTypeWrapper<{ readonly code: string; readonly shards?: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }>;
  RegionCode: ResolverTypeWrapper<Partial<Scalars['RegionCode']['output']>>;
  RegionStatus: ResolverTypeWrapper<Partial<RegionStatus>>;
  RegionalFigures: ResolverTypeWrapper<Partial<Omit<RegionalFigures, 'figures' | 'region'> & { figures?: Maybe<ResolversTypes['FigureSet']>, region: ResolversTypes['Region'] }>>;
  RegionalNetwork: ResolverTypeWrapper<{ readonly __typename: string }>;
  RegisterReminderWebhookInput: ResolverTypeWrapper<Partial<RegisterReminderWebhookInput>>;
  Reminder: ResolverTypeWrapper<Partial<Reminder>>;
  ReminderKind: ResolverTypeWrapper<Partial<ReminderKind>>;
  ReminderNotFoundError: ResolverTypeWrapper<Partial<ReminderNotFoundError>>;
  ReminderResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReminderResult']>>;
  ReminderRhythm: ResolverTypeWrapper<Partial<ReminderRhythm>>;
  ReminderSuccess: ResolverTypeWrapper<Partial<ReminderSuccess>>;
  RemoveBuyerEstablishmentsInput: ResolverTypeWrapper<Partial<RemoveBuyerEstablishmentsInput>>;
  RemoveReminderWebhookInput: ResolverTypeWrapper<Partial<RemoveReminderWebhookInput>>;
  ResourceKind: ResolverTypeWrapper<Partial<ResourceKind>>;
  RevokeApiKeyInput: ResolverTypeWrapper<Partial<RevokeApiKeyInput>>;
  RevokeApiKeyResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>>;
  RevokeApiKeySuccess: ResolverTypeWrapper<Partial<Omit<RevokeApiKeySuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>>;
  SaveBuyerEstablishmentsInput: ResolverTypeWrapper<Partial<SaveBuyerEstablishmentsInput>>;
  SaveCorrespondentInput: ResolverTypeWrapper<Partial<SaveCorrespondentInput>>;
  ScheduleTrainingInput: ResolverTypeWrapper<Partial<ScheduleTrainingInput>>;
  Scope: ResolverTypeWrapper<Partial<Scalars['Scope']['output']>>;
  SetRemindersInput: ResolverTypeWrapper<Partial<SetRemindersInput>>;
  ShardBuyer: ResolverTypeWrapper<Partial<ShardBuyer>>;
  ShardContract: ResolverTypeWrapper<Partial<Omit<ShardContract, 'region'> & { region: ResolversTypes['Region'] }>>;
  ShardContractPage: ResolverTypeWrapper<Partial<ShardContractPage>>;
  ShardDesk: ResolverTypeWrapper<Partial<ShardDesk>>;
  ShardDirectory: ResolverTypeWrapper<Partial<ShardDirectory>>;
  ShardFacilitator: ResolverTypeWrapper<Partial<ShardFacilitator>>;
  ShardFigureRow: ResolverTypeWrapper<Partial<ShardFigureRow>>;
  ShardFigures: ResolverTypeWrapper<Partial<ShardFigures>>;
  ShardNetwork: ResolverTypeWrapper<Partial<ShardNetwork>>;
  ShardPageEntry: ResolverTypeWrapper<Partial<ShardPageEntry>>;
  ShardRecord: ResolverTypeWrapper<Partial<ShardRecord>>;
  ShardStrategy: ResolverTypeWrapper<Partial<ShardStrategy>>;
  ShardTerritory: ResolverTypeWrapper<Partial<ShardTerritory>>;
  SharedResource: ResolverTypeWrapper<SharedResourceEntity>;
  SharedResourceConnection: ResolverTypeWrapper<Partial<Omit<SharedResourceConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['SharedResource']> }>>;
  SharedResourceFilter: ResolverTypeWrapper<Partial<SharedResourceFilter>>;
  SharedResourceResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SharedResourceResult']>>;
  SharedResourceSuccess: ResolverTypeWrapper<Partial<Omit<SharedResourceSuccess, 'resource'> & { resource: ResolversTypes['SharedResource'] }>>;
  SharedResourceVersion: ResolverTypeWrapper<ResourceVersionEntity>;
  SignPartnershipInput: ResolverTypeWrapper<Partial<SignPartnershipInput>>;
  Siren: ResolverTypeWrapper<Partial<Scalars['Siren']['output']>>;
  Siret: ResolverTypeWrapper<Partial<Scalars['Siret']['output']>>;
  SizeMobilisationRequestInput: ResolverTypeWrapper<Partial<SizeMobilisationRequestInput>>;
  Sizing: ResolverTypeWrapper<Partial<Sizing>>;
  SizingParameter: ResolverTypeWrapper<Partial<SizingParameter>>;
  SizingParametersInput: ResolverTypeWrapper<Partial<SizingParametersInput>>;
  SizingPart: ResolverTypeWrapper<Partial<SizingPart>>;
  StaleItem: ResolverTypeWrapper<Partial<StaleItem>>;
  StaleReason: ResolverTypeWrapper<Partial<StaleReason>>;
  Strategy: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Strategy']>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  TakeSharedResourceInput: ResolverTypeWrapper<Partial<TakeSharedResourceInput>>;
  TakenResource: ResolverTypeWrapper<Partial<TakenResource>>;
  Territory: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Territory']>;
  Training: ResolverTypeWrapper<TrainingEntity>;
  TrainingConnection: ResolverTypeWrapper<Partial<Omit<TrainingConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Training']> }>>;
  TrainingDesk: ResolverTypeWrapper<Partial<TrainingDesk>>;
  TrainingFilter: ResolverTypeWrapper<Partial<TrainingFilter>>;
  TrainingFullError: ResolverTypeWrapper<Partial<TrainingFullError>>;
  TrainingKind: ResolverTypeWrapper<Partial<TrainingKind>>;
  TrainingResult: Partial<ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TrainingResult']>>;
  TrainingSuccess: ResolverTypeWrapper<Partial<Omit<TrainingSuccess, 'training'> & { training: ResolversTypes['Training'] }>>;
  WithdrawCorrespondentInput: ResolverTypeWrapper<Partial<WithdrawCorrespondentInput>>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AddMobilisationMessageInput: Partial<AddMobilisationMessageInput>;
  AddMobilisationProgrammeLinesInput: Partial<AddMobilisationProgrammeLinesInput>;
  AddressMobilisationRequestInput: Partial<AddressMobilisationRequestInput>;
  AmendPartnershipInput: Partial<AmendPartnershipInput>;
  AnnounceMobilisationProgrammeInput: Partial<AnnounceMobilisationProgrammeInput>;
  AnnounceMobilisationRequestInput: Partial<AnnounceMobilisationRequestInput>;
  ApiKey: ApiKeyEntity;
  ApiKeyNotFoundError: Partial<ApiKeyNotFoundError>;
  AreaContact: { readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] };
  AreaCoordinator: Partial<AreaCoordinator>;
  AreaDesk: Partial<Omit<AreaDesk, 'desk'> & { desk: ResolversParentTypes['Desk'] }>;
  BookTrainingInput: Partial<BookTrainingInput>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  BreakdownCell: Partial<Omit<BreakdownCell, 'figures'> & { figures: ResolversParentTypes['FigureSet'] }>;
  BreakdownKey: Partial<BreakdownKey>;
  Buyer: ResolversInterfaceTypes<ResolversParentTypes>['Buyer'];
  BuyerEstablishment: BuyerEstablishmentEntity;
  BuyerEstablishmentInput: Partial<BuyerEstablishmentInput>;
  BuyerEstablishmentsResult: Partial<ResolversUnionTypes<ResolversParentTypes>['BuyerEstablishmentsResult']>;
  BuyerEstablishmentsSuccess: Partial<Omit<BuyerEstablishmentsSuccess, 'buyer'> & { buyer: ResolversParentTypes['NationalBuyer'] }>;
  ChangeTrainingInput: Partial<ChangeTrainingInput>;
  ClauseSizingInput: Partial<ClauseSizingInput>;
  Code: Partial<Scalars['Code']['output']>;
  CodeList: Partial<CodeList>;
  CodeListEntry: Partial<CodeListEntry>;
  CommuneCode: Partial<Scalars['CommuneCode']['output']>;
  ConfirmCorrespondentInput: Partial<ConfirmCorrespondentInput>;
  Consolidation: { readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] };
  Contract: { readonly __typename: string };
  ContractConnection: { readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] };
  ContractEdge: Partial<Omit<ContractEdge, 'node' | 'region'> & { node?: Maybe<ResolversParentTypes['Contract']>, region: ResolversParentTypes['Region'] }>;
  ContractFilter: Partial<ContractFilter>;
  ContractLookup: { readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] };
  ContractPageShard: { readonly __typename: string };
  Correspondent: Partial<Correspondent>;
  CorrespondentChange: CorrespondentChangeEntity;
  CorrespondentConflictError: Partial<Omit<CorrespondentConflictError, 'current'> & { current: ResolversParentTypes['CorrespondentPost'] }>;
  CorrespondentNotFoundError: Partial<CorrespondentNotFoundError>;
  CorrespondentPost: CorrespondentEntity;
  CorrespondentPostFilter: Partial<CorrespondentPostFilter>;
  CorrespondentPostInput: Partial<CorrespondentPostInput>;
  CorrespondentResult: Partial<ResolversUnionTypes<ResolversParentTypes>['CorrespondentResult']>;
  CorrespondentSuccess: Partial<Omit<CorrespondentSuccess, 'post'> & { post: ResolversParentTypes['CorrespondentPost'] }>;
  CorrespondentValues: Partial<CorrespondentValues>;
  Count: Partial<Scalars['Count']['output']>;
  Coverage: Partial<Coverage>;
  Date: Partial<Scalars['Date']['output']>;
  DateTime: Partial<Scalars['DateTime']['output']>;
  Desk: { readonly __typename: string };
  DeskCurrency: Partial<DeskCurrency>;
  DirectoryLineProblem: Partial<DirectoryLineProblem>;
  DirectoryLinesError: Partial<DirectoryLinesError>;
  DirectoryShard: { readonly __typename: string };
  Facilitator: { readonly __typename: string };
  FigureFilter: Partial<FigureFilter>;
  FigureSet: FigureSetParent;
  Figures: FiguresParent;
  FiguresShard: { readonly __typename: string };
  Float: Partial<Scalars['Float']['output']>;
  FollowedTraining: Partial<FollowedTraining>;
  HourHundredths: Partial<Scalars['HourHundredths']['output']>;
  ID: Partial<Scalars['ID']['output']>;
  ImportCorrespondentsInput: Partial<ImportCorrespondentsInput>;
  ImportCorrespondentsResult: Partial<ResolversUnionTypes<ResolversParentTypes>['ImportCorrespondentsResult']>;
  ImportCorrespondentsSuccess: Partial<ImportCorrespondentsSuccess>;
  Int: Partial<Scalars['Int']['output']>;
  InvalidInputError: Partial<InvalidInputError>;
  IssueApiKeyInput: Partial<IssueApiKeyInput>;
  IssueApiKeyResult: Partial<ResolversUnionTypes<ResolversParentTypes>['IssueApiKeyResult']>;
  IssueApiKeySuccess: Partial<Omit<IssueApiKeySuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] }>;
  LocalContact: { readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] };
  MaskedFigure: Partial<MaskedFigure>;
  MissingRegion: Partial<MissingRegion>;
  MobilisationConflictError: Partial<Omit<MobilisationConflictError, 'current'> & { current: ResolversParentTypes['MobilisationRequest'] }>;
  MobilisationDocument: Partial<MobilisationDocument>;
  MobilisationDocumentInput: Partial<MobilisationDocumentInput>;
  MobilisationEvent: MobilisationEventEntity;
  MobilisationMessage: MobilisationMessageEntity;
  MobilisationProgramme: Partial<MobilisationProgramme>;
  MobilisationProgrammeLinesError: Partial<MobilisationProgrammeLinesError>;
  MobilisationProgrammeNotFoundError: Partial<MobilisationProgrammeNotFoundError>;
  MobilisationProgrammeResult: Partial<ResolversUnionTypes<ResolversParentTypes>['MobilisationProgrammeResult']>;
  MobilisationProgrammeSuccess: Partial<MobilisationProgrammeSuccess>;
  MobilisationRequest: MobilisationRequestEntity;
  MobilisationRequestConnection: RequestConnection;
  MobilisationRequestEdge: Partial<Omit<MobilisationRequestEdge, 'node'> & { node: ResolversParentTypes['MobilisationRequest'] }>;
  MobilisationRequestFilter: Partial<MobilisationRequestFilter>;
  MobilisationRequestNotFoundError: Partial<MobilisationRequestNotFoundError>;
  MobilisationRequestResult: Partial<ResolversUnionTypes<ResolversParentTypes>['MobilisationRequestResult']>;
  MobilisationRequestSuccess: Partial<Omit<MobilisationRequestSuccess, 'request'> & { request: ResolversParentTypes['MobilisationRequest'] }>;
  MobilisationStateCount: Partial<MobilisationStateCount>;
  MobilisationStepError: Partial<Omit<MobilisationStepError, 'current'> & { current: ResolversParentTypes['MobilisationRequest'] }>;
  Month: Partial<Scalars['Month']['output']>;
  MoveMobilisationRequestInput: Partial<MoveMobilisationRequestInput>;
  Mutation: Record<PropertyKey, never>;
  NationalBuyer: NationalBuyerRow;
  NationalBuyerNotFoundError: Partial<NationalBuyerNotFoundError>;
  NetworkItemConflictError: Partial<NetworkItemConflictError>;
  NetworkItemNotFoundError: Partial<NetworkItemNotFoundError>;
  Objective: ObjectiveParent;
  ObjectiveInput: Partial<ObjectiveInput>;
  OpenMobilisationProgrammeInput: Partial<OpenMobilisationProgrammeInput>;
  OperationLot: Partial<OperationLot>;
  OperationLotInput: Partial<OperationLotInput>;
  Outcome: Partial<Outcome>;
  PageInfo: Partial<PageInfo>;
  PartialFigure: Partial<PartialFigure>;
  Partnership: PartnershipEntity;
  PartnershipChange: PartnershipChangeEntity;
  PartnershipConflictError: Partial<Omit<PartnershipConflictError, 'current'> & { current: ResolversParentTypes['Partnership'] }>;
  PartnershipDocument: Partial<PartnershipDocument>;
  PartnershipDocumentInput: Partial<PartnershipDocumentInput>;
  PartnershipInput: Partial<PartnershipInput>;
  PartnershipMember: Partial<PartnershipMember>;
  PartnershipMemberInput: Partial<PartnershipMemberInput>;
  PartnershipNotFoundError: Partial<PartnershipNotFoundError>;
  PartnershipResult: Partial<ResolversUnionTypes<ResolversParentTypes>['PartnershipResult']>;
  PartnershipSuccess: Partial<Omit<PartnershipSuccess, 'partnership'> & { partnership: ResolversParentTypes['Partnership'] }>;
  Period: Partial<Period>;
  PeriodInput: Partial<PeriodInput>;
  Place: Partial<Place>;
  PlaceAmbiguousError: Partial<PlaceAmbiguousError>;
  PlaceFound: Partial<Omit<PlaceFound, 'localContact'> & { localContact: ResolversParentTypes['LocalContact'] }>;
  PlaceResult: Partial<ResolversUnionTypes<ResolversParentTypes>['PlaceResult']>;
  PlaceUnknownError: Partial<PlaceUnknownError>;
  ProgrammeLineProblem: Partial<ProgrammeLineProblem>;
  PublishCorrespondentInput: Partial<PublishCorrespondentInput>;
  PublishSharedResourceInput: Partial<PublishSharedResourceInput>;
  QualitativeRecord: ResolversInterfaceTypes<ResolversParentTypes>['QualitativeRecord'];
  Query: Record<PropertyKey, never>;
  RecordAttendanceInput: Partial<RecordAttendanceInput>;
  RedirectMobilisationRequestInput: Partial<RedirectMobilisationRequestInput>;
  Region: { readonly code: string; readonly shards?: readonly (Readonly<Record<string, unknown>> | null | undefined)[] };
  RegionCode: Partial<Scalars['RegionCode']['output']>;
  RegionalFigures: Partial<Omit<RegionalFigures, 'figures' | 'region'> & { figures?: Maybe<ResolversParentTypes['FigureSet']>, region: ResolversParentTypes['Region'] }>;
  RegionalNetwork: { readonly __typename: string };
  RegisterReminderWebhookInput: Partial<RegisterReminderWebhookInput>;
  Reminder: Partial<Reminder>;
  ReminderNotFoundError: Partial<ReminderNotFoundError>;
  ReminderResult: Partial<ResolversUnionTypes<ResolversParentTypes>['ReminderResult']>;
  ReminderSuccess: Partial<ReminderSuccess>;
  RemoveBuyerEstablishmentsInput: Partial<RemoveBuyerEstablishmentsInput>;
  RemoveReminderWebhookInput: Partial<RemoveReminderWebhookInput>;
  RevokeApiKeyInput: Partial<RevokeApiKeyInput>;
  RevokeApiKeyResult: Partial<ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult']>;
  RevokeApiKeySuccess: Partial<Omit<RevokeApiKeySuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] }>;
  SaveBuyerEstablishmentsInput: Partial<SaveBuyerEstablishmentsInput>;
  SaveCorrespondentInput: Partial<SaveCorrespondentInput>;
  ScheduleTrainingInput: Partial<ScheduleTrainingInput>;
  Scope: Partial<Scalars['Scope']['output']>;
  SetRemindersInput: Partial<SetRemindersInput>;
  ShardBuyer: Partial<ShardBuyer>;
  ShardContract: Partial<Omit<ShardContract, 'region'> & { region: ResolversParentTypes['Region'] }>;
  ShardContractPage: Partial<ShardContractPage>;
  ShardDesk: Partial<ShardDesk>;
  ShardDirectory: Partial<ShardDirectory>;
  ShardFacilitator: Partial<ShardFacilitator>;
  ShardFigureRow: Partial<ShardFigureRow>;
  ShardFigures: Partial<ShardFigures>;
  ShardNetwork: Partial<ShardNetwork>;
  ShardPageEntry: Partial<ShardPageEntry>;
  ShardRecord: Partial<ShardRecord>;
  ShardStrategy: Partial<ShardStrategy>;
  ShardTerritory: Partial<ShardTerritory>;
  SharedResource: SharedResourceEntity;
  SharedResourceConnection: Partial<Omit<SharedResourceConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['SharedResource']> }>;
  SharedResourceFilter: Partial<SharedResourceFilter>;
  SharedResourceResult: Partial<ResolversUnionTypes<ResolversParentTypes>['SharedResourceResult']>;
  SharedResourceSuccess: Partial<Omit<SharedResourceSuccess, 'resource'> & { resource: ResolversParentTypes['SharedResource'] }>;
  SharedResourceVersion: ResourceVersionEntity;
  SignPartnershipInput: Partial<SignPartnershipInput>;
  Siren: Partial<Scalars['Siren']['output']>;
  Siret: Partial<Scalars['Siret']['output']>;
  SizeMobilisationRequestInput: Partial<SizeMobilisationRequestInput>;
  Sizing: Partial<Sizing>;
  SizingParameter: Partial<SizingParameter>;
  SizingParametersInput: Partial<SizingParametersInput>;
  SizingPart: Partial<SizingPart>;
  StaleItem: Partial<StaleItem>;
  Strategy: ResolversInterfaceTypes<ResolversParentTypes>['Strategy'];
  String: Partial<Scalars['String']['output']>;
  TakeSharedResourceInput: Partial<TakeSharedResourceInput>;
  TakenResource: Partial<TakenResource>;
  Territory: ResolversInterfaceTypes<ResolversParentTypes>['Territory'];
  Training: TrainingEntity;
  TrainingConnection: Partial<Omit<TrainingConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Training']> }>;
  TrainingDesk: Partial<TrainingDesk>;
  TrainingFilter: Partial<TrainingFilter>;
  TrainingFullError: Partial<TrainingFullError>;
  TrainingResult: Partial<ResolversUnionTypes<ResolversParentTypes>['TrainingResult']>;
  TrainingSuccess: Partial<Omit<TrainingSuccess, 'training'> & { training: ResolversParentTypes['Training'] }>;
  WithdrawCorrespondentInput: Partial<WithdrawCorrespondentInput>;
}>;

export type ApiKeyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  desk?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['RegionCode']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ApiKeyRole'], ParentType, ContextType>;
  sirens?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Siren']>>, ParentType, ContextType>;
}>;

export type ApiKeyNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ApiKeyNotFoundError'] = ResolversParentTypes['ApiKeyNotFoundError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type AreaContactResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AreaContact'] = ResolversParentTypes['AreaContact']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  communeCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  coordinators?: Resolver<ReadonlyArray<ResolversTypes['AreaCoordinator']>, ParentType, ContextType>;
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  desks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AreaDesk']>>, ParentType, ContextType>;
  facilitators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Facilitator']>>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AreaKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  population?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  shards?: Resolver<ReadonlyArray<ResolversTypes['DirectoryShard']>, ParentType, ContextType>;
  whitePopulation?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  whiteZones?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Place']>>, ParentType, ContextType>;
}>;

export type AreaCoordinatorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AreaCoordinator'] = ResolversParentTypes['AreaCoordinator']> = ResolversObject<{
  coordinator?: Resolver<Maybe<ResolversTypes['Correspondent']>, ParentType, ContextType>;
  departement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type AreaDeskResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AreaDesk'] = ResolversParentTypes['AreaDesk']> = ResolversObject<{
  communeCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  desk?: Resolver<ResolversTypes['Desk'], ParentType, ContextType>;
  population?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
}>;

export type BreakdownCellResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['BreakdownCell'] = ResolversParentTypes['BreakdownCell']> = ResolversObject<{
  figures?: Resolver<ResolversTypes['FigureSet'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['BreakdownKey']>, ParentType, ContextType>;
}>;

export type BreakdownKeyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['BreakdownKey'] = ResolversParentTypes['BreakdownKey']> = ResolversObject<{
  dimension?: Resolver<ResolversTypes['Dimension'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type BuyerResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Buyer'] = ResolversParentTypes['Buyer']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardBuyer', ParentType, ContextType>;
}>;

export type BuyerEstablishmentResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['BuyerEstablishment'] = ResolversParentTypes['BuyerEstablishment']> = ResolversObject<{
  communeCode?: Resolver<Maybe<ResolversTypes['CommuneCode']>, ParentType, ContextType>;
  communeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  departement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isDemonstration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  localContact?: Resolver<Maybe<ResolversTypes['LocalContact']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  siret?: Resolver<ResolversTypes['Siret'], ParentType, ContextType>;
}>;

export type BuyerEstablishmentsResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['BuyerEstablishmentsResult'] = ResolversParentTypes['BuyerEstablishmentsResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'BuyerEstablishmentsSuccess' | 'InvalidInputError' | 'NationalBuyerNotFoundError', ParentType, ContextType>;
}>;

export type BuyerEstablishmentsSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['BuyerEstablishmentsSuccess'] = ResolversParentTypes['BuyerEstablishmentsSuccess']> = ResolversObject<{
  buyer?: Resolver<ResolversTypes['NationalBuyer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export interface CodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Code'], any> {
  name: 'Code';
}

export type CodeListResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CodeList'] = ResolversParentTypes['CodeList']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['CodeListEntry']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type CodeListEntryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CodeListEntry'] = ResolversParentTypes['CodeListEntry']> = ResolversObject<{
  code?: Resolver<ResolversTypes['Code'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export interface CommuneCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CommuneCode'], any> {
  name: 'CommuneCode';
}

export type ConsolidationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Consolidation'] = ResolversParentTypes['Consolidation']> = ResolversObject<{
  breakdown?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BreakdownCell']>>, ParentType, ContextType>;
  breakdownCoverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  outcomes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Outcome']>>, ParentType, ContextType>;
  outcomesCoverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  regions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RegionalFigures']>>, ParentType, ContextType>;
  restrictedTo?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Siren']>>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  shards?: Resolver<ReadonlyArray<ResolversTypes['FiguresShard']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Figures']>, ParentType, ContextType>;
}>;

export type ContractResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Contract'] = ResolversParentTypes['Contract']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardContract', ParentType, ContextType>;
}>;

export type ContractConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ContractConnection'] = ResolversParentTypes['ContractConnection']> = ResolversObject<{
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  edges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ContractEdge']>>, ParentType, ContextType>;
  pageInfo?: Resolver<Maybe<ResolversTypes['PageInfo']>, ParentType, ContextType>;
  restrictedTo?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Siren']>>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  shards?: Resolver<ReadonlyArray<ResolversTypes['ContractPageShard']>, ParentType, ContextType>;
  skippedEarlier?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MissingRegion']>>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type ContractEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ContractEdge'] = ResolversParentTypes['ContractEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type ContractLookupResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ContractLookup'] = ResolversParentTypes['ContractLookup']> = ResolversObject<{
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  shards?: Resolver<ReadonlyArray<ResolversTypes['ContractPageShard']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RegionStatus']>, ParentType, ContextType>;
}>;

export type ContractPageShardResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ContractPageShard'] = ResolversParentTypes['ContractPageShard']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardContractPage', ParentType, ContextType>;
}>;

export type CorrespondentResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Correspondent'] = ResolversParentTypes['Correspondent']> = ResolversObject<{
  confirmedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  departements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  function?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDemonstration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isVacant?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CorrespondentLevel'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
}>;

export type CorrespondentChangeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CorrespondentChange'] = ResolversParentTypes['CorrespondentChange']> = ResolversObject<{
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['CorrespondentValues'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['CorrespondentValues']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['DirectoryParty'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CorrespondentChangeKind'], ParentType, ContextType>;
}>;

export type CorrespondentConflictErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CorrespondentConflictError'] = ResolversParentTypes['CorrespondentConflictError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['CorrespondentPost'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CorrespondentNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CorrespondentNotFoundError'] = ResolversParentTypes['CorrespondentNotFoundError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CorrespondentPostResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CorrespondentPost'] = ResolversParentTypes['CorrespondentPost']> = ResolversObject<{
  confirmedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  departements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  function?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['CorrespondentChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isVacant?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CorrespondentLevel'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  needsConfirmation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CorrespondentResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CorrespondentResult'] = ResolversParentTypes['CorrespondentResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'CorrespondentConflictError' | 'CorrespondentNotFoundError' | 'CorrespondentSuccess' | 'InvalidInputError', ParentType, ContextType>;
}>;

export type CorrespondentSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CorrespondentSuccess'] = ResolversParentTypes['CorrespondentSuccess']> = ResolversObject<{
  post?: Resolver<ResolversTypes['CorrespondentPost'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CorrespondentValuesResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CorrespondentValues'] = ResolversParentTypes['CorrespondentValues']> = ResolversObject<{
  confirmedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  departements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  function?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['RegionCode']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
}>;

export interface CountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Count'], any> {
  name: 'Count';
}

export type CoverageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = ResolversObject<{
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  desksExpected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  desksReporting?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingRegion']>, ParentType, ContextType>;
}>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeskResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Desk'] = ResolversParentTypes['Desk']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardDesk', ParentType, ContextType>;
}>;

export type DeskCurrencyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DeskCurrency'] = ResolversParentTypes['DeskCurrency']> = ResolversObject<{
  desk?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outOfDate?: Resolver<ReadonlyArray<ResolversTypes['StaleItem']>, ParentType, ContextType>;
  resources?: Resolver<ReadonlyArray<ResolversTypes['TakenResource']>, ParentType, ContextType>;
  trainings?: Resolver<ReadonlyArray<ResolversTypes['FollowedTraining']>, ParentType, ContextType>;
}>;

export type DirectoryLineProblemResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DirectoryLineProblem'] = ResolversParentTypes['DirectoryLineProblem']> = ResolversObject<{
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type DirectoryLinesErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DirectoryLinesError'] = ResolversParentTypes['DirectoryLinesError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['DirectoryLineProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DirectoryShardResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DirectoryShard'] = ResolversParentTypes['DirectoryShard']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardDirectory', ParentType, ContextType>;
}>;

export type FacilitatorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Facilitator'] = ResolversParentTypes['Facilitator']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardFacilitator', ParentType, ContextType>;
}>;

export type FigureSetResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['FigureSet'] = ResolversParentTypes['FigureSet']> = ResolversObject<{
  buyers?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  companies?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  contracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  desks?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  facilitators?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  fullTimeEquivalents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<FigureSetFullTimeEquivalentsArgs, 'decimals' | 'hoursPerYear'>>;
  hoursDone?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hoursPlanned?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lots?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  masked?: Resolver<ReadonlyArray<ResolversTypes['MaskedFigure']>, ParentType, ContextType>;
  operations?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['FigurePrecision'], ParentType, ContextType>;
  qpvShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  roundedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shareOf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<FigureSetShareOfArgs, 'hours'>>;
  womenShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  workContracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
}>;

export type FiguresResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Figures'] = ResolversParentTypes['Figures']> = ResolversObject<{
  buyers?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  companies?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  contracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  desks?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  distinctCoverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
  facilitators?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  fullTimeEquivalents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<FiguresFullTimeEquivalentsArgs, 'decimals' | 'hoursPerYear'>>;
  hoursDone?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hoursPlanned?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lots?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  masked?: Resolver<ReadonlyArray<ResolversTypes['MaskedFigure']>, ParentType, ContextType>;
  operations?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  partial?: Resolver<ReadonlyArray<ResolversTypes['PartialFigure']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['FigurePrecision'], ParentType, ContextType>;
  qpvShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  roundedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  shards?: Resolver<ReadonlyArray<ResolversTypes['FiguresShard']>, ParentType, ContextType>;
  shareOf?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<FiguresShareOfArgs, 'hours'>>;
  womenShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  workContracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
}>;

export type FiguresShardResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['FiguresShard'] = ResolversParentTypes['FiguresShard']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardFigures', ParentType, ContextType>;
}>;

export type FollowedTrainingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['FollowedTraining'] = ResolversParentTypes['FollowedTraining']> = ResolversObject<{
  attended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trainingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export interface HourHundredthsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HourHundredths'], any> {
  name: 'HourHundredths';
}

export type ImportCorrespondentsResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ImportCorrespondentsResult'] = ResolversParentTypes['ImportCorrespondentsResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'DirectoryLinesError' | 'ImportCorrespondentsSuccess', ParentType, ContextType>;
}>;

export type ImportCorrespondentsSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ImportCorrespondentsSuccess'] = ResolversParentTypes['ImportCorrespondentsSuccess']> = ResolversObject<{
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type InvalidInputErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = ResolversObject<{
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type IssueApiKeyResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['IssueApiKeyResult'] = ResolversParentTypes['IssueApiKeyResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'IssueApiKeySuccess', ParentType, ContextType>;
}>;

export type IssueApiKeySuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['IssueApiKeySuccess'] = ResolversParentTypes['IssueApiKeySuccess']> = ResolversObject<{
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type LocalContactResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LocalContact'] = ResolversParentTypes['LocalContact']> = ResolversObject<{
  communeCode?: Resolver<ResolversTypes['CommuneCode'], ParentType, ContextType>;
  communeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coordinator?: Resolver<Maybe<ResolversTypes['Correspondent']>, ParentType, ContextType>;
  desk?: Resolver<Maybe<ResolversTypes['Desk']>, ParentType, ContextType>;
  desks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Desk']>>, ParentType, ContextType>;
  facilitators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Facilitator']>>, ParentType, ContextType>;
  isWhiteZone?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  shards?: Resolver<ReadonlyArray<ResolversTypes['DirectoryShard']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RegionStatus']>, ParentType, ContextType>;
}>;

export type MaskedFigureResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MaskedFigure'] = ResolversParentTypes['MaskedFigure']> = ResolversObject<{
  indicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
  lowerBound?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MaskingReason'], ParentType, ContextType>;
  upperBound?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type MissingRegionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MissingRegion'] = ResolversParentTypes['MissingRegion']> = ResolversObject<{
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RegionStatus'], ParentType, ContextType>;
}>;

export type MobilisationConflictErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationConflictError'] = ResolversParentTypes['MobilisationConflictError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['MobilisationRequest'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MobilisationDocumentResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationDocument'] = ResolversParentTypes['MobilisationDocument']> = ResolversObject<{
  mediaType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type MobilisationEventResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationEvent'] = ResolversParentTypes['MobilisationEvent']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['MobilisationParty'], ParentType, ContextType>;
  fromState?: Resolver<Maybe<ResolversTypes['MobilisationState']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MobilisationEventKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toState?: Resolver<ResolversTypes['MobilisationState'], ParentType, ContextType>;
}>;

export type MobilisationMessageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationMessage'] = ResolversParentTypes['MobilisationMessage']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['MobilisationParty'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['MobilisationDocument']>, ParentType, ContextType>;
  party?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MobilisationProgrammeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationProgramme'] = ResolversParentTypes['MobilisationProgramme']> = ResolversObject<{
  announcedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lineCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  siren?: Resolver<ResolversTypes['Siren'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MobilisationProgrammeLinesErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationProgrammeLinesError'] = ResolversParentTypes['MobilisationProgrammeLinesError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problemCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['ProgrammeLineProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MobilisationProgrammeNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationProgrammeNotFoundError'] = ResolversParentTypes['MobilisationProgrammeNotFoundError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MobilisationProgrammeResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationProgrammeResult'] = ResolversParentTypes['MobilisationProgrammeResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'MobilisationProgrammeLinesError' | 'MobilisationProgrammeNotFoundError' | 'MobilisationProgrammeSuccess', ParentType, ContextType>;
}>;

export type MobilisationProgrammeSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationProgrammeSuccess'] = ResolversParentTypes['MobilisationProgrammeSuccess']> = ResolversObject<{
  programme?: Resolver<ResolversTypes['MobilisationProgramme'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MobilisationRequestResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationRequest'] = ResolversParentTypes['MobilisationRequest']> = ResolversObject<{
  addressedDesks?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  agreedSizing?: Resolver<Maybe<ResolversTypes['Sizing']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  announcedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  commune?: Resolver<Maybe<ResolversTypes['CommuneCode']>, ParentType, ContextType>;
  consultationOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  cpv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declineReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  departement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  desk?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  handledByCoordination?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['MobilisationEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isLate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OperationKind'], ParentType, ContextType>;
  localContact?: Resolver<Maybe<ResolversTypes['LocalContact']>, ParentType, ContextType>;
  lots?: Resolver<ReadonlyArray<ResolversTypes['OperationLot']>, ParentType, ContextType>;
  messages?: Resolver<ReadonlyArray<ResolversTypes['MobilisationMessage']>, ParentType, ContextType>;
  nextActor?: Resolver<Maybe<ResolversTypes['MobilisationParty']>, ParentType, ContextType>;
  nextStates?: Resolver<ReadonlyArray<ResolversTypes['MobilisationState']>, ParentType, ContextType>;
  proposedSizing?: Resolver<ResolversTypes['Sizing'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  siren?: Resolver<ResolversTypes['Siren'], ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MobilisationState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitingSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
}>;

export type MobilisationRequestConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationRequestConnection'] = ResolversParentTypes['MobilisationRequestConnection']> = ResolversObject<{
  counts?: Resolver<ReadonlyArray<ResolversTypes['MobilisationStateCount']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['MobilisationRequestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
}>;

export type MobilisationRequestEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationRequestEdge'] = ResolversParentTypes['MobilisationRequestEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MobilisationRequest'], ParentType, ContextType>;
}>;

export type MobilisationRequestNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationRequestNotFoundError'] = ResolversParentTypes['MobilisationRequestNotFoundError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MobilisationRequestResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationRequestResult'] = ResolversParentTypes['MobilisationRequestResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'MobilisationConflictError' | 'MobilisationRequestNotFoundError' | 'MobilisationRequestSuccess' | 'MobilisationStepError', ParentType, ContextType>;
}>;

export type MobilisationRequestSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationRequestSuccess'] = ResolversParentTypes['MobilisationRequestSuccess']> = ResolversObject<{
  request?: Resolver<ResolversTypes['MobilisationRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MobilisationStateCountResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationStateCount'] = ResolversParentTypes['MobilisationStateCount']> = ResolversObject<{
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MobilisationState'], ParentType, ContextType>;
}>;

export type MobilisationStepErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MobilisationStepError'] = ResolversParentTypes['MobilisationStepError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['MobilisationRequest'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export interface MonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Month'], any> {
  name: 'Month';
}

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  addMobilisationMessage?: Resolver<ResolversTypes['MobilisationRequestResult'], ParentType, ContextType, RequireFields<MutationAddMobilisationMessageArgs, 'input'>>;
  addMobilisationProgrammeLines?: Resolver<ResolversTypes['MobilisationProgrammeResult'], ParentType, ContextType, RequireFields<MutationAddMobilisationProgrammeLinesArgs, 'input'>>;
  addressMobilisationRequest?: Resolver<ResolversTypes['MobilisationRequestResult'], ParentType, ContextType, RequireFields<MutationAddressMobilisationRequestArgs, 'input'>>;
  amendPartnership?: Resolver<ResolversTypes['PartnershipResult'], ParentType, ContextType, RequireFields<MutationAmendPartnershipArgs, 'input'>>;
  announceMobilisationProgramme?: Resolver<ResolversTypes['MobilisationProgrammeResult'], ParentType, ContextType, RequireFields<MutationAnnounceMobilisationProgrammeArgs, 'input'>>;
  announceMobilisationRequest?: Resolver<ResolversTypes['MobilisationRequestResult'], ParentType, ContextType, RequireFields<MutationAnnounceMobilisationRequestArgs, 'input'>>;
  bookTraining?: Resolver<ResolversTypes['TrainingResult'], ParentType, ContextType, RequireFields<MutationBookTrainingArgs, 'input'>>;
  changeTraining?: Resolver<ResolversTypes['TrainingResult'], ParentType, ContextType, RequireFields<MutationChangeTrainingArgs, 'input'>>;
  confirmCorrespondent?: Resolver<ResolversTypes['CorrespondentResult'], ParentType, ContextType, RequireFields<MutationConfirmCorrespondentArgs, 'input'>>;
  importCorrespondents?: Resolver<ResolversTypes['ImportCorrespondentsResult'], ParentType, ContextType, RequireFields<MutationImportCorrespondentsArgs, 'input'>>;
  issueApiKey?: Resolver<ResolversTypes['IssueApiKeyResult'], ParentType, ContextType, RequireFields<MutationIssueApiKeyArgs, 'input'>>;
  moveMobilisationRequest?: Resolver<ResolversTypes['MobilisationRequestResult'], ParentType, ContextType, RequireFields<MutationMoveMobilisationRequestArgs, 'input'>>;
  openMobilisationProgramme?: Resolver<ResolversTypes['MobilisationProgrammeResult'], ParentType, ContextType, RequireFields<MutationOpenMobilisationProgrammeArgs, 'input'>>;
  publishCorrespondent?: Resolver<ResolversTypes['CorrespondentResult'], ParentType, ContextType, RequireFields<MutationPublishCorrespondentArgs, 'input'>>;
  publishSharedResource?: Resolver<ResolversTypes['SharedResourceResult'], ParentType, ContextType, RequireFields<MutationPublishSharedResourceArgs, 'input'>>;
  recordAttendance?: Resolver<ResolversTypes['TrainingResult'], ParentType, ContextType, RequireFields<MutationRecordAttendanceArgs, 'input'>>;
  redirectMobilisationRequest?: Resolver<ResolversTypes['MobilisationRequestResult'], ParentType, ContextType, RequireFields<MutationRedirectMobilisationRequestArgs, 'input'>>;
  registerReminderWebhook?: Resolver<ResolversTypes['ReminderResult'], ParentType, ContextType, RequireFields<MutationRegisterReminderWebhookArgs, 'input'>>;
  removeBuyerEstablishments?: Resolver<ResolversTypes['BuyerEstablishmentsResult'], ParentType, ContextType, RequireFields<MutationRemoveBuyerEstablishmentsArgs, 'input'>>;
  removeReminderWebhook?: Resolver<ResolversTypes['ReminderResult'], ParentType, ContextType, RequireFields<MutationRemoveReminderWebhookArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  saveBuyerEstablishments?: Resolver<ResolversTypes['BuyerEstablishmentsResult'], ParentType, ContextType, RequireFields<MutationSaveBuyerEstablishmentsArgs, 'input'>>;
  saveCorrespondent?: Resolver<ResolversTypes['CorrespondentResult'], ParentType, ContextType, RequireFields<MutationSaveCorrespondentArgs, 'input'>>;
  scheduleTraining?: Resolver<ResolversTypes['TrainingResult'], ParentType, ContextType, RequireFields<MutationScheduleTrainingArgs, 'input'>>;
  setReminders?: Resolver<ResolversTypes['ReminderResult'], ParentType, ContextType, RequireFields<MutationSetRemindersArgs, 'input'>>;
  signPartnership?: Resolver<ResolversTypes['PartnershipResult'], ParentType, ContextType, RequireFields<MutationSignPartnershipArgs, 'input'>>;
  sizeMobilisationRequest?: Resolver<ResolversTypes['MobilisationRequestResult'], ParentType, ContextType, RequireFields<MutationSizeMobilisationRequestArgs, 'input'>>;
  takeSharedResource?: Resolver<ResolversTypes['SharedResourceResult'], ParentType, ContextType, RequireFields<MutationTakeSharedResourceArgs, 'input'>>;
  withdrawCorrespondent?: Resolver<ResolversTypes['CorrespondentResult'], ParentType, ContextType, RequireFields<MutationWithdrawCorrespondentArgs, 'input'>>;
}>;

export type NationalBuyerResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NationalBuyer'] = ResolversParentTypes['NationalBuyer']> = ResolversObject<{
  activity?: Resolver<ResolversTypes['Consolidation'], ParentType, ContextType, RequireFields<NationalBuyerActivityArgs, 'period'>>;
  establishments?: Resolver<ReadonlyArray<ResolversTypes['BuyerEstablishment']>, ParentType, ContextType>;
  isDemonstration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partnership?: Resolver<Maybe<ResolversTypes['Partnership']>, ParentType, ContextType>;
  partnerships?: Resolver<ReadonlyArray<ResolversTypes['Partnership']>, ParentType, ContextType>;
  siren?: Resolver<ResolversTypes['Siren'], ParentType, ContextType>;
}>;

export type NationalBuyerNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NationalBuyerNotFoundError'] = ResolversParentTypes['NationalBuyerNotFoundError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type NetworkItemConflictErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkItemConflictError'] = ResolversParentTypes['NetworkItemConflictError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type NetworkItemNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkItemNotFoundError'] = ResolversParentTypes['NetworkItemNotFoundError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ObjectiveResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Objective'] = ResolversParentTypes['Objective']> = ResolversObject<{
  activity?: Resolver<ResolversTypes['Consolidation'], ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['Region']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Consolidation']>, ParentType, ContextType>;
  sectors?: Resolver<ReadonlyArray<ResolversTypes['Code']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
}>;

export type OperationLotResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperationLot'] = ResolversParentTypes['OperationLot']> = ResolversObject<{
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cpv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type OutcomeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Outcome'] = ResolversParentTypes['Outcome']> = ResolversObject<{
  dynamicShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  known?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  masked?: Resolver<Maybe<ResolversTypes['MaskingReason']>, ParentType, ContextType>;
  roundedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['OutcomeStage'], ParentType, ContextType>;
}>;

export type PageInfoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type PartialFigureResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartialFigure'] = ResolversParentTypes['PartialFigure']> = ResolversObject<{
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
  masked?: Resolver<Maybe<ResolversTypes['MaskedFigure']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingRegion']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type PartnershipResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Partnership'] = ResolversParentTypes['Partnership']> = ResolversObject<{
  changes?: Resolver<ReadonlyArray<ResolversTypes['PartnershipChange']>, ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ReadonlyArray<ResolversTypes['PartnershipDocument']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['PartnershipMember']>, ParentType, ContextType>;
  objectives?: Resolver<ReadonlyArray<ResolversTypes['Objective']>, ParentType, ContextType>;
  reportsDue?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PartnershipChangeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartnershipChange'] = ResolversParentTypes['PartnershipChange']> = ResolversObject<{
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PartnershipConflictErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartnershipConflictError'] = ResolversParentTypes['PartnershipConflictError']> = ResolversObject<{
  current?: Resolver<ResolversTypes['Partnership'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PartnershipDocumentResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartnershipDocument'] = ResolversParentTypes['PartnershipDocument']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PartnershipMemberResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartnershipMember'] = ResolversParentTypes['PartnershipMember']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  siren?: Resolver<ResolversTypes['Siren'], ParentType, ContextType>;
}>;

export type PartnershipNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartnershipNotFoundError'] = ResolversParentTypes['PartnershipNotFoundError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PartnershipResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartnershipResult'] = ResolversParentTypes['PartnershipResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'PartnershipConflictError' | 'PartnershipNotFoundError' | 'PartnershipSuccess', ParentType, ContextType>;
}>;

export type PartnershipSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PartnershipSuccess'] = ResolversParentTypes['PartnershipSuccess']> = ResolversObject<{
  partnership?: Resolver<ResolversTypes['Partnership'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PeriodResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = ResolversObject<{
  from?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
}>;

export type PlaceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = ResolversObject<{
  communeCode?: Resolver<ResolversTypes['CommuneCode'], ParentType, ContextType>;
  departement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  population?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
}>;

export type PlaceAmbiguousErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PlaceAmbiguousError'] = ResolversParentTypes['PlaceAmbiguousError']> = ResolversObject<{
  choiceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  choices?: Resolver<ReadonlyArray<ResolversTypes['Place']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PlaceFoundResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PlaceFound'] = ResolversParentTypes['PlaceFound']> = ResolversObject<{
  localContact?: Resolver<ResolversTypes['LocalContact'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['Place'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PlaceResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PlaceResult'] = ResolversParentTypes['PlaceResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'PlaceAmbiguousError' | 'PlaceFound' | 'PlaceUnknownError', ParentType, ContextType>;
}>;

export type PlaceUnknownErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PlaceUnknownError'] = ResolversParentTypes['PlaceUnknownError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proposals?: Resolver<ReadonlyArray<ResolversTypes['Place']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ProgrammeLineProblemResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ProgrammeLineProblem'] = ResolversParentTypes['ProgrammeLineProblem']> = ResolversObject<{
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type QualitativeRecordResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['QualitativeRecord'] = ResolversParentTypes['QualitativeRecord']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardRecord', ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  apiKeys?: Resolver<ReadonlyArray<ResolversTypes['ApiKey']>, ParentType, ContextType, RequireFields<QueryApiKeysArgs, 'includeEnded'>>;
  areaContact?: Resolver<ResolversTypes['AreaContact'], ParentType, ContextType, RequireFields<QueryAreaContactArgs, 'code'>>;
  clauseSizing?: Resolver<ResolversTypes['Sizing'], ParentType, ContextType, RequireFields<QueryClauseSizingArgs, 'input'>>;
  codeLists?: Resolver<ReadonlyArray<ResolversTypes['CodeList']>, ParentType, ContextType, Partial<QueryCodeListsArgs>>;
  consolidation?: Resolver<ResolversTypes['Consolidation'], ParentType, ContextType, RequireFields<QueryConsolidationArgs, 'period'>>;
  consolidations?: Resolver<ReadonlyArray<ResolversTypes['Consolidation']>, ParentType, ContextType, RequireFields<QueryConsolidationsArgs, 'periods'>>;
  contract?: Resolver<ResolversTypes['ContractLookup'], ParentType, ContextType, RequireFields<QueryContractArgs, 'id'>>;
  contracts?: Resolver<ResolversTypes['ContractConnection'], ParentType, ContextType, RequireFields<QueryContractsArgs, 'first'>>;
  correspondentPosts?: Resolver<ReadonlyArray<ResolversTypes['CorrespondentPost']>, ParentType, ContextType, Partial<QueryCorrespondentPostsArgs>>;
  deskCurrencies?: Resolver<ReadonlyArray<ResolversTypes['DeskCurrency']>, ParentType, ContextType, Partial<QueryDeskCurrenciesArgs>>;
  localContact?: Resolver<ResolversTypes['LocalContact'], ParentType, ContextType, RequireFields<QueryLocalContactArgs, 'commune'>>;
  mobilisationRequest?: Resolver<Maybe<ResolversTypes['MobilisationRequest']>, ParentType, ContextType, RequireFields<QueryMobilisationRequestArgs, 'id'>>;
  mobilisationRequests?: Resolver<ResolversTypes['MobilisationRequestConnection'], ParentType, ContextType, RequireFields<QueryMobilisationRequestsArgs, 'first'>>;
  nationalBuyer?: Resolver<Maybe<ResolversTypes['NationalBuyer']>, ParentType, ContextType, RequireFields<QueryNationalBuyerArgs, 'siren'>>;
  nationalBuyers?: Resolver<ReadonlyArray<ResolversTypes['NationalBuyer']>, ParentType, ContextType>;
  nationalCorrespondents?: Resolver<ReadonlyArray<ResolversTypes['Correspondent']>, ParentType, ContextType>;
  place?: Resolver<ResolversTypes['PlaceResult'], ParentType, ContextType, RequireFields<QueryPlaceArgs, 'text'>>;
  places?: Resolver<ReadonlyArray<ResolversTypes['PlaceResult']>, ParentType, ContextType, RequireFields<QueryPlacesArgs, 'texts'>>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['Region']>, ParentType, ContextType, Partial<QueryRegionsArgs>>;
  sharedResource?: Resolver<Maybe<ResolversTypes['SharedResource']>, ParentType, ContextType, RequireFields<QuerySharedResourceArgs, 'id'>>;
  sharedResources?: Resolver<ResolversTypes['SharedResourceConnection'], ParentType, ContextType, RequireFields<QuerySharedResourcesArgs, 'first'>>;
  training?: Resolver<Maybe<ResolversTypes['Training']>, ParentType, ContextType, RequireFields<QueryTrainingArgs, 'id'>>;
  trainings?: Resolver<ResolversTypes['TrainingConnection'], ParentType, ContextType, RequireFields<QueryTrainingsArgs, 'first'>>;
}>;

export type RegionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = ResolversObject<{
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  correspondents?: Resolver<ReadonlyArray<ResolversTypes['Correspondent']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['RegionalNetwork']>, ParentType, ContextType>;
  shards?: Resolver<ReadonlyArray<ResolversTypes['DirectoryShard']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RegionStatus']>, ParentType, ContextType>;
}>;

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type RegionalFiguresResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RegionalFigures'] = ResolversParentTypes['RegionalFigures']> = ResolversObject<{
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  figures?: Resolver<Maybe<ResolversTypes['FigureSet']>, ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  schemaVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RegionStatus'], ParentType, ContextType>;
}>;

export type RegionalNetworkResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RegionalNetwork'] = ResolversParentTypes['RegionalNetwork']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardNetwork', ParentType, ContextType>;
}>;

export type ReminderResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Reminder'] = ResolversParentTypes['Reminder']> = ResolversObject<{
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReminderKind'], ParentType, ContextType>;
  rhythm?: Resolver<ResolversTypes['ReminderRhythm'], ParentType, ContextType>;
}>;

export type ReminderNotFoundErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ReminderNotFoundError'] = ResolversParentTypes['ReminderNotFoundError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ReminderResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ReminderResult'] = ResolversParentTypes['ReminderResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'ReminderNotFoundError' | 'ReminderSuccess', ParentType, ContextType>;
}>;

export type ReminderSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ReminderSuccess'] = ResolversParentTypes['ReminderSuccess']> = ResolversObject<{
  reminder?: Resolver<ResolversTypes['Reminder'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RevokeApiKeyResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ApiKeyNotFoundError' | 'RevokeApiKeySuccess', ParentType, ContextType>;
}>;

export type RevokeApiKeySuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RevokeApiKeySuccess'] = ResolversParentTypes['RevokeApiKeySuccess']> = ResolversObject<{
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export interface ScopeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Scope'], any> {
  name: 'Scope';
}

export type ShardBuyerResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardBuyer'] = ResolversParentTypes['ShardBuyer']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  siren?: Resolver<Maybe<ResolversTypes['Siren']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardContractResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardContract'] = ResolversParentTypes['ShardContract']> = ResolversObject<{
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['ShardBuyer']>, ParentType, ContextType>;
  clauseType?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  decp?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  departement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  exemptionReason?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  hoursDone?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hoursPlanned?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  notifiedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  obligation?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  operationTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  sector?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardContractPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardContractPage'] = ResolversParentTypes['ShardContractPage']> = ResolversObject<{
  answeredFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShardPageEntry']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardDeskResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardDesk'] = ResolversParentTypes['ShardDesk']> = ResolversObject<{
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facilitators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShardFacilitator']>>, ParentType, ContextType>;
  hostType?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  territories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShardTerritory']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardDirectoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardDirectory'] = ResolversParentTypes['ShardDirectory']> = ResolversObject<{
  answeredFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deskIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  facilitatorIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardFacilitatorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardFacilitator'] = ResolversParentTypes['ShardFacilitator']> = ResolversObject<{
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardFigureRowResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardFigureRow'] = ResolversParentTypes['ShardFigureRow']> = ResolversObject<{
  contracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  hoursDone?: Resolver<Maybe<ResolversTypes['HourHundredths']>, ParentType, ContextType>;
  hoursPlanned?: Resolver<Maybe<ResolversTypes['HourHundredths']>, ParentType, ContextType>;
  keys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  operations?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participantsOfKnownSex?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  womenParticipants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  workContracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
}>;

export type ShardFiguresResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardFigures'] = ResolversParentTypes['ShardFigures']> = ResolversObject<{
  answeredFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  breakdown?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShardFigureRow']>>, ParentType, ContextType>;
  buyerCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  buyerSirens?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Siren']>>, ParentType, ContextType>;
  companyCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  companySirets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Siret']>>, ParentType, ContextType>;
  contracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  desks?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  desksExpected?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  desksReporting?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  dynamicAtSixMonths?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  dynamicAtTwelveMonths?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  dynamicExits?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  exitOutcomes?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  facilitators?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  hoursDone?: Resolver<Maybe<ResolversTypes['HourHundredths']>, ParentType, ContextType>;
  hoursPlanned?: Resolver<Maybe<ResolversTypes['HourHundredths']>, ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lots?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  operations?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participantsOfKnownResidence?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participantsOfKnownSex?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  qpvParticipants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  sixMonthOutcomes?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  twelveMonthOutcomes?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  womenParticipants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  workContracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardNetworkResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardNetwork'] = ResolversParentTypes['ShardNetwork']> = ResolversObject<{
  coordinationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  desks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShardDesk']>>, ParentType, ContextType>;
  facilitatorCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  records?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShardRecord']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  strategies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShardStrategy']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardPageEntryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardPageEntry'] = ResolversParentTypes['ShardPageEntry']> = ResolversObject<{
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sort?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ShardRecordResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardRecord'] = ResolversParentTypes['ShardRecord']> = ResolversObject<{
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  occurredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  territoryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  territoryKind?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  theme?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardStrategyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardStrategy'] = ResolversParentTypes['ShardStrategy']> = ResolversObject<{
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  desk?: Resolver<Maybe<ResolversTypes['ShardDesk']>, ParentType, ContextType>;
  hoursPerYear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  personsPerYear?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  priorityPublics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Code']>>, ParentType, ContextType>;
  prioritySectors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Code']>>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ShardTerritoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardTerritory'] = ResolversParentTypes['ShardTerritory']> = ResolversObject<{
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SharedResourceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SharedResource'] = ResolversParentTypes['SharedResource']> = ResolversObject<{
  current?: Resolver<Maybe<ResolversTypes['SharedResourceVersion']>, ParentType, ContextType>;
  currentNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ResourceKind'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versions?: Resolver<ReadonlyArray<ResolversTypes['SharedResourceVersion']>, ParentType, ContextType>;
}>;

export type SharedResourceConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SharedResourceConnection'] = ResolversParentTypes['SharedResourceConnection']> = ResolversObject<{
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SharedResource']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
}>;

export type SharedResourceResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SharedResourceResult'] = ResolversParentTypes['SharedResourceResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NetworkItemConflictError' | 'NetworkItemNotFoundError' | 'SharedResourceSuccess', ParentType, ContextType>;
}>;

export type SharedResourceSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SharedResourceSuccess'] = ResolversParentTypes['SharedResourceSuccess']> = ResolversObject<{
  resource?: Resolver<ResolversTypes['SharedResource'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SharedResourceVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SharedResourceVersion'] = ResolversParentTypes['SharedResourceVersion']> = ResolversObject<{
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
}>;

export interface SirenScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Siren'], any> {
  name: 'Siren';
}

export interface SiretScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Siret'], any> {
  name: 'Siret';
}

export type SizingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Sizing'] = ResolversParentTypes['Sizing']> = ResolversObject<{
  computedHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['SizingParameter']>, ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['SizingPart']>, ParentType, ContextType>;
}>;

export type SizingParameterResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SizingParameter'] = ResolversParentTypes['SizingParameter']> = ResolversObject<{
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type SizingPartResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SizingPart'] = ResolversParentTypes['SizingPart']> = ResolversObject<{
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  labourShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type StaleItemResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['StaleItem'] = ResolversParentTypes['StaleItem']> = ResolversObject<{
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['StaleReason'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type StrategyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Strategy'] = ResolversParentTypes['Strategy']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardStrategy', ParentType, ContextType>;
}>;

export type TakenResourceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TakenResource'] = ResolversParentTypes['TakenResource']> = ResolversObject<{
  currentNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type TerritoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Territory'] = ResolversParentTypes['Territory']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ShardTerritory', ParentType, ContextType>;
}>;

export type TrainingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Training'] = ResolversParentTypes['Training']> = ResolversObject<{
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  desks?: Resolver<ReadonlyArray<ResolversTypes['TrainingDesk']>, ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCancelled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TrainingKind'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  remoteUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seatsTaken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validityMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TrainingConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TrainingConnection'] = ResolversParentTypes['TrainingConnection']> = ResolversObject<{
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Training']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
}>;

export type TrainingDeskResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TrainingDesk'] = ResolversParentTypes['TrainingDesk']> = ResolversObject<{
  attended?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  desk?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  seats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TrainingFullErrorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TrainingFullError'] = ResolversParentTypes['TrainingFullError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seatsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type TrainingResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TrainingResult'] = ResolversParentTypes['TrainingResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NetworkItemConflictError' | 'NetworkItemNotFoundError' | 'TrainingFullError' | 'TrainingSuccess', ParentType, ContextType>;
}>;

export type TrainingSuccessResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TrainingSuccess'] = ResolversParentTypes['TrainingSuccess']> = ResolversObject<{
  training?: Resolver<ResolversTypes['Training'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type Resolvers<ContextType = unknown> = ResolversObject<{
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyNotFoundError?: ApiKeyNotFoundErrorResolvers<ContextType>;
  AreaContact?: AreaContactResolvers<ContextType>;
  AreaCoordinator?: AreaCoordinatorResolvers<ContextType>;
  AreaDesk?: AreaDeskResolvers<ContextType>;
  BreakdownCell?: BreakdownCellResolvers<ContextType>;
  BreakdownKey?: BreakdownKeyResolvers<ContextType>;
  Buyer?: BuyerResolvers<ContextType>;
  BuyerEstablishment?: BuyerEstablishmentResolvers<ContextType>;
  BuyerEstablishmentsResult?: BuyerEstablishmentsResultResolvers<ContextType>;
  BuyerEstablishmentsSuccess?: BuyerEstablishmentsSuccessResolvers<ContextType>;
  Code?: GraphQLScalarType;
  CodeList?: CodeListResolvers<ContextType>;
  CodeListEntry?: CodeListEntryResolvers<ContextType>;
  CommuneCode?: GraphQLScalarType;
  Consolidation?: ConsolidationResolvers<ContextType>;
  Contract?: ContractResolvers<ContextType>;
  ContractConnection?: ContractConnectionResolvers<ContextType>;
  ContractEdge?: ContractEdgeResolvers<ContextType>;
  ContractLookup?: ContractLookupResolvers<ContextType>;
  ContractPageShard?: ContractPageShardResolvers<ContextType>;
  Correspondent?: CorrespondentResolvers<ContextType>;
  CorrespondentChange?: CorrespondentChangeResolvers<ContextType>;
  CorrespondentConflictError?: CorrespondentConflictErrorResolvers<ContextType>;
  CorrespondentNotFoundError?: CorrespondentNotFoundErrorResolvers<ContextType>;
  CorrespondentPost?: CorrespondentPostResolvers<ContextType>;
  CorrespondentResult?: CorrespondentResultResolvers<ContextType>;
  CorrespondentSuccess?: CorrespondentSuccessResolvers<ContextType>;
  CorrespondentValues?: CorrespondentValuesResolvers<ContextType>;
  Count?: GraphQLScalarType;
  Coverage?: CoverageResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Desk?: DeskResolvers<ContextType>;
  DeskCurrency?: DeskCurrencyResolvers<ContextType>;
  DirectoryLineProblem?: DirectoryLineProblemResolvers<ContextType>;
  DirectoryLinesError?: DirectoryLinesErrorResolvers<ContextType>;
  DirectoryShard?: DirectoryShardResolvers<ContextType>;
  Facilitator?: FacilitatorResolvers<ContextType>;
  FigureSet?: FigureSetResolvers<ContextType>;
  Figures?: FiguresResolvers<ContextType>;
  FiguresShard?: FiguresShardResolvers<ContextType>;
  FollowedTraining?: FollowedTrainingResolvers<ContextType>;
  HourHundredths?: GraphQLScalarType;
  ImportCorrespondentsResult?: ImportCorrespondentsResultResolvers<ContextType>;
  ImportCorrespondentsSuccess?: ImportCorrespondentsSuccessResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  IssueApiKeyResult?: IssueApiKeyResultResolvers<ContextType>;
  IssueApiKeySuccess?: IssueApiKeySuccessResolvers<ContextType>;
  LocalContact?: LocalContactResolvers<ContextType>;
  MaskedFigure?: MaskedFigureResolvers<ContextType>;
  MissingRegion?: MissingRegionResolvers<ContextType>;
  MobilisationConflictError?: MobilisationConflictErrorResolvers<ContextType>;
  MobilisationDocument?: MobilisationDocumentResolvers<ContextType>;
  MobilisationEvent?: MobilisationEventResolvers<ContextType>;
  MobilisationMessage?: MobilisationMessageResolvers<ContextType>;
  MobilisationProgramme?: MobilisationProgrammeResolvers<ContextType>;
  MobilisationProgrammeLinesError?: MobilisationProgrammeLinesErrorResolvers<ContextType>;
  MobilisationProgrammeNotFoundError?: MobilisationProgrammeNotFoundErrorResolvers<ContextType>;
  MobilisationProgrammeResult?: MobilisationProgrammeResultResolvers<ContextType>;
  MobilisationProgrammeSuccess?: MobilisationProgrammeSuccessResolvers<ContextType>;
  MobilisationRequest?: MobilisationRequestResolvers<ContextType>;
  MobilisationRequestConnection?: MobilisationRequestConnectionResolvers<ContextType>;
  MobilisationRequestEdge?: MobilisationRequestEdgeResolvers<ContextType>;
  MobilisationRequestNotFoundError?: MobilisationRequestNotFoundErrorResolvers<ContextType>;
  MobilisationRequestResult?: MobilisationRequestResultResolvers<ContextType>;
  MobilisationRequestSuccess?: MobilisationRequestSuccessResolvers<ContextType>;
  MobilisationStateCount?: MobilisationStateCountResolvers<ContextType>;
  MobilisationStepError?: MobilisationStepErrorResolvers<ContextType>;
  Month?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NationalBuyer?: NationalBuyerResolvers<ContextType>;
  NationalBuyerNotFoundError?: NationalBuyerNotFoundErrorResolvers<ContextType>;
  NetworkItemConflictError?: NetworkItemConflictErrorResolvers<ContextType>;
  NetworkItemNotFoundError?: NetworkItemNotFoundErrorResolvers<ContextType>;
  Objective?: ObjectiveResolvers<ContextType>;
  OperationLot?: OperationLotResolvers<ContextType>;
  Outcome?: OutcomeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialFigure?: PartialFigureResolvers<ContextType>;
  Partnership?: PartnershipResolvers<ContextType>;
  PartnershipChange?: PartnershipChangeResolvers<ContextType>;
  PartnershipConflictError?: PartnershipConflictErrorResolvers<ContextType>;
  PartnershipDocument?: PartnershipDocumentResolvers<ContextType>;
  PartnershipMember?: PartnershipMemberResolvers<ContextType>;
  PartnershipNotFoundError?: PartnershipNotFoundErrorResolvers<ContextType>;
  PartnershipResult?: PartnershipResultResolvers<ContextType>;
  PartnershipSuccess?: PartnershipSuccessResolvers<ContextType>;
  Period?: PeriodResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  PlaceAmbiguousError?: PlaceAmbiguousErrorResolvers<ContextType>;
  PlaceFound?: PlaceFoundResolvers<ContextType>;
  PlaceResult?: PlaceResultResolvers<ContextType>;
  PlaceUnknownError?: PlaceUnknownErrorResolvers<ContextType>;
  ProgrammeLineProblem?: ProgrammeLineProblemResolvers<ContextType>;
  QualitativeRecord?: QualitativeRecordResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegionalFigures?: RegionalFiguresResolvers<ContextType>;
  RegionalNetwork?: RegionalNetworkResolvers<ContextType>;
  Reminder?: ReminderResolvers<ContextType>;
  ReminderNotFoundError?: ReminderNotFoundErrorResolvers<ContextType>;
  ReminderResult?: ReminderResultResolvers<ContextType>;
  ReminderSuccess?: ReminderSuccessResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  RevokeApiKeySuccess?: RevokeApiKeySuccessResolvers<ContextType>;
  Scope?: GraphQLScalarType;
  ShardBuyer?: ShardBuyerResolvers<ContextType>;
  ShardContract?: ShardContractResolvers<ContextType>;
  ShardContractPage?: ShardContractPageResolvers<ContextType>;
  ShardDesk?: ShardDeskResolvers<ContextType>;
  ShardDirectory?: ShardDirectoryResolvers<ContextType>;
  ShardFacilitator?: ShardFacilitatorResolvers<ContextType>;
  ShardFigureRow?: ShardFigureRowResolvers<ContextType>;
  ShardFigures?: ShardFiguresResolvers<ContextType>;
  ShardNetwork?: ShardNetworkResolvers<ContextType>;
  ShardPageEntry?: ShardPageEntryResolvers<ContextType>;
  ShardRecord?: ShardRecordResolvers<ContextType>;
  ShardStrategy?: ShardStrategyResolvers<ContextType>;
  ShardTerritory?: ShardTerritoryResolvers<ContextType>;
  SharedResource?: SharedResourceResolvers<ContextType>;
  SharedResourceConnection?: SharedResourceConnectionResolvers<ContextType>;
  SharedResourceResult?: SharedResourceResultResolvers<ContextType>;
  SharedResourceSuccess?: SharedResourceSuccessResolvers<ContextType>;
  SharedResourceVersion?: SharedResourceVersionResolvers<ContextType>;
  Siren?: GraphQLScalarType;
  Siret?: GraphQLScalarType;
  Sizing?: SizingResolvers<ContextType>;
  SizingParameter?: SizingParameterResolvers<ContextType>;
  SizingPart?: SizingPartResolvers<ContextType>;
  StaleItem?: StaleItemResolvers<ContextType>;
  Strategy?: StrategyResolvers<ContextType>;
  TakenResource?: TakenResourceResolvers<ContextType>;
  Territory?: TerritoryResolvers<ContextType>;
  Training?: TrainingResolvers<ContextType>;
  TrainingConnection?: TrainingConnectionResolvers<ContextType>;
  TrainingDesk?: TrainingDeskResolvers<ContextType>;
  TrainingFullError?: TrainingFullErrorResolvers<ContextType>;
  TrainingResult?: TrainingResultResolvers<ContextType>;
  TrainingSuccess?: TrainingSuccessResolvers<ContextType>;
}>;

