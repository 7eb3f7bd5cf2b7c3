export { LocalCodeEntity } from './local-code.entity';
