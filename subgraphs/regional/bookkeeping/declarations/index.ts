export { DECLARATION_RESOLVERS } from './declaration-resolvers';
export { DECLARATIONS_SDL } from './declarations-sdl';
