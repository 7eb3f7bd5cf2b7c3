import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
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
  /** A number of hours in hundredths of an hour, an integer of at most 2^53 - 1. */
  HourHundredths: { input: number; output: number; }
  /** INSEE code of a region, a string with its leading zero. */
  RegionCode: { input: string; output: string; }
  /** What is asked, in the canonical encoding of the hub: opaque to clients, decoded and checked by each region. */
  Scope: { input: string; output: string; }
  /** The nine digits that identify a legal unit in the Sirene directory. */
  Siren: { input: string; output: string; }
  /** The fourteen digits that identify an establishment in the Sirene directory. */
  Siret: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A buyer as one region knows it. */
export type ShardBuyer = {
  __typename?: 'ShardBuyer';
  /** Global identifier: region code and local identifier. */
  id: Scalars['ID']['output'];
  /** Kind of buyer; code list BUYER_KIND. */
  kind?: Maybe<Scalars['Code']['output']>;
  /** Name of the buyer. */
  name?: Maybe<Scalars['String']['output']>;
  /** SIREN of the buyer. */
  siren?: Maybe<Scalars['Siren']['output']>;
};

/** A public contract (marché). */
export type ShardContract = {
  __typename?: 'ShardContract';
  /** Amount excluding tax, in euros. */
  amount?: Maybe<Scalars['Float']['output']>;
  /** The buyer (maître d'ouvrage). */
  buyer?: Maybe<ShardBuyer>;
  /** Kind of social clause; code list CLAUSE_TYPE. Null when the source does not say that there is one. */
  clauseType?: Maybe<Scalars['Code']['output']>;
  /** Identifier (uid) of the contract in the published data of public contracts (DECP), when it is linked to them. */
  decp?: Maybe<Scalars['String']['output']>;
  /** INSEE code of the département of execution. */
  departement?: Maybe<Scalars['String']['output']>;
  /** Last day of execution. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** Why it is exempt; code list EXEMPTION_REASON. */
  exemptionReason?: Maybe<Scalars['Code']['output']>;
  /** Hours done so far. */
  hoursDone?: Maybe<Scalars['Float']['output']>;
  /** Hours committed over the life of the contract. */
  hoursPlanned?: Maybe<Scalars['Float']['output']>;
  /** Global identifier: region code and local identifier. */
  id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** WORKS, SUPPLIES or SERVICES: which threshold of the European procedures applies. */
  kind?: Maybe<Scalars['Code']['output']>;
  /** Day of notification. */
  notifiedOn?: Maybe<Scalars['Date']['output']>;
  /** SUBJECT, EXEMPT or NOT_SUBJECT to article L2112-2-1 of the Code de la commande publique; null while nobody said. */
  obligation?: Maybe<Scalars['Code']['output']>;
  /** Title of the operation that the contract belongs to. */
  operationTitle?: Maybe<Scalars['String']['output']>;
  /** Where the row comes from: ENTERED, IMPORTED, DECP or DEMONSTRATION. */
  origin?: Maybe<Scalars['Code']['output']>;
  /** Sector; code list SECTOR. */
  sector?: Maybe<Scalars['Code']['output']>;
  /** Object of the contract. */
  title?: Maybe<Scalars['String']['output']>;
};

/** The identifiers of one page of contracts of one region, before the rows themselves are read. */
export type ShardContractPage = {
  __typename?: 'ShardContractPage';
  /** Region code and digest of the scope that was really answered. */
  answeredFor?: Maybe<Scalars['String']['output']>;
  /** Moment at which the page was true. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** The first contracts after the position, in the order of the hub, at most as many as asked. */
  entries?: Maybe<Array<ShardPageEntry>>;
  /** INSEE code of the region. */
  region: Scalars['RegionCode']['output'];
  /** Filter, position and size of the page. */
  scope: Scalars['Scope']['output'];
  /** Contracts that match the filter, on all pages. */
  totalCount?: Maybe<Scalars['Count']['output']>;
};

/** A one-stop desk (guichet unique). */
export type ShardDesk = {
  __typename?: 'ShardDesk';
  /** E-mail of the desk. */
  email?: Maybe<Scalars['String']['output']>;
  /** Facilitators in post today. */
  facilitators?: Maybe<Array<ShardFacilitator>>;
  /** Who carries the desk; code list HOST_TYPE. */
  hostType?: Maybe<Scalars['Code']['output']>;
  /** Global identifier: region code and local identifier. */
  id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the desk. */
  name?: Maybe<Scalars['String']['output']>;
  /** Day on which the desk opened. */
  openedOn?: Maybe<Scalars['Date']['output']>;
  /** Telephone of the desk. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Communes, EPCI and départements that the desk covers. */
  territories?: Maybe<Array<ShardTerritory>>;
};

