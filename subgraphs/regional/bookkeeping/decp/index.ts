export { DECP_RESOLVERS } from './decp-resolvers';
export { DECP_SDL } from './decp-sdl';
