export { DatedParameterEntity } from './dated-parameter.entity';
