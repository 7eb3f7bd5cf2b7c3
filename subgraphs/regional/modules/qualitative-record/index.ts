export { QualitativeRecordEntity } from './qualitative-record.entity';
