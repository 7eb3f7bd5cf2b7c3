export { OperationEntity } from './operation.entity';
