import { globalId } from '../../books';
import type { ShardRecordResolvers } from '../../generated/resolver-types.generated';
import { referenceById } from '../../reference-by-id';
import type { RegionalContext } from '../../regional-context';
import type { SharedRecord } from './record.loaders';

/** Resolvers of records that their authors share nationally. */
export const recordResolvers = {
  ShardRecord: {
    __resolveReference: referenceById((loaders) => loaders.recordById),
    id: (record, _arguments, { region }) => globalId(region, record.id),
    isDemonstration: ({ origin }) => origin === 'DEMONSTRATION',
  } satisfies ShardRecordResolvers<RegionalContext, SharedRecord>,
};
