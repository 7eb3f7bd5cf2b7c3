export { QualitativeRecordEntity } from './qualitative-record.entity';
export { createRecordLoaders, type RecordLoaders, type SharedRecord } from './record.loaders';
export { recordResolvers } from './record.resolvers';
