export { BookEntity, ORIGIN_CHECK, type Origin } from './book.entity';
export { DemonstrationLoadEntity } from './demonstration-load.entity';
export { byFrenchName } from './french-order';
export { globalId, localIdOf } from './global-id';
