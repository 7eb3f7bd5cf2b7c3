import type { CodegenConfig } from '@graphql-codegen/cli';
import type { Types } from '@graphql-codegen/plugin-helpers';
import {
  nationalTypesSchema,
  regionalTypesSchema,
  registryTypesSchema,
} from './schema/generator/print-codegen-schemas';

/** Where each scalar of the schemas comes from and goes to in resolvers: [input, output]. */
const SCALARS = {
  RegionCode: 'string',
  Scope: 'string',
  HourHundredths: 'number',
  Count: 'number',
  Month: 'string',
  DateTime: { input: 'Date', output: 'Date | string' },
  Date: 'string',
  Code: 'string',
  Siren: 'string',
  Siret: 'string',
  CommuneCode: 'string',
  /** Federation's own, in directives only. */
  _FieldSet: 'string',
  ID: { input: 'string', output: 'string | number' },
};

const RESOLVER_TYPES: Types.ConfiguredOutput['config'] = {
  federation: true,
  enumsAsTypes: true,
  enumType: 'string-literal',
  useTypeImports: true,
  strictScalars: true,
  scalars: SCALARS,
  // Each subgraph names its own context: `Resolvers<NationalContext>`.
  contextType: 'unknown',
  // Resolvers give what they have: fields that another resolver fills may be left out of a parent.
  defaultMapper: 'Partial<{T}>',
  avoidOptionals: { field: false, inputValue: false, object: false, defaultValue: true },
  maybeValue: 'T | null | undefined',
  inputMaybeValue: 'T | null | undefined',
  useIndexSignature: true,
};

/** Parent of a gather field: what was asked, and the references, which the router replaces by shards. */
const GATHERED =
  '{ readonly scope: string; readonly shards: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }';

/** Reference to a row of a region, as the router takes it. */
const REFERENCE = '{ readonly __typename: string }';

/** What national resolvers really hand on, where it is not the type itself. */
const NATIONAL_MAPPERS = {
  CorrespondentPost: '../modules/correspondent#CorrespondentEntity',
  CorrespondentChange: '../modules/correspondent#CorrespondentChangeEntity',
  Consolidation: GATHERED,
  ContractConnection: GATHERED,
  ContractLookup: GATHERED,
  LocalContact: GATHERED,
  AreaContact: GATHERED,
  Figures: '../modules/consolidation#FiguresParent',
  FigureSet: '../modules/consolidation#FigureSetParent',
  FiguresShard: REFERENCE,
  ContractPageShard: REFERENCE,
  DirectoryShard: REFERENCE,
  Region:
    '{ readonly code: string; readonly shards?: readonly (Readonly<Record<string, unknown>> | null | undefined)[] }',
  RegionalNetwork: REFERENCE,
  Desk: REFERENCE,
  Facilitator: REFERENCE,
  Contract: REFERENCE,
  Training: '../modules/network-life#TrainingEntity',
  SharedResource: '../modules/network-life#SharedResourceEntity',
  SharedResourceVersion: '../modules/network-life#ResourceVersionEntity',
  MobilisationEvent: '../modules/mobilisation#MobilisationEventEntity',
  MobilisationMessage: '../modules/mobilisation#MobilisationMessageEntity',
  MobilisationRequest: '../modules/mobilisation#MobilisationRequestEntity',
  MobilisationRequestConnection: '../modules/mobilisation#RequestConnection',
  ApiKey: '../modules/api-key/api-key.entity#ApiKeyEntity',
  NationalBuyer: '../modules/national-buyer/national-buyer.service#NationalBuyer as NationalBuyerRow',
  BuyerEstablishment: '../modules/national-buyer#BuyerEstablishmentEntity',
  Objective: '../modules/partnership#ObjectiveParent',
  Partnership: '../modules/partnership#PartnershipEntity',
  PartnershipChange: '../modules/partnership#PartnershipChangeEntity',
};

/** What resolvers of the registry really hand on. */
const REGISTRY_MAPPERS = {
  AuditEntry: '../audit/audit-entry.entity#AuditEntryEntity',
  CheckReport: '../publications/check-run.entity#CheckRunEntity',
  CheckResult: '../checks#CheckResult as CheckResultRow',
  ConformanceRun: '../conformance-runs/conformance-run.entity#ConformanceRunEntity',
  Federation: '{ readonly kind: "federation" }',
  Finding: '../checks#Finding as FindingRow',
  Member: '../members/member.entity#MemberEntity',
  OperationSet: '../usage/usage.entity#OperationSetEntity',
  OperationUse: '../checks#Usage',
  Publication: '../publications/publication.entity#PublicationEntity',
  Region: '{ readonly code: string }',
  RegionalSchemaVersion: '../../subgraphs/kit/regional-schema#RegionalSchemaRelease',
  RegistryCredential: '../credentials/credential.entity#CredentialEntity',
  Supergraph: '../supergraphs/supergraph.entity#SupergraphEntity',
};

const config: CodegenConfig = {
  generates: {
    'subgraphs/national/generated/resolver-types.generated.ts': {
      schema: nationalTypesSchema(),
      plugins: ['typescript', 'typescript-resolvers'],
      config: { ...RESOLVER_TYPES, federation: false, immutableTypes: true, mappers: NATIONAL_MAPPERS },
    },
    'subgraphs/regional/generated/resolver-types.generated.ts': {
      schema: regionalTypesSchema(),
      plugins: ['typescript', 'typescript-resolvers'],
      config: RESOLVER_TYPES,
    },
    'registry/generated/resolver-types.generated.ts': {
      schema: registryTypesSchema(),
      plugins: ['typescript', 'typescript-resolvers'],
      config: { ...RESOLVER_TYPES, federation: false, immutableTypes: true, mappers: REGISTRY_MAPPERS },
    },
  },
};

export default config;