/** Which desks answer for a place, by identifier. */
export type ShardDirectory = {
  __typename?: 'ShardDirectory';
  /** Region code and digest of the scope that was really answered. */
  answeredFor?: Maybe<Scalars['String']['output']>;
  /** Moment at which the directory was true. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** Desks open today that cover the place, the closest territory first; all open desks for the whole region. */
  deskIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Facilitators in post today at these desks. */
  facilitatorIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** INSEE code of the region. */
  region: Scalars['RegionCode']['output'];
  /** The place asked for, or the whole region. */
  scope: Scalars['Scope']['output'];
};

/** A facilitator: sizes clauses, validates candidates, follows hours. */
export type ShardFacilitator = {
  __typename?: 'ShardFacilitator';
  /** Professional e-mail. */
  email?: Maybe<Scalars['String']['output']>;
  /** Global identifier: region code and local identifier. */
  id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the person. */
  name?: Maybe<Scalars['String']['output']>;
  /** Professional telephone. */
  phone?: Maybe<Scalars['String']['output']>;
};

/** One row of a breakdown. */
export type ShardFigureRow = {
  __typename?: 'ShardFigureRow';
  /** Public contracts with at least one hour done. */
  contracts?: Maybe<Scalars['Count']['output']>;
  /** Hours done. */
  hoursDone?: Maybe<Scalars['HourHundredths']['output']>;
  /** Hours committed in contracts. */
  hoursPlanned?: Maybe<Scalars['HourHundredths']['output']>;
  /** One code per dimension of the scope, in its order. */
  keys?: Maybe<Array<Scalars['String']['output']>>;
  /** Operations with at least one hour done. */
  operations?: Maybe<Scalars['Count']['output']>;
  /** Persons with at least one hour done. */
  participants?: Maybe<Scalars['Count']['output']>;
  /** Participants whose sex is known. */
  participantsOfKnownSex?: Maybe<Scalars['Count']['output']>;
  /** Women among the participants. */
  womenParticipants?: Maybe<Scalars['Count']['output']>;
  /** Work contracts with at least one hour done. */
  workContracts?: Maybe<Scalars['Count']['output']>;
};

