export { PERSON_RESOLVERS } from './person-resolvers';
export { PERSONS_SDL } from './persons-sdl';
export { watchPersons } from './watch-persons';
