export { isSiren, isSiret, withLuhnKey } from './luhn';