/** Figures of one region for one scope: sums and counts over the whole scope, and its breakdown. */
export type ShardFigures = {
  __typename?: 'ShardFigures';
  /** Region code and digest of the scope that was really answered; a shard counts only if it equals what was asked. */
  answeredFor?: Maybe<Scalars['String']['output']>;
  /** Moment at which the figures were true. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** One row per combination of the dimensions asked for that has any figure; null when no breakdown was asked. */
  breakdown?: Maybe<Array<ShardFigureRow>>;
  /** Buyers of these contracts, distinct in the region. */
  buyerCount?: Maybe<Scalars['Count']['output']>;
  /** SIRENs of the buyers behind buyerCount. */
  buyerSirens?: Maybe<Array<Scalars['Siren']['output']>>;
  /** Companies that employed for these contracts, distinct in the region. */
  companyCount?: Maybe<Scalars['Count']['output']>;
  /** SIRETs of the companies behind companyCount. */
  companySirets?: Maybe<Array<Scalars['Siret']['output']>>;
  /** Public contracts with at least one hour done in the period. */
  contracts?: Maybe<Scalars['Count']['output']>;
  /** Desks open at the end of the period. */
  desks?: Maybe<Scalars['Count']['output']>;
  /** Desks open at some time in the period. */
  desksExpected?: Maybe<Scalars['Count']['output']>;
  /** Desks that declared every month of the period in which they were open. */
  desksReporting?: Maybe<Scalars['Count']['output']>;
  /** Of these, persons with a dynamic one. */
  dynamicAtSixMonths?: Maybe<Scalars['Count']['output']>;
  /** Of these, persons with a dynamic one. */
  dynamicAtTwelveMonths?: Maybe<Scalars['Count']['output']>;
  /** Of these, persons with a dynamic one: durable or transition employment, training (DGEFP). */
  dynamicExits?: Maybe<Scalars['Count']['output']>;
  /** Persons with a known outcome at the end of a work contract, observed in the period. */
  exitOutcomes?: Maybe<Scalars['Count']['output']>;
  /** Facilitators in post at the end of the period. */
  facilitators?: Maybe<Scalars['Count']['output']>;
  /** Hours done in the months of the period. */
  hoursDone?: Maybe<Scalars['HourHundredths']['output']>;
  /** Hours committed in contracts for the months of the period. */
  hoursPlanned?: Maybe<Scalars['HourHundredths']['output']>;
  /** Whether any row behind the figures is a demonstration row. */
  isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Lots with at least one hour done in the period. */
  lots?: Maybe<Scalars['Count']['output']>;
  /** Operations with at least one hour done in the period. */
  operations?: Maybe<Scalars['Count']['output']>;
  /** Persons with at least one hour done in the period; a person counts once per region. */
  participants?: Maybe<Scalars['Count']['output']>;
  /** Participants of whom it is known whether they live in a priority neighbourhood. */
  participantsOfKnownResidence?: Maybe<Scalars['Count']['output']>;
  /** Participants whose sex is known. */
  participantsOfKnownSex?: Maybe<Scalars['Count']['output']>;
  /** Participants who live in a priority neighbourhood (QPV). */
  qpvParticipants?: Maybe<Scalars['Count']['output']>;
  /** INSEE code of the region. */
  region: Scalars['RegionCode']['output'];
  /** Period, filter and breakdown asked for. */
  scope: Scalars['Scope']['output'];
  /** Persons with a known outcome six months after, observed in the period. */
  sixMonthOutcomes?: Maybe<Scalars['Count']['output']>;
  /** Persons with a known outcome twelve months after, observed in the period. */
  twelveMonthOutcomes?: Maybe<Scalars['Count']['output']>;
  /** Women among the participants. */
  womenParticipants?: Maybe<Scalars['Count']['output']>;
  /** Work contracts with at least one hour done in the period. */
  workContracts?: Maybe<Scalars['Count']['output']>;
};

/** The network of one region: its coordination, desks and facilitators. */
export type ShardNetwork = {
  __typename?: 'ShardNetwork';
  /** Name of the regional coordination. */
  coordinationName?: Maybe<Scalars['String']['output']>;
  /** Desks open today, by name. */
  desks?: Maybe<Array<ShardDesk>>;
  /** Number of facilitators in post today. */
  facilitatorCount?: Maybe<Scalars['Count']['output']>;
  /** Whether the network holds demonstration rows. */
  isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Good practices, testimonies and points of attention that their authors share nationally, the latest first, at most 200. */
  records?: Maybe<Array<ShardRecord>>;
  /** INSEE code of the region. */
  region: Scalars['RegionCode']['output'];
  /** What the territories of the desks have decided and what holds today, by desk. */
  strategies?: Maybe<Array<ShardStrategy>>;
};

/** The identifier of a row and its place in the global order. */
export type ShardPageEntry = {
  __typename?: 'ShardPageEntry';
  /** Global identifier of the row. */
  id?: Maybe<Scalars['ID']['output']>;
  /** Sort key, compared as text in code point order. */
  sort?: Maybe<Scalars['String']['output']>;
};

/** A good practice, a testimony or a point of attention, shared nationally by its author, and of no participant by name. */
export type ShardRecord = {
  __typename?: 'ShardRecord';
  /** Who wrote it, as the author signs. */
  author?: Maybe<Scalars['String']['output']>;
  /** The text. */
  body?: Maybe<Scalars['String']['output']>;
  /** Global identifier: region code and local identifier. */
  id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** GOOD_PRACTICE, TESTIMONY or POINT_OF_ATTENTION. */
  kind?: Maybe<Scalars['Code']['output']>;
  /** Day that it is about. */
  occurredOn?: Maybe<Scalars['Date']['output']>;
  /** Official code of the territory. */
  territoryCode?: Maybe<Scalars['String']['output']>;
  /** Kind of the territory: COMMUNE, EPCI or DEPARTEMENT. */
  territoryKind?: Maybe<Scalars['Code']['output']>;
  /** Theme; code list RECORD_THEME. */
  theme?: Maybe<Scalars['Code']['output']>;
  /** Title. */
  title?: Maybe<Scalars['String']['output']>;
};

