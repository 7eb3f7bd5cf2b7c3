export { deskYear } from './desk-year';
