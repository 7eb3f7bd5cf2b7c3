export { SCALARS } from './scalars';