/** What the decision makers of a desk's territory decided. */
export type ShardStrategy = {
  __typename?: 'ShardStrategy';
  /** Body that decided it. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** Day of the decision. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** The desk of the territory. */
  desk?: Maybe<ShardDesk>;
  /** Objective in hours a year. */
  hoursPerYear?: Maybe<Scalars['Float']['output']>;
  /** Global identifier: region code and local identifier. */
  id: Scalars['ID']['output'];
  /** Whether this is a demonstration row. */
  isDemonstration?: Maybe<Scalars['Boolean']['output']>;
  /** Objective in persons a year. */
  personsPerYear?: Maybe<Scalars['Count']['output']>;
  /** Publics that come first; code list CRITERION. */
  priorityPublics?: Maybe<Array<Scalars['Code']['output']>>;
  /** Sectors that come first; code list SECTOR. */
  prioritySectors?: Maybe<Array<Scalars['Code']['output']>>;
  /** The decision in a few words. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Title of the strategy. */
  title?: Maybe<Scalars['String']['output']>;
  /** First day on which it holds. */
  validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it holds; null while it has none. */
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** A territory that a desk covers. */
export type ShardTerritory = {
  __typename?: 'ShardTerritory';
  /** Official code: INSEE for communes and départements, SIREN for EPCI. */
  code?: Maybe<Scalars['String']['output']>;
  /** Global identifier: region code and local identifier. */
  id: Scalars['ID']['output'];
  /** COMMUNE, EPCI or DEPARTEMENT. */
  kind?: Maybe<Scalars['Code']['output']>;
  /** Official name. */
  name?: Maybe<Scalars['String']['output']>;
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

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

/** Mapping of federation types */
export type FederationTypes = ResolversObject<{
  ShardBuyer: ShardBuyer;
  ShardContract: ShardContract;
  ShardContractPage: ShardContractPage;
  ShardDesk: ShardDesk;
  ShardDirectory: ShardDirectory;
  ShardFacilitator: ShardFacilitator;
  ShardFigures: ShardFigures;
  ShardNetwork: ShardNetwork;
  ShardRecord: ShardRecord;
  ShardStrategy: ShardStrategy;
  ShardTerritory: ShardTerritory;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  ShardBuyer:
    ( { __typename: 'ShardBuyer' }
    & GraphQLRecursivePick<FederationTypes['ShardBuyer'], {"id":true}> );
  ShardContract:
    ( { __typename: 'ShardContract' }
    & GraphQLRecursivePick<FederationTypes['ShardContract'], {"id":true}> );
  ShardContractPage:
    ( { __typename: 'ShardContractPage' }
    & GraphQLRecursivePick<FederationTypes['ShardContractPage'], {"region":true,"scope":true}> );
  ShardDesk:
    ( { __typename: 'ShardDesk' }
    & GraphQLRecursivePick<FederationTypes['ShardDesk'], {"id":true}> );
  ShardDirectory:
    ( { __typename: 'ShardDirectory' }
    & GraphQLRecursivePick<FederationTypes['ShardDirectory'], {"region":true,"scope":true}> );
  ShardFacilitator:
    ( { __typename: 'ShardFacilitator' }
    & GraphQLRecursivePick<FederationTypes['ShardFacilitator'], {"id":true}> );
  ShardFigures:
    ( { __typename: 'ShardFigures' }
    & GraphQLRecursivePick<FederationTypes['ShardFigures'], {"region":true,"scope":true}> );
  ShardNetwork:
    ( { __typename: 'ShardNetwork' }
    & GraphQLRecursivePick<FederationTypes['ShardNetwork'], {"region":true}> );
  ShardRecord:
    ( { __typename: 'ShardRecord' }
    & GraphQLRecursivePick<FederationTypes['ShardRecord'], {"id":true}> );
  ShardStrategy:
    ( { __typename: 'ShardStrategy' }
    & GraphQLRecursivePick<FederationTypes['ShardStrategy'], {"id":true}> );
  ShardTerritory:
    ( { __typename: 'ShardTerritory' }
    & GraphQLRecursivePick<FederationTypes['ShardTerritory'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Code: ResolverTypeWrapper<Partial<Scalars['Code']['output']>>;
  Count: ResolverTypeWrapper<Partial<Scalars['Count']['output']>>;
  Date: ResolverTypeWrapper<Partial<Scalars['Date']['output']>>;
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  HourHundredths: ResolverTypeWrapper<Partial<Scalars['HourHundredths']['output']>>;
  RegionCode: ResolverTypeWrapper<Partial<Scalars['RegionCode']['output']>>;
  Scope: ResolverTypeWrapper<Partial<Scalars['Scope']['output']>>;
  ShardBuyer: ResolverTypeWrapper<Partial<ShardBuyer>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  ShardContract: ResolverTypeWrapper<Partial<ShardContract>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
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
  Siren: ResolverTypeWrapper<Partial<Scalars['Siren']['output']>>;
  Siret: ResolverTypeWrapper<Partial<Scalars['Siret']['output']>>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Code: Partial<Scalars['Code']['output']>;
  Count: Partial<Scalars['Count']['output']>;
  Date: Partial<Scalars['Date']['output']>;
  DateTime: Partial<Scalars['DateTime']['output']>;
  HourHundredths: Partial<Scalars['HourHundredths']['output']>;
  RegionCode: Partial<Scalars['RegionCode']['output']>;
  Scope: Partial<Scalars['Scope']['output']>;
  ShardBuyer: Partial<ShardBuyer | FederationReferenceTypes['ShardBuyer']>;
  ID: Partial<Scalars['ID']['output']>;
  String: Partial<Scalars['String']['output']>;
  ShardContract: Partial<ShardContract | FederationReferenceTypes['ShardContract']>;
  Float: Partial<Scalars['Float']['output']>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  ShardContractPage: Partial<ShardContractPage | FederationReferenceTypes['ShardContractPage']>;
  ShardDesk: Partial<ShardDesk | FederationReferenceTypes['ShardDesk']>;
  ShardDirectory: Partial<ShardDirectory | FederationReferenceTypes['ShardDirectory']>;
  ShardFacilitator: Partial<ShardFacilitator | FederationReferenceTypes['ShardFacilitator']>;
  ShardFigureRow: Partial<ShardFigureRow>;
  ShardFigures: Partial<ShardFigures | FederationReferenceTypes['ShardFigures']>;
  ShardNetwork: Partial<ShardNetwork | FederationReferenceTypes['ShardNetwork']>;
  ShardPageEntry: Partial<ShardPageEntry>;
  ShardRecord: Partial<ShardRecord | FederationReferenceTypes['ShardRecord']>;
  ShardStrategy: Partial<ShardStrategy | FederationReferenceTypes['ShardStrategy']>;
  ShardTerritory: Partial<ShardTerritory | FederationReferenceTypes['ShardTerritory']>;
  Siren: Partial<Scalars['Siren']['output']>;
  Siret: Partial<Scalars['Siret']['output']>;
}>;

export interface CodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Code'], any> {
  name: 'Code';
}

export interface CountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Count'], any> {
  name: 'Count';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface HourHundredthsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HourHundredths'], any> {
  name: 'HourHundredths';
}

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export interface ScopeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Scope'], any> {
  name: 'Scope';
}

export type ShardBuyerResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardBuyer'] = ResolversParentTypes['ShardBuyer'], FederationReferenceType extends FederationReferenceTypes['ShardBuyer'] = FederationReferenceTypes['ShardBuyer']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardBuyer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  siren?: Resolver<Maybe<ResolversTypes['Siren']>, ParentType, ContextType>;
}>;

