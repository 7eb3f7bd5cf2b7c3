export { changesPage } from './changes-page';
