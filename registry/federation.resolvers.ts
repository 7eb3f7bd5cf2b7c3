import { REGIONAL_SCHEMA_CALENDAR } from '../subgraphs/kit/regional-schema';
import { findRegion } from '../subgraphs/kit/regions';
import { readAuditLog } from './audit';
import { listedRegion, requireRegion } from './authorize';
import { readPage } from './database';
import type { Resolvers } from './generated/resolver-types.generated';
import type { RegistryContext } from './registry-context';
import { SupergraphEntity } from './supergraphs/supergraph.entity';

/** Resolvers of the root `federation` and of what is only shown. */
export function federationResolvers(): Resolvers<RegistryContext> {
  return {
    Query: { federation: () => ({ kind: 'federation' }) },
    Federation: { ...publicFields(), ...restrictedFields() },
    Region: { name: ({ code }) => findRegion(code)?.name ?? code },
    RegionalSchemaVersion: {
      members: async ({ version }, _, { currentGraph }) =>
        (await currentGraph()).publications
          .filter(({ schemaVersion }) => schemaVersion === version)
          .map(({ regionCode }) => ({ code: regionCode })),
    },
    AuditEntry: {
      at: ({ createdAt }) => createdAt,
      region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
      details: ({ details }) => JSON.stringify(details),
    },
  };
}

type FederationFields = NonNullable<Resolvers<RegistryContext>['Federation']>;

function publicFields(): FederationFields {
  const repository = ({ dataSource }: RegistryContext) => dataSource.getRepository(SupergraphEntity);
  return {
    members: (_, { regions }, { members }) => members.list(regions),
    supergraph: async (_, __, context) => {
      const { number } = await context.currentGraph();
      return number === 0 ? null : repository(context).findOneBy({ number });
    },
    supergraphs: (_, page, context) => {
      const query = repository(context).createQueryBuilder('supergraph');
      return readPage(query, 'supergraph.number', page, ({ number }) => number);
    },
    schemaVersions: () => REGIONAL_SCHEMA_CALENDAR,
  };
}

function restrictedFields(): FederationFields {
  return {
    publications: (_, { region, ...page }, context) => context.publications.list(listedRegion(context, region), page),
    publication: (_, { region, number }, context) => {
      requireRegion(context, region);
      return context.publications.find(region, number);
    },
    checks: (_, { region, ...page }, context) => context.publications.checks(listedRegion(context, region), page),
    conformanceRuns: (_, { region }, context) => context.conformance.list(listedRegion(context, region)),
    operationSets: (_, __, { usage }) => usage.sets(),
    credentials: (_, { includeEnded }, { credentials }) => credentials.list(includeEnded),
    auditLog: (_, { region, ...page }, { dataSource }) => readAuditLog(dataSource, region, page),
  };
}