export type ShardContractResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardContract'] = ResolversParentTypes['ShardContract'], FederationReferenceType extends FederationReferenceTypes['ShardContract'] = FederationReferenceTypes['ShardContract']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardContract']> | FederationReferenceType, FederationReferenceType, ContextType>;
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
  sector?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ShardContractPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardContractPage'] = ResolversParentTypes['ShardContractPage'], FederationReferenceType extends FederationReferenceTypes['ShardContractPage'] = FederationReferenceTypes['ShardContractPage']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardContractPage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answeredFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<Array<ResolversTypes['ShardPageEntry']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
}>;

export type ShardDeskResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardDesk'] = ResolversParentTypes['ShardDesk'], FederationReferenceType extends FederationReferenceTypes['ShardDesk'] = FederationReferenceTypes['ShardDesk']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardDesk']> | FederationReferenceType, FederationReferenceType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facilitators?: Resolver<Maybe<Array<ResolversTypes['ShardFacilitator']>>, ParentType, ContextType>;
  hostType?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  territories?: Resolver<Maybe<Array<ResolversTypes['ShardTerritory']>>, ParentType, ContextType>;
}>;

export type ShardDirectoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardDirectory'] = ResolversParentTypes['ShardDirectory'], FederationReferenceType extends FederationReferenceTypes['ShardDirectory'] = FederationReferenceTypes['ShardDirectory']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardDirectory']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answeredFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deskIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  facilitatorIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['Scope'], ParentType, ContextType>;
}>;

