export { RegistryEntity } from './registry-entity';
export { lockSupergraph } from './lock-supergraph';
export { cursorOf, type Page, pageOf, type PageRequest, readPage } from './page';
