export { ChangeRecordEntity } from './change-record.entity';
