export { checkAllowList } from './allow-list.check';