export type ShardFacilitatorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardFacilitator'] = ResolversParentTypes['ShardFacilitator'], FederationReferenceType extends FederationReferenceTypes['ShardFacilitator'] = FederationReferenceTypes['ShardFacilitator']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardFacilitator']> | FederationReferenceType, FederationReferenceType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ShardFigureRowResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardFigureRow'] = ResolversParentTypes['ShardFigureRow']> = ResolversObject<{
  contracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  hoursDone?: Resolver<Maybe<ResolversTypes['HourHundredths']>, ParentType, ContextType>;
  hoursPlanned?: Resolver<Maybe<ResolversTypes['HourHundredths']>, ParentType, ContextType>;
  keys?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  operations?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  participantsOfKnownSex?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  womenParticipants?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  workContracts?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
}>;

export type ShardFiguresResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardFigures'] = ResolversParentTypes['ShardFigures'], FederationReferenceType extends FederationReferenceTypes['ShardFigures'] = FederationReferenceTypes['ShardFigures']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardFigures']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answeredFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  breakdown?: Resolver<Maybe<Array<ResolversTypes['ShardFigureRow']>>, ParentType, ContextType>;
  buyerCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  buyerSirens?: Resolver<Maybe<Array<ResolversTypes['Siren']>>, ParentType, ContextType>;
  companyCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  companySirets?: Resolver<Maybe<Array<ResolversTypes['Siret']>>, ParentType, ContextType>;
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
}>;

export type ShardNetworkResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardNetwork'] = ResolversParentTypes['ShardNetwork'], FederationReferenceType extends FederationReferenceTypes['ShardNetwork'] = FederationReferenceTypes['ShardNetwork']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardNetwork']> | FederationReferenceType, FederationReferenceType, ContextType>;
  coordinationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  desks?: Resolver<Maybe<Array<ResolversTypes['ShardDesk']>>, ParentType, ContextType>;
  facilitatorCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  records?: Resolver<Maybe<Array<ResolversTypes['ShardRecord']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  strategies?: Resolver<Maybe<Array<ResolversTypes['ShardStrategy']>>, ParentType, ContextType>;
}>;

export type ShardPageEntryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardPageEntry'] = ResolversParentTypes['ShardPageEntry']> = ResolversObject<{
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sort?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ShardRecordResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardRecord'] = ResolversParentTypes['ShardRecord'], FederationReferenceType extends FederationReferenceTypes['ShardRecord'] = FederationReferenceTypes['ShardRecord']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardRecord']> | FederationReferenceType, FederationReferenceType, ContextType>;
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
}>;

export type ShardStrategyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardStrategy'] = ResolversParentTypes['ShardStrategy'], FederationReferenceType extends FederationReferenceTypes['ShardStrategy'] = FederationReferenceTypes['ShardStrategy']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardStrategy']> | FederationReferenceType, FederationReferenceType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  desk?: Resolver<Maybe<ResolversTypes['ShardDesk']>, ParentType, ContextType>;
  hoursPerYear?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemonstration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  personsPerYear?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  priorityPublics?: Resolver<Maybe<Array<ResolversTypes['Code']>>, ParentType, ContextType>;
  prioritySectors?: Resolver<Maybe<Array<ResolversTypes['Code']>>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
}>;

export type ShardTerritoryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ShardTerritory'] = ResolversParentTypes['ShardTerritory'], FederationReferenceType extends FederationReferenceTypes['ShardTerritory'] = FederationReferenceTypes['ShardTerritory']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShardTerritory']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['Code']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export interface SirenScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Siren'], any> {
  name: 'Siren';
}

export interface SiretScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Siret'], any> {
  name: 'Siret';
}

export type Resolvers<ContextType = unknown> = ResolversObject<{
  Code?: GraphQLScalarType;
  Count?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  HourHundredths?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
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
  Siren?: GraphQLScalarType;
  Siret?: GraphQLScalarType;
}>;

